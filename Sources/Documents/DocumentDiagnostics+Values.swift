import Syntax
import Tables

/// What binding and the checks after it find.
extension DocumentDiagnostics {
  // MARK: Binding

  static func loopForm(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      loopForm, at: span, "`\(text)` is not a loop", expected: "`name in expression`")
  }

  static func notAnArray(_ kind: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(loopForm, at: span, "the expression gives \(kind)", expected: "an array")
  }

  /// - Parameter gap: the member that the data lack, where that is why.
  static func sectionLeftOut(
    _ title: String, needs: Placeholder, gap: ExpressionError?
  ) -> Diagnostic {
    Diagnostic(
      sectionLeftOut, severity: .note, at: needs.span,
      "the section `\(title)` is left out: the data have nothing for it",
      hints: gap.map { [$0.message] + $0.hints } ?? [])
  }

  static func knownLater(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      lateValue, at: span,
      "`\(name)` is known only once all that the document prints is known",
      expected: "`\(name)` in a placeholder of a text",
      hints: ["a loop or a condition would change what it counts"])
  }

  static func unprintable(_ problem: FunctionProblem, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unprintableValue, at: span, problem.message, expected: problem.expected,
      hints: problem.hints)
  }

  // MARK: Checks

  static func duplicateLabel(
    _ label: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      duplicateLabel, at: span, "the label `\(label)` stands twice", expected: "each label once",
      notes: [.init("the first", at: first)])
  }

  static func undefinedLabel(
    _ label: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      undefinedLabel, at: span, "nothing has the label `\(label)`",
      hints: nearestNameHints(to: label, among: known))
  }

  static func unmentioned(_ label: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unmentionedLabel, severity: .warning, at: span, "nothing refers to `\(label)`",
      expected: "`@\(label)` in the text")
  }

  static func undefinedSource(
    _ id: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      undefinedSource, at: span, "there is no source `\(id)`", expected: "the id of a source",
      hints: nearestNameHints(to: id, among: known))
  }

  static func unsourcedDigits(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unsourcedDigits, severity: .warning, at: span, "the number `\(text)` has no source",
      expected: "a value of the data, `{{ … }}`")
  }
}
