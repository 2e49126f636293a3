import ArgumentParser
import Reports
import Syntax

/// `almanac new`: a workspace to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a workspace to start from: a small dataset and a report over it.",
    discussion: """
      The figures are invented; replace them by your own. Prints the paths that it wrote, one a line.

      EXAMPLES
        almanac new mills
        almanac build --workspace mills
      """)

  @Argument(help: "The folder, which must not be there or be empty.")
  var folder: String

  @OptionGroup var diagnostics: DiagnosticOptions

  func run() throws {
    do throws(DiagnosticFailure) {
      for path in try Starter.write(into: folder) { StandardOutput.print(path) }
    } catch {
      diagnostics.show(error.bag)
      throw ExitStatus(error.bag)
    }
  }
}
