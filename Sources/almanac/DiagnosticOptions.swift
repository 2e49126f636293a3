import ArgumentParser
import Syntax

/// How problems are told: on standard error, for people or for tools.
struct DiagnosticOptions: ParsableArguments {
  @Option(
    name: .customLong("diagnostics"), help: "How problems are told: text, or json (one a line).")
  var format = DiagnosticFormat.text

  @Flag(help: "Tell nothing but problems.")
  var quiet = false

  /// Writes the diagnostics in order of place, a hundred of each kind and then their number; those below `severity`
  /// are left out.
  func show(_ bag: DiagnosticBag, from severity: Severity = .note) {
    for diagnostic in bag.shown(from: severity) {
      StandardError.write(diagnostic.rendered(as: format) + "\n")
    }
  }

  /// Writes a remark, unless told to be quiet.
  func tell(_ remark: String) {
    if !quiet { StandardError.write(remark + "\n") }
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
