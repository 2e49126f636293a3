import Glibc
package import Scene

/// Colours with fractions, as interpolation needs them; components of red, green and blue from 0 to 255.
package struct FractionalColor: Hashable, Sendable {
  package var red, green, blue, opacity: Double

  package init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
    (self.red, self.green, self.blue, self.opacity) = (red, green, blue, opacity)
  }

  package init(_ color: Color) {
    self.init(
      red: Double(color.red), green: Double(color.green), blue: Double(color.blue),
      opacity: color.alpha)
  }

  /// The nearest colour that can be drawn.
  package var color: Color {
    func byte(_ value: Double) -> UInt8 {
      value.isNaN ? 0 : UInt8(max(0, min(255, halfUp(value))))
    }
    return Color(
      red: byte(red), green: byte(green), blue: byte(blue), alpha: max(0, min(1, opacity)))
  }
}

/// CIE L*a*b* under D50, as d3-color has it.
package struct LabColor: Hashable, Sendable {
  package var l, a, b, opacity: Double

  package init(l: Double, a: Double, b: Double, opacity: Double = 1) {
    (self.l, self.a, self.b, self.opacity) = (l, a, b, opacity)
  }

  private static let white = (x: 0.96422, y: 1.0, z: 0.82521)

  package init(_ color: FractionalColor) {
    func linear(_ component: Double) -> Double {
      let x = component / 255
      return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
    }
    func f(_ t: Double) -> Double {
      t > pow(6.0 / 29, 3) ? cbrt(t) : t / (3 * pow(6.0 / 29, 2)) + 4.0 / 29
    }
    let (r, g, b) = (linear(color.red), linear(color.green), linear(color.blue))
    let y = f((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / Self.white.y)
    var x = y
    var z = y
    if !(r == g && g == b) {
      x = f((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / Self.white.x)
      z = f((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / Self.white.z)
    }
    self.init(l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z), opacity: color.opacity)
  }

  package var rgb: FractionalColor {
    func inverse(_ t: Double) -> Double {
      t > 6.0 / 29 ? t * t * t : 3 * pow(6.0 / 29, 2) * (t - 4.0 / 29)
    }
    func gamma(_ x: Double) -> Double {
      255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055)
    }
    let y = (l + 16) / 116
    let x = Self.white.x * inverse(a.isNaN ? y : y + a / 500)
    let z = Self.white.z * inverse(b.isNaN ? y : y - b / 200)
    let yy = Self.white.y * inverse(y)
    return FractionalColor(
      red: gamma(3.1338561 * x - 1.6168667 * yy - 0.4906146 * z),
      green: gamma(-0.9787684 * x + 1.9161415 * yy + 0.0334540 * z),
      blue: gamma(0.0719453 * x - 0.2289914 * yy + 1.4052427 * z), opacity: opacity)
  }
}

/// L*a*b* in polar form; a grey has no hue (NaN), black and white have no chroma either.
package struct HCLColor: Hashable, Sendable {
  package var h, c, l, opacity: Double

  package init(h: Double, c: Double, l: Double, opacity: Double = 1) {
    (self.h, self.c, self.l, self.opacity) = (h, c, l, opacity)
  }

  package init(_ color: FractionalColor) {
    let lab = LabColor(color)
    if lab.a == 0, lab.b == 0 {
      self.init(
        h: .nan, c: 0 < lab.l && lab.l < 100 ? 0 : .nan, l: lab.l, opacity: lab.opacity)
    } else {
      let hue = atan2(lab.b, lab.a) * 180 / .pi
      self.init(
        h: hue < 0 ? hue + 360 : hue, c: (lab.a * lab.a + lab.b * lab.b).squareRoot(), l: lab.l,
        opacity: lab.opacity)
    }
  }

  package var rgb: FractionalColor {
    if h.isNaN { return LabColor(l: l, a: 0, b: 0, opacity: opacity).rgb }
    let radians = h * .pi / 180
    return LabColor(l: l, a: cos(radians) * c, b: sin(radians) * c, opacity: opacity).rgb
  }
}

/// Hue, saturation and lightness; the hue of a grey is NaN.
package struct HSLColor: Hashable, Sendable {
  package var h, s, l, opacity: Double

  package init(h: Double, s: Double, l: Double, opacity: Double = 1) {
    (self.h, self.s, self.l, self.opacity) = (h, s, l, opacity)
  }

  package init(_ color: FractionalColor) {
    let (r, g, b) = (color.red / 255, color.green / 255, color.blue / 255)
    let low = min(r, g, b)
    let high = max(r, g, b)
    let span = high - low
    let lightness = (high + low) / 2
    guard span > 0 else {
      self.init(
        h: .nan, s: lightness > 0 && lightness < 1 ? 0 : .nan, l: lightness,
        opacity: color.opacity)
      return
    }
    var hue: Double
    if r == high {
      hue = (g - b) / span + (g < b ? 6 : 0)
    } else if g == high {
      hue = (b - r) / span + 2
    } else {
      hue = (r - g) / span + 4
    }
    hue *= 60
    let saturation = span / (lightness < 0.5 ? high + low : 2 - high - low)
    self.init(h: hue, s: saturation, l: lightness, opacity: color.opacity)
  }

  package var rgb: FractionalColor {
    let hue = h.isNaN ? 0 : h.truncatingRemainder(dividingBy: 360) + (h < 0 ? 360 : 0)
    let saturation = h.isNaN || s.isNaN ? 0 : s
    let m2 = l + (l < 0.5 ? l : 1 - l) * saturation
    let m1 = 2 * l - m2
    func component(_ angle: Double) -> Double {
      let value: Double =
        if angle < 60 {
          m1 + (m2 - m1) * angle / 60
        } else if angle < 180 {
          m2
        } else if angle < 240 {
          m1 + (m2 - m1) * (240 - angle) / 60
        } else {
          m1
        }
      return value * 255
    }
    return FractionalColor(
      red: component(hue >= 240 ? hue - 240 : hue + 120), green: component(hue),
      blue: component(hue < 120 ? hue + 240 : hue - 120), opacity: opacity)
  }
}
