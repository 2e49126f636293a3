import ArgumentParser
import CMalloc
import Glibc
import Reports

/// The root command. Exit codes: 0 fine, 1 problems in the inputs, 2 wrong command line, 70 internal
/// failure.
@main struct AlmanacCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "almanac",
    abstract: "Turns a dataset of indicators, targets, policies and events into briefings.",
    discussion: """
      A workspace is a folder with data/ (CSV with a datapackage.json), templates/ (a folder a report) \
      and reports/ (what is built).

      EXAMPLES
        almanac build annual             build the report templates/annual
        almanac build --all              build all reports, in all their languages
        almanac check                    look for problems without building
        almanac chart templates/annual/charts/size.vl.json --format svg,pdf
      """,
    version: toolVersion,
    subcommands: [
      BuildCommand.self, ChartCommand.self, CheckCommand.self, DataCommand.self, NewCommand.self,
    ])

  static func main() async {
    // The heap of a task would grow by a page at a time, each a call of the system that stops all threads:
    // a twentieth of a build.
    mallopt(M_TOP_PAD, 32 << 20)
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      switch exitCode(for: error) {
      // ArgumentParser's own code for a wrong command line is sysexits' 64; ours is the shells' 2.
      case .validationFailure: leave(2, fullMessage(for: error))
      // Problems of the inputs were told and end with `ExitCode(1)`; any other error is a fault of ours.
      case .failure where !(error is ExitCode): leave(70, "internal failure: \(error)")
      default: exit(withError: error)
      }
    }
  }

  private static func leave(_ code: Int32, _ message: String) -> Never {
    StandardError.write(message + "\n")
    Glibc.exit(code)
  }
}
