import Scene

/// Which glyphs of which faces stand on the pages of a document.
struct GlyphUse {
  /// For each face a bit a glyph.
  private var marks: [FontFace: [UInt64]] = [:]

  /// The numbers of the glyphs of `face`, ascending.
  func glyphs(of face: FontFace) -> [UInt32] {
    var glyphs: [UInt32] = []
    for (index, word) in (marks[face] ?? []).enumerated() {
      var rest = word
      while rest != 0 {
        glyphs.append(UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return glyphs
  }

  /// Adds the glyphs of a text.
  mutating func add(_ text: TextItem) {
    for line in text.lines { for run in line { add(run) } }
  }

  private mutating func add(_ run: GlyphRun) {
    func mark(_ marks: inout [UInt64]) {
      let last = Int(run.glyphs.reduce(0) { max($0, $1.id) } >> 6)
      if last >= marks.count { marks += Array(repeating: 0, count: last + 1 - marks.count) }
      for glyph in run.glyphs { marks[Int(glyph.id >> 6)] |= 1 << UInt64(glyph.id & 63) }
    }
    mark(&marks[run.face, default: []])
  }
}
