/// The rows of a CSV file under its header.
///
/// Cells are kept as two 32-bit offsets each, row after row, so that a table of millions of cells is two
/// flat arrays and no strings. Rows that were reported as broken are not among them.
package struct CSVTable: Sendable {
  package let file: SourceFile
  /// The cells of the first row, in order. Where names repeat, a diagnostic says so.
  package let header: [CSVCell]
  /// How many rows stand below the header.
  package let rowCount: Int
  /// The bounds of all cells, header included, row after row.
  private let cells: CSVCells
  private let columns: [String: Int]

  init(file: SourceFile, header: [CSVCell], cells: CSVCells) {
    self.file = file
    self.header = header
    self.cells = cells
    rowCount = header.isEmpty ? 0 : cells.count / header.count - 1
    columns = Dictionary(
      header.enumerated().map { ($0.element.text, $0.offset) }, uniquingKeysWith: min)
  }

  /// How many cells each row has.
  package var columnCount: Int { header.count }

  /// The cell of a row (from 0, the header not counted) and a column (from 0).
  package func cell(row: Int, column: Int) -> CSVCell {
    precondition(row >= 0 && row < rowCount && column >= 0 && column < columnCount)
    return cells.cell((row + 1) * columnCount + column, of: file)
  }

  /// The place in the rows of the column called `name`, the first where it repeats, or nil.
  package func columnIndex(named name: String) -> Int? { columns[name] }

  /// The names of the columns, in order.
  package var columnNames: [String] { header.map(\.text) }

  /// Where a row (from 0) was written, from its first cell to its last.
  package func span(ofRow row: Int) -> SourceSpan {
    let first = cell(row: row, column: 0).range
    let last = cell(row: row, column: columnCount - 1).range
    return file.span(first.lowerBound..<last.upperBound)
  }
}

/// Bounds of cells, flat.
struct CSVCells: Sendable {
  private var starts: [UInt32] = []
  /// The end of each cell in the upper 31 bits; the lowest tells of doubled quotes.
  private var ends: [UInt32] = []

  var count: Int { starts.count }

  mutating func append(_ range: Range<Int>, hasDoubledQuotes: Bool) {
    starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
    ends.append(UInt32(truncatingIfNeeded: range.upperBound << 1) | (hasDoubledQuotes ? 1 : 0))
  }

  /// Takes off the cells from `count` on: a row that turned out broken.
  mutating func removeAll(from count: Int) {
    starts.removeSubrange(count...)
    ends.removeSubrange(count...)
  }

  func cell(_ index: Int, of file: SourceFile) -> CSVCell {
    CSVCell(
      file: file, range: Int(starts[index])..<Int(ends[index] >> 1),
      hasDoubledQuotes: ends[index] & 1 == 1)
  }
}
