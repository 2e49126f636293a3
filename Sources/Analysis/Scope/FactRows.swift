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
        .init("amount", .string(FactValues.amount(fact))),
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
          .init("kindCode", .string(item.target.kind.rawValue)),
          .init("deadline", .string(item.target.deadline?.label ?? RecordRows.unknown)),
          .init("deadlineYear", FactValues.number(item.target.deadline?.year.map(Double.init))),
          .init(
            "deadlineDate", item.target.deadline?.end.map { .date($0.milliseconds) } ?? .null),
          .init("latest", FactValues.number(item.latest?.value)),
          .init("latestLabel", .string(item.latest?.text.text ?? "")),
          .init("latestYear", FactValues.number(item.latest?.period.year.map(Double.init))),
          .init("latestFact", .string(item.latest?.id ?? "")),
          .init("attained", FactValues.number(item.attained?.value)),
          .init("attainedCompact", .string(item.attained.map(FactValues.compact) ?? "")),
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
          .init("statusWords", .string(item.status.words)),
          .init("reason", .string(item.reason)),
        ], fact: item.fact.id)
    }
  }

  /// Every year from the first value of a level to its last value or the last deadline of its targets,
  /// with the value or without one.
  static func years(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.series.flatMap { indicator, all -> [Value.Object] in
      guard indicator.kind == .level, let series = all.first else { return [] }
      let points = series.points.filter { if case .year = $0.fact.period { true } else { false } }
      let known = points.compactMap(\.fact.period.year)
      let deadlines = analysis.progress.filter { $0.indicator.id == indicator.id }
        .compactMap { $0.target.deadline?.year }
      guard let first = known.min(), let last = (known + deadlines).max() else { return [] }
      return (first...last).map { year in
        row(
          of: year, points.first { $0.fact.period.year == year }, of: series,
          isDue: deadlines.contains(year))
      }
    }
  }

  private static func row(
    of year: Int, _ point: Series.Point?, of series: Series, isDue: Bool
  ) -> Value.Object {
    let fact = point?.fact
    let standing =
      switch point {
      case nil: "none"
      case let point? where !point.isComparable: "uncertain"
      case let point?: point.fact.isDerived ? "derived" : "published"
      }
    return Value.Object(
      [
        .init("fact", fact.map { .string($0.id) } ?? .null),
        .init("indicator", .string(series.indicator.id)),
        .init("name", .string(series.indicator.name)),
        .init("year", .number(Double(year))),
        .init("value", FactValues.number(fact?.value)),
        .init("label", .string(fact?.text.text ?? RecordRows.unknown)),
        .init("number", .string(fact?.text.number ?? RecordRows.unknown)),
        .init("standing", .string(standing)),
        .init("due", .bool(isDue)),
        .init("source", .string(fact?.citations.first?.sourceID ?? "")),
      ], fact: fact?.id)
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

  /// Of targets whose required pace can be worked out: the values of every year so far, with nulls where
  /// there is none, and both ends of what was achieved and of what is required.
  static func paths(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.progress.flatMap { item in
      guard let latest = item.latest, let required = item.required else { return [Value.Object]() }
      let series = analysis.series.first { $0.indicator.id == item.indicator.id }?.series
        .first { $0.points.contains { $0.fact.id == latest.id } }
      var rows: [Value.Object] = []
      if let first = series?.first?.fact.period.year, let last = latest.period.year {
        for year in first...max(first, last) {
          let point = series?.points.first { $0.fact.period.year == year && $0.isComparable }
          rows.append(path("values", end: point?.fact, year: year, at: nil, of: item))
        }
      }
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
    _ name: String, end: Fact?, year: Int? = nil, at pace: Fact?, of progress: TargetProgress
  ) -> Value.Object {
    Value.Object(
      [
        .init("fact", end.map { .string($0.id) } ?? .null),
        .init("target", .string(progress.target.id)),
        .init("measure", .string(progress.indicator.name)),
        .init("path", .string(name)),
        .init("year", FactValues.number((end?.period.year ?? year).map(Double.init))),
        .init("value", FactValues.number(end?.value)),
        .init("label", .string(end?.text.text ?? RecordRows.unknown)),
        .init("number", .string(end?.text.number ?? RecordRows.unknown)),
        .init("amount", .string(end.map(FactValues.amount) ?? RecordRows.unknown)),
        .init("derived", .bool(end?.isDerived ?? false)),
        .init("isAim", .bool(end?.id == progress.fact.id)),
        .init("pace", FactValues.number(pace?.value)),
        .init("paceLabel", .string(pace?.text.text ?? "")),
        .init("paceNumber", .string(pace?.text.number ?? "")),
        .init("paceFact", .string(pace?.id ?? "")),
      ], fact: end?.id)
  }
}
