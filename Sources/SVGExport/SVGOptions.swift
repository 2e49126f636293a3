package import Scene

/// What an SVG says of itself, and how it is written.
package struct SVGOptions: Hashable, Sendable {
  /// What the frame's unit is outside the drawing.
  package enum Unit: Hashable, Sendable { case pixels, points }

  /// What the drawing is to assistive software.
  package enum Role: Hashable, Sendable {
    /// A picture: title and description stand for the whole of it.
    case image
    /// A drawing whose parts have names of their own (WAI-ARIA Graphics, `graphics-document`).
    case graphicsDocument
  }

  /// The drawing's name; nil for a drawing without one.
  package var title: String?
  /// What is to be seen, for those who do not see it.
  package var description: String?
  /// BCP 47, such as `en-GB`.
  package var language: String?
  /// Painted under the drawing; nil leaves it transparent.
  package var background: Color?
  /// Put before every id. Ids are made from what they stand for, so drawings in one HTML page do not
  /// need it; pages whose parts are shown and hidden do. Default: empty.
  package var idPrefix: String
  /// Default: CSS pixels.
  package var unit: Unit
  /// Default: a drawing with named parts.
  package var role: Role
  /// Whether each line of text is made as wide as it was set, whatever font the viewer has: for pages,
  /// where lines were justified. Default: false.
  package var fitsText: Bool

  package init(
    title: String? = nil, description: String? = nil, language: String? = nil,
    background: Color? = nil, idPrefix: String = "", unit: Unit = .pixels,
    role: Role = .graphicsDocument, fitsText: Bool = false
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.background = background
    self.idPrefix = idPrefix
    self.unit = unit
    self.role = role
    self.fitsText = fitsText
  }
}
