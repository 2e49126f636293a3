import Documents
import Syntax

/// The blocks of a document as they were set before: where the document is set again because a page that it
/// refers to has moved, those that print no page are the same as they were.
struct SetBlocks {
  /// By the block's place among those that are asked for.
  private var known: [Int: [Fragment]] = [:]
  private var count = 0
  /// Whether the document may have to be set again.
  private let remembers: Bool

  /// - Parameter remembers: false for a document that refers to no page and is set once.
  init(remembers: Bool) { self.remembers = remembers }

  /// Begins the document anew.
  mutating func startOver() { count = 0 }

  /// The fragments of the next block of the document: known, or what `set` makes of it.
  mutating func fragments(
    of block: Block, set: () throws(DiagnosticFailure) -> [Fragment]
  ) throws(DiagnosticFailure) -> [Fragment] {
    let place = count
    count += 1
    if let fragments = known[place] { return fragments }
    let fragments = try set()
    if remembers, !block.references.contains(where: { $0.form != .name }) {
      known[place] = fragments
    }
    return fragments
  }
}
