import Glibc
import Reports

/// A line on a terminal that says how far a build has come; nothing where standard error leads elsewhere.
struct ProgressLine {
  private let isShown: Bool

  init(isShown: Bool) { self.isShown = isShown && isatty(STDERR_FILENO) == 1 }

  func show(_ progress: ReportBuilder.Progress) {
    guard isShown else { return }
    let words =
      switch progress.stage {
      case .documents: "documents laid out"
      case .files: "files made"
      }
    StandardError.write("\r\u{1B}[K\(progress.done) of \(progress.all) \(words)")
  }

  /// Takes the line away, so that what follows begins at its start.
  func clear() { if isShown { StandardError.write("\r\u{1B}[K") } }
}
