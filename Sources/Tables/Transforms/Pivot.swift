package import Syntax

extension DataTransform {
  /// Makes the values of one field into fields, each holding an aggregate of another field.
  package struct Pivot: Sendable {
    /// The field whose values become names.
    package var key: FieldReference
    /// The field whose values are aggregated.
    package var value: FieldReference
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// What is computed.
    package var operation: AggregateOperation
    /// How many names there may be, in ascending order; 0 for all.
    package var limit: Int

    package init(
      key: FieldReference, value: FieldReference, groupby: [FieldReference] = [],
      operation: AggregateOperation = .sum, limit: Int = 0
    ) {
      self.key = key
      self.value = value
      self.groupby = groupby
      self.operation = operation
      self.limit = limit
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      let keys = try key.column(of: table)
      let values = try value.column(of: table)
      let grouping = try Grouping(table, by: groupby)
      let pivots = Grouping([keys], rowCount: table.rowCount)
      var order = (0..<pivots.count).map { (index: $0, key: keys[pivots.firstRows[$0]]) }
      order.sort { left, right in
        switch Value.ascending(left.key, right.key) {
        case .before: true
        case .after: false
        case .same: left.index < right.index
        }
      }
      if limit > 0 { order = Array(order.prefix(limit)) }
      var columns = try table.columns(groupby).map {
        ($0.name, $0.column.taking(grouping.firstRows))
      }
      try Budget.claim(rows: grouping.count, fields: pivots.count, at: key.span)
      if operation.isDrawn {
        try Budget.claim(points: table.rowCount, over: Quantiles.bootstrapSamples, at: value.span)
      }
      let cells = rowLists(grouping, pivots)
      for (index, key) in order {
        let results = (0..<grouping.count).map { group -> Value in
          let rows = cells[group * pivots.count + index]
          // A cell without rows counts 0; every other operation has no result there.
          if operation == .count { return .number(Double(rows.count)) }
          return GroupedMeasures.result(
            of: operation, rows: rows, column: values, table: table, in: context)
        }
        columns.append((key.asText, Column(results)))
      }
      return Table(columns, rowCount: grouping.count)
    }

    private func rowLists(_ grouping: Grouping, _ pivots: Grouping) -> [[Int]] {
      var lists = [[Int]](repeating: [], count: grouping.count * pivots.count)
      for row in grouping.groupOfRow.indices {
        let cell = Int(grouping.groupOfRow[row]) * pivots.count + Int(pivots.groupOfRow[row])
        lists[cell].append(row)
      }
      return lists
    }
  }
}
