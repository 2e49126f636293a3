package import Syntax
import Tables

/// The problems that a dataset can have, and their wording. Those of rules that span rows stand beside
/// their rule.
package enum FactsDiagnostics {
  package static let packageID = DiagnosticID("data-package")
  package static let patternID = DiagnosticID("data-pattern")
  package static let resourceID = DiagnosticID("data-table")
  package static let columnID = DiagnosticID("data-column")
  package static let emptyID = DiagnosticID("cell-empty")
  package static let valueID = DiagnosticID("cell-value")
  package static let choiceID = DiagnosticID("cell-code")
  package static let cellPatternID = DiagnosticID("cell-pattern")
  package static let duplicateID = DiagnosticID("row-duplicate")
  package static let referenceID = DiagnosticID("row-reference")
  package static let moreProblemsID = DiagnosticID("data-more-problems")

  /// Every id of this module; a test asserts that each has a case.
  package static let all =
    [
      packageID, patternID, resourceID, columnID, emptyID, valueID, choiceID, cellPatternID,
      duplicateID, referenceID, moreProblemsID,
    ] + Validation.ids + VerificationDiagnostics.ids

  // MARK: Descriptor

  static func duplicateResource(
    _ name: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      packageID, at: span, "the table `\(name)` is described twice",
      hints: ["keep one of the two"], notes: [.init("first described here", at: first)])
  }

  static func resourcePath(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      packageID, at: span, "the path `\(path)` leads out of the folder of the data",
      expected: "a path below the folder of datapackage.json")
  }

  static func foreignKeyFields(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      packageID, at: span, "the foreign key does not pair its fields with those it refers to",
      expected: "as many names in `fields` as in `reference.fields`, at least one")
  }

  static func unknownField(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      packageID, at: span, "a key names the field `\(name)`, which the schema does not have",
      hints: nearestNameHints(to: name, among: known))
  }

  static func unknownResource(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      packageID, at: span,
      "a foreign key refers to the table `\(name)`, which the package does not have",
      hints: nearestNameHints(to: name, among: known))
  }

  static func pattern(_ text: String, _ fault: Pattern.Fault, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      patternID, at: span, "the pattern `\(text)` cannot be used: \(fault.message)",
      hints: ["the problem is at its character \(fault.offset + 1)"])
  }

  static func missingResource(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      resourceID, at: span, "the package has no table `\(name)`",
      expected: "tables `sources`, `indicators` and `observations`",
      hints: nearestNameHints(to: name, among: known))
  }

  static func emptyTable(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      resourceID, at: span, "the table `\(name)` has no row under its header",
      expected: "at least one row, since nothing can be said without",
      hints: ["look whether the file was saved whole"])
  }

  // MARK: Header

  static func unknownColumn(
    _ name: String, near: String?, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      columnID, at: span, "unknown column `\(name)`",
      expected: near.map { "the column `\($0)`, which is missing" }
        ?? "the columns that datapackage.json declares",
      hints: near.map { ["did you mean `\($0)`?"] }
        ?? nearestNameHints(to: name, among: known) + [
          "a column that is meant has to be declared in datapackage.json"
        ])
  }

  static func missingColumn(
    _ name: String, table: String, declared: SourceSpan?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      columnID, at: span, "the column `\(name)` of the table `\(table)` is missing",
      expected: "a header with `\(name)`",
      notes: declared.map { [.init("declared here", at: $0)] } ?? [])
  }

  static func columnOrder(
    _ name: String, expected: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      columnID, at: span, "the column `\(name)` is out of order", expected: "`\(expected)` here",
      hints: ["order the columns as datapackage.json declares them"])
  }

  // MARK: Cells

  static func emptyCell(_ column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      emptyID, at: span, "the cell of `\(column)` is empty", expected: "a value",
      hints: ["where the source gives none, say `not_stated` if the column allows it"])
  }

  static func cellValue(
    _ text: String, _ column: String, _ expected: String, hints: [String] = [],
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      valueID, at: span, "`\(clipped(text))` cannot be the value of `\(column)`",
      expected: expected, hints: hints)
  }

  /// How to write a number that data have in plain digits; whoever does so has the same number. Nothing where the
  /// column does not accept what people read.
  static func numberHints(_ text: String, accepts: (String) -> Bool) -> [String] {
    if WrittenNumber.isMissingMark(text) { return [missingHint] }
    switch WrittenNumber(text)?.readings {
    case nil: return []
    case .one(let plain): if !accepts(plain) { return [] }
    case .either(let first, _, let second, _): if !accepts(first), !accepts(second) { return [] }
    }
    return WrittenNumber.hint(for: text).map { [$0] } ?? []
  }

  /// How to write a day that data have as year, month and day; whoever does so has the same day.
  static func dayHints(_ text: String) -> [String] {
    if WrittenNumber.isMissingMark(text) { return [missingHint] }
    return WrittenDate.hint(for: text).map { [$0] } ?? []
  }

  private static let missingHint =
    "where the source gives no value, write `not_stated` if the column allows it, else nothing"

  static func cellChoice(
    _ text: String, _ column: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    let named = Unit.named(text).map(\.rawValue).filter(known.contains)
    let near = named.isEmpty ? nearestName(to: text, among: known).map { [$0] } ?? [] : named
    let offer = near.map { "`\($0)`" }.joined(separator: " or ")
    return Diagnostic(
      choiceID, at: span, "`\(clipped(text))` is not a code of `\(column)`",
      expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", "),
      hints: near.isEmpty ? [] : ["did you mean \(offer)?"])
  }

  static func cellPattern(
    _ text: String, _ column: String, _ pattern: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      cellPatternID, at: span,
      "`\(clipped(text))` does not have the form of `\(column)`", expected: "`\(pattern)`")
  }

  // MARK: Rows

  static func duplicateRow(
    _ text: String, _ column: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      duplicateID, at: span, "`\(clipped(text))` stands twice in `\(column)`",
      expected: "a value that no other row has",
      notes: [.init("first stands here", at: first)])
  }

  static func reference(
    _ text: String, table: String, known: [String], at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      referenceID, at: span, "`\(clipped(text))` is not in the table `\(table)`",
      expected: "the id of a row of `\(table)`",
      hints: nearestName(to: text, among: known).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func moreProblems(_ count: Int, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      moreProblemsID, at: span,
      "\(count) more \(count == 1 ? "problem" : "problems") in this table",
      hints: ["mend those above and run again"])
  }

  /// Codes as an expectation: `a`, or one of several.
  static func oneOf(_ codes: [String]) -> String {
    (codes.count > 1 ? "one of " : "") + codes.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// Text short enough for a message.
  static func clipped(_ text: String) -> String {
    text.unicodeScalars.count <= 80 ? text : String(text.prefix(79)) + "…"
  }
}
