import CHarfBuzzSubset
import Scene

/// A font file in memory with the glyphs that a document draws and no others, numbered anew, each outline
/// written out in full.
///
/// PDFs are given such faces in place of those with PostScript outlines (CFF), for two reasons. Cairo up to
/// 1.18 follows the subroutines that glyphs share by a short-cut: it passes over one that it has seen before
/// and loses count of the operands, takes a `hintmask` (Adobe's Technical Note 5177, 4.3) for shorter than it
/// is, and now and then leaves out a subroutine that is called: a glyph is missing from the page and
/// nothing tells. Without subroutines and hints there is nothing to lose count of. And Cairo would hold the
/// whole table of outlines, 15 MB for a face with Han.
final class CompactFace {
  private let blob: OpaquePointer
  /// The numbers that the glyphs have here, by those that they have in the whole face.
  let numbers: [UInt32: UInt32]

  /// The file, valid as long as this object.
  var bytes: UnsafeBufferPointer<UInt8> {
    var count: UInt32 = 0
    let start = hb_blob_get_data(blob, &count)
    return UnsafeRawBufferPointer(start: start, count: Int(count)).bindMemory(to: UInt8.self)
  }

  /// nil where the face has no PostScript outlines or cannot be read: then the file itself will do, or will
  /// be reported.
  ///
  /// - Parameter glyphs: each once.
  init?(_ face: FontFace, glyphs: [UInt32]) {
    let file = hb_blob_create_from_file(face.file)
    let whole = hb_face_create(file, UInt32(face.index))
    hb_blob_destroy(file)
    defer { hb_face_destroy(whole) }
    guard let outlined = Self.outlines(of: whole) else { return nil }
    defer { hb_face_destroy(outlined) }
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    hb_subset_input_set_flags(
      input,
      HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
        | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
    let kept = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(kept, glyph) }
    guard let plan = hb_subset_plan_create_or_fail(outlined, input) else { return nil }
    defer { hb_subset_plan_destroy(plan) }
    guard let subset = hb_subset_plan_execute_or_fail(plan) else { return nil }
    defer { hb_face_destroy(subset) }
    guard let blob = hb_face_reference_blob(subset) else { return nil }
    self.blob = blob
    let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
    numbers = Dictionary(uniqueKeysWithValues: glyphs.map { ($0, hb_map_get(map, $0)) })
  }

  deinit { hb_blob_destroy(blob) }

  /// The tables of `face` that drawing needs, as a face; nil where it has no PostScript outlines.
  ///
  /// Shaping is done: its tables, and the glyphs that they lead to, are not wanted. Nor are characters:
  /// the subsetter would read all of them to find those of the glyphs.
  private static func outlines(of face: OpaquePointer?) -> OpaquePointer? {
    guard let drawn = hb_face_builder_create() else { return nil }
    for name in ["CFF ", "OS/2", "head", "hhea", "hmtx", "maxp", "name", "post"] {
      let table = hb_face_reference_table(face, tag(name))
      defer { hb_blob_destroy(table) }
      guard hb_blob_get_length(table) > 0 else {
        guard name == "CFF " else { continue }
        hb_face_destroy(drawn)
        return nil
      }
      hb_face_builder_add_table(drawn, tag(name), table)
    }
    return drawn
  }

  private static func tag(_ name: String) -> hb_tag_t {
    name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) }
  }
}
