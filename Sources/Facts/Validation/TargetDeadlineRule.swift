import Syntax

/// A deadline lies ahead of what a target is counted from: its policy, its first comparable value, its source.
enum TargetDeadlineRule {
  static let id = DiagnosticID("target-deadline")
  static let ids = [id]

  /// Deadlines this many years before or after the source are slips of a digit.
  private static let yearsBack = 50
  private static let yearsAhead = 150

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    guard !dataset.targets.isEmpty else { return }
    let policies = Dictionary(dataset.policies.map { ($0.id, $0) }) { first, _ in first }
    let sources = Dictionary(dataset.sources.map { ($0.id, $0) }) { first, _ in first }
    let baselines = Baselines(dataset)
    var report = RuleReport()
    for item in dataset.targets {
      guard let deadline = item.deadline, let end = deadline.end else { continue }
      func add(
        _ message: String, _ expected: String, _ severity: Severity = .error,
        note: String, _ table: TableName, _ row: Int, _ column: String
      ) {
        report.add(
          Diagnostic(
            id, severity: severity,
            at: dataset.span(of: .targets, row: item.row, column: "deadline"),
            "the deadline \(deadline.label) \(message)", expected: expected,
            notes: [.init(note, at: dataset.span(of: table, row: row, column: column))]))
      }
      if let policy = policies[item.policyID],
        let begin = policy.horizonStart?.start ?? policy.issued?.start, end < begin
      {
        add(
          "is over before its policy begins", "a period that ends after \(begin)",
          note: "the policy", .policies, policy.row,
          policy.horizonStart == nil ? "issued" : "horizon_start")
        continue
      }
      let baseline = baselines.comparable(for: item).min { $0.period < $1.period }
      if let baseline, let begin = baseline.period.start, end < begin {
        add(
          "is over before the first comparable value, of \(baseline.period.label)",
          "a period that ends after \(begin)", note: "the value", .observations, baseline.row,
          "period")
        continue
      }
      guard let source = sources[item.evidence.sourceID] else { continue }
      let years = end.year - source.publishedTo.year
      if years < -yearsBack || years > yearsAhead {
        add(
          "is \(abs(years)) years \(years < 0 ? "before" : "after") its source",
          "a period near \(source.publishedTo.year)", note: "the source", .sources, source.row,
          "published")
      } else if end < source.publishedFrom, baselines.earliest(for: item).map({ $0 > end }) ?? true
      {
        add(
          "was over when its source came out, and no figure is of it or before it",
          "a period that was still to end", .warning, note: "the source", .sources, source.row,
          "published")
      }
    }
    report.finish(into: &bag)
  }
}
