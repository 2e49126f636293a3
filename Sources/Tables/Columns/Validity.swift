/// Which rows of a column hold a value; the others are null.
package struct Validity: Hashable, Sendable {
  /// One entry a row, or nil where every row holds a value.
  private(set) var flags: [Bool]?

  /// Every row holds a value.
  package static let all = Validity(nil)

  /// The rows where `flags` is true hold a value.
  package init(_ flags: [Bool]?) {
    if let flags, flags.contains(false) { self.flags = flags } else { self.flags = nil }
  }

  /// Whether row `index` holds a value.
  package subscript(_ index: Int) -> Bool { flags.map { $0[index] } ?? true }

  func taking(_ rows: [Int]) -> Validity {
    guard let flags else { return .all }
    return Validity(rows.map { $0 < 0 ? false : flags[$0] })
  }
}
