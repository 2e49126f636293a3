import Glibc
import Reports
import Syntax

/// How the program ends: codes by which a scheduler knows whether trying again helps. Those from 64 are those of
/// BSD's sysexits.h.
enum ExitStatus: Int32, Error {
  case fine = 0
  /// Problems of the inputs, and nothing to build: never tried again.
  case inputs = 1
  /// The shells' code for a wrong command line.
  case usage = 2
  /// A fault of this program (EX_SOFTWARE).
  case internalFailure = 70
  /// A file or folder cannot be made (EX_CANTCREAT).
  case cannotCreate = 73
  /// A file, or standard output, cannot be written to its end (EX_IOERR).
  case lostOutput = 74

  /// Of what was found: the inputs' problems come first, since they stay when there is room on the disk again.
  init(_ bag: DiagnosticBag, least: Severity = .error) {
    let ids = Set(bag.diagnostics.filter { $0.severity >= least }.map(\.id))
    let ofOutput = [ReportDiagnostics.unwritableOutput, ReportDiagnostics.writeFailure]
    if ids.isEmpty {
      self = .fine
    } else if !ids.isSubset(of: ofOutput) {
      self = .inputs
    } else {
      self = ids.contains(ReportDiagnostics.writeFailure) ? .lostOutput : .cannotCreate
    }
  }

  /// Throws unless all is fine.
  func throwIfNotFine() throws { if self != .fine { throw self } }

  /// Ends the process, once standard output has taken what was written. What is in memory is not freed.
  func leave() -> Never {
    var status = self
    if let reason = StandardOutput.flush() {
      StandardError.write("error: cannot write to standard output: \(reason)\n")
      if status == .fine { status = .lostOutput }
    }
    _exit(status.rawValue)
  }
}
