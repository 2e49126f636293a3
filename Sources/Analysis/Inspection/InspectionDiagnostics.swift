package import Syntax

/// The problems of asking a dataset, and their wording.
package enum InspectionDiagnostics {
  package static let tableID = DiagnosticID("unknown-table")
  package static let columnID = DiagnosticID("unknown-column")
  package static let factID = DiagnosticID("unknown-id")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [tableID, columnID, factID, DerivedRule.id]

  static func unknownTable(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      tableID, "there is no table `\(name)`",
      expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", "),
      hints: nearestName(to: name, among: known).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func unknownColumn(_ name: String, of table: String, known: [String]) -> Diagnostic {
    Diagnostic(
      columnID, "the table `\(table)` has no column `\(name)`",
      expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", "),
      hints: nearestName(to: name, among: known).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func unknownID(_ id: String, known: [String]) -> Diagnostic {
    Diagnostic(
      factID, "nothing is called `\(id)`",
      expected: "the id of a row or of a derived fact",
      hints: nearestName(to: id, among: known).map { ["did you mean `\($0)`?"] }
        ?? ["`almanac data list facts` lists the figures"])
  }
}
