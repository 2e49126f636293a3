import Syntax

/// Two rows that say the same under two ids are one fact counted twice.
enum DuplicateContentRule {
  static let id = DiagnosticID("row-repeated")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var report = RuleReport()
    for entry in dataset.tables {
      let table = entry.table
      guard let key = table.columnIndex(named: "id"), table.columnCount > 2 else { continue }
      var seen: [Int: [Int]] = [:]
      seen.reserveCapacity(table.rowCount)
      for row in 0..<table.rowCount {
        let rest = content(of: row, in: table, key)
        // Rows are compared only where their hashes meet, so no row becomes a string.
        var hasher = Hasher()
        for range in rest {
          table.file.bytes[range].withUnsafeBytes { hasher.combine(bytes: $0) }
        }
        let hash = hasher.finalize()
        let twin = seen[hash]?.first { other in
          zip(content(of: other, in: table, key), rest).allSatisfy { table.hasEqualBytes($0, $1) }
        }
        // Where the ids are alike too, that an id stands twice says enough.
        if let twin,
          table.cell(row: twin, column: key).text != table.cell(row: row, column: key).text
        {
          report.add(
            Diagnostic(
              id, at: table.span(ofRow: row), "the row says what another says already",
              expected: "one row for one statement",
              notes: [.init("the other row", at: table.span(ofRow: twin))]))
        }
        seen[hash, default: []].append(row)
      }
    }
    report.finish(into: &bag)
  }

  /// The bytes of a row before and after its key.
  private static func content(of row: Int, in table: CSVTable, _ key: Int) -> [Range<Int>] {
    let whole = table.span(ofRow: row).range
    let id = table.cell(row: row, column: key).range
    return [whole.lowerBound..<id.lowerBound, id.upperBound..<whole.upperBound]
  }
}
