import Syntax

/// The wording of problems with divisions and their attributes.
extension DocumentDiagnostics {
  static func strayFence(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      divisionForm, at: span, "`:::` closes nothing", expected: "`::: {.class}` before it")
  }

  static func indentedFence(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      divisionForm, at: span, "`:::` within a list, a quotation or a paragraph",
      expected: "`:::` at the margin",
      hints: ["end the list or quotation before it, or leave the division out"])
  }

  static func fence(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      divisionForm, at: span, "what follows `:::` is neither a class nor attributes",
      expected: "`{.class key=\"value\"}` or one word")
  }

  static func unclosedDivision(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unclosedDivision, at: span, "the division does not end", expected: "a line `:::` after it")
  }

  static func noClass(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      divisionForm, at: span, "the division has no class", expected: "`{.class}`",
      hints: classHints)
  }

  private static var classHints: [String] {
    [
      "known here: "
        + Division.Kind.allCases.map { "`.\($0.rawValue)`" }.joined(separator: ", ")
    ]
  }

  static func divisionContent(
    _ owner: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(divisionForm, at: span, "\(owner) holds something else", expected: expected)
  }

  static func unknownClass(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unknownClass, at: span, "there is no class `.\(name)`",
      expected: known.isEmpty
        ? "no class here" : "one of " + known.map { "`.\($0)`" }.joined(separator: ", "),
      hints: nearestNameHints(to: name, among: known).filter { $0.hasPrefix("did") })
  }

  static func extraClass(_ name: String, of first: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unknownClass, at: span, "`.\(name)` beside `.\(first)` has no meaning",
      expected: "one class")
  }

  static func attributes(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      attributeForm, at: span, "this is not an attribute",
      expected: "`#label`, `.class` or `key=\"value\"`")
  }

  static func unclosedQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(attributeForm, at: span, "the quotation mark is not closed", expected: "`\"`")
  }

  static func secondLabel(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      attributeForm, at: span, "`#\(name)` is a second label", expected: "one label",
      notes: [.init("the first", at: first)])
  }

  static func secondAttribute(
    _ name: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      attributeForm, at: span, "`\(name)` stands twice", expected: "each attribute once",
      notes: [.init("the first", at: first)])
  }

  static func misplacedAttributes(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      attributeForm, at: span, "attributes cannot stand here",
      expected: "attributes at the end of a heading or a caption, or after `:::`",
      hints: ["for the brace itself write `\\{`"])
  }

  static func unknownAttribute(
    _ name: String, of owner: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      unknownAttribute, at: span, "`\(name)` is not an attribute of \(quoted(owner))",
      expected: known.isEmpty
        ? "no attribute" : "one of " + known.map { "`\($0)`" }.joined(separator: ", "),
      hints: nearestNameHints(to: name, among: known).filter { $0.hasPrefix("did") })
  }

  static func missingAttribute(
    _ name: String, of owner: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      attributeValue, at: span, "\(quoted(owner)) has no `\(name)`",
      expected: "`\(name)=\"…\"` after the class")
  }

  static func attributeValue(
    _ text: String, of name: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      attributeValue, at: span, "`\(text)` is not a value of `\(name)`", expected: expected)
  }

  /// A class in backquotes; other owners, such as "a heading", as they are.
  private static func quoted(_ owner: String) -> String {
    owner.contains(" ") ? owner : "`.\(owner)`"
  }

  static func labelForm(_ name: String, prefix: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      labelForm, at: span, "`\(name)` cannot be a label here",
      expected: "`\(prefix)` and lower-case letters, digits, `-`, `.` or `_`")
  }
}
