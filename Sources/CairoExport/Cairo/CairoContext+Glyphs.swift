import CCairo
import Scene

extension cairo_text_cluster_t {
  init(_ cluster: GlyphCluster) {
    self.init(num_bytes: Int32(cluster.byteCount), num_glyphs: Int32(cluster.glyphCount))
  }
}

extension CairoContext {
  /// Sets the font of what follows.
  func use(_ font: CairoFont, size: Double) {
    cairo_set_font_face(handle, font.handle)
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

  /// Draws glyphs in the current font and paint, with their text in UTF-8 for copying and searching.
  func show(
    _ text: [UInt8], _ glyphs: [cairo_glyph_t], _ clusters: [cairo_text_cluster_t],
    isRightToLeft: Bool
  ) {
    let flags = isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0)
    text.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        cairo_show_text_glyphs(
          handle, characters.baseAddress, Int32(characters.count), glyphs, Int32(glyphs.count),
          clusters, Int32(clusters.count), flags)
      }
    }
  }

  /// Makes the outlines of glyphs of the current font the current outline.
  func outline(_ glyphs: [cairo_glyph_t]) {
    cairo_new_path(handle)
    cairo_glyph_path(handle, glyphs, Int32(glyphs.count))
  }

  /// The glyphs of a run as Cairo counts them in `font`, each at its place.
  func placed(_ run: GlyphRun, in font: CairoFont, at pen: Point) -> [cairo_glyph_t] {
    var x = pen.x
    return run.glyphs.map { glyph in
      defer { x += glyph.advance }
      // A glyph that the face was not asked to keep is the one that stands for a missing one.
      let number = font.numbers.map { $0[glyph.id] ?? 0 } ?? glyph.id
      return cairo_glyph_t(
        index: UInt(number), x: x + glyph.offset.x, y: pen.y + glyph.offset.y)
    }
  }
}
