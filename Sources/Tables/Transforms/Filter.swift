package import Syntax

extension DataTransform {
  /// Keeps the rows for which a predicate holds.
  package struct Filter: Sendable {
    package var predicate: Predicate

    package init(_ predicate: Predicate) { self.predicate = predicate }

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
    package var expression: Expression
    package var name: String

    package init(_ expression: Expression, as name: String) {
      self.expression = expression
      self.name = name
    }

    package func apply(
      to table: Table, in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      try expression.requireFields(of: table)
      return table.setting(
        name, Column(try expression.values(over: table, in: context.seededScope)))
    }
  }
}
