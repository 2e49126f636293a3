import CHarfBuzzSubset
import Scene

/// A face with the glyphs that a document draws and no others, numbered anew.
struct FontSubset: Sendable {
  /// What reads the subset.
  enum Host: Sendable {
    /// A PDF: of a face with PostScript outlines, the table `CFF` alone.
    case document
    /// FreeType: a whole file.
    case freeType
  }

  /// Whether outlines are PostScript's, in the table `CFF`; else they are in `glyf`.
  let isPostScript: Bool
  /// The numbers that the glyphs have here, by those that they have in the whole face.
  let numbers: [UInt32: UInt32]
  let program: [UInt8]

  /// nil where the face cannot be read.
  ///
  /// - Parameters:
  ///   - glyphs: each once.
  ///   - keepsNumbers: whether glyphs keep the numbers that they have in the whole face, empty ones between
  ///     them.
  init?(_ face: FontFace, glyphs: [UInt32], keepsNumbers: Bool, for host: Host = .document) {
    guard let file = hb_blob_create_from_file_or_fail(face.file) else { return nil }
    let whole = hb_face_create(file, UInt32(face.index))
    hb_blob_destroy(file)
    defer { hb_face_destroy(whole) }
    guard let drawn = hb_face_builder_create() else { return nil }
    defer { hb_face_destroy(drawn) }
    isPostScript = Self.addTables(of: whole, to: drawn, for: host)
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    // Outlines in full: subroutines that few glyphs share cost more than they save, and readers have been
    // known to lose count in them.
    var flags =
      HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
      | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue
    if keepsNumbers { flags |= HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue }
    hb_subset_input_set_flags(input, flags)
    let kept = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(kept, glyph) }
    guard let plan = hb_subset_plan_create_or_fail(drawn, input) else { return nil }
    defer { hb_subset_plan_destroy(plan) }
    guard let subset = hb_subset_plan_execute_or_fail(plan) else { return nil }
    defer { hb_face_destroy(subset) }
    let map = hb_subset_plan_old_to_new_glyph_mapping(plan)
    numbers = Dictionary(uniqueKeysWithValues: glyphs.map { ($0, hb_map_get(map, $0)) })
    switch host {
    case .document where isPostScript:
      program = Self.bytes(of: hb_face_reference_table(subset, openTypeTag("CFF ")))
    case .document, .freeType: program = Self.bytes(of: hb_face_reference_blob(subset))
    }
    if program.isEmpty { return nil }
  }

  /// Gives `drawn` the tables of `face` that a font in a PDF has (ISO 32000-1, 9.9); says whether the outlines
  /// are PostScript's.
  ///
  /// Shaping is done: its tables, and the glyphs that they lead to, are not wanted. Nor are characters:
  /// the subsetter would read all of them to find those of the glyphs.
  private static func addTables(of face: OpaquePointer?, to drawn: OpaquePointer, for host: Host)
    -> Bool
  {
    var isPostScript = false
    let names =
      switch host {
      case .document: ["CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp"]
      case .freeType:
        ["CFF ", "glyf", "loca", "OS/2", "head", "hhea", "hmtx", "maxp", "name", "post"]
      }
    for name in names {
      let table = hb_face_reference_table(face, openTypeTag(name))
      defer { hb_blob_destroy(table) }
      guard hb_blob_get_length(table) > 0 else { continue }
      if name == "CFF " { isPostScript = true }
      hb_face_builder_add_table(drawn, openTypeTag(name), table)
    }
    return isPostScript
  }

  /// The bytes of a blob, which is let go.
  private static func bytes(of blob: OpaquePointer?) -> [UInt8] {
    defer { hb_blob_destroy(blob) }
    var count: UInt32 = 0
    let start = hb_blob_get_data(blob, &count)
    return Array(UnsafeRawBufferPointer(start: start, count: Int(count)))
  }
}
