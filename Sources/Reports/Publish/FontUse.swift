import Scene

/// Which faces have glyphs on the pages.
enum FontUse {
  /// Each face once, by file name.
  static func faces(of document: PagedDocument) -> [FontFace] {
    var found: Set<FontFace> = []
    var last: FontFace?
    for page in document.pages { collect(page.frame.items, into: &found, last: &last) }
    return found.sorted { ($0.file, $0.index) < ($1.file, $1.index) }
  }

  /// `last` is the face of the run before: most runs have the same.
  private static func collect(
    _ items: [FrameItem], into found: inout Set<FontFace>, last: inout FontFace?
  ) {
    for item in items {
      switch item {
      case .text(let text):
        for line in text.lines {
          for run in line where run.face != last {
            last = run.face
            found.insert(run.face)
          }
        }
      case .group(let group): collect(group.items, into: &found, last: &last)
      case .shape, .destination, .image: break
      }
    }
  }
}
