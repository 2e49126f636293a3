package import Syntax

/// The problems that a chart specification can have, and their wording.
package enum ChartDiagnostics {
  package static let unknownProperty = DiagnosticID("chart-unknown-property")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [unknownProperty]
}
