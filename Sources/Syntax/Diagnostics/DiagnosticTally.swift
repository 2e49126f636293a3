/// Diagnostics up to a number that a person can use; the rest are counted. Making a diagnostic is put off until
/// it is known to be wanted: a broken table of a million rows has a million problems.
package struct DiagnosticTally: Sendable {
  /// How many diagnostics of one file, table or rule are worded.
  package static let limit = 50

  /// Those that were worded.
  package private(set) var bag = DiagnosticBag()
  /// How many there were, worded or not.
  package private(set) var count = 0
  /// The worst severity of those that were only counted; nil where there are none.
  private var worst: Severity?

  package init() {}

  /// Whether further problems are only counted.
  package var isFull: Bool { count >= Self.limit }

  /// Counts a diagnostic and keeps it where it is among the first. What follows is made only as long as it may
  /// be graver than what was counted before.
  package mutating func add(_ make: @autoclosure () -> Diagnostic) {
    count += 1
    if count <= Self.limit {
      bag.add(make())
    } else if worst != .error {
      let severity = make().severity
      worst = worst.map { max($0, severity) } ?? severity
    }
  }

  /// Counts an error that is not worth wording any more.
  package mutating func countError() {
    count += 1
    if count > Self.limit { worst = .error }
  }

  /// Those that were worded, and where there were more, what `rest` makes of their number. It has the severity
  /// of the worst that it stands for: a hundred warnings stop a build no more than one.
  package func finish(
    into target: inout DiagnosticBag, rest: (_ count: Int) -> Diagnostic
  ) {
    target.add(contentsOf: bag)
    guard let worst else { return }
    var summary = rest(count - Self.limit)
    summary.severity = worst
    target.add(summary)
  }
}
