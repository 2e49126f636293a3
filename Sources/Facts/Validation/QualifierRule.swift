import Syntax

/// A figure and its qualifier fit: words without a figure are `vague` and have no value, everything else
/// has one; only counts say what they count.
enum QualifierRule {
  static let id = DiagnosticID("qualifier-use")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var report = RuleReport()
    func check(_ quantity: Quantity, _ table: TableName, _ row: Int) {
      let isVague = quantity.qualifier == .vague
      if isVague, quantity.number != nil {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: table, row: row, column: "value"),
            "a value stands beside the qualifier `vague`", expected: "no value",
            hints: ["choose the qualifier that the source's word stands for, such as `about`"]))
      } else if !isVague, quantity.number == nil {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: table, row: row, column: "value"),
            "the qualifier `\(quantity.qualifier.rawValue)` has no value beside it",
            expected: "the figure as decimal text",
            hints: ["a word without a figure has the qualifier `vague`"]))
      }
      if quantity.unit != .number, !quantity.counted.isEmpty {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: table, row: row, column: "counted"),
            "`\(FactsDiagnostics.clipped(quantity.counted))` is counted in the unit "
              + "`\(quantity.unit.rawValue)`",
            expected: "an empty cell, or the unit `NUM`"))
      }
    }
    for item in dataset.observations { check(item.quantity, .observations, item.row) }
    for item in dataset.targets { check(item.quantity, .targets, item.row) }
    report.finish(into: &bag)
  }
}
