import Syntax

/// A stated change names the indicator that changed and the level it led to, and agrees with the level
/// it started from where that is printed too.
enum ChangeRule {
  static let id = DiagnosticID("change-level")
  static let consistencyID = DiagnosticID("change-disagrees")
  static let ids = [id, consistencyID]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    let changes = Dictionary(
      dataset.indicators.lazy.filter { !$0.changeOf.isEmpty }.map { ($0.id, $0.changeOf) }
    ) { first, _ in first }
    guard !changes.isEmpty || dataset.observations.contains(where: { !$0.level.isEmpty }) else {
      return
    }
    let observations = Dictionary(dataset.observations.map { ($0.id, $0) }) { first, _ in first }
    var bases: [BaseKey: [Observation]] = [:]
    for item in dataset.observations where item.comparability == .comparable {
      guard case .year(let year) = item.period else { continue }
      let key = BaseKey(indicator: item.indicator, subject: item.subject, year: year)
      bases[key, default: []].append(item)
    }
    var report = RuleReport()
    let indicators = Set(dataset.indicators.map(\.id))
    for item in dataset.observations
    where !item.level.isEmpty && indicators.contains(item.indicator) {
      guard let level = observations[item.level] else { continue }
      func add(_ column: String, _ message: String, expected: String) {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: .observations, row: item.row, column: column), message,
            expected: expected,
            notes: [
              .init("the level", at: dataset.span(of: .observations, row: level.row, column: "id"))
            ]))
      }
      guard let measured = changes[item.indicator] else {
        add(
          "level", "`\(item.indicator)` is not the change of an indicator",
          expected: "no level, or `change_of` for the indicator")
        continue
      }
      if level.indicator != measured || level.subject != item.subject {
        add(
          "level", "the level `\(level.id)` is of `\(level.indicator)`, `\(level.subject)`",
          expected: "an observation of `\(measured)`, `\(item.subject)`")
      } else if item.period.end != level.period.end {
        add(
          "period",
          "the change ends in \(item.period.label), its level is of \(level.period.label)",
          expected: "a period that ends with that of the level")
      } else {
        compare(item, level, measured, bases, dataset, into: &report)
      }
    }
    report.finish(into: &bag)
  }

  private struct BaseKey: Hashable {
    var indicator: String
    var subject: String
    var year: Int
  }

  /// Holds the change against every comparable level printed for its first year: the intervals of the
  /// printed figures must overlap.
  private static func compare(
    _ change: Observation, _ level: Observation, _ measured: String,
    _ bases: [BaseKey: [Observation]], _ dataset: Dataset, into report: inout RuleReport
  ) {
    guard case .years(let first, through: _) = change.period, change.quantity.unit == .percent,
      let percent = change.quantity.interval(in: 0), let end = level.quantity.interval(in: 0)
    else { return }
    let key = BaseKey(indicator: measured, subject: change.subject, year: first)
    for base in bases[key] ?? [] {
      guard let start = base.quantity.interval(in: 0), let low = start.low, let high = start.high,
        low > 0
      else { continue }
      let least = end.low.map { ($0 / high - 1) * 100 }
      let most = end.high.map { ($0 / low - 1) * 100 }
      let isBelow = if let most, let bound = percent.low { most < bound } else { false }
      let isAbove = if let least, let bound = percent.high { least > bound } else { false }
      guard isBelow || isAbove else { continue }
      report.add(
        Diagnostic(
          consistencyID, severity: .warning,
          at: dataset.span(of: .observations, row: change.row, column: "value"),
          "the change does not follow from the levels printed for its first and last year",
          expected: "figures that agree within their rounding, or another comparability",
          notes: [
            .init(
              "the first level",
              at: dataset.span(of: .observations, row: base.row, column: "value")),
            .init(
              "the last level",
              at: dataset.span(of: .observations, row: level.row, column: "value")),
          ]))
    }
  }
}
