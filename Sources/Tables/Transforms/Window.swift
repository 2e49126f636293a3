package import Syntax

extension DataTransform {
  /// Adds to every row the results of operations over the rows about it in its partition.
  package struct Window: Sendable {
    /// One output.
    package struct Output: Sendable {
      /// What is computed.
      package var operation: WindowOperation
      /// The field it works on.
      package var field: FieldReference?
      /// The offset of `lag` and `lead`, the number of `ntile` and `nth_value`; nil for the default.
      package var parameter: Double?
      /// The name of the output.
      package var name: String

      package init(
        _ operation: WindowOperation, _ field: FieldReference? = nil, parameter: Double? = nil,
        as name: String? = nil
      ) {
        self.operation = operation
        self.field = field
        self.parameter = parameter
        self.name = name ?? operation.name + (field.map { "_" + $0.name } ?? "")
      }
    }

    /// The outputs, in order.
    package var outputs: [Output]
    /// The fields whose values make the groups; none for one group.
    package var groupby: [FieldReference]
    /// The order of rows; none for that of the table.
    package var sort: [SortKey]
    /// How many rows before and after the current one belong to the frame; nil for all.
    package var frame: (before: Int?, after: Int?)
    /// Whether the frame ends at its rows even where rows beyond are equal by `sort`.
    package var ignoresPeers: Bool

    package init(
      _ outputs: [Output], groupby: [FieldReference] = [], sort: [SortKey] = [],
      frame: (before: Int?, after: Int?) = (nil, 0), ignoresPeers: Bool = false
    ) {
      self.outputs = outputs
      self.groupby = groupby
      self.sort = sort
      self.frame = frame
      self.ignoresPeers = ignoresPeers
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      let order = try RowOrder(sort, of: table)
      var columns: [Column?] = []
      for output in outputs {
        columns.append(output.operation.readsField ? try output.field?.column(of: table) : nil)
      }
      let none = [Value](repeating: .null, count: table.rowCount)
      var results = [[Value]](repeating: none, count: outputs.count)
      for rows in try Grouping(table, by: groupby).rowLists() {
        let partition = WindowPartition(
          rows: order.sorted(rows), order: order, frame: frame,
          widens: !order.isEmpty && !ignoresPeers)
        for (index, output) in outputs.enumerated() {
          let values =
            switch output.operation {
            case .ranking(let ranking):
              partition.ranks(ranking, columns[index], parameter: output.parameter)
            case .aggregate(let operation):
              try partition.aggregates(
                operation, columns[index], output, table: table, in: context)
            }
          for (row, value) in zip(partition.rows, values) { results[index][row] = value }
        }
      }
      return zip(outputs, results).reduce(table) { $0.setting($1.0.name, Column($1.1)) }
    }
  }
}
