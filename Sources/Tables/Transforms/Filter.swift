package import Syntax

extension DataTransform {
  /// Keeps the rows for which a predicate holds.
  package struct Filter: Sendable {
    /// The rows for which it holds stay.
    package var predicate: Predicate

    package init(_ predicate: Predicate) { self.predicate = predicate }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      let flags = try predicate.test(table, in: context)
      var kept: [Int] = []
      for row in 0..<table.rowCount where flags[row] { kept.append(row) }
      return kept.count == table.rowCount ? table : table.taking(kept)
    }
  }

  /// Adds a field with the value of an expression.
  package struct Calculate: Sendable {
    /// What is computed.
    package var expression: Expression
    /// The name of the output.
    package var name: String

    package init(_ expression: Expression, as name: String) {
      self.expression = expression
      self.name = name
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      try expression.requireFields(of: table)
      return table.setting(
        name, Column(try expression.values(over: table, in: context.seededScope)))
    }
  }
}
