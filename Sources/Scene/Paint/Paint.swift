/// An sRGB colour of eight bits a component, with opacity from 0 to 1.
package struct Color: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  package var alpha: Double

  package init(red: UInt8, green: UInt8, blue: UInt8, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// The colour `0xRRGGBB`.
  package init(rgb: UInt32, alpha: Double = 1) {
    self.init(
      red: UInt8(truncatingIfNeeded: rgb >> 16), green: UInt8(truncatingIfNeeded: rgb >> 8),
      blue: UInt8(truncatingIfNeeded: rgb), alpha: alpha)
  }

  package static let black = Color(rgb: 0x000000)
  package static let white = Color(rgb: 0xFFFFFF)

  /// `#rrggbb`, without the opacity.
  package var hex: String {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

/// What fills an area or a stroke. Exporters switch over it without a default.
package enum Paint: Hashable, Sendable {
  case solid(Color)
  // Indirect, so that the many shapes of one colour stay small.
  indirect case linearGradient(LinearGradient)
  indirect case radialGradient(RadialGradient)
  indirect case hatch(Hatch)
}

/// How the outline of a shape is drawn.
package struct Stroke: Hashable, Sendable {
  package enum Cap: String, Hashable, Sendable { case butt, round, square }
  package enum Join: String, Hashable, Sendable { case miter, round, bevel }

  package var paint: Paint
  package var width: Double
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  package var dash: [Double]
  package var dashOffset: Double
  package var cap: Cap
  package var join: Join
  /// The ratio of miter length to width above which a corner is cut (Vega 6.4 and Cairo differ in their
  /// own defaults: 4 and 10).
  package var miterLimit: Double

  package init(
    _ paint: Paint, width: Double = 1, dash: [Double] = [], dashOffset: Double = 0,
    cap: Cap = .butt, join: Join = .miter, miterLimit: Double = 4
  ) {
    self.paint = paint
    self.width = width
    self.dash = dash
    self.dashOffset = dashOffset
    self.cap = cap
    self.join = join
    self.miterLimit = miterLimit
  }
}
