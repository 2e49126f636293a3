import Syntax

/// Blocks of a document that are set already: ahead of the flow, side by side, or the last time that the
/// document was set, where it is set again because a page that it refers to has moved. Those that print
/// the number of a page are never among them.
package struct SetBlocks: Sendable {
  /// Which block is meant: the block of the document that it is or stands in, and which of those that
  /// are asked for in there. A block that cannot be set ends what is asked for in the one around it and shifts
  /// no other.
  struct Place: Hashable {
    var block: Int
    var part: Int
  }

  private var known: [Place: [Fragment]] = [:]
  private var place = Place(block: 0, part: 0)
  /// Whether the document may have to be set again.
  var isKept = false

  package init() {}

  init(_ blocks: [(Place, [Fragment])]) {
    known = Dictionary(blocks) { first, _ in first }
  }

  /// These blocks and `more`.
  package mutating func add(_ more: SetBlocks) {
    known.merge(more.known) { first, _ in first }
  }

  /// Begins the document's block number `block`.
  mutating func begin(_ block: Int) { place = Place(block: block, part: 0) }

  /// The fragments of the next block: known, or what `set` makes of it; `isSettled` where it prints no page.
  mutating func fragments(
    isSettled: Bool, by set: () throws(DiagnosticFailure) -> [Fragment]
  ) throws(DiagnosticFailure) -> [Fragment] {
    defer { place.part += 1 }
    if let fragments = isKept ? known[place] : known.removeValue(forKey: place) {
      return fragments
    }
    let fragments = try set()
    if isKept, isSettled { known[place] = fragments }
    return fragments
  }
}
