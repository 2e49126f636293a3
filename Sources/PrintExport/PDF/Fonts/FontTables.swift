import CHarfBuzzSubset
import Scene

/// Tables of a font file (OpenType 1.9), as they stand in it.
///
/// HarfBuzz reads the file by mapping it into memory: of 15 MB only what is looked at.
final class FontTables {
  private let face: OpaquePointer
  private var tables: [String: OpaquePointer] = [:]

  /// nil where the file is not there or is no font.
  init?(_ face: FontFace) {
    guard let file = hb_blob_create_from_file_or_fail(face.file) else { return nil }
    defer { hb_blob_destroy(file) }
    guard hb_face_count(file) > UInt32(face.index),
      let whole = hb_face_create(file, UInt32(face.index))
    else { return nil }
    self.face = whole
    guard table("head").count >= 54, table("hhea").count >= 36, table("hmtx").count >= 4 else {
      return nil
    }
  }

  deinit {
    for table in tables.values { hb_blob_destroy(table) }
    hb_face_destroy(face)
  }

  /// The bytes of a table, valid as long as this object; none where the font has no such table.
  func table(_ name: String) -> UnsafeRawBufferPointer {
    let blob: OpaquePointer?
    if let known = tables[name] {
      blob = known
    } else {
      blob = hb_face_reference_table(face, openTypeTag(name))
      tables[name] = blob
    }
    var count: UInt32 = 0
    let start = hb_blob_get_data(blob, &count)
    return UnsafeRawBufferPointer(start: start, count: Int(count))
  }

  /// Units of the font to an em.
  var unitsPerEm: Double { Double(table("head").big16(18)) }

  /// The left, bottom, right and top of a box about all glyphs, in units of the font.
  var box: [Double] { [36, 38, 40, 42].map { Double(table("head").signed16($0)) } }

  /// How far glyphs go above and below the baseline, in units of the font; up is positive.
  var ascent: Double { Double(table("hhea").signed16(4)) }
  var descent: Double { Double(table("hhea").signed16(6)) }

  /// The height of capitals, in units of the font.
  var capHeight: Double {
    let metrics = table("OS/2")
    // Since its second version the table tells.
    guard metrics.count >= 90, metrics.big16(0) >= 2 else { return ascent }
    return Double(metrics.signed16(88))
  }

  /// Degrees that uprights lean, to the left where positive.
  var italicAngle: Double {
    let table = table("post")
    guard table.count >= 8 else { return 0 }
    return Double(table.signed16(4)) + Double(table.big16(6)) / 65536
  }

  /// The advance of a glyph, in units of the font: later glyphs are as wide as the last that has one.
  func width(of glyph: UInt32) -> UInt16 {
    let table = table("hmtx")
    let count = min(Int(self.table("hhea").big16(34)), table.count / 4)
    guard count > 0 else { return 0 }
    return table.big16(min(Int(glyph), count - 1) * 4)
  }

  /// The PostScript name; empty where the font tells none.
  var postScriptName: String {
    var buffer = [CChar](repeating: 0, count: 128)
    var count = UInt32(buffer.count)
    let name = hb_ot_name_id_t(UInt32(HB_OT_NAME_ID_POSTSCRIPT_NAME))
    _ = hb_ot_name_get_utf8(face, name, hb_language_from_string("en", -1), &count, &buffer)
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// The number that stands for a table in HarfBuzz.
func openTypeTag(_ name: String) -> hb_tag_t {
  name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) }
}

extension UnsafeRawBufferPointer {
  /// The big-endian number of two bytes at `place`.
  func big16(_ place: Int) -> UInt16 { UInt16(self[place]) << 8 | UInt16(self[place + 1]) }

  func signed16(_ place: Int) -> Int16 { Int16(bitPattern: big16(place)) }
}
