import Facts
import Tables
import Wording

/// Sources, policies, indicators and what happened when, as rows. What is not stated says so.
enum RecordRows {
  static var unknown: String { Label.notStated.text }

  static func sources(_ dataset: Dataset) -> [Value.Object] {
    dataset.sources.map { FactValues.object($0) }
  }

  static func policies(_ analysis: DatasetAnalysis) -> [Value.Object] {
    PolicyRegister(analysis).entries.map { entry in
      let policy = entry.policy
      return Value.Object([
        .init("policy", .string(policy.id)),
        .init("name", .string(policy.name)),
        .init("label", .string(policy.label)),
        .init("kind", .string(FactValues.words(policy.kind))),
        .init("kindCode", .string(policy.kind)),
        .init("issuer", .string(policy.issuer ?? unknown)),
        .init("issued", .string(policy.issued?.label ?? unknown)),
        .init("issuedDate", (policy.issued?.start).map { .date($0.milliseconds) } ?? .null),
        .init("issuedEnd", (policy.issued?.end).map { .date($0.milliseconds) } ?? .null),
        .init("issuedBasis", .string(FactValues.words(policy.issuedBasis.rawValue))),
        .init("inferred", .bool(policy.issuedBasis == .inferred)),
        .init("issuedBasisCode", .string(policy.issuedBasis.rawValue)),
        .init("horizon", .string(horizon(policy))),
        .init("horizonStart", (policy.horizonStart?.start).map { .date($0.milliseconds) } ?? .null),
        .init("horizonEnd", (policy.horizonEnd?.end).map { .date($0.milliseconds) } ?? .null),
        .init("stage", .string(FactValues.words(policy.stage))),
        .init("stageCode", .string(policy.stage)),
        .init("focus", .string(joined(policy.focusAreas))),
        .init(
          "targets",
          .string(
            joined(
              entry.targets.map { Label.withReason.text($0.indicator.name, $0.fact.text.text) }))),
        .init("targetIDs", .array(entry.targets.map { .string($0.target.id) })),
        .init("announced", .string(joined(entry.announced))),
        .init("possiblySameAs", .string(entry.possiblySameAs.joined(separator: "; "))),
        .init("source", .string(policy.evidence.sourceID)),
        .init("locator", .string("\(policy.evidence.locator)")),
        .init("note", .string(policy.evidence.note)),
      ])
    }
  }

  static func horizon(_ policy: Policy) -> String {
    switch (policy.horizonStart, policy.horizonEnd) {
    case (nil, nil): unknown
    case (nil, let end?): Label.horizonTo.text(end.label)
    case (let start?, nil): Label.horizonFrom.text(start.label)
    case (.year(let first)?, .year(let last)?): Period.years(first, through: last).label
    case (let start?, let end?): Label.horizon.text(start.label, end.label)
    }
  }

  private static func joined(_ items: [String]) -> String {
    items.isEmpty ? unknown : items.joined(separator: Label.recordSeparator.text)
  }

  static func timeline(_ analysis: DatasetAnalysis) -> [Value.Object] {
    let timeline = Timeline(analysis.dataset)
    let names = analysis.names
    return (timeline.dated + timeline.undated).map { entry in
      Value.Object(
        [
          .init("fact", entry.kind == .deadline ? .string(entry.id) : .null),
          .init("id", .string(entry.id)),
          .init("kind", .string(entry.kind.rawValue)),
          .init("period", .string(entry.period?.label ?? unknown)),
          .init("date", entry.period?.start.map { .date($0.milliseconds) } ?? .null),
          .init("end", entry.period?.end.map { .date($0.milliseconds) } ?? .null),
          .init("year", FactValues.number(entry.period?.year.map(Double.init))),
          .init("basis", .string(FactValues.words(entry.basis.rawValue))),
          .init("basisCode", .string(entry.basis.rawValue)),
          .init("name", .string(entry.name)),
          .init("label", .string(entry.label)),
          .init("detail", .string(entry.detail)),
          .init("edition", .string(entry.edition.isEmpty ? "" : names.name(entry.edition))),
          .init("source", .string(entry.evidence.sourceID)),
          .init("locator", .string("\(entry.evidence.locator)")),
        ], fact: entry.kind == .deadline ? entry.id : nil)
    }
  }

  /// The indicators of which a figure or a target is known.
  static func indicators(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.series.compactMap { indicator, all in
      let isUsed =
        all.contains { !$0.points.isEmpty || !$0.excluded.isEmpty }
        || (analysis.progress + analysis.thresholds).contains { $0.indicator.id == indicator.id }
      guard isUsed else { return nil }
      return Value.Object([
        .init("indicator", .string(indicator.id)),
        .init("name", .string(indicator.name)),
        .init("unit", .string(indicator.unit.words(isOne: false))),
        .init("kind", .string(indicator.kind.rawValue)),
        .init("topic", .string(indicator.topic)),
        .init("definition", .string(indicator.definition)),
        .init("coverage", .string(indicator.coverage)),
        .init("comparability", .string(indicator.comparability)),
      ])
    }
  }

  static func day(_ asOf: CalendarDate?) -> [Value.Object] {
    guard let asOf else { return [] }
    return [
      Value.Object([
        .init("date", .date(asOf.milliseconds)), .init("label", .string(Period.day(asOf).label)),
      ])
    ]
  }
}
