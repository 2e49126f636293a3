import Syntax

/// Two figures for one indicator, subject and period need a reconciliation that says which is used.
enum ConflictRule {
  static let id = DiagnosticID("value-conflict")
  static let ids = [id]

  private struct Key: Hashable {
    var indicator: String
    var subject: String
    var period: Period
  }

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    let name = TableName.reconciliations.rawValue
    // What settles a conflict may be in the table that could not be read.
    guard !dataset.unreadTables.contains(name) else { return }
    var report = RuleReport()
    var settled = Set<[String]>()
    // As written: a row that has another mistake in it still says which figure is used.
    if let table = dataset.table(name), let chosen = table.columnIndex(named: "chosen"),
      let other = table.columnIndex(named: "other")
    {
      for row in 0..<table.rowCount {
        let pair = [chosen, other].map { table.cell(row: row, column: $0).text }
        settled.insert(pair.sorted())
      }
    }
    var first: [Key: Int] = [:]
    var others: [Key: [Int]] = [:]
    first.reserveCapacity(dataset.observations.count)
    for (index, item) in dataset.observations.enumerated() {
      let key = Key(indicator: item.indicator, subject: item.subject, period: item.period)
      guard let earliest = first[key] else {
        first[key] = index
        continue
      }
      // Each row is held against the first and those that differ from it: at most a few, or the key
      // is reported once and the rest of a long list with it.
      var rivals = others[key] ?? [earliest]
      for rival in rivals.prefix(8) {
        let other = dataset.observations[rival]
        // No reconciliation can choose between two rows of one id, which is told as such.
        guard item.id != other.id, !item.quantity.agrees(with: other.quantity),
          !settled.contains([item.id, other.id].sorted())
        else { continue }
        report.add(
          Diagnostic(
            id, at: dataset.span(of: .observations, row: item.row, column: "value"),
            "a second figure for `\(item.indicator)`, `\(item.subject)`, \(item.period.label)",
            expected:
              "a row of `reconciliations` that chooses between `\(other.id)` and `\(item.id)`",
            notes: [
              .init(
                "the other figure",
                at: dataset.span(of: .observations, row: other.row, column: "value"))
            ]))
      }
      rivals.append(index)
      others[key] = rivals
    }
    report.finish(into: &bag)
  }
}
