/// The named destinations of a document (ISO 32000-1, 7.9.6 and 12.3.2.3): a tree of two levels, by which
/// readers find a name without reading all.
struct NameTree {
  /// By name in the order of bytes, which is that of the tree.
  private let entries: [(name: [UInt8], value: PDFValue)]

  init(_ entries: [(name: String, value: PDFValue)]) {
    self.entries = entries.map { (Array($0.name.utf8), $0.value) }.sorted {
      $0.name.lexicographicallyPrecedes($1.name)
    }
  }

  func add(to file: inout PDFFile) -> PDFReference {
    var leaves: [PDFValue] = []
    for start in stride(from: 0, to: entries.count, by: 64) {
      let share = entries[start..<min(start + 64, entries.count)]
      guard let first = share.first, let last = share.last else { continue }
      leaves.append(
        .reference(
          file.add([
            "Limits": [.string(first.name), .string(last.name)],
            "Names": .array(share.flatMap { [.string($0.name), $0.value] }),
          ])))
    }
    return file.add(["Kids": .array(leaves)])
  }
}
