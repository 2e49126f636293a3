import CHarfBuzz
import CPango

/// Text with what Unicode says of each of its characters: direction and script.
///
/// Pango's core answers both (UAX #9 through fribidi, UAX #24); its fonts are not used.
struct AnalyzedText {
  /// UTF-8, controls that stand for white space made spaces: what is shaped and copied out.
  let bytes: [UInt8]
  let scalars: [UInt32]
  /// The byte at which each scalar begins, and the length of `bytes` at the end.
  let starts: [Int]
  /// Embedding levels by scalar; empty where all are 0.
  let levels: [UInt8]
  /// Scripts by scalar; empty where all are Latin.
  let scripts: [hb_script_t]
  let isRightToLeft: Bool
  /// Whether it holds Han, kana or their punctuation.
  let hasSolid: Bool

  /// Analyses `bytes`, which must be valid UTF-8. `language` decides the direction of the whole: the
  /// direction of the first letter would turn an English line that begins with a Hebrew name.
  init(bytes: [UInt8], language: String) {
    var scalars: [UInt32] = []
    var starts: [Int] = []
    scalars.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count + 1)
    var highest: UInt32 = 0
    var index = 0
    while index < bytes.count {
      starts.append(index)
      let scalar = UTF8Text.next(of: bytes, &index)
      highest = max(highest, scalar)
      scalars.append(scalar)
    }
    starts.append(bytes.count)
    self.bytes = bytes.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
    self.scalars = scalars
    self.starts = starts
    isRightToLeft = Self.isRightToLeft(language)
    hasSolid = highest >= 0x2E80 && scalars.contains(where: isSetSolid)
    // The first right-to-left block begins at U+0590.
    let isBidirectional = isRightToLeft || (highest >= 0x590 && scalars.contains(where: Self.turns))
    levels = isBidirectional ? Self.levels(of: bytes, isRightToLeft: isRightToLeft) : []
    scripts = highest < 0x250 ? [] : Self.scripts(of: bytes, starts: starts)
  }

  func level(at index: Int) -> UInt8 { levels.isEmpty ? 0 : levels[index] }

  func script(at index: Int) -> hb_script_t { scripts.isEmpty ? HB_SCRIPT_LATIN : scripts[index] }

  private static func isRightToLeft(_ language: String) -> Bool {
    let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary)
  }

  /// Whether a scalar may lie in a right-to-left run or order one.
  private static func turns(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x590...0x8FF, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFF,
      0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  private static func levels(of bytes: [UInt8], isRightToLeft: Bool) -> [UInt8] {
    bytes.withUnsafeBytes { raw in
      guard let text = raw.bindMemory(to: CChar.self).baseAddress else { return [] }
      var base = isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR
      guard let levels = pango_log2vis_get_embedding_levels(text, Int32(raw.count), &base) else {
        return []
      }
      defer { g_free(levels) }
      return Array(UnsafeBufferPointer(start: levels, count: g_utf8_strlen(text, raw.count)))
    }
  }

  private static func scripts(of bytes: [UInt8], starts: [Int]) -> [hb_script_t] {
    var scripts = [hb_script_t](repeating: HB_SCRIPT_LATIN, count: starts.count - 1)
    bytes.withUnsafeBytes { raw in
      guard let text = raw.bindMemory(to: CChar.self).baseAddress,
        let iterator = pango_script_iter_new(text, Int32(raw.count))
      else { return }
      defer { pango_script_iter_free(iterator) }
      var index = 0
      repeat {
        var end: UnsafePointer<CChar>?
        var script = PANGO_SCRIPT_COMMON
        pango_script_iter_get_range(iterator, nil, &end, &script)
        // Text without letters, such as a number, is shaped like the Latin text that it stands in:
        // many faces keep the features of figures under that script alone.
        let isNeutral = script == PANGO_SCRIPT_COMMON || script == PANGO_SCRIPT_INHERITED
        let tag = g_unicode_script_to_iso15924(GUnicodeScript(rawValue: script.rawValue))
        let resolved = isNeutral ? HB_SCRIPT_LATIN : hb_script_from_iso15924_tag(tag)
        let limit = end.map { $0 - text } ?? raw.count
        while index < scripts.count, starts[index] < limit {
          scripts[index] = resolved
          index += 1
        }
      } while pango_script_iter_next(iterator) != 0
    }
    return scripts
  }
}
