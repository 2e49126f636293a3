import Glibc

/// The projections of a unit sphere onto the plane (d3-geo's raw projections), angles in radians.
struct RawProjection: Sendable {
  let project: @Sendable (Double, Double) -> (Double, Double)

  static let equirectangular = RawProjection { ($0, $1) }

  static let mercator = RawProjection { ($0, log(tan((.pi / 2 + $1) / 2))) }

  static let transverseMercator = RawProjection { (log(tan((.pi / 2 + $1) / 2)), -$0) }

  static let orthographic = RawProjection { (cos($1) * sin($0), sin($1)) }

  static let gnomonic = RawProjection { x, y in
    let k = cos(x) * cos(y)
    return (cos(y) * sin(x) / k, sin(y) / k)
  }

  static let stereographic = RawProjection { x, y in
    let k = 1 + cos(x) * cos(y)
    return (cos(y) * sin(x) / k, sin(y) / k)
  }

  static let azimuthalEqualArea = azimuthal { sqrt(2 / (1 + $0)) }

  static let azimuthalEquidistant = azimuthal { cosine in
    let c = SphereMath.arccosine(cosine)
    return c == 0 ? 0 : c / sin(c)
  }

  private static func azimuthal(_ scale: @escaping @Sendable (Double) -> Double) -> RawProjection {
    RawProjection { x, y in
      let k = scale(cos(x) * cos(y))
      // The point opposite to the centre lies everywhere on a circle.
      return k == .infinity ? (2, 0) : (k * cos(y) * sin(x), k * sin(y))
    }
  }

  static let equalEarth = RawProjection { x, y in
    let m = sqrt(3) / 2
    let l = SphereMath.arcsine(m * sin(y))
    let l2 = l * l
    let l6 = l2 * l2 * l2
    let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    return (
      x * cos(l) / (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2))),
      l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2))
    )
  }

  static let naturalEarth1 = RawProjection { x, y in
    let p2 = y * y
    let p4 = p2 * p2
    return (
      x * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
      y * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    )
  }

  /// Albers' conic with two parallels that keep their length.
  static func conicEqualArea(_ y0: Double, _ y1: Double) -> RawProjection {
    let sine = sin(y0)
    let n = (sine + sin(y1)) / 2
    if abs(n) < SphereMath.epsilon {
      let cosine = cos(y0)
      return RawProjection { ($0 * cosine, sin($1) / cosine) }
    }
    let c = 1 + sine * (2 * n - sine)
    let r0 = sqrt(c) / n
    return RawProjection { x, y in
      let r = sqrt(c - 2 * n * sin(y)) / n
      return (r * sin(x * n), r0 - r * cos(x * n))
    }
  }

  static func conicConformal(_ y0: Double, _ y1: Double) -> RawProjection {
    @Sendable func tany(_ y: Double) -> Double { tan((.pi / 2 + y) / 2) }
    let cosine = cos(y0)
    let n = y0 == y1 ? sin(y0) : log(cosine / cos(y1)) / log(tany(y1) / tany(y0))
    if n == 0 { return mercator }
    let f = cosine * pow(tany(y0), n) / n
    return RawProjection { x, y in
      var y = y
      if f > 0 {
        if y < -.pi / 2 + SphereMath.epsilon { y = -.pi / 2 + SphereMath.epsilon }
      } else if y > .pi / 2 - SphereMath.epsilon {
        y = .pi / 2 - SphereMath.epsilon
      }
      let r = f / pow(tany(y), n)
      return (r * sin(n * x), f - r * cos(n * x))
    }
  }

  static func conicEquidistant(_ y0: Double, _ y1: Double) -> RawProjection {
    let cosine = cos(y0)
    let n = y0 == y1 ? sin(y0) : (cosine - cos(y1)) / (y1 - y0)
    if abs(n) < SphereMath.epsilon { return equirectangular }
    let g = cosine / n + y0
    return RawProjection { x, y in
      let (gy, nx) = (g - y, n * x)
      return (gy * sin(nx), g - gy * cos(nx))
    }
  }
}
