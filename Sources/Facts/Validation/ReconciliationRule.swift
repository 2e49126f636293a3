import Syntax

/// A reconciliation chooses between two observations of its own indicator, or the change of it.
enum ReconciliationRule {
  static let id = DiagnosticID("reconciliation-use")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    guard !dataset.reconciliations.isEmpty else { return }
    let observations = Dictionary(dataset.observations.map { ($0.id, $0) }) { first, _ in first }
    let indicators = Dictionary(dataset.indicators.map { ($0.id, $0) }) { first, _ in first }
    var report = RuleReport()
    for item in dataset.reconciliations {
      if item.chosen == item.other {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: .reconciliations, row: item.row, column: "other"),
            "`\(item.other)` is chosen over itself", expected: "two observations"))
        continue
      }
      for (key, column) in [(item.chosen, "chosen"), (item.other, "other")] {
        guard let observation = observations[key],
          let measured = indicators[observation.indicator]
        else { continue }
        if measured.id == item.indicator || measured.changeOf == item.indicator {
          continue
        }
        report.add(
          Diagnostic(
            id, at: dataset.span(of: .reconciliations, row: item.row, column: column),
            "`\(key)` is an observation of `\(observation.indicator)`",
            expected: "an observation of `\(item.indicator)` or of its change"))
      }
    }
    report.finish(into: &bag)
  }
}
