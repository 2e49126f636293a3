/// The diagnostics of one file as a tally: see `DiagnosticTally`.
struct CappedDiagnostics: Sendable {
  static let limit = DiagnosticTally.limit

  private let file: SourceFile
  private var tally = DiagnosticTally()

  init(_ file: SourceFile) { self.file = file }

  /// How many problems there were, told or not.
  var count: Int { tally.count }

  mutating func add(_ make: (SourceSpan) -> Diagnostic, _ range: Range<Int>) {
    tally.add(make(file.span(range)))
  }

  func finish(into target: inout DiagnosticBag) {
    let end = file.bytes.count
    tally.finish(into: &target) { SyntaxDiagnostics.moreProblems($0, at: file.span(end..<end)) }
  }
}
