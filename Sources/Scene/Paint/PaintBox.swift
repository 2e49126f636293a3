extension Shape.Geometry {
  /// The tight box of the outline without its stroke; nil for a path without points.
  package var box: Rect? {
    switch self {
    case .line(let start, let end): Path([.move(start), .line(end)]).controlBox
    case .rect(let rect): rect
    case .path(let path): path.box
    }
  }
}

extension Shape {
  /// What gradients are measured in: the box of the outline. An outline without width or height takes
  /// that of its stroke, since SVG refuses to measure in an empty box.
  package var paintBox: Rect? {
    guard let box = geometry.box else { return nil }
    let margin = max(stroke?.width ?? 0, 1) / 2
    let (x, y) = (box.width > 0 ? 0 : margin, box.height > 0 ? 0 : margin)
    return Rect(
      x: box.minX - x, y: box.minY - y, width: box.width + 2 * x, height: box.height + 2 * y)
  }
}

extension Path {
  /// The smallest upright box about the outline; nil for an empty path.
  package var box: Rect? {
    guard elements.contains(where: \.isCurve) else { return controlBox }
    var ends = Path()
    var current = Point.zero
    for element in elements {
      switch element {
      case .move(let point), .line(let point):
        ends.line(to: point)
        current = point
      case .curve(let control1, let control2, let point):
        let xs = extremes(current.x, control1.x, control2.x, point.x)
        let ys = extremes(current.y, control1.y, control2.y, point.y)
        ends.line(to: Point(x: xs.low, y: ys.low))
        ends.line(to: Point(x: xs.high, y: ys.high))
        current = point
      case .close: break
      }
    }
    return ends.controlBox
  }
}

extension Path.Element {
  fileprivate var isCurve: Bool {
    switch self {
    case .move, .line, .close: false
    case .curve: true
    }
  }
}

/// The least and the greatest value of a cubic Bézier polynomial on 0...1: at an end, or where the
/// derivative is zero.
private func extremes(_ p0: Double, _ p1: Double, _ p2: Double, _ p3: Double)
  -> (low: Double, high: Double)
{
  var (low, high) = (min(p0, p3), max(p0, p3))
  if min(p1, p2) >= low && max(p1, p2) <= high { return (low, high) }
  // The derivative, divided by 3, is a·t² + 2·b·t + c.
  let a = p3 - p0 + 3 * (p1 - p2)
  let b = p0 - 2 * p1 + p2
  let c = p1 - p0
  let discriminant = b * b - a * c
  guard discriminant >= 0 else { return (low, high) }
  // The form of the roots that does not cancel.
  let q = -(b + (b < 0 ? -1 : 1) * discriminant.squareRoot())
  for t in [a == 0 ? 0 : q / a, q == 0 ? 0 : c / q] where t > 0 && t < 1 {
    let s = 1 - t
    let value = s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3
    low = min(low, value)
    high = max(high, value)
  }
  return (low, high)
}
