package import Syntax

/// An expression of Vega's language, read and ready to be checked and evaluated.
///
/// ```swift
/// var bag = DiagnosticBag()
/// let sum = Expression.parse("datum.a + 1", into: &bag)
/// try sum?.evaluate(in: EvaluationScope(datum: .object(row)))
/// ```
package struct Expression: Sendable {
  package let text: String
  package let root: ExpressionNode
  package let dialect: ExpressionDialect
  /// Where the text stands in a file; nil for a text that no file holds.
  package let span: SourceSpan?
  /// The fields of `datum` that the expression names, in order of first use.
  package let fields: [String]

  /// The expression that `text` writes; nil with a diagnostic in `bag` where it does not follow the
  /// grammar.
  package static func parse(
    _ text: String, dialect: ExpressionDialect = .vega, at span: SourceSpan? = nil,
    into bag: inout DiagnosticBag
  ) -> Expression? {
    do throws(ExpressionError) {
      return try Expression(text, dialect: dialect, at: span)
    } catch {
      bag.add(error.diagnostic(at: place(of: error.range, of: text, in: span)))
      return nil
    }
  }

  /// The expression that `text` writes.
  package init(
    _ text: String, dialect: ExpressionDialect = .vega, at span: SourceSpan? = nil
  ) throws(ExpressionError) {
    var parser = ExpressionParser(text, dialect: dialect)
    root = try parser.parse()
    fields = parser.fields
    self.text = text
    self.dialect = dialect
    self.span = span
  }

  /// The place in the file of a part of the expression.
  package func span(of range: Range<Int>) -> SourceSpan? {
    Self.place(of: range, of: text, in: span)
  }

  /// `range` of `text` within `span`. A span two bytes longer than the text is a quoted string; one of
  /// any other length holds escapes, and is shown whole.
  static func place(of range: Range<Int>, of text: String, in span: SourceSpan?) -> SourceSpan? {
    guard let span else { return nil }
    let end = max(range.upperBound, min(range.lowerBound + 1, text.utf8.count))
    switch span.range.count - text.utf8.count {
    case 0: return span.inner(range.lowerBound..<end)
    case 2: return span.inner(range.lowerBound + 1..<end + 1)
    default: return span
    }
  }
}
