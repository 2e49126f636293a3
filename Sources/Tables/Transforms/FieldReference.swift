package import Syntax

/// A field that a transform names, with the place where it does.
package struct FieldReference: Hashable, Sendable {
  /// The way to the field.
  package var path: FieldPath
  /// Where it was written, if anywhere.
  package var span: SourceSpan?

  package init(_ path: FieldPath, at span: SourceSpan? = nil) {
    self.path = path
    self.span = span
  }

  /// The field called `name`, taken literally.
  package init(_ name: String) { self.init(FieldPath(name: name)) }

  /// The name under which the field stands in a result: its path joined with dots.
  package var name: String { path.flatName }

  /// The field's values in `table`. A table without columns has every field; else a field that it lacks is
  /// an error.
  package func column(of table: Table) throws(DiagnosticFailure) -> Column {
    if let column = table.column(at: path) { return column }
    if table.names.isEmpty { return .values([Value](repeating: .undefined, count: table.rowCount)) }
    throw DiagnosticFailure(
      TablesDiagnostics.missingField(path.text, known: table.names, at: span))
  }
}

extension Table {
  /// The columns of `fields`, under their flat names.
  func columns(
    _ fields: [FieldReference]
  ) throws(DiagnosticFailure) -> [(name: String, column: Column)] {
    var columns: [(name: String, column: Column)] = []
    for field in fields { columns.append((field.name, try field.column(of: self))) }
    return columns
  }
}

extension Expression {
  /// Reports the fields of `datum` that `table` lacks.
  func requireFields(of table: Table) throws(DiagnosticFailure) {
    guard !table.names.isEmpty else { return }
    for field in fields where table.index(of: field) == nil {
      throw DiagnosticFailure(
        TablesDiagnostics.missingField(field, known: table.names, at: span(ofField: field)))
    }
  }

  /// The value of the expression for each row, an error being a diagnostic at its place.
  func values(
    over table: Table, in scope: EvaluationScope
  ) throws(DiagnosticFailure) -> [Value] {
    do throws(ExpressionError) {
      return try evaluate(over: table, in: scope)
    } catch {
      throw DiagnosticFailure(error.diagnostic(at: span(of: error.range)))
    }
  }

  /// Where the expression first names the field.
  private func span(ofField field: String) -> SourceSpan? {
    root.firstRange { kind in
      if case .field(_, let name) = kind { name == field } else { false }
    }.flatMap { span(of: $0) } ?? span
  }
}

extension ExpressionNode {
  /// The range of the first node of the tree that `test` holds for.
  func firstRange(where test: (Kind) -> Bool) -> Range<Int>? {
    if test(kind) { return range }
    for child in children {
      if let range = child.firstRange(where: test) { return range }
    }
    return nil
  }

  private var children: [ExpressionNode] {
    switch kind {
    case .literal, .name, .field: []
    case .member(let object, let property): [object, property]
    case .array(let items): items
    case .object(let properties): properties.map(\.value)
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right):
      [left, right]
    case .conditional(let test, let then, let otherwise): [test, then, otherwise]
    case .call(_, _, let arguments): arguments
    }
  }
}
