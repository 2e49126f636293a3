import ArgumentParser
import Reports
import Syntax

/// `almanac build`: reports from the workspace's data and templates.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build reports: a PDF, its charts and a manifest.",
    discussion: """
      Prints the paths that it wrote, one a line. A report whose inputs did not change is left as it \
      is; --force builds it all the same.

      EXAMPLES
        almanac build annual
        almanac build annual --lang zh-Hans
        almanac build annual --as-of 2025-01-31 --output draft
        almanac build annual --format pdf,png,pages-png
        almanac build --format pdf --diagnostics json
      """)

  @Argument(help: "Reports to build: folders of templates/. All of them where none is named.")
  var reports: [String] = []

  @Option(name: .customLong("param"), help: "A parameter of the report, as name=value.")
  var parameters: [String] = []

  @Option(name: .customLong("lang"), help: "The language: one that the template declares.")
  var language: String?

  @Option(help: "The day as of which the data are read, as YYYY-MM-DD.")
  var asOf: String?

  @Option(
    help: """
      What to write, parted by commas: pdf, the report; svg and png, each chart for the web; pages-svg \
      and pages-png, each page; or all.
      """)
  var format = FormatList(formats: ReportFormat.standard)

  @Option(help: "How letters stand in SVG: live, or outlines for print shops.")
  var text = SVGText.live

  @Option(help: "The folder to write into, instead of reports/<report>/<as-of>.")
  var output: String?

  @Flag(help: "Build even where nothing changed.")
  var force = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws {
    if output != nil, reports.count != 1 {
      throw ValidationError("--output takes one report: name it.")
    }
    for parameter in parameters where !parameter.contains("=") {
      throw ValidationError("--param takes name=value, not `\(parameter)`.")
    }
  }

  func run() throws {
    let workspace = workspace.workspace
    var failed = false
    for name in reports.isEmpty ? workspace.templates : reports {
      let request = BuildRequest(
        report: name,
        parameters: parameters.map { parameter in
          let parts = parameter.split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          return (String(parts[0]), String(parts[1]))
        },
        language: language, asOf: asOf, formats: format.formats, text: text, output: output,
        isForced: force)
      do throws(DiagnosticFailure) {
        switch try ReportBuilder(workspace: workspace).build(request) {
        case .written(let paths, let warnings):
          // Notes are for `almanac check`: a scheduled build would repeat them every time.
          diagnostics.show(warnings, from: .warning)
          for path in paths { print(path) }
        case .unchanged(let folder):
          diagnostics.tell("\(folder): nothing changed")
        }
      } catch {
        diagnostics.show(error.bag, from: .warning)
        failed = true
      }
    }
    if failed { throw ExitCode(1) }
  }
}

/// `pdf,svg`: the formats of `--format`.
struct FormatList: ExpressibleByArgument {
  var formats: [ReportFormat]

  init(formats: [ReportFormat]) { self.formats = formats }

  init?(argument: String) {
    let names = argument.split(separator: ",").map(String.init)
    formats = names == ["all"] ? ReportFormat.allCases : names.compactMap(ReportFormat.init)
    if formats.isEmpty || names != ["all"] && formats.count != names.count { return nil }
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}

extension SVGText: ExpressibleByArgument {}
