/// Clips what streams through to a rectangle of the plane (d3-geo's `clip/rectangle.js`).
final class RectangleClip: GeoStream {
  private static let limit = 1e9

  private let x0, y0, x1, y1: Double
  private let stream: any GeoStream
  private let buffer = LineBuffer()
  private var segments: [[ClipPoint]]?
  private var polygon: [[ClipPoint]] = []
  private var isLine = false
  private var isFirst = false
  private var isClean = true
  private var first = (x: Double.nan, y: Double.nan, isVisible: false)
  private var last = (x: Double.nan, y: Double.nan, isVisible: false)

  init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, into stream: any GeoStream) {
    (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
    self.stream = stream
  }

  private var active: any GeoStream { segments == nil ? stream : buffer }

  private func isVisible(_ x: Double, _ y: Double) -> Bool {
    x0 <= x && x <= x1 && y0 <= y && y <= y1
  }

  private func corner(_ p: ClipPoint, _ direction: Double) -> Int {
    let isForward = direction > 0
    if abs(p.x - x0) < SphereMath.epsilon { return isForward ? 0 : 3 }
    if abs(p.x - x1) < SphereMath.epsilon { return isForward ? 2 : 1 }
    if abs(p.y - y0) < SphereMath.epsilon { return isForward ? 1 : 0 }
    return isForward ? 3 : 2
  }

  private func order(_ a: ClipPoint, _ b: ClipPoint) -> Double {
    let (ca, cb) = (corner(a, 1), corner(b, 1))
    if ca != cb { return Double(ca - cb) }
    return switch ca {
    case 0: b.y - a.y
    case 1: a.x - b.x
    case 2: a.y - b.y
    default: b.x - a.x
    }
  }

  private func interpolate(
    _ from: ClipPoint?, _ to: ClipPoint?, _ direction: Double, _ stream: any GeoStream
  ) {
    var a = from.map { corner($0, direction) } ?? 0
    let end = to.map { corner($0, direction) } ?? 0
    if let from, let to, a == end, (order(from, to) < 0) == (direction > 0) {
      stream.point(to.x, to.y)
      return
    }
    repeat {
      stream.point(a == 0 || a == 3 ? x0 : x1, a > 1 ? y1 : y0)
      a = (a + (direction > 0 ? 1 : -1) + 4) % 4
    } while a != end
  }

  func point(_ x: Double, _ y: Double, mark: Int) {
    if isLine {
      linePoint(x, y)
    } else if isVisible(x, y) {
      active.point(x, y)
    }
  }

  func lineStart() {
    isLine = true
    if segments != nil { polygon.append([]) }
    isFirst = true
    last = (.nan, .nan, false)
  }

  func lineEnd() {
    if segments != nil {
      linePoint(first.x, first.y)
      if first.isVisible, last.isVisible { buffer.rejoin() }
      segments?.append(contentsOf: buffer.result())
    }
    isLine = false
    if last.isVisible { active.lineEnd() }
  }

  private func linePoint(_ x: Double, _ y: Double) {
    var (x, y) = (x, y)
    let visible = isVisible(x, y)
    if segments != nil { polygon[polygon.count - 1].append(ClipPoint(x: x, y: y)) }
    if isFirst {
      first = (x, y, visible)
      isFirst = false
      if visible {
        active.lineStart()
        active.point(x, y)
      }
    } else if visible, last.isVisible {
      active.point(x, y)
    } else {
      func bounded(_ value: Double) -> Double { max(-Self.limit, min(Self.limit, value)) }
      last.x = bounded(last.x)
      last.y = bounded(last.y)
      (x, y) = (bounded(x), bounded(y))
      if let (a, b) = cut((last.x, last.y), (x, y)) {
        if !last.isVisible {
          active.lineStart()
          active.point(a.0, a.1)
        }
        active.point(b.0, b.1)
        if !visible { active.lineEnd() }
        isClean = false
      } else if visible {
        active.lineStart()
        active.point(x, y)
        isClean = false
      }
    }
    last = (x, y, visible)
  }

  /// The part of a line within the rectangle (Liang and Barsky).
  private func cut(
    _ a: (Double, Double), _ b: (Double, Double)
  ) -> ((Double, Double), (Double, Double))? {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1)
    var (t0, t1) = (0.0, 1.0)
    for (p, q) in [(-dx, a.0 - x0), (dx, x1 - a.0), (-dy, a.1 - y0), (dy, y1 - a.1)] {
      if p == 0 {
        if q < 0 { return nil }
        continue
      }
      let r = q / p
      if p < 0 {
        if r > t1 { return nil }
        t0 = max(t0, r)
      } else {
        if r < t0 { return nil }
        t1 = min(t1, r)
      }
    }
    return ((a.0 + t0 * dx, a.1 + t0 * dy), (a.0 + t1 * dx, a.1 + t1 * dy))
  }

  private var winding: Int {
    var winding = 0
    for ring in polygon {
      for (a, b) in zip(ring, ring.dropFirst()) {
        let side = (b.x - a.x) * (y1 - a.y) - (b.y - a.y) * (x0 - a.x)
        if a.y <= y1 {
          if b.y > y1, side > 0 { winding += 1 }
        } else if b.y <= y1, side < 0 {
          winding -= 1
        }
      }
    }
    return winding
  }

  func polygonStart() {
    segments = []
    polygon = []
    isClean = true
  }

  func polygonEnd() {
    let startsInside = winding != 0
    let pieces = (segments ?? []).filter { !$0.isEmpty }
    segments = nil
    if isClean && startsInside || !pieces.isEmpty {
      stream.polygonStart()
      if isClean, startsInside {
        stream.lineStart()
        interpolate(nil, nil, 1, stream)
        stream.lineEnd()
      }
      if !pieces.isEmpty {
        ClipRejoin.join(
          pieces, order: order, startsInside: startsInside, along: interpolate, into: stream)
      }
      stream.polygonEnd()
    }
    polygon = []
  }

  func sphere() { stream.sphere() }
}
