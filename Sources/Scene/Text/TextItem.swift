/// Which point of a line of text lies at its origin.
package enum TextAnchor: String, Hashable, Sendable {
  case start, middle, end

  /// The share of the line's width that lies to the left of the origin.
  package var share: Double {
    switch self {
    case .start: 0
    case .middle: 0.5
    case .end: 1
    }
  }
}

/// Text at a place: one line or several, shaped, with what live text needs beside the glyphs.
package struct TextItem: Hashable, Sendable {
  /// The anchor point, on the baseline of the first line.
  package var origin: Point
  package var anchor: TextAnchor
  /// Clockwise rotation about `origin`, in degrees.
  package var angle: Double
  /// The runs of each line, in visual order. Several lines stack downwards by `lineHeight`.
  package var lines: [[GlyphRun]]
  /// Distance between baselines.
  package var lineHeight: Double
  package var fill: Paint?
  package var stroke: Stroke?
  /// The families asked for, best first, generic last: the `font-family` of live text.
  package var families: [String]
  package var opacity: Double
  package var semantics: Semantics?

  package init(
    origin: Point, anchor: TextAnchor = .start, angle: Double = 0, lines: [[GlyphRun]],
    lineHeight: Double = 0, fill: Paint? = .solid(.black), stroke: Stroke? = nil,
    families: [String] = [], opacity: Double = 1, semantics: Semantics? = nil
  ) {
    self.origin = origin
    self.anchor = anchor
    self.angle = angle
    self.lines = lines
    self.lineHeight = lineHeight
    self.fill = fill
    self.stroke = stroke
    self.families = families
    self.opacity = opacity
    self.semantics = semantics
  }
}
