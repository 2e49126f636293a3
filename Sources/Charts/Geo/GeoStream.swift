import Scene

/// Takes geometry point by point, as d3-geo's streams do: in degrees, radians or pixels, by its place in
/// the pipeline from sphere to plane.
protocol GeoStream: AnyObject {
  /// `mark` tells clipped points from others (d3's third coordinate).
  func point(_ x: Double, _ y: Double, mark: Int)
  func lineStart()
  func lineEnd()
  func polygonStart()
  func polygonEnd()
  /// The outline of the whole sphere.
  func sphere()
}

extension GeoStream {
  func point(_ x: Double, _ y: Double) { point(x, y, mark: 0) }
}

/// A point on its way through clipping.
struct ClipPoint {
  var x: Double
  var y: Double
  var mark = 0

  func isSame(as other: ClipPoint) -> Bool {
    abs(x - other.x) < SphereMath.epsilon && abs(y - other.y) < SphereMath.epsilon
  }
}

/// Keeps lines (d3-geo's `clip/buffer.js`).
final class LineBuffer: GeoStream {
  private var lines: [[ClipPoint]] = []

  func point(_ x: Double, _ y: Double, mark: Int) {
    guard !lines.isEmpty else { return }
    lines[lines.count - 1].append(ClipPoint(x: x, y: y, mark: mark))
  }
  func lineStart() { lines.append([]) }
  func lineEnd() {}
  func polygonStart() {}
  func polygonEnd() {}
  func sphere() {}

  /// Joins the last line and the first.
  func rejoin() {
    guard lines.count > 1 else { return }
    let last = lines.removeLast()
    lines.append(last + lines.removeFirst())
  }

  /// The lines kept, which are forgotten.
  func result() -> [[ClipPoint]] {
    defer { lines = [] }
    return lines
  }
}

/// The box of all points.
final class BoundsStream: GeoStream {
  private(set) var bounds = Bounds()

  func point(_ x: Double, _ y: Double, mark: Int) { bounds.union(Bounds(x, y, x, y)) }
  func lineStart() {}
  func lineEnd() {}
  func polygonStart() {}
  func polygonEnd() {}
  func sphere() {}
}

/// Makes a path; single points become circles (d3-geo's `path/string.js`).
final class PathStream: GeoStream {
  private(set) var path = Path()
  private let radius: Double
  private var isPolygon = false
  private var isLine = false
  private var isFirst = false

  init(pointRadius: Double) { radius = pointRadius }

  func point(_ x: Double, _ y: Double, mark: Int) {
    let place = Point(x: x, y: y)
    if isLine {
      if isFirst { path.move(to: place) } else { path.line(to: place) }
      isFirst = false
    } else if let circle = SymbolShapes.path("circle", size: .pi * radius * radius) {
      path.elements += circle.elements.map { element in
        func moved(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
        return switch element {
        case .move(let point): .move(moved(point))
        case .line(let point): .line(moved(point))
        case .curve(let a, let b, let end): .curve(moved(a), moved(b), moved(end))
        case .close: .close
        }
      }
    }
  }
  func lineStart() {
    isLine = true
    isFirst = true
  }
  func lineEnd() {
    if isPolygon, !isFirst { path.close() }
    isLine = false
  }
  func polygonStart() { isPolygon = true }
  func polygonEnd() { isPolygon = false }
  func sphere() {}
}
