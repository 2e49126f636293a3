import Scene

/// A face of a document as its pages name it: what they must know to show its glyphs, before its program
/// is made.
struct DrawnFace: Sendable {
  let face: FontFace
  /// The numbers of the glyphs that are shown, ascending.
  let glyphs: [UInt32]
  let texts: GlyphTexts
  /// What is written for a glyph; nil where it is the glyph's number.
  let identifiers: CharacterIdentifiers?
  /// Whether outlines are PostScript's.
  let isPostScript: Bool
  private let unitsPerEm: Double
  /// In units of the font, by the glyph's number; 0 for glyphs that are not shown.
  private let widths: [UInt16]

  /// nil where the file is not there or is no font.
  init?(_ face: FontFace, _ use: GlyphUse.Face) {
    guard let tables = FontTables(face) else { return nil }
    self.face = face
    glyphs = use.glyphs
    texts = use.texts
    unitsPerEm = tables.unitsPerEm
    guard unitsPerEm > 0 else { return nil }
    var widths = [UInt16](repeating: 0, count: Int(glyphs.last ?? 0) + 1)
    for glyph in glyphs { widths[Int(glyph)] = tables.width(of: glyph) }
    self.widths = widths
    isPostScript = !tables.table("CFF ").isEmpty
    identifiers =
      isPostScript
      ? CharacterIdentifiers(cff: tables.table("CFF "), count: Int(glyphs.last ?? 0) + 1) : nil
  }

  /// The code of a glyph in strings.
  @inline(__always)
  func code(of glyph: UInt32) -> UInt16 {
    identifiers.map { $0.identifier(of: glyph) } ?? UInt16(truncatingIfNeeded: glyph)
  }

  /// How far readers move after a glyph, in thousandths of the size.
  @inline(__always)
  func width(of glyph: UInt32) -> Double { Double(widths[Int(glyph)]) * 1000 / unitsPerEm }
}
