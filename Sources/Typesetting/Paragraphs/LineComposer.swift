import Scene
import Syntax

/// Makes the lines of a paragraph from the breaks chosen for it, one after the other.
struct LineComposer {
  private let paragraph: ShapedParagraph
  private let items: ParagraphItems
  private let hyphens: [Int: ShapedSegment]
  private let shaper: GlyphShaper
  /// The item and the cluster at which the next line begins.
  private var startItem = 0
  private var startCluster = 0

  init(
    paragraph: ShapedParagraph, items: ParagraphItems, hyphens: [Int: ShapedSegment],
    shaper: GlyphShaper
  ) {
    self.paragraph = paragraph
    self.items = items
    self.hyphens = hyphens
    self.shaper = shaper
  }

  /// A stretch of a line in one face.
  private struct Part {
    var segment: ShapedSegment
    var isHyphen = false
  }

  /// A place where a justified line is widened or narrowed: after the cluster that begins at `byteStart`.
  private struct Gap {
    var byteStart: Int
    /// What it is widened by in any case.
    var width: Double
    var stretch: Double
    var shrink: Double
  }

  /// The line that ends at the break `end`, `measure` wide from `indent` on. Lines must be asked for in order.
  mutating func line(
    endingAt end: Int, measure: Double, indent: Double
  ) throws(DiagnosticFailure) -> TypesetLine {
    let firstItem = startItem
    let first = startCluster
    let nextItem = items.items.lineStart(after: end)
    let next = nextItem < items.items.count ? items.clusters[nextItem] : paragraph.clusters.count
    (startItem, startCluster) = (nextItem, next)

    let visible = paragraph.withoutTrailingSpaces(first..<items.clusters[end])
    var parts = try shapedParts(visible)
    let hyphen = items.showsHyphen(end) ? hyphen(before: items.clusters[end]) : nil
    var hang = items.sums.hang(from: firstItem, to: end)
    if let hyphen { hang.after = hyphen.segment.width - items.sums.hyphen(end) }
    let room = measure + hang.before + hang.after
    let gaps = gaps(firstItem..<end)
    let natural = parts.reduce(hyphen?.segment.width ?? 0) { $0 + $1.segment.width }
    let slack = room - gaps.reduce(natural) { $0 + $1.width }
    // A ragged line is touched only where it came out too long by being shaped anew.
    let isJustified = paragraph.alignment == .justified && !items.items[end].isForced
    spread(&parts, over: gaps, by: isJustified || slack < 0 ? slack : 0)
    if let hyphen { parts.append(hyphen) }
    let width = fit(&parts, into: room) - hang.before - hang.after
    parts += collapsedParts(visible.upperBound..<next)
    let edge = indent + offset(width: width, measure: measure)
    return assemble(parts, from: edge - hang.before, width: edge + width)
  }

  /// The shaped parts of a range of clusters, by segment; shaped anew where a cut goes through what hangs
  /// together.
  private func shapedParts(_ range: Range<Int>) throws(DiagnosticFailure) -> [Part] {
    var parts: [Part] = []
    for (segment, inner) in bySegment(range) {
      let whole = paragraph.segments[segment]
      parts.append(Part(segment: try shapedPart(of: whole, inner)))
    }
    return parts
  }

  /// The clusters of `range`; those at a cut are shaped anew as far as HarfBuzz says that the cut changes
  /// them.
  private func shapedPart(
    of whole: ShapedSegment, _ range: Range<Int>
  ) throws(DiagnosticFailure) -> ShapedSegment {
    func isUnsafe(_ index: Int) -> Bool {
      index > 0 && index < whole.clusters.count && whole.clusters[index].isUnsafeToBreak
    }
    var head = range.lowerBound
    if isUnsafe(head) {
      repeat { head += 1 } while head < range.upperBound && isUnsafe(head)
    }
    var tail = range.upperBound
    if isUnsafe(tail) {
      repeat { tail -= 1 } while tail > head && isUnsafe(tail)
    }
    guard head > range.lowerBound || tail < range.upperBound else { return whole.slice(range) }
    guard head < tail else { return try shapedAnew(whole, range) }
    var part = whole.slice(head..<tail)
    if head > range.lowerBound {
      part = try shapedAnew(whole, range.lowerBound..<head).joined(with: part)
    }
    if tail < range.upperBound {
      part = part.joined(with: try shapedAnew(whole, tail..<range.upperBound))
    }
    return part
  }

  private func shapedAnew(
    _ whole: ShapedSegment, _ range: Range<Int>
  ) throws(DiagnosticFailure) -> ShapedSegment {
    try shaper.shape(
      whole.slice(range).segment, of: paragraph.text.bytes,
      style: paragraph.spans[whole.segment.span].style)
  }

  /// The spaces that end a line: there, so that words stay apart when the text is copied, but of no width.
  private func collapsedParts(_ range: Range<Int>) -> [Part] {
    bySegment(range).map { segment, inner in
      var part = paragraph.segments[segment].slice(inner)
      for index in part.glyphs.indices { part.glyphs[index].advance = 0 }
      for index in part.clusters.indices { part.clusters[index].advance = 0 }
      return Part(segment: part)
    }
  }

