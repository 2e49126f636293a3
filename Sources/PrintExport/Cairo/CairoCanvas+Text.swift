import CCairo
import Scene

extension CairoCanvas {
  mutating func show(
    _ run: GlyphRun, at point: Point, fill: Ink<CairoPicture>?, stroke: Pen<CairoPicture>?
  ) {
    guard let face = fonts.face(run.face) else { return }
    cairo_set_font_face(handle, face.handle)
    cairo_set_font_size(handle, run.size)
    let glyphs = placed(run, in: face, at: Point(x: point.x + shift.x, y: point.y + shift.y))
    switch (fill, medium) {
    case (.color(let color), .pdf), (.color(let color), .postScript), (.color(let color), .svg):
      use(color)
      show(run, glyphs)
    // Cairo moves glyphs of pixels to whole ones, but not their outlines; and what it writes of letters in changing colours
    // poppler (22.12) shows as a box.
    case (let fill?, _):
      outline(glyphs)
      self.fill(with: fill)
    case (nil, _): break
    }
    if let stroke {
      outline(glyphs)
      self.stroke(with: stroke)
    }
  }

  /// Shows glyphs in the current font and paint, with their text for copying and searching.
  private func show(_ run: GlyphRun, _ glyphs: [cairo_glyph_t]) {
    let clusters = run.clusters.map { cluster in
      cairo_text_cluster_t(
        num_bytes: Int32(cluster.byteCount), num_glyphs: Int32(cluster.glyphCount))
    }
    let flags = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0)
    cairo_show_text_glyphs(
      handle, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), flags)
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
  private func placed(_ run: GlyphRun, in face: CairoFonts.Face, at point: Point)
    -> [cairo_glyph_t]
  {
    var x = point.x
    return run.glyphs.map { glyph in
      defer { x += glyph.advance }
      return cairo_glyph_t(
        index: UInt(face.number(of: glyph.id)), x: x + glyph.offset.x, y: point.y + glyph.offset.y)
    }
  }
}
