package import Facts
package import Tables

/// Everything that the expressions of a template can name.
///
/// - `series.<indicator>`: `id`, `name`, `unit`, `definition`, `coverage`, `points`, `published`,
///   `excluded` (with `reason`), `latest`, `first`, `previous`, `growth` (per year, first to latest),
///   `change` (latest on previous), `changes` (of each comparable value on the one before),
///   `growthRefused`, `changeRefused`, `footnotes`, `years` (facts by
///   year, as `series.industry_size.years["2023"]`); the main subject's series. `seriesList` has all.
/// - `targets.<target>`: the members of a fact, `status` being `met`, `on track`, `behind`, `missed` or
///   `not measurable`, and `aim` (the indicator's name), `policy`, `policyID`, `targetKind`, `deadline`,
///   `deadlineYear`, `latest`, `attained`, `gap`, `required`, `achieved`, `reason`. `targetList` has all.
/// - `ratios.<indicator>.<indicator>`: a level set against another of its topic and unit, for the last
///   period that both have; never a share.
/// - `facts.<id>`: every observation, target and derived fact.
/// - `sources.<id>`, `sourceList`; `policies.<id>`, `policyList`; `editions.<id>`, `editionList`.
/// - `rules`: `interval`, `progress`: the printed rules. `dataset`: `title`, `version`, `asOf`.
///
/// A fact has `id`, `name`, `indicator`, `subject`, `period`, `year`, `date`, `value` (number in
/// `valueUnit`), `low`, `high`, `written`, `text` (`over 1,400 companies`), `number` (`over 1,400`),
/// `amount` (the same in `valueUnit`),
/// `unit` (`companies`), `qualifier`, `status` (SDMX code), `comparability`, `derived`, `kind`, `term`,
/// `note`, `source`, `locator`, `operation`, `arithmetic`.
package struct ReportScope: Sendable {
  package let analysis: DatasetAnalysis

  package var register: FactRegister { analysis.register }

  package init(_ dataset: Dataset, asOf: CalendarDate? = nil) {
    analysis = DatasetAnalysis(dataset, asOf: asOf)
  }

  /// The named values, in a fixed order. Made at each call: a caller that evaluates many expressions
  /// keeps them.
  package var values: Value.Object {
    let known = analysis.dataset
    let series = analysis.series.map { entry in
      entry.series.map { Value.object(SeriesValues.object($0, analysis)) }
    }
    let targets = analysis.progress.map {
      ($0.target.id, Value.object(TargetValues.object($0, known)))
    }
    let sources = known.sources.map { ($0.id, Value.object(FactValues.object($0))) }
    let policies = known.policies.map { ($0.id, Value.object(RecordValues.object($0, known))) }
    let editions = known.editions.map { ($0.id, Value.object(RecordValues.object($0, known))) }
    return Value.Object([
      .init(
        "series",
        Self.named(
          zip(analysis.series, series).compactMap { entry, values in
            values.first.map { (entry.indicator.id, $0) }
          })),
      .init("seriesList", .array(series.flatMap(\.self))),
      .init("targets", Self.named(targets)),
      .init("targetList", .array(targets.map(\.1))),
      .init("ratios", ratios),
      .init(
        "facts",
        Self.named(analysis.register.ids.map { ($0, FactValues.value(analysis.register.fact($0))) })
      ),
      .init("sources", Self.named(sources)),
      .init("sourceList", .array(sources.map(\.1))),
      .init("policies", Self.named(policies)),
      .init("policyList", .array(policies.map(\.1))),
      .init("editions", Self.named(editions)),
      .init("editionList", .array(editions.map(\.1))),
      .init(
        "rules",
        .object(
          Value.Object([
            .init("interval", .string(Interval.rule)),
            .init("progress", .string(TargetProgress.rule)),
          ]))),
      .init(
        "dataset",
        .object(
          Value.Object([
            .init("title", .string(known.package.title)),
            .init("version", .string(known.package.version)),
            .init("asOf", analysis.asOf.map { .string(Period.day($0).label) } ?? .null),
          ]))),
    ])
  }

  /// Ratios by numerator, then by denominator.
  private var ratios: Value {
    var byNumerator: [(String, [(String, Value)])] = []
    for fact in analysis.ratios {
      guard let bottom = fact.derivation?.inputs.last.flatMap({ register.fact($0) }) else {
        continue
      }
      let entry = (bottom.indicator, FactValues.value(fact))
      if byNumerator.last?.0 == fact.indicator {
        byNumerator[byNumerator.count - 1].1.append(entry)
      } else {
        byNumerator.append((fact.indicator, [entry]))
      }
    }
    return Self.named(byNumerator.map { ($0.0, Self.named($0.1)) })
  }

  private static func named(_ values: [(String, Value)]) -> Value {
    .object(Value.Object(values.map { Value.Member($0.0, $0.1) }))
  }
}
