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
      let columns = (0..<table.columnCount).filter { $0 != key }
      var seen: [Int: [Int]] = [:]
      seen.reserveCapacity(table.rowCount)
      for row in 0..<table.rowCount {
        // Rows are compared only where their hashes meet, so no row becomes a string.
        var hasher = Hasher()
        for column in columns { hasher.combine(bytes: table.cell(row: row, column: column).bytes) }
        let hash = hasher.finalize()
        let twin = seen[hash]?.first { other in
          columns.allSatisfy { column in
            table.cell(row: row, column: column).bytes
              .elementsEqual(table.cell(row: other, column: column).bytes)
          }
        }
        if let twin {
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
}

extension Hasher {
  fileprivate mutating func combine(bytes: ArraySlice<UInt8>) {
    combine(bytes.count)
    bytes.withUnsafeBytes { combine(bytes: $0) }
  }
}
