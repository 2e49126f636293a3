import CCairo
import Scene

extension CairoCanvas {
  /// Makes `geometry` the current outline.
  func outline(_ geometry: Shape.Geometry) {
    cairo_new_path(handle)
    switch geometry {
    case .line(let start, let end):
      cairo_move_to(handle, x(start), y(start))
      cairo_line_to(handle, x(end), y(end))
    case .rect(let rect):
      let corner = Point(x: rect.maxX, y: rect.maxY)
      let (left, top) = (x(rect.origin), y(rect.origin))
      cairo_rectangle(handle, left, top, x(corner) - left, y(corner) - top)
    case .path(let path):
      for element in path.elements {
        switch element {
        case .move(let point): cairo_move_to(handle, x(point), y(point))
        case .line(let point): cairo_line_to(handle, x(point), y(point))
        case .curve(let control1, let control2, let point):
          cairo_curve_to(
            handle, x(control1), y(control1), x(control2), y(control2), x(point), y(point))
        case .close: cairo_close_path(handle)
        }
      }
    }
  }

  private func x(_ point: Point) -> Double { held(point.x + shift.x) }
  private func y(_ point: Point) -> Double { held(point.y + shift.y) }
}

/// A coordinate as Cairo can hold it: 24.8 fixed point wraps round beyond eight million, silently.
private func held(_ coordinate: Double) -> Double { min(max(coordinate, -1e6), 1e6) }
