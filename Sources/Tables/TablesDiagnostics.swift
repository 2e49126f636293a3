package import Syntax

/// The problems that tables, expressions and transforms can find, and their wording.
package enum TablesDiagnostics {
  package static let expressionSyntax = DiagnosticID("expression-syntax")
  package static let expressionUnsupported = DiagnosticID("expression-unsupported")
  package static let expressionUndefined = DiagnosticID("expression-undefined")
  package static let expressionEvaluation = DiagnosticID("expression-evaluation")
  package static let timeZone = DiagnosticID("time-zone")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    expressionSyntax, expressionUnsupported, expressionUndefined, expressionEvaluation, timeZone,
  ]

  static func unknownTimeZone(_ name: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      timeZone, at: span, "there is no time zone `\(name)` on this system",
      expected: "a name of the IANA database such as Asia/Shanghai, or UTC",
      hints: ["the zone files come with the package tzdata"])
  }
}
