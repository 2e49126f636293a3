package import Syntax

/// The problems that tables, expressions and transforms can find, and their wording.
package enum TablesDiagnostics {
  package static let expressionSyntax = DiagnosticID("expression-syntax")
  package static let expressionUnsupported = DiagnosticID("expression-unsupported")
  package static let expressionUndefined = DiagnosticID("expression-undefined")
  package static let expressionEvaluation = DiagnosticID("expression-evaluation")
  package static let timeZone = DiagnosticID("time-zone")
  package static let fieldMissing = DiagnosticID("field-missing")
  package static let arrayExpected = DiagnosticID("array-expected")
  package static let tableMissing = DiagnosticID("table-missing")
  package static let lookupUnmatched = DiagnosticID("lookup-unmatched")
  package static let transformKind = DiagnosticID("transform-kind")
  package static let fieldPath = DiagnosticID("field-path")
  package static let transformSize = DiagnosticID("transform-size")
  package static let absentValue = DiagnosticID("absent-value")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    expressionSyntax, expressionUnsupported, expressionUndefined, expressionEvaluation, timeZone,
    fieldMissing, arrayExpected, tableMissing, lookupUnmatched, transformKind, fieldPath,
    transformSize, absentValue,
  ]

  static func unknownTimeZone(_ name: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      timeZone, at: span, "there is no time zone `\(name)` on this system",
      expected: "a name of the IANA database such as Asia/Shanghai, or UTC",
      hints: ["the zone files come with the package tzdata"])
  }

  /// A field that no row has.
  package static func missingField(
    _ name: String, known: [String], at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      fieldMissing, at: span, "the data has no field `\(name)`",
      hints: nearestNameHints(to: name, among: known))
  }

  static func notAnArray(_ field: String, kind: String, row: Int, at span: SourceSpan?)
    -> Diagnostic
  {
    Diagnostic(
      arrayExpected, at: span, "`\(field)` is \(kind) in row \(row + 1), and cannot be flattened",
      expected: "an array")
  }

  static func unknownTable(_ name: String, known: [String], at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      tableMissing, at: span, "there is no data called `\(name)`",
      hints: nearestNameHints(to: name, among: known))
  }

  static func dataNotLoaded(at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      tableMissing, at: span, "the data to look up in is not loaded here",
      expected: "a `name` of data that is at hand")
  }

  /// Keys that the other table lacks, so that what should have been found is null.
  static func noMatch(
    _ key: String, in field: String, row: Int, count: Int, of all: Int, at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      lookupUnmatched, severity: .warning, at: span,
      "\(count) of \(all) keys in `\(field)` \(count == 1 ? "is" : "are") not in the data looked up:"
        + " \(count == 1 ? "" : "the first is ")`\(key.count > 40 ? key.prefix(40) + "…" : key)` in row \(row + 1)",
      expected: "a row for each key, or a `default` for those that have none")
  }

  static func unknownTransform(known: [String], near: String?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      transformKind, at: span, "the transform is of no known kind",
      expected: "a member called " + known.joined(separator: ", "),
      hints: near.map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func tooMuch(count: Int, of what: String, most: Int, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      transformSize, at: span, "the transform would take \(count) \(what)",
      expected: "at most \(most)")
  }

  /// A cell that a predicate compares, and that holds nothing.
  static func absent(_ field: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      absentValue, at: span, "`\(field)` has no value in some rows, which cannot be compared",
      expected: "a field with a value in every row",
      hints: ["keep the others first: `{\"field\": \"\(field)\", \"valid\": true}`"])
  }

  static func brokenField(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      fieldPath, at: span, "`\(text)` is not the name of a field",
      expected: "a name, with `.` or `[…]` for nested fields",
      hints: ["write a backslash before `.`, `[` and `]` that belong to the name"])
  }
}
