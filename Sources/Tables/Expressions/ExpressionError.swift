package import Syntax

/// What is wrong with an expression, and where in its text.
package struct ExpressionError: Error, Hashable, Sendable {
  /// What stage found it.
  package enum Stage: Hashable, Sendable {
    /// The text does not follow the grammar.
    case syntax
    /// The construct is known but not supported here.
    case unsupported
    /// A name that nothing defines, or a member that an object lacks.
    case undefined
    /// A function got what it cannot work with.
    case evaluation
  }

  package var message: String
  /// UTF-8 byte offsets into the expression's text.
  package var range: Range<Int>
  package var stage: Stage
  package var expected: String?
  package var hints: [String]

  package init(
    _ message: String, range: Range<Int>, stage: Stage = .syntax, expected: String? = nil,
    hints: [String] = []
  ) {
    self.message = message
    self.range = range
    self.stage = stage
    self.expected = expected
    self.hints = hints
  }
}

extension ExpressionError {
  /// The error as a diagnostic at `span`.
  package func diagnostic(at span: SourceSpan?) -> Diagnostic {
    let id =
      switch stage {
      case .syntax: TablesDiagnostics.expressionSyntax
      case .unsupported: TablesDiagnostics.expressionUnsupported
      case .undefined: TablesDiagnostics.expressionUndefined
      case .evaluation: TablesDiagnostics.expressionEvaluation
      }
    return Diagnostic(id, at: span, message, expected: expected, hints: hints)
  }
}

/// A function's complaint about its arguments; the evaluator adds the place of the call.
package struct FunctionProblem: Error, Hashable, Sendable {
  package var message: String
  package var expected: String?
  package var hints: [String]

  package init(_ message: String, expected: String? = nil, hints: [String] = []) {
    self.message = message
    self.expected = expected
    self.hints = hints
  }
}
