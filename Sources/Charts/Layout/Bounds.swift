import Glibc
import Scene

/// A box that grows with what is put into it (Vega's `Bounds`); empty at first.
struct Bounds: Equatable {
  var x1 = Double.infinity
  var y1 = Double.infinity
  var x2 = -Double.infinity
  var y2 = -Double.infinity

  init() {}

  init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    self.x1 = min(x1, x2)
    self.y1 = min(y1, y2)
    self.x2 = max(x1, x2)
    self.y2 = max(y1, y2)
  }

  var isEmpty: Bool { x1 > x2 || y1 > y2 }
  var width: Double { isEmpty ? 0 : x2 - x1 }
  var height: Double { isEmpty ? 0 : y2 - y1 }

  mutating func add(_ x: Double, _ y: Double) {
    x1 = min(x1, x)
    y1 = min(y1, y)
    x2 = max(x2, x)
    y2 = max(y2, y)
  }

  mutating func union(_ other: Bounds) {
    x1 = min(x1, other.x1)
    y1 = min(y1, other.y1)
    x2 = max(x2, other.x2)
    y2 = max(y2, other.y2)
  }

  func expanded(by amount: Double) -> Bounds {
    var copy = self
    copy.x1 -= amount
    copy.y1 -= amount
    copy.x2 += amount
    copy.y2 += amount
    return copy
  }

  func translated(_ dx: Double, _ dy: Double) -> Bounds {
    var copy = self
    copy.x1 += dx
    copy.x2 += dx
    copy.y1 += dy
    copy.y2 += dy
    return copy
  }

  /// The box about this one turned by `angle` degrees about a point.
  func rotated(_ angle: Double, aboutX x: Double, y: Double) -> Bounds {
    let radians = angle * .pi / 180
    let (c, s) = (cos(radians), sin(radians))
    let (cx, cy) = (x - x * c + y * s, y - x * s - y * c)
    var copy = Bounds()
    for corner in [(x1, y1), (x1, y2), (x2, y1), (x2, y2)] {
      copy.add(c * corner.0 - s * corner.1 + cx, s * corner.0 + c * corner.1 + cy)
    }
    return copy
  }

  func intersected(with other: Bounds) -> Bounds {
    var copy = self
    copy.x1 = max(x1, other.x1)
    copy.y1 = max(y1, other.y1)
    copy.x2 = min(x2, other.x2)
    copy.y2 = min(y2, other.y2)
    return copy
  }

  func encloses(_ other: Bounds) -> Bool {
    x1 <= other.x1 && x2 >= other.x2 && y1 <= other.y1 && y2 >= other.y2
  }
}
