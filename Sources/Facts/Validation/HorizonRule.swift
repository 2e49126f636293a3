import Syntax

/// A target may have no horizon; it is noted, since nothing can be said of its pace.
enum HorizonRule {
  static let id = DiagnosticID("target-horizon")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var report = RuleReport()
    for item in dataset.targets where item.deadline == nil || item.deadline == .undated {
      report.add(
        Diagnostic(
          id, severity: .note, at: dataset.span(of: .targets, row: item.row, column: "deadline"),
          "the target `\(item.id)` has no horizon; its progress is not measured"))
    }
    report.finish(into: &bag)
  }
}
