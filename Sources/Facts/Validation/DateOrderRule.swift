import Syntax

/// Ends do not come before beginnings, and a source reports no period that had not begun when it came
/// out, unless as a forecast.
enum DateOrderRule {
  static let id = DiagnosticID("date-order")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var report = RuleReport()
    func check(
      _ start: CalendarDate?, _ end: CalendarDate?, _ table: TableName, _ row: Int,
      _ column: String, _ first: String
    ) {
      guard let start, let end, end < start else { return }
      report.add(
        Diagnostic(
          id, at: dataset.span(of: table, row: row, column: column),
          "`\(column)` comes before `\(first)`", expected: "\(start) or later",
          notes: [.init("the beginning", at: dataset.span(of: table, row: row, column: first))]))
    }
    for item in dataset.sources {
      check(
        item.publishedFrom, item.publishedTo, .sources, item.row, "published_to", "published_from")
    }
    for item in dataset.policies {
      check(
        item.horizonStart?.start, item.horizonEnd?.end, .policies, item.row, "horizon_end",
        "horizon_start")
    }
    for item in dataset.editions {
      check(item.start?.start, item.end?.end, .editions, item.row, "end_date", "start_date")
    }
    future(dataset, into: &report)
    report.finish(into: &bag)
  }

  private static func future(_ dataset: Dataset, into report: inout RuleReport) {
    let sources = Dictionary(dataset.sources.map { ($0.id, $0) }) { first, _ in first }
    for item in dataset.observations
    where item.status != .forecast && item.countBasis != .announced {
      guard let start = item.period.start, let source = sources[item.evidence.sourceID],
        source.publishedTo < start
      else { continue }
      report.add(
        Diagnostic(
          id, at: dataset.span(of: .observations, row: item.row, column: "period"),
          "the period \(item.period.label) had not begun when the source came out",
          expected: "a period that begins by \(source.publishedTo)",
          hints: ["a forecast has the status `F`, a count given beforehand the basis `announced`"],
          notes: [
            .init(
              "the source", at: dataset.span(of: .sources, row: source.row, column: "published_to"))
          ]))
    }
  }
}
