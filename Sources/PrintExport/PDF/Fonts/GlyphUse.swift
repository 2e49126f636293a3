import Scene

/// Which glyphs of which faces stand on the pages of a document, and for which text.
struct GlyphUse: Sendable {
  struct Face: Sendable {
    /// A bit a glyph.
    fileprivate var marks: [UInt64] = []
    fileprivate(set) var texts = GlyphTexts()

    /// The numbers of the glyphs, ascending.
    var glyphs: [UInt32] {
      var glyphs: [UInt32] = []
      for (index, word) in marks.enumerated() {
        var rest = word
        while rest != 0 {
          glyphs.append(UInt32(index * 64 + rest.trailingZeroBitCount))
          rest &= rest - 1
        }
      }
      return glyphs
    }
  }

  /// In the order in which the document comes to them.
  private(set) var faces: [(face: FontFace, use: Face)] = []
  private var places: [FontFace: Int] = [:]

  /// Adds the glyphs of a run with clusters that account for all of it.
  mutating func add(_ run: GlyphRun) {
    let place = place(of: run.face)
    let last = Int(run.glyphs.reduce(0) { max($0, $1.id) } >> 6)
    let missing = last + 1 - faces[place].use.marks.count
    if missing > 0 { faces[place].use.marks += Array(repeating: 0, count: missing) }
    for glyph in run.glyphs {
      faces[place].use.marks[Int(glyph.id >> 6)] |= 1 << UInt64(glyph.id & 63)
    }
    run.forEachCluster { glyphs, text in
      if glyphs.count == 1, !text.isEmpty {
        faces[place].use.texts.note(run.glyphs[glyphs.lowerBound].id, text)
      } else {
        faces[place].use.texts.note(run.glyphs[glyphs], text)
      }
    }
  }

  /// Adds what stands on the pages that follow.
  mutating func add(_ later: GlyphUse) {
    for (face, use) in later.faces {
      let place = place(of: face)
      let missing = use.marks.count - faces[place].use.marks.count
      if missing > 0 { faces[place].use.marks += Array(repeating: 0, count: missing) }
      for (index, word) in use.marks.enumerated() { faces[place].use.marks[index] |= word }
      faces[place].use.texts.add(use.texts)
    }
  }

  private mutating func place(of face: FontFace) -> Int {
    if let known = places[face] { return known }
    places[face] = faces.count
    faces.append((face, Face()))
    return faces.count - 1
  }
}
