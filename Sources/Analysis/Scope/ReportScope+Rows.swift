import Facts
package import Tables

extension ReportScope {
  /// The names of the tables of rows that charts, tables and views can ask for.
  ///
  /// - `observations`, and `series` (the main series of every indicator), `series_<indicator>`: a row a
  ///   fact with `fact`, `indicator`, `name`, `subject`, `period`, `year`, `date`, `value`, `low`, `high`,
  ///   `unit`, `label`, `number`, `amount`, `qualifier`, `status`, `comparability`, `derived`, `term`, `source`,
  ///   `locator`; of series also `basis` (`published` or `implied`) and `comparable`.
  /// - `targets`: the same with `target`, `policy`, `kind`, `deadline`, `deadlineYear`, `deadlineDate`,
  ///   `latest`, `latestLabel`, `latestYear`, `latestFact`, `attained`, `attainedCompact`, `attainedFact`, `gap`,
  ///   `required`, `achieved`, `status` (of progress), `reason`.
  /// - `series_years`: a row for every year of a level, from its first value to the last deadline, with
  ///   `fact`, `indicator`, `name`, `year`, `value`, `label`, `number`, `source`, and `standing`:
  ///   `published`, `derived`, `uncertain`, or `none` where there is no value; `due`: whether a target ends.
  /// - `changes`: the same as `observations` for the change of each comparable value on the one before, by indicator.
  /// - `ratios`: the same for each level set against another, with `numerator`, `denominator`, and `aim`:
  ///   whether targets are set against each other.
  /// - `target_paths`: of targets with a required pace, by `path`: `values`, a row for each year so far;
  ///   `achieved`, the first comparable value and the latest; `required`, the latest value and the target.
  ///   With `fact`, `target`, `measure`, `year`, `value`, `label`, `number`, `amount`, `derived`, `isAim`, `pace`,
  ///   `paceLabel`, `paceNumber` (growth per year along the path), `paceFact`.
  /// - `edition_counts`: what is counted of editions, a row an edition and indicator, with `edition`,
  ///   `editionLabel`, `editionNumber`, `editionYear`, `stated`; `value` is null where it is not stated.
  /// - `reconciliations`: `measure`, `period`, `used`, `usedLabel`, `usedSource`, `other`, `otherLabel`,
  ///   `otherSource`, `rule` in words, `footnote`.
  /// - `indicators`: `indicator`, `name`, `unit`, `kind`, `topic`, `definition`, `coverage`,
  ///   `comparability`; those with a figure or a target.
  /// - `as_of`: one row with `date` and `label`, or none where no day was asked for.
  /// - `events`: `event`, `edition`, `kind`, `name`, `description`, `period`, `dateBasis`, `place`, `basis`,
  ///   `people`, `participants`, `source`, `locator`, `note`.
  /// - `sources`, `policies`, `editions`, `timeline`, `edition_comparison`, `participants`.
  package var tableNames: [String] {
    Self.fixedNames + analysis.series.map { "series_\($0.indicator.id)" }
  }

  private static let fixedNames = [
    "observations", "series", "series_years", "changes", "ratios", "targets", "target_paths",
    "indicators",
    "reconciliations", "sources", "policies", "editions", "edition_counts", "edition_comparison",
    "events",
    "timeline", "participants", "as_of",
  ]

  /// The rows of the table called `name`, or nil where there is none.
  package func rows(of name: String) -> [Value.Object]? {
    if let kept = keptRows[name] { return kept }
    switch name {
    case "observations": return FactRows.observations(analysis)
    case "series": return FactRows.points(analysis.series.compactMap { $0.series.first })
    case "series_years": return FactRows.years(analysis)
    case "changes":
      return analysis.series.flatMap { entry in
        let outline = entry.series.first.flatMap { analysis.outlines[$0.idStem] }
        return (outline?.changes ?? []).map { FactRows.row($0) }
      }
    case "ratios": return FactRows.ratios(analysis)
    case "targets": return FactRows.targets(analysis)
    case "target_paths": return FactRows.paths(analysis)
    case "indicators": return RecordRows.indicators(analysis)
    case "reconciliations": return ReconciliationRows.rows(analysis)
    case "sources": return RecordRows.sources(analysis.dataset)
    case "policies": return RecordRows.policies(analysis)
    case "timeline": return RecordRows.timeline(analysis)
    case "editions": return EditionRows.editions(analysis)
    case "edition_counts": return EditionRows.counts(analysis)
    case "edition_comparison": return EditionRows.comparison(analysis)
    case "events": return EditionRows.events(analysis)
    case "participants": return EditionRows.participants(analysis)
    case "as_of": return RecordRows.day(analysis.asOf)
    default:
      let prefix = "series_"
      guard name.hasPrefix(prefix) else { return nil }
      let indicator = name.dropFirst(prefix.count)
      return analysis.series.first { $0.indicator.id == indicator }.map {
        FactRows.points(Array($0.series.prefix(1)))
      }
    }
  }

  /// The table of rows called `name`, or nil where there is none.
  package func table(_ name: String) -> Table? { rows(of: name).map { Table(rows: $0) } }
}
