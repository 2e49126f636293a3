import Syntax

/// Gathers what goes wrong with expressions while a chart is drawn, each problem once however many rows have
/// it and however often the chart is laid out. A reference, since drawing has no other results to add it to.
final class ExpressionProblems {
  private(set) var bag = DiagnosticBag()

  func add(_ diagnostic: Diagnostic) {
    if !bag.diagnostics.contains(diagnostic) { bag.add(diagnostic) }
  }

  func add(contentsOf other: DiagnosticBag) {
    for diagnostic in other.diagnostics { add(diagnostic) }
  }
}
