import CCairo
import Scene
import Syntax

/// A surface of Cairo's that is drawn on.
struct CairoCanvas: Canvas {
  let context: CairoContext
  let fonts: CairoFonts
  let images: CairoImages
  var shift = Point.zero
  private var shifts: [Point] = []

  var handle: OpaquePointer { context.handle }

  init(
    _ surface: borrowing CairoSurface, fonts: CairoFonts, images: CairoImages
  ) throws(DiagnosticFailure) {
    context = try CairoContext(surface)
    self.fonts = fonts
    self.images = images
    turnHintingOff()
  }

  var visibleArea: Rect {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(handle, &left, &top, &right, &bottom)
    return Rect(x: left - shift.x, y: top - shift.y, width: right - left, height: bottom - top)
  }

  // MARK: State

  mutating func save() {
    cairo_save(handle)
    shifts.append(shift)
  }

  mutating func restore() {
    cairo_restore(handle)
    if let shift = shifts.popLast() { self.shift = shift }
  }

  mutating func concatenate(_ transform: Transform) {
    cairo_translate(handle, shift.x, shift.y)
    shift = .zero
    var matrix = cairo_matrix_t(
      xx: transform.a, yx: transform.b, xy: transform.c, yy: transform.d, x0: transform.tx,
      y0: transform.ty)
    cairo_transform(handle, &matrix)
  }

  mutating func clip(to geometry: Shape.Geometry) {
    outline(geometry)
    cairo_clip(handle)
  }

  // MARK: Painting

  mutating func fill(_ geometry: Shape.Geometry, with ink: Ink<CairoPicture>) {
    outline(geometry)
    use(ink)
    cairo_fill(handle)
  }

  mutating func stroke(_ geometry: Shape.Geometry, with pen: Pen<CairoPicture>) {
    outline(geometry)
    stroke(with: pen)
  }

  /// Strokes the current outline and forgets it.
  func stroke(with pen: Pen<CairoPicture>) {
    use(pen.ink)
    cairo_set_line_width(handle, pen.width)
    cairo_set_dash(handle, pen.dash, Int32(pen.dash.count), pen.dashOffset)
    switch pen.cap {
    case .butt: cairo_set_line_cap(handle, CAIRO_LINE_CAP_BUTT)
    case .round: cairo_set_line_cap(handle, CAIRO_LINE_CAP_ROUND)
    case .square: cairo_set_line_cap(handle, CAIRO_LINE_CAP_SQUARE)
    }
    switch pen.join {
    case .miter: cairo_set_line_join(handle, CAIRO_LINE_JOIN_MITER)
    case .round: cairo_set_line_join(handle, CAIRO_LINE_JOIN_ROUND)
    case .bevel: cairo_set_line_join(handle, CAIRO_LINE_JOIN_BEVEL)
    }
    cairo_set_miter_limit(handle, pen.miterLimit)
    cairo_stroke(handle)
  }

  mutating func draw(_ image: RasterImage, in area: Rect, opacity: Double) {
    guard let surface = images.handle(of: image) else { return }
    save()
    clip(to: .rect(area))
    concatenate(
      Transform(
        a: area.width / Double(image.width), b: 0, c: 0, d: area.height / Double(image.height),
        tx: area.minX, ty: area.minY))
    cairo_set_source_surface(handle, surface, 0, 0)
    let pattern = cairo_get_source(handle)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
    // Smoothing must not mix what lies beyond the image into its edges.
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    cairo_paint_with_alpha(handle, opacity)
    restore()
  }

  // MARK: Pictures

  mutating func beginPicture(showing area: Rect?) {
    save()
    if let area { clip(to: .rect(area)) }
    cairo_push_group(handle)
  }

  mutating func endPicture() -> CairoPicture {
    let picture = CairoPicture(pattern: cairo_pop_group(handle))
    restore()
    return picture
  }

  mutating func draw(_ picture: CairoPicture, opacity: Double, blend: BlendMode) {
    cairo_set_source(handle, picture.pattern)
    cairo_set_operator(handle, blend.cairoOperator)
    cairo_paint_with_alpha(handle, opacity)
    cairo_set_operator(handle, CAIRO_OPERATOR_OVER)
  }
}

/// What was drawn as one, for one canvas.
final class CairoPicture {
  let pattern: OpaquePointer?

  init(pattern: OpaquePointer?) { self.pattern = pattern }

  deinit { cairo_pattern_destroy(pattern) }
}

/// Cairo's drawing state for a surface.
final class CairoContext {
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
}
