package import Syntax

/// A field to sort by.
package struct SortKey: Hashable, Sendable {
  /// The field whose values are compared.
  package var field: FieldReference
  /// Default false.
  package var isDescending: Bool

  package init(_ field: FieldReference, isDescending: Bool = false) {
    self.field = field
    self.isDescending = isDescending
  }
}

/// The order of a table's rows by some keys: Vega's comparator, in which nulls come first, then NaN.
package struct RowOrder: Sendable {
  private let keys: [(column: Column, isDescending: Bool)]

  package init(_ keys: [SortKey], of table: Table) throws(DiagnosticFailure) {
    var columns: [(column: Column, isDescending: Bool)] = []
    for key in keys { columns.append((try key.field.column(of: table), key.isDescending)) }
    self.keys = columns
  }

  /// Whether there is anything to sort by.
  package var isEmpty: Bool { keys.isEmpty }

  /// How row `left` stands to row `right`.
  package func compare(_ left: Int, _ right: Int) -> Ordering {
    for key in keys {
      let order: Ordering
      if case .numbers(let values, let validity) = key.column, validity == .all,
        let known = Ordering(values[left], values[right])
      {
        order = known
      } else {
        order = Value.ascending(key.column[left], key.column[right])
      }
      if order != .same { return key.isDescending ? order.reversed : order }
    }
    return .same
  }

  /// `rows` in this order; rows that are equal by it keep theirs.
  package func sorted(_ rows: [Int]) -> [Int] {
    if keys.isEmpty { return rows }
    return rows.enumerated().sorted { left, right in
      switch compare(left.element, right.element) {
      case .before: true
      case .after: false
      case .same: left.offset < right.offset
      }
    }.map(\.element)
  }
}

extension Table {
  /// The table with its rows sorted; rows that are equal by `keys` keep their order.
  package func sorted(by keys: [SortKey]) throws(DiagnosticFailure) -> Table {
    try taking(RowOrder(keys, of: self).sorted(Array(0..<rowCount)))
  }
}
