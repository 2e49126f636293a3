import Syntax

/// The problems of one table, up to a number that a person can use; the rest are counted.
struct TableReport {
  private static let limit = 50

  private let file: SourceFile
  private var bag = DiagnosticBag()
  private var count = 0

  init(_ file: SourceFile) { self.file = file }

  var isEmpty: Bool { count == 0 }

  mutating func add(_ diagnostic: @autoclosure () -> Diagnostic) {
    count += 1
    if count <= Self.limit { bag.add(diagnostic()) }
  }

  func finish(into target: inout DiagnosticBag) {
    target.add(contentsOf: bag)
    if count > Self.limit {
      let end = file.bytes.count
      target.add(
        FactsDiagnostics.moreProblems(count - Self.limit, at: file.span(end..<end)))
    }
  }
}
