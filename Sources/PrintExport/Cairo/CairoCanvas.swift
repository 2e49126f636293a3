import CCairo
import Scene
import Syntax

/// A surface of Cairo's that is drawn on.
struct CairoCanvas: Canvas {
  let context: CairoContext
  let medium: CairoSurface.Medium
  let fonts: CairoFonts
  let images: CairoImages
  var shift = Point.zero
  private var shifts: [Point] = []
  /// Whether something was drawn that Cairo may have to make pixels of.
  var mayRaster = false

  var handle: OpaquePointer { context.handle }

  init(
    _ surface: borrowing CairoSurface, fonts: CairoFonts, images: CairoImages
  ) throws(DiagnosticFailure) {
    context = try CairoContext(surface)
    medium = surface.medium
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
    self.fill(with: ink)
  }

  /// Fills the current outline and forgets it.
  mutating func fill(with ink: Ink<CairoPicture>) {
    painted(with: ink) { cairo_fill($0) }
  }

  mutating func stroke(_ geometry: Shape.Geometry, with pen: Pen<CairoPicture>) {
    outline(geometry)
    stroke(with: pen)
  }

  /// Strokes the current outline and forgets it.
  mutating func stroke(with pen: Pen<CairoPicture>) {
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
    painted(with: pen.ink) { cairo_stroke($0) }
  }

  /// Calls `body`, which fills or strokes the current outline, with `ink` set.
  private mutating func painted(with ink: Ink<CairoPicture>, _ body: (OpaquePointer) -> Void) {
    let isMasked =
      switch ink {
      case .color: false
      // What fades would make all that follows fade with it.
      case .gradient(let gradient): gradient.stops.contains { $0.color.alpha < 1 }
      // As the paint of an outline a picture becomes a tile, which MuPDF (1.21) smooths at its edges.
      case .picture: true
      }
    guard isMasked, medium == .pdf else {
      use(ink)
      return body(handle)
    }
    let outline = cairo_copy_path(handle)
    cairo_push_group_with_content(handle, CAIRO_CONTENT_ALPHA)
    cairo_append_path(handle, outline)
    cairo_path_destroy(outline)
    cairo_set_source_rgb(handle, 1, 1, 1)
    body(handle)
    let mask = cairo_pop_group(handle)
    use(ink)
    cairo_mask(handle, mask)
    cairo_pattern_destroy(mask)
    cairo_new_path(handle)
  }

  mutating func draw(_ image: RasterImage, in area: Rect, opacity: Double) {
    guard let surface = images.handle(of: image) else { return }
    save()
    switch medium {
    case .pdf: break
    // Smoothing must not show beyond the area.
    case .postScript, .svg, .pixels: clip(to: .rect(area))
    }
    concatenate(
      Transform(
        a: area.width / Double(image.width), b: 0, c: 0, d: area.height / Double(image.height),
        tx: area.minX, ty: area.minY))
    cairo_set_source_surface(handle, surface, 0, 0)
    let pattern = cairo_get_source(handle)
    switch medium {
    // An image in a PDF must not ask to be smoothed (ISO 19005-3, 6.2.8).
    case .pdf, .postScript: cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    case .svg: cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
    case .pixels:
      cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
      // Smoothing must not mix what lies beyond the image into its edges.
      cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    }
    noteOpacity(images.isOpaque(image) ? opacity : 0)
    cairo_paint_with_alpha(handle, opacity)
    restore()
  }

  // MARK: Pictures

  mutating func takeRastering() -> Bool {
    defer { mayRaster = false }
    return mayRaster
  }

  /// PostScript has no translucency.
  mutating func noteOpacity(_ opacity: Double) {
    if opacity < 1, medium == .postScript { mayRaster = true }
  }

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
    noteOpacity(opacity)
    if blend != .normal, medium != .pdf { mayRaster = true }
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
