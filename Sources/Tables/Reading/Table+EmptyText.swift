extension Table {
  /// The table with empty text as null in `fields`: nothing is written there, and a scale would take it for
  /// zero as JavaScript does.
  package func withoutEmptyText(in fields: Set<String>) -> Table {
    names.filter(fields.contains).reduce(self) { table, name in
      guard let column = table.column(name)?.withoutEmptyText else { return table }
      return table.setting(name, column)
    }
  }
}

extension Column {
  /// The column with empty text as null; nil where it has none.
  fileprivate var withoutEmptyText: Column? {
    switch self {
    case .strings(let column):
      guard let empty = column.dictionary.firstIndex(of: "") else { return nil }
      return .strings(
        StringColumn(
          codes: column.codes.map { $0 == UInt32(empty) ? StringColumn.nullCode : $0 },
          dictionary: column.dictionary))
    case .values(let values):
      guard values.contains(.string("")) else { return nil }
      return .values(values.map { $0 == .string("") ? .null : $0 })
    case .numbers, .dates, .booleans: return nil
    }
  }
}
