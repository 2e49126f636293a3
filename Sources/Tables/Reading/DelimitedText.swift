package import Syntax

extension Table {
  /// The table in a file of values separated by `delimiter` (CSV, TSV, or any other), its first row being
  /// the names; every cell is text. Cells may stand in double quotes, where a doubled quote is one (RFC
  /// 4180). A row with too few cells has nulls, as in d3-dsv; a warning in `bag` tells of the first.
  package static func delimited(
    _ file: SourceFile, by delimiter: UInt8 = UInt8(ascii: ","), into bag: inout DiagnosticBag
  ) -> Table {
    var reader = DelimitedReader(file: file, delimiter: delimiter)
    let table = reader.table()
    if let row = reader.unevenRow {
      bag.add(
        TablesDiagnostics.unevenRow(
          cells: row.cells, names: row.names, more: reader.unevenCount - 1,
          at: file.span(row.range)))
    }
    return table
  }
}

private struct DelimitedReader {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position = 0
  private(set) var unevenRow: (cells: Int, names: Int, range: Range<Int>)?
  private(set) var unevenCount = 0

  init(file: SourceFile, delimiter: UInt8) {
    bytes = file.bytes
    self.delimiter = delimiter
  }

  private var isAtEnd: Bool { position >= bytes.count }

  mutating func table() -> Table {
    if isAtEnd { return Table() }
    let names = row()
    var columns = names.map { _ in StringColumn() }
    var rowCount = 0
    while !isAtEnd {
      let start = position
      let cells = row()
      if cells.count == 1, cells[0].isEmpty, names.count > 1 { continue }
      if cells.count != names.count {
        if unevenRow == nil { unevenRow = (cells.count, names.count, start..<position) }
        unevenCount += 1
      }
      for index in columns.indices {
        columns[index].append(index < cells.count ? cells[index] : nil)
      }
      rowCount += 1
    }
    return Table(zip(names, columns).map { ($0, .strings($1)) }, rowCount: rowCount)
  }

  private mutating func row() -> [String] {
    var cells: [String] = []
    while true {
      cells.append(cell())
      if isAtEnd { return cells }
      let byte = bytes[position]
      position += 1
      if byte == delimiter {
        if isAtEnd {
          cells.append("")
          return cells
        }
        continue
      }
      if byte == 0x0D, !isAtEnd, bytes[position] == 0x0A { position += 1 }
      return cells
    }
  }

  /// The cell at the current position, up to a delimiter or the end of the line.
  private mutating func cell() -> String {
    if !isAtEnd, bytes[position] == UInt8(ascii: "\"") {
      var text: [UInt8] = []
      position += 1
      while !isAtEnd {
        if bytes[position] == UInt8(ascii: "\"") {
          position += 1
          guard !isAtEnd, bytes[position] == UInt8(ascii: "\"") else { break }
        }
        text.append(bytes[position])
        position += 1
      }
      // What follows the closing quote on the way to the delimiter belongs to no cell.
      while !isAtEnd, !endsCell(bytes[position]) { position += 1 }
      return String(decoding: text, as: UTF8.self)
    }
    let start = position
    while !isAtEnd, !endsCell(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func endsCell(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }
}
