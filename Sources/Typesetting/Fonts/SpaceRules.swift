import CHarfBuzz

/// The rules of a face (OpenType lookups, or an old `kern` table) in which the space has a part.
struct SpaceRules {
  let isEmpty: Bool

  init(_ font: OpaquePointer) {
    let face = hb_font_get_face(font)
    var space: hb_codepoint_t = 0
    let glyphs = hb_set_create()
    defer { hb_set_destroy(glyphs) }
    guard hb_font_get_nominal_glyph(font, 0x20, &space) != 0 else {
      isEmpty = false
      return
    }
    for tag in [Self.substitution, Self.positioning] {
      let lookups = hb_set_create()
      defer { hb_set_destroy(lookups) }
      hb_ot_layout_collect_lookups(face, tag, nil, nil, nil, lookups)
      var lookup = hb_codepoint_t.max
      while hb_set_next(lookups, &lookup) != 0 {
        hb_ot_layout_lookup_collect_glyphs(face, tag, lookup, glyphs, glyphs, glyphs, nil)
      }
    }
    let kern = hb_face_reference_table(face, Self.kerning)
    defer { hb_blob_destroy(kern) }
    isEmpty = hb_set_has(glyphs, space) == 0 && hb_blob_get_length(kern) == 0
  }

  private static let substitution = tag("GSUB")
  private static let positioning = tag("GPOS")
  private static let kerning = tag("kern")

  private static func tag(_ name: StaticString) -> hb_tag_t {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | hb_tag_t($1) } }
  }
}
