extension SyntaxDiagnostics {
  package static let yamlSyntax = DiagnosticID("yaml-syntax")
  package static let yamlAnchor = DiagnosticID("yaml-anchor")
  package static let yamlTag = DiagnosticID("yaml-tag")
  package static let yamlDocument = DiagnosticID("yaml-document")
  package static let yamlMergeKey = DiagnosticID("yaml-merge-key")
  package static let yamlIndentation = DiagnosticID("yaml-indentation")
  package static let yamlCharacter = DiagnosticID("yaml-character")

  /// The ids of YAML reading.
  static let yamlIDs = [
    yamlSyntax, yamlAnchor, yamlTag, yamlDocument, yamlMergeKey, yamlIndentation, yamlCharacter,
  ]

  static func yaml(
    _ message: String, expected: String? = nil, hint: String? = nil, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      yamlSyntax, at: span, message, expected: expected, hints: hint.map { [$0] } ?? [])
  }

  static func anchor(at span: SourceSpan) -> Diagnostic {
    let isAlias = span.text.hasPrefix("*")
    return Diagnostic(
      yamlAnchor, at: span,
      isAlias
        ? "the alias `\(span.text)` is not allowed" : "the anchor `\(span.text)` is not allowed",
      expected: "each value written where it is used",
      hints: isAlias ? ["put the text into quotes if it is meant to begin with `*`"] : [])
  }

  static func tag(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      yamlTag, at: span, "the tag `\(span.text)` is not allowed", expected: "a value without a tag",
      hints: ["put the text into quotes if it is meant to begin with `!`"])
  }

  static func document(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      yamlDocument, at: span, "`\(span.text)` begins or ends a document inside the document",
      expected: "one document without directives")
  }

  static func mergeKey(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      yamlMergeKey, at: span, "the merge key `<<` is not allowed",
      expected: "each key written where it is used")
  }

  static func yamlTab(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      yamlIndentation, at: span, "a tab in the indentation", expected: "spaces",
      hints: ["indent by two spaces a level"])
  }

  static func yamlIndentation(_ message: String, expected: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(yamlIndentation, at: span, message, expected: expected)
  }

  static func yamlCharacter(at span: SourceSpan) -> Diagnostic {
    let byte = span.file.bytes[span.range.lowerBound]
    let hex = String(byte, radix: 16, uppercase: true)
    let message =
      switch byte {
      case 0x0D: "a carriage return without a line feed"
      case 0x80...: "the byte 0x\(hex) is not text in UTF-8"
      default: "the control character U+" + String(repeating: "0", count: 4 - hex.count) + hex
      }
    return Diagnostic(
      SyntaxDiagnostics.yamlCharacter, at: span, message, expected: "text in UTF-8")
  }
}
