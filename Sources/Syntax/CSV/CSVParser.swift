/// Reads CSV (RFC 4180; lines end with LF or CRLF; any delimiter) and keeps the place of every cell.
///
/// Reading never stops at a broken row: it is reported, left out, and the rows after it are read.
package struct CSVParser {
  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  private let dialect: CSVDialect
  private let delimiter: UInt8
  private var position = 0
  private var cells = CSVCells()
  /// The cells of the header once it is read.
  private var header: [CSVCell]?
  private var report: CappedDiagnostics
  /// The first byte that is not UTF-8, and in how many cells there is one: one cause, the file's encoding.
  private var firstForeignByte: Int?
  private var foreignCellCount = 0
  private var hasBareCarriageReturn = false

  private init(_ file: SourceFile, _ dialect: CSVDialect, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.file = file
    self.bytes = bytes
    self.dialect = dialect
    delimiter = dialect.delimiter
    report = CappedDiagnostics(file)
  }

  /// The table in `file`, its broken rows left out and reported into `bag`, or nil where there is no
  /// header to read it by.
  package static func parse(
    _ file: SourceFile, dialect: CSVDialect = .csv, into bag: inout DiagnosticBag
  ) -> CSVTable? {
    guard file.bytes.count <= SourceFile.maximumByteCount else {
      bag.add(SyntaxDiagnostics.largeFile(file.path, SourceFile.maximumByteCount))
      return nil
    }
    if let kind = ForeignFileKind(of: file.bytes) {
      bag.add(SyntaxDiagnostics.csvForeign(kind, file.path))
      return nil
    }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var parser = CSVParser(file, dialect, bytes)
      let table = parser.table()
      parser.reportEncoding()
      parser.report.finish(into: &bag)
      return table
    }
  }

  private mutating func table() -> CSVTable? {
    var blankLines: [Int] = []
    while position < bytes.count {
      if let next = lineEnding(at: position) {
        // A blank line matters only where rows follow it.
        if header != nil { blankLines.append(position) }
        position = next
        continue
      }
      for blank in blankLines { report.add(SyntaxDiagnostics.csvBlankRow, blank..<blank) }
      blankLines.removeAll(keepingCapacity: true)
      row()
    }
    guard let header else {
      report.add(SyntaxDiagnostics.csvEmpty, 0..<0)
      return nil
    }
    return header.isEmpty ? nil : CSVTable(file: file, header: header, cells: cells)
  }

  /// Reads one row, the header being the first.
  private mutating func row() {
    let firstCell = cells.count
    let start = position
    var isWhole = true
    while true {
      if !cell() { isWhole = false }
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    let end = position
    if position < bytes.count { position = lineEnding(at: position) ?? position }
    guard let header else {
      readHeader(isWhole: isWhole)
      return
    }
    let count = cells.count - firstCell
    if isWhole, header.count == 1, count > 1, firstCell == 1 {
      // A line of a title or comment above the names: each row would differ from it.
      report.add(
        { SyntaxDiagnostics.csvTitleLine(cells: count, at: $0) }, cells.cell(0, of: file).range)
      self.header = []
      cells.removeAll(from: 0)
      return
    }
    if isWhole, !header.isEmpty, count != header.count {
      reportCount(of: firstCell, count, row: start..<end, wanted: header.count)
      isWhole = false
    }
    if !isWhole { cells.removeAll(from: firstCell) }
  }

  private mutating func readHeader(isWhole: Bool) {
    guard isWhole else {
      // The file cannot be read by a broken header; its rows are read for their own problems only.
      header = []
      cells.removeAll(from: 0)
      return
    }
    let names = (0..<cells.count).map { cells.cell($0, of: file) }
    var known: [String: CSVCell] = [:]
    for (index, cell) in names.enumerated() {
      let name = cell.text
      if name.allSatisfy(\.isWhitespace) {
        report.add({ SyntaxDiagnostics.csvBlankHeader(column: index + 1, at: $0) }, cell.range)
      } else if let first = known[name] {
        report.add(
          { SyntaxDiagnostics.csvDuplicateHeader(name, at: $0, first: first.span) }, cell.range)
      } else {
        known[name] = cell
      }
    }
    if names.count == 1, let separator = dialect.others.first(where: names[0].text.contains) {
      report.add(
        { [dialect] in
          SyntaxDiagnostics.csvSeparator(separator, wanted: dialect.delimiterName, at: $0)
        }, names[0].range)
      // Every row below has another number of cells for the same reason, which is reported once.
      header = []
      cells.removeAll(from: 0)
      return
    }
    header = names
  }

  private mutating func reportCount(of first: Int, _ count: Int, row: Range<Int>, wanted: Int) {
    let name = cells.cell(first, of: file).text
    let range =
      count > wanted ? cells.cell(first + wanted, of: file).range.lowerBound..<row.upperBound : row
    report.add(
      { [dialect] in
        SyntaxDiagnostics.csvCellCount(
          row: name, count: count, wanted: wanted, delimiter: dialect.delimiterName, at: $0)
      }, range)
  }

  /// Reads one cell and stops at the delimiter or the line ending after it. Returns whether it was in order.
  private mutating func cell() -> Bool {
    position < bytes.count && bytes[position] == .doubleQuote ? quotedCell() : plainCell()
  }

  private mutating func plainCell() -> Bool {
    let start = position
    var isWhole = true
    var hasWideText = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == .lineFeed { break }
      if byte == .carriageReturn, lineEnding(at: position) != nil { break }
      if byte >= 0x80 {
        hasWideText = true
      } else if byte == .doubleQuote || byte < 0x20 && byte != .tab {
        if isWhole { reportCharacter(byte, at: position) }
        isWhole = false
      }
      position += 1
    }
    if hasWideText, !checkEncoding(start..<position) { isWhole = false }
    cells.append(start..<position, hasDoubledQuotes: false)
    return isWhole
  }

  private mutating func quotedCell() -> Bool {
    let opening = position
    position += 1
    var isWhole = true
    var hasWideText = false
    var hasDoubledQuotes = false
    var isClosed = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .doubleQuote {
        if position + 1 < bytes.count, bytes[position + 1] == .doubleQuote {
          hasDoubledQuotes = true
          position += 2
          continue
        }
        isClosed = true
        break
      }
      if byte >= 0x80 {
        hasWideText = true
      } else if byte < 0x20, byte != .tab, byte != .lineFeed,
        byte != .carriageReturn || lineEnding(at: position) == nil
      {
        if isWhole { reportCharacter(byte, at: position) }
        isWhole = false
      }
      position += 1
    }
    let content = (opening + 1)..<position
    if hasWideText, !checkEncoding(content) { isWhole = false }
    cells.append(content, hasDoubledQuotes: hasDoubledQuotes)
    guard isClosed else {
      report.add(SyntaxDiagnostics.csvUnclosedQuote, opening..<opening + 1)
      return false
    }
    position += 1
    return skipStrayText(after: opening) && isWhole
  }

  /// Passes over text between a closing quote and the next delimiter or line ending, and reports it.
  private mutating func skipStrayText(after opening: Int) -> Bool {
    let start = position
    while position < bytes.count, bytes[position] != delimiter, bytes[position] != .lineFeed,
      lineEnding(at: position) == nil
    {
      position += 1
    }
    if position == start { return true }
    let quoteStart = file.span(opening..<opening + 1)
    report.add(
      { [dialect] in
        SyntaxDiagnostics.csvTextAfterQuote(
          at: $0, opening: quoteStart, delimiter: dialect.delimiterName)
      }, start..<position)
    return false
  }

  private mutating func reportCharacter(_ byte: UInt8, at offset: Int) {
    if byte == .doubleQuote {
      report.add(SyntaxDiagnostics.csvStrayQuote, offset..<offset + 1)
      return
    }
    // A file whose lines end so has one at every line.
    if byte == .carriageReturn {
      if hasBareCarriageReturn { return }
      hasBareCarriageReturn = true
    }
    report.add({ SyntaxDiagnostics.csvCharacter(byte, at: $0) }, offset..<offset + 1)
  }

  private mutating func checkEncoding(_ range: Range<Int>) -> Bool {
    guard let bad = firstInvalidUTF8(in: bytes, range) else { return true }
    if firstForeignByte == nil { firstForeignByte = bad }
    foreignCellCount += 1
    return false
  }

  private mutating func reportEncoding() {
    guard let first = firstForeignByte else { return }
    report.add(
      { [foreignCellCount] in SyntaxDiagnostics.csvEncoding(cells: foreignCellCount, at: $0) },
      first..<first + 1)
  }

  /// The offset after the line ending at `offset`, or nil where none is there.
  private func lineEnding(at offset: Int) -> Int? {
    if bytes[offset] == .lineFeed { return offset + 1 }
    guard bytes[offset] == .carriageReturn, offset + 1 < bytes.count,
      bytes[offset + 1] == .lineFeed
    else { return nil }
    return offset + 2
  }
}
