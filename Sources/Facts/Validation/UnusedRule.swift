import Syntax

/// A source that nothing rests on and an indicator that nothing measures are left-overs.
enum UnusedRule {
  static let sourceID = DiagnosticID("source-unused")
  static let indicatorID = DiagnosticID("indicator-unused")
  static let orphanID = DiagnosticID("row-orphan")
  static let ids = [sourceID, indicatorID, orphanID]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var report = RuleReport()
    func add(_ id: DiagnosticID, _ table: TableName, _ row: Int, _ message: String) {
      report.add(
        Diagnostic(
          id, severity: .warning, at: dataset.span(of: table, row: row, column: "id"), message,
          hints: ["take the row out, or add what rests on it"]))
    }
    let cited = citedSources(of: dataset)
    for item in dataset.sources where !cited.contains(item.id) {
      add(sourceID, .sources, item.row, "nothing rests on the source `\(item.id)`")
    }
    var measured = Set(dataset.observations.map(\.indicator))
    measured.formUnion(dataset.targets.map(\.indicator))
    for item in dataset.indicators where !measured.contains(item.id) {
      add(
        indicatorID, .indicators, item.row, "nothing is observed of `\(item.id)`, and no target set"
      )
    }
    let named = named(in: dataset)
    for item in dataset.organisations where !named.contains(item.id) {
      add(orphanID, .organisations, item.row, "no row names the organisation `\(item.id)`")
    }
    for item in dataset.people where !named.contains(item.id) {
      add(orphanID, .people, item.row, "no row names the person `\(item.id)`")
    }
    for item in dataset.places where !named.contains(item.id) {
      add(orphanID, .places, item.row, "no row names the place `\(item.id)`")
    }
    report.finish(into: &bag)
  }

  private static func citedSources(of dataset: Dataset) -> Set<String> {
    var cited = Set<String>()
    for item in dataset.observations { cited.insert(item.evidence.sourceID) }
    for item in dataset.targets { cited.insert(item.evidence.sourceID) }
    for item in dataset.policies { cited.insert(item.evidence.sourceID) }
    for item in dataset.editions { cited.insert(item.evidence.sourceID) }
    for item in dataset.events { cited.insert(item.evidence.sourceID) }
    return cited
  }

  /// Ids that stand in another row as subject, attribution, place, organisation or end of a relation.
  private static func named(in dataset: Dataset) -> Set<String> {
    var named = Set<String>()
    for item in dataset.relations {
      named.insert(item.subject)
      named.insert(item.object)
      named.insert(item.evidence.attribution)
    }
    for item in dataset.observations {
      named.insert(item.subject)
      named.insert(item.evidence.attribution)
    }
    for item in dataset.targets {
      named.insert(item.subject)
      named.insert(item.evidence.attribution)
    }
    for item in dataset.policies { named.insert(item.evidence.attribution) }
    for item in dataset.editions { item.venue.map { _ = named.insert($0) } }
    for item in dataset.events {
      item.place.map { _ = named.insert($0) }
      named.insert(item.evidence.attribution)
    }
    for item in dataset.people { named.insert(item.organisation) }
    return named
  }
}
