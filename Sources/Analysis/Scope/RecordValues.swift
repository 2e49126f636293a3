import Facts
import Tables

/// Policies as values of the expression language. What is not stated is null.
enum RecordValues {
  static func object(_ policy: Policy, _ dataset: Dataset) -> Value.Object {
    let targets = dataset.targets.filter { $0.policyID == policy.id }.map(\.id)
    return Value.Object(
      [
        .init("id", .string(policy.id)),
        .init("name", .string(policy.name)),
        .init("label", .string(policy.label)),
        .init("kind", .string(FactValues.words(policy.kind))),
        .init("kindCode", .string(policy.kind)),
        .init("issuer", policy.issuer.map { .string($0) } ?? .null),
        .init("issued", policy.issued.map { .string($0.label) } ?? .null),
        .init("issuedBasis", .string(FactValues.words(policy.issuedBasis.rawValue))),
        .init("issuedBasisCode", .string(policy.issuedBasis.rawValue)),
        .init("horizonStart", policy.horizonStart.map { .string($0.label) } ?? .null),
        .init("horizonEnd", policy.horizonEnd.map { .string($0.label) } ?? .null),
        .init("stage", .string(FactValues.words(policy.stage))),
        .init("stageCode", .string(policy.stage)),
        .init("focusAreas", .array(policy.focusAreas.map { .string($0) })),
        .init("targets", .array(targets.map { .string($0) })),
      ] + evidence(policy.evidence))
  }

  static func evidence(_ evidence: Evidence) -> [Value.Member] {
    [
      .init("source", .string(evidence.sourceID)),
      .init("locator", .string("\(evidence.locator)")),
      .init("term", .string(evidence.term)),
      .init("note", .string(evidence.note)),
    ]
  }
}
