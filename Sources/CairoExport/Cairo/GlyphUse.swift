import Scene

/// Which glyphs of which faces stand on the pages of a document.
struct GlyphUse {
  private(set) var glyphs: [FontFace: Set<UInt32>] = [:]

  init() {}

  init(_ document: PagedDocument) {
    for page in document.pages { add(page.frame.items) }
  }

  private mutating func add(_ items: [FrameItem]) {
    for item in items {
      switch item {
      case .text(let text):
        for line in text.lines {
          for run in line {
            for glyph in run.glyphs { glyphs[run.face, default: []].insert(glyph.id) }
          }
        }
      case .group(let group): add(group.items)
      case .shape, .destination, .image: break
      }
    }
  }
}
