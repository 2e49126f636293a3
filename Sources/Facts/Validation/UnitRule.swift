import Syntax

/// Observations and targets are in the unit of their indicator; amounts in another currency are kept as
/// printed, beside the figure.
enum UnitRule {
  static let id = DiagnosticID("unit-mismatch")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    let indicators = Dictionary(dataset.indicators.map { ($0.id, $0) }) { first, _ in first }
    var report = RuleReport()
    func check(_ unit: Unit, _ indicator: String, _ table: TableName, _ row: Int) {
      guard let indicator = indicators[indicator], indicator.unit != unit else { return }
      report.add(
        Diagnostic(
          id, at: dataset.span(of: table, row: row, column: "unit"),
          "the unit `\(unit.rawValue)` is not that of the indicator `\(indicator.id)`",
          expected: "`\(indicator.unit.rawValue)`",
          hints: ["an amount printed beside the figure belongs in `equivalent_written`"],
          notes: [
            .init(
              "the indicator's unit",
              at: dataset.span(of: .indicators, row: indicator.row, column: "unit"))
          ]))
    }
    for item in dataset.observations {
      check(item.quantity.unit, item.indicator, .observations, item.row)
    }
    for item in dataset.targets { check(item.quantity.unit, item.indicator, .targets, item.row) }
    report.finish(into: &bag)
  }
}
