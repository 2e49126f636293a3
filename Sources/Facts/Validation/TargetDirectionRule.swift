import Syntax

/// A target leads the way that its indicator is to go, and away from where the indicator stands.
enum TargetDirectionRule {
  static let id = DiagnosticID("target-direction")
  static let ids = [id]

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    guard !dataset.targets.isEmpty else { return }
    let indicators = Dictionary(dataset.indicators.map { ($0.id, $0) }) { first, _ in first }
    let sources = Dictionary(dataset.sources.map { ($0.id, $0) }) { first, _ in first }
    let baselines = Baselines(dataset)
    var report = RuleReport()
    for item in dataset.targets {
      func add(_ message: String, _ expected: String, _ note: Diagnostic.Note) {
        report.add(
          Diagnostic(
            id, at: dataset.span(of: .targets, row: item.row, column: "direction"), message,
            expected: expected, notes: [note]))
      }
      let direction = item.direction.rawValue
      if let indicator = indicators[item.indicator], indicator.direction != .none,
        indicator.direction.rawValue != direction
      {
        add(
          "the target leads \(direction), its indicator `\(indicator.id)` is better "
            + indicator.direction.rawValue,
          "the same direction for both, or none for the indicator",
          .init(
            "the indicator's direction",
            at: dataset.span(of: .indicators, row: indicator.row, column: "direction")))
        continue
      }
      guard !isKept(item), item.comparability != .uncertain, item.comparability != .notComparable,
        let source = sources[item.evidence.sourceID], let aim = item.quantity.value(in: 0),
        let nearest = nearest(known(baselines.comparable(for: item), source), item.direction),
        let level = nearest.quantity.value(in: 0)
      else { continue }
      let isAgainst =
        switch item.direction {
        case .up: aim < level
        case .down: aim > level
        }
      guard isAgainst else { continue }
      add(
        "the target leads \(direction), but every comparable value that was known is "
          + (item.direction == .up ? "above it" : "below it"),
        "a figure \(item.direction == .up ? "above" : "below") the value it is counted from",
        .init(
          "the nearest value",
          at: dataset.span(of: .observations, row: nearest.row, column: "value")))
    }
    report.finish(into: &bag)
  }

  /// Whether the target is a floor or a ceiling that may well be kept from the start.
  private static func isKept(_ target: Target) -> Bool {
    switch (target.direction, target.quantity.qualifier) {
    case (.up, .atLeast), (.up, .over), (.down, .upTo), (.down, .lessThan): true
    default: false
    }
  }

  /// The values of before the source came out: those by which the target was set.
  private static func known(_ values: [Observation], _ source: Source) -> [Observation] {
    values.filter { $0.period.end.map { $0 <= source.publishedTo } ?? false }
  }

  /// The value that lies nearest to what leads in `direction`: the lowest on the way up.
  private static func nearest(
    _ values: [Observation], _ direction: Target.Direction
  ) -> Observation? {
    func value(_ item: Observation) -> Double { item.quantity.value(in: 0) ?? 0 }
    return switch direction {
    case .up: values.min { value($0) < value($1) }
    case .down: values.max { value($0) < value($1) }
    }
  }
}
