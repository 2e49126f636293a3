package import Syntax

extension DataTransform {
  /// One row for each group of rows, with the group's keys and the results of operations.
  package struct Aggregate: Sendable {
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// The outputs, in order.
    package var measures: [AggregateMeasure]

    package init(groupby: [FieldReference], _ measures: [AggregateMeasure]) {
      self.groupby = groupby
      self.measures = measures
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      if !context.scope.isExact, let direct = try direct(table) { return direct }
      let grouping = try Grouping(table, by: groupby)
      var columns = try table.columns(groupby).map {
        ($0.name, $0.column.taking(grouping.firstRows))
      }
      columns += try results(table, grouping, in: context)
      return Table(columns, rowCount: grouping.count)
    }

    /// The result in one pass, where the measures are counts and sums of one field of numbers.
    private func direct(_ table: Table) throws(DiagnosticFailure) -> Table? {
      var summed: FieldReference?
      for measure in measures {
        if measure.operation == .count { continue }
        guard measure.operation == .sum, summed == nil || summed?.path == measure.field?.path else {
          return nil
        }
        summed = measure.field
      }
      guard let summed else { return nil }
      let keys = try table.columns(groupby)
      let value = try summed.column(of: table)
      guard
        let sums = DirectSums(keys: keys.map(\.column), of: value, rowCount: table.rowCount)
      else { return nil }
      var columns = keys.map { (name: $0.name, column: $0.column.taking(sums.firstRows)) }
      columns += measures.map { ($0.name, $0.operation == .count ? sums.counts : sums.sums) }
      return Table(columns, rowCount: sums.firstRows.count)
    }

    /// The results of the measures in each group.
    func results(
      _ table: Table, _ grouping: Grouping, in context: TransformContext
    ) throws(DiagnosticFailure) -> [(name: String, column: Column)] {
      var measured = GroupedMeasures(table, grouping, in: context)
      var columns: [(name: String, column: Column)] = []
      for measure in measures {
        // A count is of rows, whatever its field.
        let field = measure.operation == .count ? nil : measure.field
        let column = try field?.column(of: table)
        if measure.operation == .values {
          try Budget.claim(
            rows: table.rowCount, fields: table.names.count, at: measure.field?.span)
        }
        if measure.operation.isDrawn {
          try Budget.claim(
            points: table.rowCount, over: Quantiles.bootstrapSamples, at: measure.field?.span)
        }
        columns.append(
          (
            measure.name,
            measured.column(measure.operation, of: column, parameter: measure.parameter)
          ))
      }
      return columns
    }
  }

  /// Every row with the results of its group added.
  package struct JoinAggregate: Sendable {
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// The outputs, in order.
    package var measures: [AggregateMeasure]

    package init(groupby: [FieldReference], _ measures: [AggregateMeasure]) {
      self.groupby = groupby
      self.measures = measures
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      let grouping = try Grouping(table, by: groupby)
      let rows = grouping.groupOfRow.map { Int($0) }
      let results = try Aggregate(groupby: groupby, measures)
        .results(table, grouping, in: context)
      return results.reduce(table) { $0.setting($1.name, $1.column.taking(rows)) }
    }
  }
}
