package import Syntax

extension Table {
  /// The table that a CSV file holds; every cell is text.
  package init(csv: CSVTable) {
    var columns = csv.columnNames.map { _ in StringColumn() }
    for row in 0..<csv.rowCount {
      for column in columns.indices {
        columns[column].append(csv.cell(row: row, column: column).text)
      }
    }
    self.init(zip(csv.columnNames, columns).map { ($0, .strings($1)) }, rowCount: csv.rowCount)
  }
}
