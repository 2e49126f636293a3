/// The vertical measures of a face at a size, in the frame's unit; all are distances from the baseline.
package struct FontMetrics: Hashable, Sendable {
  /// How far the face's line reaches above the baseline.
  package var ascent: Double
  /// How far it reaches below the baseline; positive.
  package var descent: Double
  /// The height of `x`.
  package var xHeight: Double
  /// The height of `H`.
  package var capHeight: Double

  package init(ascent: Double, descent: Double, xHeight: Double, capHeight: Double) {
    self.ascent = ascent
    self.descent = descent
    self.xHeight = xHeight
    self.capHeight = capHeight
  }

  /// These measures of size 1 at `size`.
  func scaled(to size: Double) -> FontMetrics {
    FontMetrics(
      ascent: ascent * size, descent: descent * size, xHeight: xHeight * size,
      capHeight: capHeight * size)
  }
}
