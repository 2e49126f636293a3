import ArgumentParser
import CProcess
import Reports

/// The root command. How it ends: `ExitStatus`.
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
    LibraryEnvironment.clear()
    StandardStreams.prepare()
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
      ExitStatus.fine.leave()
    } catch {
      status(of: error).leave()
    }
  }

  /// What an error means for who called; what there is to say of it is said.
  private static func status(of error: any Error) -> ExitStatus {
    // Problems were told where they were found.
    if let status = error as? ExitStatus { return status }
    switch exitCode(for: error) {
    case .success:
      // Help, the version.
      StandardOutput.print(fullMessage(for: error))
      return .fine
    // ArgumentParser's own code for a wrong command line is sysexits' 64.
    case .validationFailure:
      StandardError.write(fullMessage(for: error) + "\n")
      return .usage
    default:
      StandardError.write("internal failure: \(error)\n")
      return .internalFailure
    }
  }
}
