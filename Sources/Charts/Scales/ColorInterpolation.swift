import Glibc
package import Scene

/// The colour spaces in which a scale can pass from colour to colour (d3-interpolate).
package enum ColorInterpolation: String, Hashable, Sendable, CaseIterable {
  case rgb, hsl, lab, hcl, cubehelix
  case hslLong = "hsl-long"
  case hclLong = "hcl-long"
  case cubehelixLong = "cubehelix-long"

  /// The colour at share `t` (0 to 1) of the way from `a` to `b`.
  package func between(_ a: FractionalColor, _ b: FractionalColor, _ t: Double) -> FractionalColor {
    let opacity = Self.mix(a.opacity, b.opacity, t)
    switch self {
    case .rgb:
      return FractionalColor(
        red: Self.mix(a.red, b.red, t), green: Self.mix(a.green, b.green, t),
        blue: Self.mix(a.blue, b.blue, t), opacity: opacity)
    case .lab:
      let (p, q) = (LabColor(a), LabColor(b))
      return LabColor(
        l: Self.mix(p.l, q.l, t), a: Self.mix(p.a, q.a, t), b: Self.mix(p.b, q.b, t),
        opacity: opacity
      ).rgb
    case .hcl, .hclLong:
      let (p, q) = (HCLColor(a), HCLColor(b))
      return HCLColor(
        h: Self.hue(p.h, q.h, t, long: self == .hclLong), c: Self.mix(p.c, q.c, t),
        l: Self.mix(p.l, q.l, t), opacity: opacity
      ).rgb
    case .hsl, .hslLong:
      let (p, q) = (HSLColor(a), HSLColor(b))
      return HSLColor(
        h: Self.hue(p.h, q.h, t, long: self == .hslLong), s: Self.mix(p.s, q.s, t),
        l: Self.mix(p.l, q.l, t), opacity: opacity
      ).rgb
    case .cubehelix, .cubehelixLong:
      let (p, q) = (Self.cubehelix(a), Self.cubehelix(b))
      return Self.rgb(
        h: Self.hue(p.h, q.h, t, long: self == .cubehelixLong), s: Self.mix(p.s, q.s, t),
        l: Self.mix(p.l, q.l, t), opacity: opacity)
    }
  }

  /// d3's `nogamma`: a missing component takes the other end's.
  private static func mix(_ a: Double, _ b: Double, _ t: Double) -> Double {
    let span = b - a
    return span.isNaN || span == 0 ? (a.isNaN ? b : a) : a + t * span
  }

  /// d3's `hue`: the shorter way round the circle, unless `long`.
  private static func hue(_ a: Double, _ b: Double, _ t: Double, long: Bool) -> Double {
    var span = b - a
    if span.isNaN || span == 0 { return a.isNaN ? b : a }
    if !long, span > 180 || span < -180 { span -= 360 * halfUp(span / 360) }
    return a + t * span
  }

  private static func cubehelix(_ color: FractionalColor) -> (h: Double, s: Double, l: Double) {
    let (cA, cB, cC, cD, cE) = (-0.14861, 1.78277, -0.29227, -0.90649, 1.97294)
    let (ed, eb, bcda) = (cE * cD, cE * cB, cB * cC - cD * cA)
    let (r, g, b) = (color.red / 255, color.green / 255, color.blue / 255)
    let l = (bcda * b + ed * r - eb * g) / (bcda + ed - eb)
    let bl = b - l
    let k = (cE * (g - l) - cC * bl) / cD
    let s = (k * k + bl * bl).squareRoot() / (cE * l * (1 - l))
    let h = s > 0 ? atan2(k, bl) * 180 / .pi - 120 : .nan
    return (h < 0 ? h + 360 : h, s, l)
  }

  private static func rgb(h: Double, s: Double, l: Double, opacity: Double) -> FractionalColor {
    let angle = h.isNaN ? 0 : (h + 120) * .pi / 180
    let amplitude = s.isNaN ? 0 : s * l * (1 - l)
    let (c, n) = (cos(angle), sin(angle))
    return FractionalColor(
      red: 255 * (l + amplitude * (-0.14861 * c + 1.78277 * n)),
      green: 255 * (l + amplitude * (-0.29227 * c - 0.90649 * n)),
      blue: 255 * (l + amplitude * (1.97294 * c)), opacity: opacity)
  }
}

/// A colour for every share from 0 to 1.
package enum ColorRamp: Hashable, Sendable {
  /// Straight passages between equally spaced colours, in a colour space.
  case piecewise([Color], ColorInterpolation)
  /// Another ramp of which only a part is used; `from` may be greater than `to`.
  indirect case part(ColorRamp, from: Double, to: Double)

  /// The colour at share `t`. Beyond the ends the first and last passage go on, as in d3's `piecewise`.
  package func color(at t: Double) -> Color {
    let share = t.isNaN ? 0 : t
    switch self {
    case .part(let ramp, let from, let to): return ramp.color(at: from + (to - from) * share)
    case .piecewise(let colors, let space):
      guard let last = colors.last else { return .black }
      guard colors.count > 1 else { return last }
      let scaled = share * Double(colors.count - 1)
      let index = max(0, min(colors.count - 2, Int(limited: scaled)))
      return space.between(
        FractionalColor(colors[index]), FractionalColor(colors[index + 1]),
        scaled - Double(index)
      ).color
    }
  }

  /// `count` colours at equal distances, the ends left out (Vega's `quantizeInterpolator`).
  package func quantized(_ count: Int) -> [Color] {
    (0..<max(0, count)).map { color(at: Double($0 + 1) / Double(count + 1)) }
  }
}
