import CCairo
import Scene

extension CairoContext {
  /// Paints what follows with a gradient over `box`.
  func use(_ gradient: LinearGradient, in box: Rect, opacity: Double) {
    guard gradient.start != gradient.end else {
      // SVG 1.1, 13.2.2: the last colour.
      return use(gradient.stops.last, opacity: opacity)
    }
    let (start, end) = (gradient.start, gradient.end)
    guard let pattern = cairo_pattern_create_linear(start.x, start.y, end.x, end.y) else { return }
    use(pattern, stops: gradient.stops, opacity: opacity, unit: box)
  }

  func use(_ gradient: RadialGradient, in box: Rect, opacity: Double) {
    let (inner, outer) = (gradient.inner, gradient.outer)
    guard outer.radius > 0 else { return use(gradient.stops.last, opacity: opacity) }
    guard
      let pattern = cairo_pattern_create_radial(
        inner.center.x, inner.center.y, inner.radius, outer.center.x, outer.center.y, outer.radius)
    else { return }
    let side = max(box.width, box.height)
    let square = Rect(
      x: box.minX - (side - box.width) / 2, y: box.minY - (side - box.height) / 2,
      width: side, height: side)
    use(pattern, stops: gradient.stops, opacity: opacity, unit: square)
  }

  /// Takes `pattern`, made for a box of side 1, over to `unit`, and destroys it.
  private func use(
    _ pattern: OpaquePointer, stops: [GradientStop], opacity: Double, unit: Rect
  ) {
    defer { cairo_pattern_destroy(pattern) }
    for stop in stops {
      let color = stop.color
      cairo_pattern_add_color_stop_rgba(
        pattern, stop.offset, Double(color.red) / 255, Double(color.green) / 255,
        Double(color.blue) / 255, color.alpha * opacity)
    }
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    // Text can be without width.
    let (width, height) = (max(unit.width, 0.01), max(unit.height, 0.01))
    // From the drawing to the pattern, so the inverse of what places the unit box.
    var matrix = cairo_matrix_t(
      xx: 1 / width, yx: 0, xy: 0, yy: 1 / height, x0: -unit.minX / width,
      y0: -unit.minY / height)
    cairo_pattern_set_matrix(pattern, &matrix)
    cairo_set_source(handle, pattern)
  }

  private func use(_ stop: GradientStop?, opacity: Double) {
    use(stop?.color ?? Color(rgb: 0, alpha: 0), opacity: opacity)
  }
}
