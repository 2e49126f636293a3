package import Syntax

/// The widths between which a column can choose for a paragraph.
package struct ParagraphExtent: Hashable, Sendable {
  /// The widest part that has no place to break.
  package var minimum: Double
  /// The paragraph on one line, or the longest of the lines that it forces.
  package var natural: Double

  package init(minimum: Double, natural: Double) {
    self.minimum = minimum
    self.natural = natural
  }
}

extension Shaper {
  /// `paragraph` broken into lines of width `measure`; none for empty text.
  ///
  /// Spaces at the end of a line keep their place in the text and lose their width, so that the texts of
  /// the lines, one after the other, are the text of the paragraph. (A line end becomes a space; soft
  /// hyphens appear only where a line ends with one.) A phrase that fits in no line is divided at its
  /// no-break spaces, a word between clusters; a single cluster wider than the measure sticks out.
  /// - Throws: as `shape(_:style:)`.
  package func lines(
    of paragraph: Paragraph, measure: Double, breaking: LineBreaking = .optimal
  ) throws(DiagnosticFailure) -> [TypesetLine] {
    try lines(of: paragraph, measures: LineMeasures(rest: measure), breaking: breaking)
  }

  /// As `lines(of:measure:)`, with first lines of other widths.
  package func lines(
    of paragraph: Paragraph, measures: LineMeasures, breaking: LineBreaking = .optimal
  ) throws(DiagnosticFailure) -> [TypesetLine] {
    let shaped = try shapeOnce(paragraph)
    guard !shaped.clusters.isEmpty else { return [] }
    let indent = paragraph.firstLineIndent
    let measures = measures.indented(by: indent)
    let hyphens = try hyphens(for: shaped)
    let hangs = paragraph.alignment == .justified || paragraph.alignment == .end
    let share = hangs && !shaped.text.isRightToLeft ? 1 - Hang.hyphenShare : 1
    let widths = hyphens.mapValues { $0.width * share }
    let breaker = breaker(breaking, for: paragraph, measures: measures)

    var limit = Double.infinity
    let strict = ParagraphItems(of: shaped, hyphens: widths)
    var items = strict
    var breaks = breaker.breaks(in: items.items, measures: measures)
    // What sticks out is divided, which makes more lines, perhaps narrower ones: the limit only falls, and
    // only to the measure of a line.
    while let narrowest = items.narrowestOverfullMeasure(breaks, measures: measures),
      narrowest < limit
    {
      limit = narrowest
      items = strict.relaxed(to: limit, in: shaped)
      breaks = breaker.breaks(in: items.items, measures: measures)
    }
    var composer = LineComposer(
      paragraph: shaped, items: items, hyphens: hyphens, shaper: shaper)
    var lines: [TypesetLine] = []
    lines.reserveCapacity(breaks.count)
    for (number, end) in breaks.enumerated() {
      lines.append(
        try composer.line(
          endingAt: end, measure: measures[number], indent: number == 0 ? indent : 0))
    }
    return lines
  }

  /// The least and the natural width of `paragraph`, its first-line indent included. Its shape is kept
  /// until its lines are asked for.
  package func extent(of paragraph: Paragraph) throws(DiagnosticFailure) -> ParagraphExtent {
    let shaped = try shapeOnce(paragraph)
    defer { remember(shaped, of: paragraph) }
    let hyphens = try hyphens(for: shaped).mapValues(\.width)
    let set = ParagraphItems(of: shaped, hyphens: hyphens)
    let (items, sums) = (set.items, set.sums)
    var extent = ParagraphExtent(minimum: 0, natural: 0)
    var lineStart = 0
    var partStart = 0
    for index in items.indices where items.isLegalBreak(index) {
      let indent = lineStart == 0 ? paragraph.firstLineIndent : 0
      let part = sums.line(from: partStart, to: index).width + (partStart == 0 ? indent : 0)
      extent.minimum = max(extent.minimum, part)
      partStart = items.lineStart(after: index)
      if items[index].isForced {
        extent.natural = max(
          extent.natural, sums.line(from: lineStart, to: index).width + indent)
        lineStart = partStart
      }
    }
    return extent
  }

  private func breaker(
    _ breaking: LineBreaking, for paragraph: Paragraph, measures: LineMeasures
  ) -> any LineBreaker {
    let em = paragraph.spans.first?.style.size ?? 0
    return switch breaking {
    case .greedy: GreedyLineBreaker()
    case .optimal:
      // Three ems of air at a ragged margin are as good as glue stretched to its limit.
      OptimalLineBreaker(
        endStretch: paragraph.alignment == .justified ? 0 : 3 * em,
        leastEnd: min(4 * em, measures.rest / 4), looseness: paragraph.looseness)
    }
  }

  /// The hyphen of each span that holds a place for one.
  private func hyphens(
    for paragraph: ShapedParagraph
  ) throws(DiagnosticFailure) -> [Int: ShapedSegment] {
    var result: [Int: ShapedSegment] = [:]
    for (index, cluster) in paragraph.clusters.enumerated() where cluster.hyphen != nil {
      let span = paragraph.hyphenSpan(before: index)
      if result[span] == nil { result[span] = try hyphen(in: paragraph.spans[span].style) }
    }
    return result
  }

  private func hyphen(in style: TextStyle) throws(DiagnosticFailure) -> ShapedSegment? {
    if let known = hyphens[style] { return known }
    let hasHyphen = try faces(for: style.font).first.covers(0x2010)
    let text = AnalyzedText(
      bytes: Array((hasHyphen ? "\u{2010}" : "-").utf8), language: style.language)
    let hyphen = try shape(text, styles: [style], ends: [text.bytes.count]).first
    hyphens[style] = hyphen
    return hyphen
  }
}

extension ParagraphItems {
  /// The least measure of a line that holds more than fits in it; nil where all fit.
  func narrowestOverfullMeasure(_ breaks: [Int], measures: LineMeasures) -> Double? {
    var narrowest: Double?
    var start = 0
    for (number, end) in breaks.enumerated() {
      let line = sums.line(from: start, to: end)
      let room = measures[number]
      if line.width - line.shrink > room + ItemSums.tolerance {
        narrowest = min(narrowest ?? room, room)
      }
      start = items.lineStart(after: end)
    }
    return narrowest
  }
}
