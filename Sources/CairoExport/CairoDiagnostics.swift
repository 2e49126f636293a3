package import Syntax

/// The problems that drawing through Cairo can find, and their wording.
package enum CairoDiagnostics {
  package static let drawing = DiagnosticID("cairo-drawing")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [drawing]

  /// Cairo refused: `reason` is its own word for why.
  static func failed(_ what: String, reason: String) -> DiagnosticFailure {
    DiagnosticFailure(Diagnostic(drawing, "\(what) could not be drawn: \(reason)"))
  }
}
