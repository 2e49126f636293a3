/// Which face is wanted.
package struct FontDescription: Hashable, Sendable {
  /// Family names, best first; each must be one that the font book holds.
  package var families: [String]
  /// CSS weight, 100 to 900.
  package var weight: Int
  package var isItalic: Bool

  package init(families: [String], weight: Int = 400, isItalic: Bool = false) {
    self.families = families
    self.weight = weight
    self.isItalic = isItalic
  }
}

/// How text is set, but for its colour: all that changes its shape.
package struct TextStyle: Hashable, Sendable {
  package var font: FontDescription
  /// In the frame's unit.
  package var size: Double
  /// OpenType feature settings in Pango's notation, such as `tnum=1,lnum=1`; empty for the face's own.
  package var features: String
  /// BCP 47, such as `en` or `zh-Hans`.
  package var language: String
  /// Added after every cluster, in the frame's unit.
  package var tracking: Double

  package init(
    font: FontDescription, size: Double, features: String = "", language: String = "en",
    tracking: Double = 0
  ) {
    self.font = font
    self.size = size
    self.features = features
    self.language = language
    self.tracking = tracking
  }
}
