import CCairo
import Scene

extension CairoContext {
  /// Sets the font of what follows.
  func use(_ face: OpaquePointer, size: Double) {
    cairo_set_font_face(handle, face)
    cairo_set_font_size(handle, size)
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
  func outline(_ glyphs: [cairo_glyph_t]) {
    cairo_new_path(handle)
    cairo_glyph_path(handle, glyphs, Int32(glyphs.count))
  }

  /// The glyphs of a run, each at its place.
  func placed(_ run: GlyphRun, at pen: Point) -> [cairo_glyph_t] {
    var x = pen.x
    return run.glyphs.map { glyph in
      defer { x += glyph.advance }
      return cairo_glyph_t(
        index: UInt(glyph.id), x: x + glyph.offset.x, y: pen.y + glyph.offset.y)
    }
  }
}
