import Facts
import Tables

/// Targets and their progress as values of the expression language.
enum TargetValues {
  static func object(_ progress: TargetProgress, _ dataset: Dataset) -> Value.Object {
    var object = FactValues.object(progress.fact)
    let target = progress.target
    // A target has no observation status; what a template asks for is how far it has come.
    object.members = object.members.map { member in
      member.name == "status" ? .init("status", .string(progress.status.rawValue)) : member
    }
    let policy = dataset.policies.first { $0.id == target.policyID }
    object.members += [
      .init("statusWords", .string(progress.status.words)),
      .init("aim", .string(progress.indicator.name)),
      .init("policy", policy.map { .string($0.name) } ?? .null),
      .init("policyID", .string(target.policyID)),
      .init("targetKind", .string(FactValues.words(target.kind.rawValue))),
      .init("targetKindCode", .string(target.kind.rawValue)),
      .init("deadline", .string(target.deadline?.label ?? RecordRows.unknown)),
      .init("deadlineYear", FactValues.number(target.deadline?.year.map(Double.init))),
      .init("baseline", FactValues.value(progress.baseline)),
      .init("latest", FactValues.value(progress.latest)),
      .init("attained", FactValues.value(progress.attained)),
      .init("gap", FactValues.value(progress.gap)),
      .init("required", FactValues.value(progress.required)),
      .init("achieved", FactValues.value(progress.achieved)),
      .init("reason", .string(progress.reason)),
    ]
    return object
  }

  static func counts(_ progress: [TargetProgress]) -> Value {
    func number(_ status: TargetStatus) -> Value {
      .number(Double(progress.count { $0.status == status }))
    }
    return .object(
      Value.Object([
        .init("all", .number(Double(progress.count))),
        .init("measured", .number(Double(progress.count { $0.status != .notMeasurable }))),
        .init("met", number(.met)), .init("onTrack", number(.onTrack)),
        .init("behind", number(.behind)), .init("missed", number(.missed)),
        .init("notMeasurable", number(.notMeasurable)),
      ]))
  }
}
