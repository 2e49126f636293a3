import CCairo
import Scene
import Syntax

/// Draws on a surface. What is set within `saved` ends with it; nothing else restores state.
struct CairoContext: ~Copyable {
  let handle: OpaquePointer

  init(_ surface: borrowing CairoSurface) throws(DiagnosticFailure) {
    guard let handle = cairo_create(surface.handle) else {
      throw PrintDiagnostics.failed("the drawing", reason: "no context was made")
    }
    self.handle = handle
  }

  deinit { cairo_destroy(handle) }

  /// The error that stopped all further drawing, if there was one.
  var status: cairo_status_t { cairo_status(handle) }

  // MARK: State

  /// Runs `body`; transforms, clips and the like that it sets hold only for it.
  func saved(_ body: (borrowing CairoContext) throws(DiagnosticFailure) -> Void)
    throws(DiagnosticFailure)
  {
    cairo_save(handle)
    defer { cairo_restore(handle) }
    try body(self)
  }

  /// Draws what `body` draws as one picture of opacity `opacity`, blended with what is there.
  func composited(
    opacity: Double, blend: BlendMode = .normal,
    _ body: (borrowing CairoContext) throws(DiagnosticFailure) -> Void
  ) throws(DiagnosticFailure) {
    cairo_push_group(handle)
    do {
      try body(self)
    } catch {
      cairo_pattern_destroy(cairo_pop_group(handle))
      throw error
    }
    cairo_pop_group_to_source(handle)
    cairo_set_operator(handle, blend.cairoOperator)
    cairo_paint_with_alpha(handle, opacity)
    cairo_set_operator(handle, CAIRO_OPERATOR_OVER)
  }

  func concatenate(_ transform: Transform) {
    if transform == .identity { return }
    var matrix = cairo_matrix_t(
      xx: transform.a, yx: transform.b, xy: transform.c, yy: transform.d, x0: transform.tx,
      y0: transform.ty)
    cairo_transform(handle, &matrix)
  }

  /// Leaves only what lies within `geometry` to be painted.
  func clip(to geometry: Shape.Geometry) {
    outline(geometry)
    cairo_clip(handle)
  }

  // MARK: Painting

  /// Paints the whole surface.
  func paint(_ color: Color) {
    use(color, opacity: 1)
    cairo_paint(handle)
  }

  /// Paints the clip with an image whose pixels are units.
  func paint(_ image: OpaquePointer, opacity: Double) {
    cairo_set_source_surface(handle, image, 0, 0)
    let pattern = cairo_get_source(handle)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
    // Smoothing must not mix what lies beyond the image into its edges.
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    cairo_paint_with_alpha(handle, opacity)
  }

  /// Fills the current outline and forgets it. Gradients are measured in `box`.
  func fill(_ paint: Paint, in box: @autoclosure () -> Rect?, opacity: Double) {
    switch paint {
    case .solid, .linearGradient, .radialGradient:
      use(paint, in: box(), opacity: opacity)
      cairo_fill(handle)
    case .hatch(let hatch): fill(hatch, opacity: opacity)
    }
  }

  /// Strokes the current outline and forgets it. Gradients are measured in `box`.
  func stroke(_ stroke: Stroke, in box: @autoclosure () -> Rect?, opacity: Double) {
    use(stroke.paint, in: box(), opacity: opacity)
    cairo_set_line_width(handle, stroke.width)
    // Cairo refuses dashes that SVG takes for a solid line (SVG 1.1, 11.4): none that is positive, or
    // one that is negative.
    let isDashed = stroke.dash.allSatisfy { $0 >= 0 } && stroke.dash.contains { $0 > 0 }
    let dash = isDashed ? stroke.dash : []
    cairo_set_dash(handle, dash, Int32(dash.count), stroke.dashOffset)
    switch stroke.cap {
    case .butt: cairo_set_line_cap(handle, CAIRO_LINE_CAP_BUTT)
    case .round: cairo_set_line_cap(handle, CAIRO_LINE_CAP_ROUND)
    case .square: cairo_set_line_cap(handle, CAIRO_LINE_CAP_SQUARE)
    }
    switch stroke.join {
    case .miter: cairo_set_line_join(handle, CAIRO_LINE_JOIN_MITER)
    case .round: cairo_set_line_join(handle, CAIRO_LINE_JOIN_ROUND)
    case .bevel: cairo_set_line_join(handle, CAIRO_LINE_JOIN_BEVEL)
    }
    cairo_set_miter_limit(handle, stroke.miterLimit)
    cairo_stroke(handle)
  }

  /// Paints what follows with `paint`; keeps the current outline. Without a box there is nothing that a
  /// gradient could be seen on.
  func use(_ paint: Paint, in box: @autoclosure () -> Rect?, opacity: Double) {
    switch paint {
    case .solid(let color): use(color, opacity: opacity)
    case .linearGradient(let gradient):
      if let box = box() { use(gradient, in: box, opacity: opacity) }
    case .radialGradient(let gradient):
      if let box = box() { use(gradient, in: box, opacity: opacity) }
    case .hatch(let hatch): use(hatch, opacity: opacity)
    }
  }

  /// Paints what follows with one colour.
  func use(_ color: Color, opacity: Double) {
    cairo_set_source_rgba(
      handle, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      color.alpha * opacity)
  }

  // MARK: Outlines

  /// Makes `geometry` the current outline.
  func outline(_ geometry: Shape.Geometry) {
    cairo_new_path(handle)
    switch geometry {
    case .line(let start, let end):
      cairo_move_to(handle, held(start.x), held(start.y))
      cairo_line_to(handle, held(end.x), held(end.y))
    case .rect(let rect):
      let (left, top) = (held(rect.minX), held(rect.minY))
      cairo_rectangle(handle, left, top, held(rect.maxX) - left, held(rect.maxY) - top)
    case .path(let path):
      for element in path.elements {
        switch element {
        case .move(let point): cairo_move_to(handle, held(point.x), held(point.y))
        case .line(let point): cairo_line_to(handle, held(point.x), held(point.y))
        case .curve(let control1, let control2, let point):
          cairo_curve_to(
            handle, held(control1.x), held(control1.y), held(control2.x), held(control2.y),
            held(point.x), held(point.y))
        case .close: cairo_close_path(handle)
        }
      }
    }
  }
}

/// A coordinate as Cairo can hold it: 24.8 fixed point wraps round beyond eight million, silently.
private func held(_ coordinate: Double) -> Double { min(max(coordinate, -1e6), 1e6) }
