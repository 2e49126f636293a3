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
///   `deadlineYear`, `baseline` (the first comparable value), `latest`, `attained`, `gap`, `required`, `achieved`, `reason`. `targetList` has all but those that are conditions of another
///   (`threshold_of`), with whose text they are printed.
///   `targetCounts`: how many there are by status, as `all`, `measured`, `met`, `onTrack`, `behind`, `missed`,
///   `notMeasurable`.
/// - `ratios.<indicator>.<indicator>`: a level set against another of its topic and unit, for the last
///   period that both have; never a share.
/// - `facts.<id>`: every observation, target and derived fact.
/// - `sources.<id>`, `sourceList`; `policies.<id>`, `policyList`; `editions.<id>`, `editionList`; an edition
///   has `counts` (by indicator: an object with `text`, `stated`, `source`), `bodies` (by relation, as
///   `hosted_by`: the same), `events` and `participants` (rows), `isReported` (whether a source tells how it
///   went, not only what was announced), `organisers`, `people` and `organisations` (each once, with their
///   `parts`, and `partList`, those in words), `statements` (every figure printed of it, with `basis`, `event` and
///   `held`, the events counted that a source reports), `plans` (with `link`: `released` at the edition, `foreseen` for it, or only `mentioned` by the same source), `targets`, `sources`.
/// - `topics.<topic>`: of each indicator of a topic the latest figure, with `asOf` (its period, or when an
///   undated one was said).
/// - `tables.<name>`: the rows of the tables that charts can name, see `tableNames`.
/// - `rules`: `interval`, `progress`: the printed rules. `dataset`: `title`, `version`, `licences`, `asOf`,
///   `counts` (of rows known on the day: `sources`, `observations`, `targets`, `policies`, `editions`, `events`,
///   `reconciliations`).
///
/// What is worded in the report's language (`kind`, `stage`, `yearBasis` …) has its code beside it, as
/// `kindCode`, for conditions.
///
/// What came out after the day of the scope is null under its name, so that a template can ask for it.
///
/// A fact has `id`, `name`, `indicator`, `subject`, `period`, `year`, `date`, `value` (number in
/// `valueUnit`), `low`, `high`, `written`, `text` (`over 1,400 companies`), `whole` (the same with
/// `equivalent`, the amount in another currency or unit as printed beside it), `condition` (what each thing
/// counted has to pass; empty for most), `number` (`over 1,400`),
/// `amount` (the same in `valueUnit`),
/// `unit` (`companies`), `qualifier`, `status` (SDMX code), `comparability`, `derived`, `kind`, `term`,
/// `note`, `source`, `locator`, `operation`, `arithmetic`.
package struct ReportScope: Sendable {
  package let analysis: DatasetAnalysis
  /// The rows of tables that are kept, by the tables' names.
  private(set) var keptRows: [String: [Value.Object]] = [:]

  package var register: FactRegister { analysis.register }

  package init(_ dataset: Dataset, asOf: CalendarDate? = nil) {
    analysis = DatasetAnalysis(dataset, asOf: asOf)
  }

  /// The same scope with the rows of all its tables made: for a caller that wants most of them.
  package func keepingRows() -> ReportScope {
    var scope = self
    for name in tableNames { scope.keptRows[name] = rows(of: name) }
    return scope
  }

  /// The named values, in a fixed order. Made at each call: a caller that evaluates many expressions
  /// keeps them.
  package var values: Value.Object {
    Value.Object(valuesButTables.members + [.init("tables", tables)])
  }

  /// Every table of rows under its name, as a value.
  package var tables: Value {
    Self.named(tableNames.map { ($0, .array((rows(of: $0) ?? []).map { .object($0) })) })
  }

  /// The named values but `tables`.
  package var valuesButTables: Value.Object {
    let (known, whole) = (analysis.dataset, analysis.whole)
    let series = analysis.series.map { entry in
      entry.series.map { Value.object(SeriesValues.object($0, analysis)) }
    }
    let targets = analysis.progress.map {
      ($0.target.id, Value.object(TargetValues.object($0, known)))
    }
    let thresholds = analysis.thresholds.map {
      ($0.target.id, Value.object(TargetValues.object($0, known)))
    }
    let sources = known.sources.map { ($0.id, Value.object(FactValues.object($0))) }
    let policies = known.policies.map { ($0.id, Value.object(RecordValues.object($0, known))) }
    let editions = EditionValues(analysis).objects.map { ($0.id, Value.object($0.object)) }
    return Value.Object([
      .init(
        "series",
        Self.named(
          zip(analysis.series, series).compactMap { entry, values in
            values.first.map { (entry.indicator.id, $0) }
          })),
      .init("seriesList", .array(series.flatMap(\.self))),
      .init("targets", Self.named(targets + thresholds, of: whole.targets.map(\.id))),
      .init("targetList", .array(targets.map(\.1))),
      .init("targetCounts", TargetValues.counts(analysis.progress)),
      .init("ratios", ratios),
      .init(
        "facts",
        Self.named(
          analysis.register.ids.map { ($0, FactValues.value(analysis.register.fact($0))) },
          of: whole.observations.map(\.id) + whole.targets.map(\.id))
      ),
      .init("sources", Self.named(sources, of: whole.sources.map(\.id))),
      .init("sourceList", .array(sources.map(\.1))),
      .init("policies", Self.named(policies, of: whole.policies.map(\.id))),
      .init("policyList", .array(policies.map(\.1))),
      .init("editions", Self.named(editions, of: whole.editions.map(\.id))),
      .init("editionList", .array(editions.map(\.1))),
      .init("topics", TopicValues.object(analysis)),
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
            .init("licences", .array(known.package.licences.map { .string($0) })),
            .init("counts", Self.counts(known)),
            .init("asOf", analysis.asOf.map { .string(Period.day($0).label) } ?? .null),
          ]))),
    ])
  }

  private static func counts(_ dataset: Dataset) -> Value {
    .object(
      Value.Object(
        [
          ("sources", dataset.sources.count), ("observations", dataset.observations.count),
          ("targets", dataset.targets.count), ("policies", dataset.policies.count),
          ("editions", dataset.editions.count), ("events", dataset.events.count),
          ("reconciliations", dataset.reconciliations.count),
        ].map { .init($0, .number(Double($1))) }))
  }

  /// Ratios by numerator, then by denominator.
  private var ratios: Value {
    var byNumerator: [(String, [(String, Value)])] = []
    for ratio in analysis.ratios {
      let entry = (ratio.denominator.id, FactValues.value(ratio.latest))
      if byNumerator.last?.0 == ratio.numerator.id {
        byNumerator[byNumerator.count - 1].1.append(entry)
      } else {
        byNumerator.append((ratio.numerator.id, [entry]))
      }
    }
    return Self.named(byNumerator.map { ($0.0, Self.named($0.1)) })
  }

  /// `values` under their names, and null under those of `all` that have no value.
  private static func named(_ values: [(String, Value)], of all: [String] = []) -> Value {
    let known = Set(values.map(\.0))
    let missing = all.filter { !known.contains($0) }.map { ($0, Value.null) }
    return .object(Value.Object((values + missing).map { Value.Member($0.0, $0.1) }))
  }
}
