import Facts
import Tables

/// Policies and editions as values of the expression language. What is not stated is null.
enum RecordValues {
  static func object(_ policy: Policy, _ dataset: Dataset) -> Value.Object {
    let targets = dataset.targets.filter { $0.policyID == policy.id }.map(\.id)
    return Value.Object(
      [
        .init("id", .string(policy.id)),
        .init("name", .string(policy.name)),
        .init("kind", .string(FactValues.words(policy.kind))),
        .init("issuer", policy.issuer.map { .string($0) } ?? .null),
        .init("issued", policy.issued.map { .string($0.label) } ?? .null),
        .init("issuedBasis", .string(FactValues.words(policy.issuedBasis.rawValue))),
        .init("horizonStart", policy.horizonStart.map { .string($0.label) } ?? .null),
        .init("horizonEnd", policy.horizonEnd.map { .string($0.label) } ?? .null),
        .init("stage", .string(FactValues.words(policy.stage))),
        .init("focusAreas", .array(policy.focusAreas.map { .string($0) })),
        .init("targets", .array(targets.map { .string($0) })),
      ] + evidence(policy.evidence))
  }

  static func object(_ edition: Edition, _ dataset: Dataset) -> Value.Object {
    let venue = dataset.places.first { $0.id == edition.venue }?.name ?? edition.venue
    return Value.Object(
      [
        .init("id", .string(edition.id)),
        .init("label", .string(edition.label)),
        .init("name", .string(edition.name)),
        .init("number", .number(Double(edition.number))),
        .init("year", FactValues.number(edition.year.year.map(Double.init))),
        .init("yearBasis", .string(FactValues.words(edition.yearBasis.rawValue))),
        .init("dates", edition.start == nil ? .null : .string(edition.period.label)),
        .init("start", edition.start?.start.map { .date($0.milliseconds) } ?? .null),
        .init("end", edition.end?.end.map { .date($0.milliseconds) } ?? .null),
        .init("dateNote", .string(edition.dateNote)),
        .init("theme", edition.theme.map { .string($0) } ?? .null),
        .init("venue", venue.map { .string($0) } ?? .null),
        .init("venueNote", .string(edition.venueNote)),
      ] + evidence(edition.evidence))
  }

  private static func evidence(_ evidence: Evidence) -> [Value.Member] {
    [
      .init("source", .string(evidence.sourceID)),
      .init("locator", .string("\(evidence.locator)")),
      .init("term", .string(evidence.term)),
      .init("note", .string(evidence.note)),
    ]
  }
}
