import Syntax

/// The problems of one table as a tally: see `DiagnosticTally`.
struct TableReport {
  private let file: SourceFile
  private var tally = DiagnosticTally()

  init(_ file: SourceFile) { self.file = file }

  var isEmpty: Bool { tally.count == 0 }

  /// Whether further problems are only counted.
  var isFull: Bool { tally.isFull }

  /// Counts a problem that is not worth wording any more.
  mutating func count() { tally.countError() }

  mutating func add(_ diagnostic: @autoclosure () -> Diagnostic) { tally.add(diagnostic()) }

  func finish(into target: inout DiagnosticBag) {
    let end = file.bytes.count
    tally.finish(into: &target) { FactsDiagnostics.moreProblems($0, at: file.span(end..<end)) }
  }
}
