import Facts
import Tables

/// The analysis as rows, for charts, tables and views. Each row that stands for a fact has its id in
/// `fact`.
enum FactRows {
  static func observations(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.dataset.observations.compactMap { item in
      analysis.register.fact(item.id).map { row($0) }
    }
  }

  /// Points of series, published and implied.
  static func points(_ series: [Series]) -> [Value.Object] {
    series.flatMap { one in
      one.points.map { point in
        var object = row(point.fact)
        object.members.append(.init("basis", .string(point.kind.rawValue)))
        object.members.append(.init("comparable", .bool(point.isComparable)))
        return object
      }
    }
  }

  static func row(_ fact: Fact) -> Value.Object {
    let source = fact.citations.first
    return Value.Object(
      [
        .init("fact", .string(fact.id)),
        .init("indicator", .string(fact.indicator)),
        .init("name", .string(fact.name)),
        .init("subject", .string(fact.subject)),
        .init("period", .string(fact.period.label)),
        .init("year", FactValues.number(fact.period.year.map(Double.init))),
        .init("date", fact.period.start.map { .date($0.milliseconds) } ?? .null),
        .init("value", FactValues.number(fact.value)),
        .init("low", FactValues.number(fact.interval?.low)),
        .init("high", FactValues.number(fact.interval?.high)),
        .init("unit", .string(FactValues.valueUnit(fact))),
        .init("label", .string(fact.text.text)),
        .init("number", .string(fact.text.number)),
        .init("qualifier", .string(fact.quantity.qualifier.rawValue)),
        .init("status", .string(fact.status.rawValue)),
        .init("comparability", .string(fact.comparability?.rawValue ?? "")),
        .init("derived", .bool(fact.isDerived)),
        .init("term", .string(fact.term)),
        .init("source", .string(source?.sourceID ?? "")),
        .init("locator", .string(source.map { "\($0.locator)" } ?? "")),
      ], fact: fact.id)
  }

  static func targets(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.progress.map { item in
      let base = row(item.fact)
      let policy = analysis.dataset.policies.first { $0.id == item.target.policyID }
      return Value.Object(
        base.members.filter { $0.name != "status" } + [
          .init("target", .string(item.target.id)),
          .init("policy", .string(policy?.name ?? "")),
          .init("kind", .string(FactValues.words(item.target.kind.rawValue))),
          .init("deadline", .string(item.target.deadline?.label ?? "not stated")),
          .init("deadlineYear", FactValues.number(item.target.deadline?.year.map(Double.init))),
          .init(
            "deadlineDate", item.target.deadline?.end.map { .date($0.milliseconds) } ?? .null),
          .init("latest", FactValues.number(item.latest?.value)),
          .init("latestLabel", .string(item.latest?.text.text ?? "")),
          .init("latestYear", FactValues.number(item.latest?.period.year.map(Double.init))),
          .init("latestFact", .string(item.latest?.id ?? "")),
          .init("attained", FactValues.number(item.attained?.value)),
          .init("attainedFact", .string(item.attained?.id ?? "")),
          .init("gap", FactValues.number(item.gap?.value)),
          .init("required", FactValues.number(item.required?.value)),
          .init("gapLabel", .string(item.gap?.text.text ?? "")),
          .init("requiredLabel", .string(item.required?.text.text ?? "")),
          .init("requiredFact", .string(item.required?.id ?? "")),
          .init("achieved", FactValues.number(item.achieved?.value)),
          .init("achievedLabel", .string(item.achieved?.text.text ?? "")),
          .init("achievedFact", .string(item.achieved?.id ?? "")),
          .init("status", .string(item.status.rawValue)),
          .init("reason", .string(item.reason)),
        ], fact: item.fact.id)
    }
  }

  static func ratios(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.ratios.flatMap { ratio in
      (ratio.values.map { ($0, false) } + ratio.aims.map { ($0, true) }).map { fact, isAim in
        var object = row(fact)
        object.members += [
          .init("numerator", .string(ratio.numerator.id)),
          .init("denominator", .string(ratio.denominator.id)),
          .init("aim", .bool(isAim)),
        ]
        return object
      }
    }
  }

  /// Both ends of what was achieved and of what is required, of targets that both can be worked out for.
  static func paths(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.progress.flatMap { item in
      guard let latest = item.latest, let required = item.required else { return [Value.Object]() }
      var rows: [Value.Object] = []
      if let achieved = item.achieved {
        let ends = (achieved.derivation?.inputs ?? []).compactMap { analysis.register.fact($0) }
          .sorted { $0.period < $1.period }
        rows += ends.map { path("achieved", end: $0, at: achieved, of: item) }
      }
      rows.append(path("required", end: latest, at: required, of: item))
      rows.append(path("required", end: item.fact, at: required, of: item))
      return rows
    }
  }

  private static func path(
    _ name: String, end: Fact, at pace: Fact, of progress: TargetProgress
  ) -> Value.Object {
    var object = row(end)
    object.members += [
      .init("target", .string(progress.target.id)),
      .init("measure", .string(progress.indicator.name)),
      .init("path", .string(name)),
      .init("isAim", .bool(end.id == progress.fact.id)),
      .init("pace", FactValues.number(pace.value)),
      .init("paceLabel", .string(pace.text.text)),
      .init("paceNumber", .string(pace.text.number)),
      .init("paceFact", .string(pace.id)),
    ]
    return object
  }
}
