/// Subpaths of lines and cubic curves.
package struct Path: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  package var elements: [Element]

  package init(_ elements: [Element] = []) { self.elements = elements }

  package var isEmpty: Bool { elements.isEmpty }

  package mutating func move(to point: Point) { elements.append(.move(point)) }
  package mutating func line(to point: Point) { elements.append(.line(point)) }
  package mutating func curve(_ control1: Point, _ control2: Point, to point: Point) {
    elements.append(.curve(control1, control2, point))
  }
  package mutating func close() { elements.append(.close) }

  /// The box of all end points and control points, or nil for an empty path. Control points make it an
  /// upper bound for curves.
  package var controlBox: Rect? {
    var box: (minX: Double, minY: Double, maxX: Double, maxY: Double)?
    func take(_ point: Point) {
      guard let known = box else {
        box = (point.x, point.y, point.x, point.y)
        return
      }
      box = (
        min(known.minX, point.x), min(known.minY, point.y),
        max(known.maxX, point.x), max(known.maxY, point.y)
      )
    }
    for element in elements {
      switch element {
      case .move(let point), .line(let point): take(point)
      case .curve(let control1, let control2, let point):
        take(control1)
        take(control2)
        take(point)
      case .close: break
      }
    }
    return box.map {
      Rect(x: $0.minX, y: $0.minY, width: $0.maxX - $0.minX, height: $0.maxY - $0.minY)
    }
  }
}
