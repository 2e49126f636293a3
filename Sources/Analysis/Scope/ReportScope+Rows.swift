import Facts
package import Tables

extension ReportScope {
  /// The names of the tables of rows that charts, tables and views can ask for.
  ///
  /// - `observations`, and `series` (the main series of every indicator), `series_<indicator>`: a row a
  ///   fact with `fact`, `indicator`, `name`, `subject`, `period`, `year`, `date`, `value`, `low`, `high`,
  ///   `unit`, `label`, `number`, `qualifier`, `status`, `comparability`, `derived`, `term`, `source`,
  ///   `locator`; of series also `basis` (`published` or `implied`) and `comparable`.
  /// - `targets`: the same with `target`, `policy`, `kind`, `deadline`, `deadlineYear`, `deadlineDate`,
  ///   `latest`, `latestLabel`, `latestYear`, `latestFact`, `attained`, `attainedFact`, `gap`,
  ///   `required`, `achieved`, `status` (of progress), `reason`.
  /// - `changes`: the same for the change of each comparable value on the one before, by indicator.
  /// - `sources`, `policies`, `timeline`, `edition_comparison`, `participants`.
  package var tableNames: [String] {
    Self.fixedNames + analysis.series.map { "series_\($0.indicator.id)" }
  }

  private static let fixedNames = [
    "observations", "series", "changes", "targets", "sources", "policies", "timeline",
    "edition_comparison",
    "participants",
  ]

  /// The rows of the table called `name`, or nil where there is none.
  package func rows(of name: String) -> [Value.Object]? {
    switch name {
    case "observations": return FactRows.observations(analysis)
    case "series": return FactRows.points(analysis.series.compactMap { $0.series.first })
    case "changes":
      return analysis.series.flatMap { entry in
        let outline = entry.series.first.flatMap { analysis.outlines[$0.idStem] }
        return (outline?.changes ?? []).map { FactRows.row($0) }
      }
    case "targets": return FactRows.targets(analysis)
    case "sources": return RecordRows.sources(analysis.dataset)
    case "policies": return RecordRows.policies(analysis)
    case "timeline": return RecordRows.timeline(analysis.dataset)
    case "edition_comparison": return RecordRows.comparison(analysis)
    case "participants": return RecordRows.participants(analysis.dataset)
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

  /// The named values for a scope of expressions, made at each call.
  package var names: [String: Value] {
    Dictionary(values.members.map { ($0.name, $0.value) }) { first, _ in first }
  }
}
