import Syntax

/// An edition is of the year that it begins in, and does not last longer than a year.
enum EditionRule {
  static let yearID = DiagnosticID("edition-year")
  static let lengthID = DiagnosticID("edition-length")
  static let ids = [yearID, lengthID]

  /// Days; a year with some to spare.
  private static let longest = 400

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var report = RuleReport()
    for item in dataset.editions {
      let start = dataset.span(of: .editions, row: item.row, column: "start_date")
      if let first = item.start?.start, let last = item.start?.end, let from = item.year.start,
        let through = item.year.end, last < from || first > through
      {
        report.add(
          Diagnostic(
            yearID, at: dataset.span(of: .editions, row: item.row, column: "year"),
            "the edition of \(item.year.label) begins on \(first)",
            expected: "the year of its first day", notes: [.init("the first day", at: start)]))
      }
      if let first = item.start?.start, let last = item.end?.end {
        let days = last.daysSinceEpoch - first.daysSinceEpoch + 1
        guard days > longest else { continue }
        report.add(
          Diagnostic(
            lengthID, at: dataset.span(of: .editions, row: item.row, column: "end_date"),
            "the edition lasts \(days) days", expected: "at most \(longest) days",
            notes: [.init("the first day", at: start)]))
      }
    }
    report.finish(into: &bag)
  }
}
