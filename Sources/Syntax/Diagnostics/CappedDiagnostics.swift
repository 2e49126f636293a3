/// The diagnostics of one file, up to a number that a person can use; the rest are counted and told as a
/// number. Making a diagnostic is put off until it is known to be wanted: a broken file of a million rows
/// has a million problems.
struct CappedDiagnostics: Sendable {
  static let limit = 50

  private let file: SourceFile
  private var bag = DiagnosticBag()
  /// How many problems there were, told or not.
  private(set) var count = 0

  init(_ file: SourceFile) { self.file = file }

  mutating func add(_ make: (SourceSpan) -> Diagnostic, _ range: Range<Int>) {
    count += 1
    if count <= Self.limit { bag.add(make(file.span(range))) }
  }

  func finish(into target: inout DiagnosticBag) {
    target.add(contentsOf: bag)
    if count > Self.limit {
      let end = file.bytes.count
      target.add(SyntaxDiagnostics.moreProblems(count - Self.limit, at: file.span(end..<end)))
    }
  }
}
