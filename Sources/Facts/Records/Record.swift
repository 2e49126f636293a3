import Syntax

/// A row of a table as a value. Its id is unique across all tables of a dataset.
package protocol Record: Sendable {
  /// The places of the columns that a row is read from.
  associatedtype Columns

  var id: String { get }
  /// The row of the table, from 0, that it was read from.
  var row: Int { get }

  /// Finds the columns; those that must be there and are not are reported.
  static func columns(_ header: inout HeaderReader) -> Columns

  /// The record of the row that `reader` stands at, or nil with the problem reported.
  init?(_ reader: inout RowReader, _ columns: Columns)
}

/// Finds columns by name. A column that is not there reads as empty.
package struct HeaderReader {
  private let table: CSVTable
  private(set) var missing: [String] = []

  init(_ table: CSVTable) { self.table = table }

  mutating func required(_ name: String) -> Int {
    if let index = table.columnIndex(named: name) { return index }
    missing.append(name)
    return -1
  }

  func optional(_ name: String) -> Int { table.columnIndex(named: name) ?? -1 }
}

/// What a cell says where a reader may expect a value that the sources do not give.
package let notStated = "not_stated"
