import Syntax

/// References that no foreign key can express, since they may lead to one of several tables: subjects,
/// attributions, relations, and the paragraphs listed beside a row.
enum ReferenceRule {
  static let id = DiagnosticID("reference-unknown")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var rule = Checker(dataset)
    rule.observationsAndTargets()
    rule.policiesAndEvents()
    rule.relations()
    rule.mentions()
    rule.report.finish(into: &bag)
  }

  private struct Checker {
    let dataset: Dataset
    var report = RuleReport()
    private var ids: [TableName: Set<String>] = [:]
    private let unread: Set<String>

    init(_ dataset: Dataset) {
      self.dataset = dataset
      unread = dataset.unreadTables
      for name in TableName.allCases {
        guard let table = dataset.table(name.rawValue), let column = table.columnIndex(named: "id")
        else { continue }
        ids[name] = Set((0..<table.rowCount).map { table.cell(row: $0, column: column).text })
      }
    }

    /// Requires that `key` is an id of one of `tables`; where the dataset has none of them, or one could not be
    /// read, nothing can be asked.
    private mutating func require(
      _ key: String, in tables: [TableName], from table: TableName, row: Int, column: String
    ) {
      let known = tables.compactMap { ids[$0] }
      guard !key.isEmpty, !known.isEmpty, !known.contains(where: { $0.contains(key) }),
        !tables.contains(where: { unread.contains($0.rawValue) })
      else { return }
      let names = tables.filter { ids[$0] != nil }.map { "`\($0.rawValue)`" }
      report.add(
        Diagnostic(
          ReferenceRule.id, at: dataset.span(of: table, row: row, column: column),
          "`\(FactsDiagnostics.clipped(key))` names no row",
          expected: "an id of " + names.joined(separator: ", "),
          hints: nearestName(to: key, among: known.flatMap { $0.sorted() })
            .map { ["did you mean `\($0)`?"] } ?? []))
    }

    private mutating func attribution(_ evidence: Evidence, _ table: TableName, _ row: Int) {
      guard evidence.attribution != "source" else { return }
      require(
        evidence.attribution, in: [.people, .organisations], from: table, row: row,
        column: "attribution")
    }

    mutating func observationsAndTargets() {
      let subjects: [TableName] = [.places, .editions, .events, .organisations]
      for item in dataset.observations {
        require(item.subject, in: subjects, from: .observations, row: item.row, column: "subject")
        attribution(item.evidence, .observations, item.row)
      }
      for item in dataset.targets {
        require(item.subject, in: subjects, from: .targets, row: item.row, column: "subject")
        attribution(item.evidence, .targets, item.row)
      }
    }

    mutating func policiesAndEvents() {
      for item in dataset.policies { attribution(item.evidence, .policies, item.row) }
      for item in dataset.editions {
        attribution(item.evidence, .editions, item.row)
        require(item.venue ?? "", in: [.places], from: .editions, row: item.row, column: "venue")
      }
      for item in dataset.events {
        attribution(item.evidence, .events, item.row)
        require(item.place ?? "", in: [.places], from: .events, row: item.row, column: "place")
      }
    }

    mutating func relations() {
      for item in dataset.relations {
        for (table, key, column) in [
          (item.subjectTable, item.subject, "subject"), (item.objectTable, item.object, "object"),
        ] {
          guard let name = TableName(rawValue: table) else {
            report.add(
              Diagnostic(
                ReferenceRule.id,
                at: dataset.span(of: .relations, row: item.row, column: column + "_table"),
                "`\(FactsDiagnostics.clipped(table))` is no table",
                expected: "one of "
                  + TableName.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
                hints: nearestName(to: table, among: TableName.allCases.map(\.rawValue))
                  .map { ["did you mean `\($0)`?"] } ?? []))
            continue
          }
          require(key, in: [name], from: .relations, row: item.row, column: column)
        }
        attribution(item.evidence, .relations, item.row)
      }
    }

    mutating func mentions() {
      func check(_ mentions: [Mention], _ table: TableName, _ row: Int) {
        for mention in mentions {
          require(mention.sourceID, in: [.sources], from: table, row: row, column: "also_at")
        }
      }
      for item in dataset.policies { check(item.mentions, .policies, item.row) }
      for item in dataset.editions { check(item.mentions, .editions, item.row) }
      for item in dataset.events { check(item.mentions, .events, item.row) }
      for item in dataset.organisations { check(item.mentions, .organisations, item.row) }
      for item in dataset.people { check(item.mentions, .people, item.row) }
      for item in dataset.places { check(item.mentions, .places, item.row) }
    }
  }
}
