import CHarfBuzz
import Scene
import Syntax

/// A face opened for shaping. Belongs to one `Shaper`; the file is mapped, not read.
final class OpenFace {
  let face: FontFace
  /// `hb_font_t` whose scale is the face's own units: nothing is rounded before it is multiplied by the
  /// size, so that text grows evenly and equals what a browser measures.
  let font: OpaquePointer
  let unitsPerEm: Double
  /// Of size 1.
  let metrics: FontMetrics
  /// What is known of the scalars below `coverageLimit`; 0 not yet, 1 has a glyph, 2 has none.
  private var coverage: [UInt8]
  private static let coverageLimit: UInt32 = 0x2200

  init(_ face: FontFace) throws(DiagnosticFailure) {
    guard let blob = hb_blob_create_from_file_or_fail(face.file) else {
      throw DiagnosticFailure(TypesettingDiagnostics.unreadable(face.file, index: face.index))
    }
    let handle = hb_face_create(blob, UInt32(face.index))
    hb_blob_destroy(blob)
    defer { hb_face_destroy(handle) }
    guard let handle, hb_face_get_glyph_count(handle) > 0, let font = hb_font_create(handle) else {
      throw DiagnosticFailure(TypesettingDiagnostics.unreadable(face.file, index: face.index))
    }
    self.face = face
    self.font = font
    let units = Double(hb_face_get_upem(handle))
    unitsPerEm = units
    func metric(_ tag: hb_ot_metrics_tag_t) -> Double {
      var position: hb_position_t = 0
      hb_ot_metrics_get_position_with_fallback(font, tag, &position)
      return Double(position) / units
    }
    metrics = FontMetrics(
      ascent: metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
      descent: -metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
      xHeight: metric(HB_OT_METRICS_TAG_X_HEIGHT),
      capHeight: metric(HB_OT_METRICS_TAG_CAP_HEIGHT))
    coverage = [UInt8](repeating: 0, count: Int(Self.coverageLimit))
  }

  deinit { hb_font_destroy(font) }

  /// Whether the face has no rule in which a space has a part, such as kerning with it: then each word can
  /// be shaped by itself.
  private(set) lazy var setsWordsApart = SpaceRules(font).isEmpty

  /// Whether the face can draw `scalar` by itself: with a whole glyph of its own, as its canonical parts, or
  /// as one of the spaces and hyphens that HarfBuzz makes from the plain ones.
  func covers(_ scalar: UInt32) -> Bool {
    guard scalar < Self.coverageLimit else { return computeCoverage(scalar) }
    switch coverage[Int(scalar)] {
    case 1: return true
    case 2: return false
    default:
      let result = computeCoverage(scalar)
      coverage[Int(scalar)] = result ? 1 : 2
      return result
    }
  }

  private func computeCoverage(_ scalar: UInt32) -> Bool {
    if let glyph = glyph(of: scalar) { return holdsSign(glyph, of: scalar) }
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return glyph(of: 0x20) != nil
    case 0x2011: return glyph(of: 0x2010) != nil
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
      return true  // Default_Ignorable_Code_Point: drawn as nothing
    default:
      guard let (first, second) = Self.parts(of: scalar) else { return false }
      // `=` and a stroke laid over it from another place in the face run apart: a negated sign needs a glyph
      // of its own.
      if second == Self.negatingStroke { return false }
      return covers(first) && (second == 0 || covers(second))
    }
  }

  /// What `scalar` is composed of by Unicode's canonical decomposition; the second is 0 where it is one.
  static func parts(of scalar: UInt32) -> (hb_codepoint_t, hb_codepoint_t)? {
    var first: hb_codepoint_t = 0
    var second: hb_codepoint_t = 0
    guard hb_unicode_decompose(hb_unicode_funcs_get_default(), scalar, &first, &second) != 0
    else { return nil }
    return (first, second)
  }

  func glyph(of scalar: UInt32) -> hb_codepoint_t? {
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, scalar, &glyph) != 0, glyph != 0 else { return nil }
    return glyph
  }
}
