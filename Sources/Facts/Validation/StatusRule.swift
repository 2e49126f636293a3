import Syntax

/// The status goes with a value or without one as SDMX's guideline says; a forecast looks ahead.
enum StatusRule {
  static let id = DiagnosticID("status-use")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    let sources = Dictionary(dataset.sources.map { ($0.id, $0) }) { first, _ in first }
    var report = RuleReport()
    for item in dataset.observations {
      func add(_ message: String, expected: String) {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: .observations, row: item.row, column: "status"), message,
            expected: expected))
      }
      let code = item.status
      switch (code.valueRule, item.quantity.number) {
      case (.empty, .some):
        add(
          "the status `\(code.rawValue)` (\(code.name)) stands beside a value",
          expected: "no value, or a status for one such as `A`")
      case (.number, .none):
        add(
          "the status `\(code.rawValue)` (\(code.name)) stands without a value",
          expected: "a value, or `O` for a missing one")
      case (.empty, .none), (.number, .some), (.either, _): break
      }
      if code == .forecast, let end = item.period.end, let source = sources[item.evidence.sourceID],
        end < (item.asOf?.start ?? source.publishedFrom)
      {
        add(
          "a forecast for \(item.period.label), which was over when its source said it",
          expected: "a period that was still to end, or another status")
      }
    }
    report.finish(into: &bag)
  }
}
