import Scene

/// Which faces have glyphs on the pages.
enum FontUse {
  /// Each face once, by file name.
  static func faces(of document: PagedDocument) -> [FontFace] {
    var found: Set<FontFace> = []
    for page in document.pages { collect(page.frame.items, into: &found) }
    return found.sorted { ($0.file, $0.index) < ($1.file, $1.index) }
  }

  private static func collect(_ items: [FrameItem], into found: inout Set<FontFace>) {
    for item in items {
      switch item {
      case .text(let text):
        for line in text.lines { for run in line { found.insert(run.face) } }
      case .group(let group): collect(group.items, into: &found)
      case .shape, .destination, .image: break
      }
    }
  }
}
