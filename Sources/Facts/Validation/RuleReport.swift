import Syntax

/// The problems of one rule as a tally: see `DiagnosticTally`.
struct RuleReport {
  private var tally = DiagnosticTally()

  mutating func add(_ diagnostic: @autoclosure () -> Diagnostic) { tally.add(diagnostic()) }

  func finish(into target: inout DiagnosticBag) {
    tally.finish(into: &target) { count in
      let file = tally.bag.diagnostics.last?.span?.file
      return FactsDiagnostics.moreProblems(
        count, at: file.map { $0.span($0.bytes.count..<$0.bytes.count) })
    }
  }
}
