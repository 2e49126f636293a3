import ArgumentParser
import Reports
import Syntax

/// `almanac check`: everything that can be known without writing a file.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for problems in data, templates and charts, without writing anything.",
    discussion: """
      EXAMPLES
        almanac check
        almanac check annual --diagnostics json
      """)

  @Argument(help: "Reports to check: folders of templates/. All of them where none is named.")
  var reports: [String] = []

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func run() async throws {
    let found = await ReportBuilder(workspace: workspace.workspace).check(
      reports, jobs: Processors.count)
    diagnostics.show(found)
    try ExitStatus(found, least: strict ? .warning : .error).throwIfNotFine()
  }
}
