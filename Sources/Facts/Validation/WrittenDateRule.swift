import Syntax

/// Deadlines, horizons and days are those printed in their row.
enum WrittenDateRule {
  static let id = DiagnosticID("written-date")
  static let ids = [id]

  /// A column with a date, that of its basis, and that of its printed form.
  private static let columns: [(date: String, basis: String, written: String)] = [
    ("deadline", "deadline_basis", "deadline_written"),
    ("horizon_start", "horizon_basis", "horizon_written"),
    ("horizon_end", "horizon_basis", "horizon_written"),
    ("start_date", "start_basis", "dates_written"), ("end_date", "end_basis", "dates_written"),
  ]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    let languages = SourceLanguages(dataset)
    var report = RuleReport()
    for entry in dataset.tables {
      for names in columns {
        let table = entry.table
        guard let date = table.columnIndex(named: names.date),
          let written = table.columnIndex(named: names.written)
        else { continue }
        let basis = table.columnIndex(named: names.basis)
        let source = table.columnIndex(named: "source_id")
        for row in 0..<table.rowCount {
          func text(_ column: Int?) -> String {
            column.map { table.cell(row: row, column: $0).text } ?? ""
          }
          let (stated, printed) = (text(date), text(written))
          guard !printed.isEmpty, printed != notStated, let period = Period(stated) else {
            continue
          }
          let dates = PrintedDates(printed, in: languages.language(text(source), of: printed))
          guard contradicts(dates, period, names.date, text(basis)) else { continue }
          report.add(
            Diagnostic(
              id, at: table.cell(row: row, column: date).span,
              "`\(FactsDiagnostics.clipped(stated))` is not the date of "
                + "`\(FactsDiagnostics.clipped(printed))`",
              expected: "the date as `\(names.written)` has it"))
        }
      }
    }
    report.finish(into: &bag)
  }

  private static func contradicts(
    _ dates: PrintedDates, _ period: Period, _ column: String, _ basis: String
  ) -> Bool {
    // The first day of a start, the last of what ends.
    let isStart = column == "horizon_start" || column == "start_date"
    guard let date = isStart ? period.start : period.end else { return false }
    switch Basis(rawValue: basis) {
    case .stated, nil: break
    // "Last October" leaves the year to be counted; "five years from 2022" names another.
    case .relative where column == "start_date" || column == "end_date": break
    case .relative, .inferred: if !dates.isPlain { return false }
    case .notStated, .undated: return false
    }
    // One year is that of an end.
    if column == "horizon_start", dates.years.count < 2 { return false }
    if basis == Basis.inferred.rawValue, column == "start_date" || column == "end_date" {
      return false
    }
    return dates.contradicts(date, of: period)
  }
}
