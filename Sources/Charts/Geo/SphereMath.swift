import Glibc

/// Points of the unit sphere, in radians and as vectors.
enum SphereMath {
  static let epsilon = 1e-6
  static let radians = Double.pi / 180

  typealias Vector = (x: Double, y: Double, z: Double)

  static func vector(_ longitude: Double, _ latitude: Double) -> Vector {
    let c = cos(latitude)
    return (c * cos(longitude), c * sin(longitude), sin(latitude))
  }

  static func spherical(_ v: Vector) -> ClipPoint {
    ClipPoint(x: atan2(v.y, v.x), y: arcsine(v.z))
  }

  static func dot(_ a: Vector, _ b: Vector) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }
  static func cross(_ a: Vector, _ b: Vector) -> Vector {
    (a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
  }
  static func sum(_ a: Vector, _ b: Vector) -> Vector { (a.x + b.x, a.y + b.y, a.z + b.z) }
  static func scaled(_ a: Vector, _ k: Double) -> Vector { (a.x * k, a.y * k, a.z * k) }
  static func normalised(_ a: Vector) -> Vector { scaled(a, 1 / sqrt(dot(a, a))) }

  static func arcsine(_ x: Double) -> Double { x > 1 ? .pi / 2 : x < -1 ? -.pi / 2 : asin(x) }
  static func arccosine(_ x: Double) -> Double { x > 1 ? 0 : x < -1 ? .pi : acos(x) }

  /// Whether a polygon on the sphere, rings in radians, holds a point (d3-geo's `polygonContains`).
  static func contains(_ polygon: [[ClipPoint]], _ point: ClipPoint) -> Bool {
    func longitude(_ point: ClipPoint) -> Double {
      if abs(point.x) <= .pi { return point.x }
      let turned = fmod(abs(point.x) + .pi, 2 * .pi) - .pi
      return point.x < 0 ? -turned : turned
    }
    let lambda = longitude(point)
    var phi = point.y
    let normal: Vector = (sin(lambda), -cos(lambda), 0)
    var angle = 0.0
    var winding = 0
    var sum = 0.0
    if sin(phi) == 1 { phi = .pi / 2 + epsilon } else if sin(phi) == -1 { phi = -.pi / 2 - epsilon }
    for ring in polygon {
      guard var point0 = ring.last else { continue }
      var lambda0 = longitude(point0)
      let phi0 = point0.y / 2 + .pi / 4
      var (sine0, cosine0) = (sin(phi0), cos(phi0))
      for point1 in ring {
        let lambda1 = longitude(point1)
        let phi1 = point1.y / 2 + .pi / 4
        let (sine1, cosine1) = (sin(phi1), cos(phi1))
        let delta = lambda1 - lambda0
        let sign: Double = delta >= 0 ? 1 : -1
        let distance = sign * delta
        let crosses = distance > .pi
        let k = sine0 * sine1
        sum += atan2(k * sign * sin(distance), cosine0 * cosine1 + k * cos(distance))
        angle += crosses ? delta + sign * 2 * .pi : delta
        if (crosses != (lambda0 >= lambda)) != (lambda1 >= lambda) {
          let arc = normalised(
            cross(vector(point0.x, point0.y), vector(point1.x, point1.y)))
          let meeting = normalised(cross(normal, arc))
          let isForward = crosses != (delta >= 0)
          let height = (isForward ? -1 : 1) * arcsine(meeting.z)
          if phi > height || (phi == height && (arc.x != 0 || arc.y != 0)) {
            winding += isForward ? 1 : -1
          }
        }
        lambda0 = lambda1
        (sine0, cosine0) = (sine1, cosine1)
        point0 = point1
      }
    }
    let isOutside = angle < -epsilon || (angle < epsilon && sum < -1e-12)
    return isOutside != (winding & 1 != 0)
  }
}

/// Turns the sphere by three angles in radians (d3-geo's `rotation`).
struct SphereRotation {
  let lambda: Double
  private let cosPhi, sinPhi, cosGamma, sinGamma: Double
  private let isPlain: Bool

  init(_ lambda: Double, _ phi: Double, _ gamma: Double) {
    self.lambda = fmod(lambda, 2 * .pi)
    (cosPhi, sinPhi) = (cos(phi), sin(phi))
    (cosGamma, sinGamma) = (cos(gamma), sin(gamma))
    isPlain = phi == 0 && gamma == 0
  }

  func apply(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
    var turned = longitude + lambda
    if abs(turned) > .pi { turned -= (turned / (2 * .pi)).rounded() * 2 * .pi }
    if isPlain { return (turned, latitude) }
    let cosine = cos(latitude)
    let x = cos(turned) * cosine
    let y = sin(turned) * cosine
    let z = sin(latitude)
    let k = z * cosPhi + x * sinPhi
    return (
      atan2(y * cosGamma - k * sinGamma, x * cosPhi - z * sinPhi),
      SphereMath.arcsine(k * cosGamma + y * sinGamma)
    )
  }
}
