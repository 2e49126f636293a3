import Glibc

/// Cuts lines where they leave a circle about the centre of the map (d3-geo's `clip/circle.js`).
final class CircleCut: SphereCut {
  private let radius: Double
  private let cosine: Double
  private let isSmall: Bool
  private let isHemisphere: Bool

  init(radius: Double) {
    self.radius = radius
    cosine = cos(radius)
    isSmall = cosine > 0
    isHemisphere = abs(cosine) <= SphereMath.epsilon
  }

  var start: ClipPoint {
    isSmall ? ClipPoint(x: 0, y: -radius) : ClipPoint(x: -.pi, y: radius - .pi)
  }

  func isVisible(_ longitude: Double, _ latitude: Double) -> Bool {
    cos(longitude) * cos(latitude) > cosine
  }

  func cutter(into sink: any GeoStream) -> any LineCutter { Cutter(self, sink) }

  func interpolate(
    _ from: ClipPoint?, _ to: ClipPoint?, _ direction: Double, _ stream: any GeoStream
  ) {
    let step = direction * 2 * SphereMath.radians
    var t0 = radius + direction * 2 * .pi
    var t1 = radius - step / 2
    if let from, let to {
      t0 = angle(of: from)
      t1 = angle(of: to)
      if direction > 0 ? t0 < t1 : t0 > t1 { t0 += direction * 2 * .pi }
    }
    var t = t0
    while direction > 0 ? t > t1 : t < t1 {
      let sine = sin(radius)
      let point = SphereMath.spherical((cosine, -sine * cos(t), -sine * sin(t)))
      stream.point(point.x, point.y)
      t -= step
    }
  }

  private func angle(of point: ClipPoint) -> Double {
    var v = SphereMath.vector(point.x, point.y)
    v.x -= cosine
    let n = SphereMath.normalised(v)
    let turn = SphereMath.arccosine(-n.y)
    return fmod((-n.z < 0 ? -turn : turn) + 2 * .pi - SphereMath.epsilon, 2 * .pi)
  }

  /// Where the great circle through two points meets the clipping circle: the first meeting, or with
  /// `two` both, where they lie between the points.
  private func meetings(_ a: ClipPoint, _ b: ClipPoint, two: Bool) -> [ClipPoint] {
    let (pa, pb) = (SphereMath.vector(a.x, a.y), SphereMath.vector(b.x, b.y))
    let n2 = SphereMath.cross(pa, pb)
    let n2n2 = SphereMath.dot(n2, n2)
    let n1n2 = n2.x
    let determinant = n2n2 - n1n2 * n1n2
    if determinant == 0 { return two ? [] : [a] }
    let c1 = cosine * n2n2 / determinant
    let c2 = -cosine * n1n2 / determinant
    let u = SphereMath.cross((1, 0, 0), n2)
    let base = SphereMath.sum((c1, 0, 0), SphereMath.scaled(n2, c2))
    let w = SphereMath.dot(base, u)
    let uu = SphereMath.dot(u, u)
    let t2 = w * w - uu * (SphereMath.dot(base, base) - 1)
    guard t2 >= 0 else { return [] }
    let t = sqrt(t2)
    let q = SphereMath.spherical(
      SphereMath.sum(SphereMath.scaled(u, (-w - t) / uu), base))
    guard two else { return [q] }
    let (lambda0, lambda1) = (min(a.x, b.x), max(a.x, b.x))
    var (phi0, phi1) = (a.y, b.y)
    let delta = lambda1 - lambda0
    let isPolar = abs(delta - .pi) < SphereMath.epsilon
    let isMeridian = isPolar || delta < SphereMath.epsilon
    if !isPolar, phi1 < phi0 { swap(&phi0, &phi1) }
    let lies: Bool
    if isMeridian {
      lies =
        isPolar
        ? (phi0 + phi1 > 0) != (q.y < (abs(q.x - lambda0) < SphereMath.epsilon ? phi0 : phi1))
        : phi0 <= q.y && q.y <= phi1
    } else {
      lies = (delta > .pi) != (lambda0 <= q.x && q.x <= lambda1)
    }
    guard lies else { return [] }
    let other = SphereMath.spherical(
      SphereMath.sum(SphereMath.scaled(u, (-w + t) / uu), base))
    return [q, other]
  }

  /// On which sides of the circle's box a point lies, in bits.
  private func sides(_ lambda: Double, _ phi: Double) -> Int {
    let r = isSmall ? radius : .pi - radius
    var code = 0
    if lambda < -r { code |= 1 } else if lambda > r { code |= 2 }
    if phi < -r { code |= 4 } else if phi > r { code |= 8 }
    return code
  }

  private final class Cutter: LineCutter {
    private let circle: CircleCut
    private let stream: any GeoStream
    private var point0: ClipPoint?
    private var sides0 = 0
    private var wasVisible = false
    private var startedVisible = false
    private var isWhole = 1

    init(_ circle: CircleCut, _ stream: any GeoStream) {
      self.circle = circle
      self.stream = stream
    }

    var clean: Int { isWhole | (startedVisible && wasVisible ? 2 : 0) }

    func lineStart() {
      wasVisible = false
      startedVisible = false
      isWhole = 1
    }

    func point(_ x: Double, _ y: Double) {
      var point1 = ClipPoint(x: x, y: y)
      let isVisible = circle.isVisible(x, y)
      let sides: Int
      if circle.isSmall {
        sides = isVisible ? 0 : circle.sides(x, y)
      } else {
        sides = isVisible ? circle.sides(x + (x < 0 ? .pi : -.pi), y) : 0
      }
      if point0 == nil {
        startedVisible = isVisible
        wasVisible = isVisible
        if isVisible { stream.lineStart() }
      }
      if isVisible != wasVisible, let known = point0 {
        let found = circle.meetings(known, point1, two: false).first
        if found.map({ known.isSame(as: $0) || point1.isSame(as: $0) }) ?? true {
          point1.mark = 1
        }
        isWhole = 0
        if isVisible {
          stream.lineStart()
          let place = circle.meetings(point1, known, two: false).first
          if let place { stream.point(place.x, place.y) }
          point0 = place
        } else {
          let place = circle.meetings(known, point1, two: false).first
          if let place { stream.point(place.x, place.y, mark: 2) }
          stream.lineEnd()
          point0 = place
        }
      } else if !circle.isHemisphere, let known = point0, circle.isSmall != isVisible,
        sides & sides0 == 0
      {
        let both = circle.meetings(point1, known, two: true)
        if both.count == 2 {
          isWhole = 0
          if circle.isSmall {
            stream.lineStart()
            stream.point(both[0].x, both[0].y)
            stream.point(both[1].x, both[1].y)
            stream.lineEnd()
          } else {
            stream.point(both[1].x, both[1].y)
            stream.lineEnd()
            stream.lineStart()
            stream.point(both[0].x, both[0].y, mark: 3)
          }
        }
      }
      if isVisible, !(point0?.isSame(as: point1) ?? false) { stream.point(x, y) }
      point0 = point1
      wasVisible = isVisible
      sides0 = sides
    }

    func lineEnd() {
      if wasVisible { stream.lineEnd() }
      point0 = nil
    }
  }
}