  /// The hyphen of the word that is divided before `cluster`.
  private func hyphen(before cluster: Int) -> Part? {
    let span = paragraph.hyphenSpan(before: cluster)
    guard var segment = hyphens[span] else { return nil }
    let last = paragraph.segments[paragraph.clusters[max(0, cluster - 1)].segment].segment
    segment.segment.span = span
    segment.segment.level = last.level
    return Part(segment: segment, isHyphen: true)
  }

  /// A range of the paragraph's clusters as ranges of each segment's own.
  private func bySegment(_ range: Range<Int>) -> [(segment: Int, clusters: Range<Int>)] {
    var result: [(segment: Int, clusters: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let cluster = paragraph.clusters[index]
      let rest = paragraph.segments[cluster.segment].clusters.count - cluster.index
      let count = min(rest, range.upperBound - index)
      result.append((cluster.segment, cluster.index..<cluster.index + count))
      index += count
    }
    return result
  }

  private func gaps(_ range: Range<Int>) -> [Gap] {
    range.compactMap { index in
      switch items.items[index] {
      case .box, .penalty: return nil
      case .glue(let width, let stretch, let shrink):
        let cluster = items.clusters[index]
        guard cluster < paragraph.clusters.count else { return nil }
        switch paragraph.breaks.roles[paragraph.clusters[cluster].scalar] {
        case .space, .fixedSpace, .lineEnd:
          return Gap(
            byteStart: paragraph.clusters[cluster].byteStart, width: 0, stretch: stretch,
            shrink: max(shrink, width / 3))
        case .ink:
          // Glue that is no space lies between two clusters and widens the first.
          guard cluster > 0 else { return nil }
          return Gap(
            byteStart: paragraph.clusters[cluster - 1].byteStart, width: width, stretch: stretch,
            shrink: max(shrink, width / 3))
        }
      }
    }
  }

  /// Widens each gap by its width, and shares `slack` among them in proportion to their stretch, or to
  /// their shrink where it is negative.
  private func spread(_ parts: inout [Part], over gaps: [Gap], by slack: Double) {
    let isStretched = slack > 0
    let total = gaps.reduce(0) { $0 + (isStretched ? $1.stretch : $1.shrink) }
    let ratio = total <= 0 ? 0 : isStretched ? slack / total : max(-1, slack / total)
    var gap = gaps.startIndex
    for part in parts.indices {
      for cluster in parts[part].segment.clusters.indices {
        let byteStart = parts[part].segment.clusters[cluster].byteStart
        while gap < gaps.endIndex, gaps[gap].byteStart < byteStart { gap += 1 }
        guard gap < gaps.endIndex, gaps[gap].byteStart == byteStart else { continue }
        let share = ratio * (isStretched ? gaps[gap].stretch : gaps[gap].shrink)
        parts[part].segment.widen(cluster, by: gaps[gap].width + share)
      }
    }
  }

  /// Narrows every cluster of a line that came out too long and has no space to take that from: the parts
  /// of a word may be wider than the word, which was kerned as a whole. Returns the width of the line.
  private func fit(_ parts: inout [Part], into measure: Double) -> Double {
    let width = parts.reduce(0) { $0 + $1.segment.width }
    let count = parts.reduce(0) { $0 + $1.segment.clusters.count }
    guard width > measure + ItemSums.tolerance, count > 1 else { return width }
    for part in parts.indices {
      for cluster in parts[part].segment.clusters.indices {
        parts[part].segment.widen(cluster, by: (measure - width) / Double(count))
      }
    }
    return measure
  }

  private func offset(width: Double, measure: Double) -> Double {
    switch paragraph.alignment {
    case .start, .justified: paragraph.text.isRightToLeft ? measure - width : 0
    case .center: (measure - width) / 2
    case .end: paragraph.text.isRightToLeft ? 0 : measure - width
    }
  }

  /// Puts parts in visual order and measures the line.
  private func assemble(_ parts: [Part], from start: Double, width: Double) -> TypesetLine {
    var line = TypesetLine(pieces: [], width: width, ascent: 0, descent: 0)
    var x = start
    for index in visualOrder(of: parts.map(\.segment.segment.level)) {
      let segment = parts[index].segment
      let span = paragraph.spans[segment.segment.span]
      line.pieces.append(
        .init(
          x: x, run: run(of: parts[index]), style: span.style, paint: span.paint,
          rise: span.rise, link: span.link))
      x += segment.width
      let metrics = segment.segment.face.metrics.scaled(to: segment.size)
      line.ascent = max(line.ascent, metrics.ascent + span.rise)
      line.descent = max(line.descent, metrics.descent - span.rise)
    }
    return line
  }

  private func run(of part: Part) -> GlyphRun {
    guard part.isHyphen else { return part.segment.run(of: paragraph.text.bytes) }
    // The text is the soft hyphen itself, so that readers of the file can join the word again.
    return GlyphRun(
      face: part.segment.segment.face.face, size: part.segment.size, text: "\u{AD}",
      glyphs: part.segment.glyphs,
      clusters: [GlyphCluster(byteCount: 2, glyphCount: part.segment.glyphs.count)],
      isRightToLeft: part.segment.segment.isRightToLeft, tracking: part.segment.tracking)
  }
}
