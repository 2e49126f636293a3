/// The problems that reading files can find, and their wording.
package enum SyntaxDiagnostics {
  package static let jsonSyntax = DiagnosticID("json-syntax")
  package static let nestingDepth = DiagnosticID("nesting-depth")
  package static let duplicateName = DiagnosticID("duplicate-key")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [jsonSyntax, nestingDepth, duplicateName]

  static func json(_ message: String, expected: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(jsonSyntax, at: span, message, expected: expected)
  }

  static func nesting(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      nestingDepth, at: span, "values are nested too deeply", expected: "at most \(limit) levels")
  }

  static func duplicateKey(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      duplicateName, at: span, "the key `\(name)` stands twice in one object",
      hints: ["keep one of the two"], notes: [.init("first written here", at: first)])
  }
}
