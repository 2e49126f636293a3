import CHarfBuzz
import Scene

extension OpenFace {
  /// U+0338, combining long solidus overlay.
  static let negatingStroke: hb_codepoint_t = 0x338

  /// Whether `glyph` of a negated sign holds the sign that it negates: true of all other scalars.
  ///
  /// In the slanted faces of Lato `≠` is a bare stroke, which reads as a slash. Such a glyph has half the area of
  /// the sign; a whole one has more than the sign, since the stroke comes to it.
  func holdsSign(_ glyph: hb_codepoint_t, of scalar: UInt32) -> Bool {
    guard let (sign, stroke) = Self.parts(of: scalar), stroke == Self.negatingStroke,
      let plain = self.glyph(of: sign)
    else { return true }
    return area(of: glyph) >= 0.8 * area(of: plain)
  }

  /// The area of the polygons through the corners of a glyph, by Gauss's formula.
  private func area(of glyph: hb_codepoint_t) -> Double {
    var (sum, start, last) = (0.0, Point.zero, Point.zero)
    func side(to point: Point) {
      sum += last.x * point.y - point.x * last.y
      last = point
    }
    for element in outline(of: glyph) {
      switch element {
      case .move(let point): (start, last) = (point, point)
      case .line(let point), .curve(_, _, let point): side(to: point)
      case .close: side(to: start)
      }
    }
    return abs(sum) / 2
  }
}
