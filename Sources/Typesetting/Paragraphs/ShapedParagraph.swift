import Scene
import Syntax

/// A paragraph shaped as one line, and where it may be divided: what every measure has in common.
struct ShapedParagraph {
  /// A cluster of the paragraph, in logical order over all segments.
  struct Cluster {
    var segment: Int
    /// Index within the segment.
    var index: Int
    /// Index of its first scalar in the text.
    var scalar: Int
    var byteStart: Int
    var advance: Double
    /// Where a word may be divided before it, with a hyphen: a soft one stood there, or the language's
    /// patterns allow it.
    var hyphen: Hyphenator.HyphenPoint?
  }

  let spans: [TextSpan]
  var alignment: Paragraph.Alignment
  let text: AnalyzedText
  let breaks: CharacterBreaks
  let segments: [ShapedSegment]
  let clusters: [Cluster]
  /// The text ends with a line end, which begins no further line.
  let endsWithLineEnd: Bool

  /// The span whose hyphen a word shows that is divided before `cluster`: that of its first part.
  func hyphenSpan(before cluster: Int) -> Int {
    segments[clusters[max(0, cluster - 1)].segment].segment.span
  }

  /// `range` of the clusters without the spaces at its end.
  func withoutTrailingSpaces(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      switch breaks.roles[clusters[end - 1].scalar] {
      case .space, .fixedSpace, .lineEnd: end -= 1
      case .ink: return range.lowerBound..<end
      }
    }
    return range.lowerBound..<range.lowerBound
  }
}

/// What a shaped paragraph depends on: alignments and indents come later.
struct ShapedParagraphKey: Hashable {
  var spans: [TextSpan]
  var isHyphenated: Bool

  init(_ paragraph: Paragraph) {
    spans = paragraph.spans
    isHyphenated = paragraph.isHyphenated
  }
}

extension Shaper {
  /// The shape of `paragraph`, out of the measured ones if it is among them.
  func shapeOnce(_ paragraph: Paragraph) throws(DiagnosticFailure) -> ShapedParagraph {
    guard var known = forget(paragraph) else { return try shape(paragraph) }
    known.alignment = paragraph.alignment
    return known
  }

  func shape(_ paragraph: Paragraph) throws(DiagnosticFailure) -> ShapedParagraph {
    var normalized = NormalizedText()
    var ends: [Int] = []
    for span in paragraph.spans {
      normalized.append(span.text)
      ends.append(normalized.bytes.count)
    }
    let language = paragraph.spans.first?.style.language ?? "en"
    let text = AnalyzedText(bytes: normalized.bytes, language: language)
    let segments = try shape(text, styles: paragraph.spans.map(\.style), ends: ends)
    var clusters: [ShapedParagraph.Cluster] = []
    var scalar = 0
    let hyphenPoints = try hyphenPoints(of: paragraph, text, ends, normalized.softHyphens)
    var hyphens = hyphenPoints[...]
    for (position, segment) in segments.enumerated() {
      for (index, cluster) in segment.clusters.enumerated() {
        while text.starts[scalar] < cluster.byteStart { scalar += 1 }
        while let next = hyphens.first, next.scalar < scalar { hyphens.removeFirst() }
        clusters.append(
          .init(
            segment: position, index: index, scalar: scalar, byteStart: cluster.byteStart,
            advance: cluster.advance,
            hyphen: hyphens.first.flatMap { $0.scalar == scalar ? $0 : nil }))
      }
    }
    return ShapedParagraph(
      spans: paragraph.spans, alignment: paragraph.alignment, text: text,
      breaks: CharacterBreaks(of: text, unshaped: normalized.bytes, language: language),
      segments: segments, clusters: clusters, endsWithLineEnd: normalized.bytes.last == 0x0A)
  }

  /// Where a hyphen may end a line, ascending.
  private func hyphenPoints(
    of paragraph: Paragraph, _ text: AnalyzedText, _ ends: [Int], _ softHyphens: [Int]
  ) throws(DiagnosticFailure) -> [Hyphenator.HyphenPoint] {
    var points: [Hyphenator.HyphenPoint] = []
    var scalar = 0
    for byte in softHyphens {
      while scalar < text.scalars.count, text.starts[scalar] < byte { scalar += 1 }
      points.append(.init(scalar: scalar))
    }
    guard paragraph.isHyphenated else { return points }
    points += try hyphenator.points(
      in: text, languages: paragraph.spans.map(\.style.language), ends: ends,
      softHyphens: softHyphens)
    return softHyphens.isEmpty ? points : points.sorted { $0.scalar < $1.scalar }
  }
}
