package import Scene

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
  /// From the left edge to the end of the last piece, without trailing space and without what hangs past
  /// the measure: hyphens, stops and quotation marks of justified text, blank halves of full-width signs.
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
