import Syntax

/// One source sets one figure for what a policy is to reach by a deadline; two that differ contradict each other.
/// Targets that no policy sets may be of several parties.
enum TargetConflictRule {
  static let id = DiagnosticID("target-conflict")
  static let ids = [id]

  private struct Key: Hashable {
    var policy: String
    var kind: Target.Kind
    var indicator: String
    var subject: String
    var deadline: Period?
    var condition: String
    var source: String
  }

  static func check(_ dataset: Dataset, into bag: inout DiagnosticBag) {
    var report = RuleReport()
    var first: [Key: Int] = [:]
    for (index, item) in dataset.targets.enumerated() where !item.policyID.isEmpty {
      let key = Key(
        policy: item.policyID, kind: item.kind, indicator: item.indicator, subject: item.subject,
        deadline: item.deadline, condition: item.thresholdOf, source: item.evidence.sourceID)
      guard let earliest = first[key] else {
        first[key] = index
        continue
      }
      let other = dataset.targets[earliest]
      guard let one = item.quantity.value(in: 0), let two = other.quantity.value(in: 0),
        abs(one - two) > abs(two) * 1e-12, !areBounds(item.quantity, other.quantity)
      else { continue }
      report.add(
        Diagnostic(
          id, at: dataset.span(of: .targets, row: item.row, column: "value"),
          "a second figure for the target of `\(item.indicator)`, `\(item.subject)`, "
            + (item.deadline?.label ?? "without deadline"),
          expected: "one figure of one source, or another deadline, policy or kind",
          notes: [
            .init(
              "the other figure",
              at: dataset.span(of: .targets, row: other.row, column: "value"))
          ]))
    }
    report.finish(into: &bag)
  }

  /// Whether the two are the floor and the ceiling of a corridor.
  private static func areBounds(_ one: Quantity, _ other: Quantity) -> Bool {
    func corridor(_ floor: Quantity, _ ceiling: Quantity) -> Bool {
      guard let low = floor.interval(in: 0)?.low, floor.qualifier.isOneSided,
        let high = ceiling.interval(in: 0)?.high, ceiling.qualifier.isOneSided
      else { return false }
      return low < high
    }
    return corridor(one, other) || corridor(other, one)
  }
}
