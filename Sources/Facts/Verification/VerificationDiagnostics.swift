package import Syntax

/// The problems of holding a dataset against its sources, and their wording.
package enum VerificationDiagnostics {
  package static let unconfirmedID = DiagnosticID("source-unconfirmed")
  package static let paragraphID = DiagnosticID("source-paragraph")
  package static let changedID = DiagnosticID("source-changed")
  package static let archiveID = DiagnosticID("source-not-archived")

  static let ids = [unconfirmedID, paragraphID, changedID, archiveID]

  static func unconfirmed(
    _ text: String, at span: SourceSpan, paragraph: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      unconfirmedID, at: span,
      "`\(FactsDiagnostics.clipped(text))` does not stand in the cited paragraph",
      expected: "the words as the source prints them",
      notes: paragraph.map { [.init("the paragraph", at: $0)] } ?? [])
  }

  static func noParagraph(
    _ locator: String, last: Int, of path: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      paragraphID, at: span, "`\(path)` has no paragraph `\(locator)`",
      expected: "`p1` to `p\(last)`")
  }

  static func changedSource(_ name: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      changedID, at: span, "`\(name)` is not the text that was archived",
      expected: "a file of this SHA-256",
      hints: ["restore the text, or check every row of the source and record the new hash"])
  }

  static func notArchived(_ id: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      archiveID, severity: .warning, at: span,
      "the source `\(id)` has no archived text; its rows are not verified",
      expected: "the name of its plain text in `archived_as`")
  }
}
