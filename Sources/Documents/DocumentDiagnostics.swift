package import Syntax

/// The problems that a template can have, and their wording.
package enum DocumentDiagnostics {
  package static let undefinedName = DiagnosticID("undefined-name")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [undefinedName]
}
