import Syntax

/// The problems of one table, up to a number that a person can use; the rest are counted.
struct TableReport {
  private static let limit = 50

  private let file: SourceFile
  private var bag = DiagnosticBag()
  private var total = 0

  init(_ file: SourceFile) { self.file = file }

  var isEmpty: Bool { total == 0 }

  /// Whether further problems are only counted.
  var isFull: Bool { total >= Self.limit }

  /// Counts a problem that is not worth wording any more.
  mutating func count() { total += 1 }

  mutating func add(_ diagnostic: @autoclosure () -> Diagnostic) {
    total += 1
    if total <= Self.limit { bag.add(diagnostic()) }
  }

  func finish(into target: inout DiagnosticBag) {
    target.add(contentsOf: bag)
    if total > Self.limit {
      let end = file.bytes.count
      target.add(
        FactsDiagnostics.moreProblems(total - Self.limit, at: file.span(end..<end)))
    }
  }
}
