import Syntax

/// An id names one row of the whole dataset, so that a figure, a link and `data show` need no table.
enum UniqueIDRule {
  static let id = DiagnosticID("id-shared")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var owners: [String: TableName] = [:]
    var report = RuleReport()
    func claim(_ records: some Sequence<any Record>, _ table: TableName) {
      for record in records { claim(record.id, record.row, table) }
    }
    func claim(_ key: String, _ row: Int, _ table: TableName) {
      guard let owner = owners[key] else {
        owners[key] = table
        return
      }
      // A second row of the same table is the affair of its primary key, where one is declared.
      guard owner != table || !dataset.hasKey(table) else { return }
      report.add(
        Diagnostic(
          id, at: dataset.span(of: table, row: row, column: "id"),
          "`\(key)` is also the id of \(owner == table ? "another row" : "a row of `\(owner.rawValue)`")",
          expected: owner == table
            ? "an id that no other row has" : "an id that no other table uses"))
    }
    owners.reserveCapacity(dataset.observations.count)
    for index in dataset.observations.indices {
      claim(dataset.observations[index].id, dataset.observations[index].row, .observations)
    }
    claim(dataset.sources, .sources)
    claim(dataset.indicators, .indicators)
    claim(dataset.targets, .targets)
    claim(dataset.policies, .policies)
    claim(dataset.editions, .editions)
    claim(dataset.events, .events)
    claim(dataset.organisations, .organisations)
    claim(dataset.people, .people)
    claim(dataset.places, .places)
    claim(dataset.relations, .relations)
    claim(dataset.reconciliations, .reconciliations)
    report.finish(into: &bag)
  }
}

extension Dataset {
  /// Whether the schema of a table lets no id stand twice.
  fileprivate func hasKey(_ table: TableName) -> Bool {
    guard let schema = package.resource(table.rawValue)?.schema else { return false }
    return schema.primaryKey == ["id"] || schema.uniqueKeys.contains(["id"])
      || schema.field("id")?.constraints.isUnique == true
  }
}
