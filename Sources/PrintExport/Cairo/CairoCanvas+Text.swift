import CCairo
import Scene

extension CairoCanvas {
  /// Glyphs are drawn as outlines, since Cairo moves those of images to whole pixels.
  mutating func show(
    _ run: GlyphRun, at point: Point, fill: Ink<CairoPicture>?, stroke: Pen<CairoPicture>?
  ) {
    guard let face = fonts.handle(of: run.face) else { return }
    cairo_set_font_face(handle, face)
    cairo_set_font_size(handle, run.size)
    let glyphs = placed(run, at: Point(x: point.x + shift.x, y: point.y + shift.y))
    if let fill {
      outline(glyphs)
      use(fill)
      cairo_fill(handle)
    }
    if let stroke {
      outline(glyphs)
      self.stroke(with: stroke)
    }
  }

  /// Makes glyphs the same shape and width at every place and size.
  func turnHintingOff() {
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(handle, options)
    cairo_font_options_destroy(options)
  }

  /// Makes the outlines of glyphs of the current font the current outline.
  private func outline(_ glyphs: [cairo_glyph_t]) {
    cairo_new_path(handle)
    cairo_glyph_path(handle, glyphs, Int32(glyphs.count))
  }

  /// The glyphs of a run, each at its place.
  private func placed(_ run: GlyphRun, at point: Point) -> [cairo_glyph_t] {
    var x = point.x
    return run.glyphs.map { glyph in
      defer { x += glyph.advance }
      return cairo_glyph_t(
        index: UInt(glyph.id), x: x + glyph.offset.x, y: point.y + glyph.offset.y)
    }
  }
}
