package import Scene

/// Text of one look within a paragraph.
package struct TextSpan: Hashable, Sendable {
  package var text: String
  package var style: TextStyle
  package var paint: Paint
  /// How far the baseline is raised; negative lowers it.
  package var rise: Double
  package var link: LinkTarget?

  package init(
    _ text: String, style: TextStyle, paint: Paint = .solid(.black), rise: Double = 0,
    link: LinkTarget? = nil
  ) {
    self.text = text
    self.style = style
    self.paint = paint
    self.rise = rise
    self.link = link
  }
}

/// Text to be broken into lines.
package struct Paragraph: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable { case start, justified, center, end }

  package var spans: [TextSpan]
  package var alignment: Alignment
  /// Added before the first line; negative hangs it out to the left of the others.
  package var firstLineIndent: Double
  /// Whether words may be divided; the language of each span says how.
  package var isHyphenated: Bool

  package init(
    spans: [TextSpan], alignment: Alignment = .start, firstLineIndent: Double = 0,
    isHyphenated: Bool = false
  ) {
    self.spans = spans
    self.alignment = alignment
    self.firstLineIndent = firstLineIndent
    self.isHyphenated = isHyphenated
  }
}

/// A line of a paragraph: shaped pieces with their places from the line's left edge.
package struct TypesetLine: Hashable, Sendable {
  package struct Piece: Hashable, Sendable {
    package var x: Double
    package var run: GlyphRun
    package var style: TextStyle
    package var paint: Paint
    package var rise: Double
    package var link: LinkTarget?

    package init(
      x: Double, run: GlyphRun, style: TextStyle, paint: Paint, rise: Double, link: LinkTarget?
    ) {
      self.x = x
      self.run = run
      self.style = style
      self.paint = paint
      self.rise = rise
      self.link = link
    }
  }

  /// In visual order.
  package var pieces: [Piece]
  /// From the left edge to the end of the last piece, trailing space left out.
  package var width: Double
  /// How far the tallest face reaches above the baseline, and below it.
  package var ascent: Double
  package var descent: Double

  package init(pieces: [Piece], width: Double, ascent: Double, descent: Double) {
    self.pieces = pieces
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }
}
