import CCairo
import Scene

extension CairoCanvas {
  /// Paints what follows with `ink`.
  mutating func use(_ ink: Ink<CairoPicture>) {
    switch ink {
    case .color(let color): use(color)
    case .gradient(let gradient): use(gradient)
    case .picture(let picture): cairo_set_source(handle, picture.pattern)
    }
  }

  mutating func use(_ color: Color) {
    noteOpacity(color.alpha)
    let components = color.components
    cairo_set_source_rgba(handle, components[0], components[1], components[2], color.alpha)
  }

  private mutating func use(_ gradient: PlacedGradient) {
    let pattern =
      switch gradient.course {
      case .line(let start, let end):
        cairo_pattern_create_linear(start.x, start.y, end.x, end.y)
      case .circles(let inner, let outer):
        cairo_pattern_create_radial(
          inner.center.x, inner.center.y, inner.radius, outer.center.x, outer.center.y,
          outer.radius)
      }
    defer { cairo_pattern_destroy(pattern) }
    for stop in gradient.stops {
      let components = stop.color.components
      noteOpacity(stop.color.alpha * gradient.opacity)
      cairo_pattern_add_color_stop_rgba(
        pattern, stop.offset, components[0], components[1], components[2],
        stop.color.alpha * gradient.opacity)
    }
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    // From the drawing to the box of side 1: the place is never flat.
    let place = Transform.translation(x: shift.x, y: shift.y).concatenating(gradient.place)
    guard let inverse = place.inverse else { return }
    var matrix = cairo_matrix_t(
      xx: inverse.a, yx: inverse.b, xy: inverse.c, yy: inverse.d, x0: inverse.tx, y0: inverse.ty)
    cairo_pattern_set_matrix(pattern, &matrix)
    cairo_set_source(handle, pattern)
  }
}
