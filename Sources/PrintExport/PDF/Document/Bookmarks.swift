import Scene

/// Adds the document's outline (ISO 32000-1, 12.3.3), the first level unfolded; nil where there are no entries.
func addBookmarks(_ entries: [PagedDocument.OutlineEntry], to file: inout PDFFile)
  -> PDFReference?
{
  if entries.isEmpty { return nil }
  let root = Bookmark(reference: file.reserve())
  // The bookmarks about the one at hand, from the root.
  var path = [root]
  for entry in entries {
    let level = min(max(entry.level, 1), path.count)
    path.removeSubrange(level...)
    let bookmark = Bookmark(reference: file.reserve(), entry: entry)
    path[level - 1].kids.append(bookmark)
    path.append(bookmark)
  }
  file.set(
    root.reference,
    to: .dictionary(
      [(key: "Type", value: "Outlines")] + root.ends
        + [
          (key: "Count", value: .integer(root.kids.reduce(root.kids.count) { $0 + $1.kids.count }))
        ]))
  root.addKids(to: &file, areUnfolded: true)
  return root.reference
}

/// A bookmark with those below it; the root has no entry.
private final class Bookmark {
  let reference: PDFReference
  private let entry: PagedDocument.OutlineEntry?
  var kids: [Bookmark] = []

  init(reference: PDFReference, entry: PagedDocument.OutlineEntry? = nil) {
    self.reference = reference
    self.entry = entry
  }

  /// The first and the last below.
  var ends: [(key: String, value: PDFValue)] {
    guard let first = kids.first, let last = kids.last else { return [] }
    return [
      (key: "First", value: .reference(first.reference)),
      (key: "Last", value: .reference(last.reference)),
    ]
  }

  /// - Parameter areUnfolded: whether readers show at first what is below the kids.
  func addKids(to file: inout PDFFile, areUnfolded: Bool) {
    for (index, kid) in kids.enumerated() {
      guard let entry = kid.entry else { continue }
      var entries: [(key: String, value: PDFValue)] = [
        (key: "Title", value: .text(entry.title)), (key: "Parent", value: .reference(reference)),
        (key: "Dest", value: .string(Array(destinationIdentifier(entry.destination).utf8))),
      ]
      if index > 0 { entries.append((key: "Prev", value: .reference(kids[index - 1].reference))) }
      if index + 1 < kids.count {
        entries.append((key: "Next", value: .reference(kids[index + 1].reference)))
      }
      entries += kid.ends
      // Negative where they are hidden at first.
      if !kid.kids.isEmpty {
        entries.append(
          (key: "Count", value: .integer(areUnfolded ? kid.kids.count : -kid.kids.count)))
      }
      file.set(kid.reference, to: .dictionary(entries))
      kid.addKids(to: &file, areUnfolded: false)
    }
  }
}
