import Syntax

/// What is part of an edition happens in its year, or in the months before it opens.
enum EventDateRule {
  static let id = DiagnosticID("event-date")
  static let ids = [id]

  /// Days before the first day of an edition in which it may be prepared and announced.
  private static let before = 90

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    guard !dataset.editions.isEmpty else { return }
    let editions = Dictionary(dataset.editions.map { ($0.id, $0) }) { first, _ in first }
    var report = RuleReport()
    for item in dataset.events {
      guard let first = item.date?.start, let last = item.date?.end,
        let edition = editions[item.edition], var from = edition.year.start,
        var through = edition.year.end
      else { continue }
      if let start = edition.period.start { from = min(from, start.adding(days: -before)) }
      if let end = edition.period.end { through = max(through, end) }
      guard last < from || first > through else { continue }
      report.add(
        Diagnostic(
          id, at: dataset.span(of: .events, row: item.row, column: "date"),
          "the event is of \(item.date?.label ?? ""), its edition `\(edition.id)` of "
            + edition.year.label,
          expected: "a day in the year of the edition, or no edition",
          notes: [
            .init(
              "the edition", at: dataset.span(of: .editions, row: edition.row, column: "year"))
          ]))
    }
    report.finish(into: &bag)
  }
}
