import ArgumentParser
import Documents
import Facts
import Reports
import Syntax

/// `almanac build`: reports from the workspace's data and templates.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build reports: a PDF, its charts and a manifest.",
    discussion: """
      Prints the paths that it wrote, one a line. A template gives a document for each of its languages \
      and, with `for-each`, for each value of a parameter. A document whose inputs did not change is left \
      as it is; --force writes it all the same.

      EXAMPLES
        almanac build annual
        almanac build --all --format all
        almanac build event --param edition=edition_2023
        almanac build annual --lang zh-Hans
        almanac build annual --as-of 2025-01-31 --output draft
        almanac build annual --format pdf,png,pages-png
        almanac build annual --renderer cairo --format pdf,eps
        almanac build --format pdf --diagnostics json
      """)

  @Argument(help: "Reports to build: folders of templates/. All of them where none is named.")
  var reports: [String] = []

  @Flag(help: "Build all reports, as where none is named.")
  var all = false

  @Option(name: .customLong("param"), help: "A parameter of the report, as name=value.")
  var parameters: [String] = []

  @Option(name: .customLong("lang"), help: "One of the template's languages, instead of all.")
  var language: String?

  @Option(help: "The day as of which the data are read, as YYYY-MM-DD.", transform: Day.parse)
  var asOf: CalendarDate?

  @Option(
    help: """
      What to write, parted by commas: pdf, the report; svg and png, each chart for the web; pages-svg \
      and pages-png, each page; with Cairo also ps, the report, and eps, each chart; or all.
      """)
  var format = FormatList(formats: ReportFormat.standard)

  @Option(
    help: """
      Who draws: almanac, or cairo. (default: what the front matter says, else almanac.yaml of the \
      workspace, else almanac)
      """)
  var renderer: Renderer?

  @Option(help: "How letters stand in SVG: live, or outlines for print shops.")
  var text = SVGText.live

  @Option(help: "The folder to write into, instead of reports/<report>/<as-of>.")
  var output: String?

  @Flag(help: "Write even where nothing changed.")
  var force = false

  @Flag(help: "Treat warnings as errors: a report that has some is not written.")
  var strict = false

  @Option(
    help: "How much is worked on at once. The files do not depend on it. (default: one a core)")
  var jobs: Int?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws {
    if all, !reports.isEmpty {
      throw ValidationError("--all builds all reports: name none beside it.")
    }
    if output != nil, reports.count != 1 {
      throw ValidationError("--output takes one report: name it.")
    }
    for parameter in parameters where !parameter.contains("=") {
      throw ValidationError("--param takes name=value, not `\(parameter)`.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1, not `\(jobs)`.") }
  }

  func run() async throws {
    let request = BuildRequest(
      reports: reports,
      parameters: parameters.map { parameter in
        let parts = parameter.split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts[1]))
      },
      language: language, asOf: asOf, formats: format.formats, renderer: renderer, text: text,
      output: output, isForced: force, isStrict: strict, jobs: jobs ?? Processors.count)
    let line = ProgressLine(isShown: !diagnostics.quiet)
    let builder = ReportBuilder(workspace: workspace.workspace)
    let result = await builder.build(request) { line.show($0) }
    line.clear()
    show(result)
    // While the result is there: see `BuildResult.made`.
    withExtendedLifetime(result) { ExitStatus(result.problems).leave() }
  }

  private func show(_ result: BuildResult) {
    diagnostics.show(result.problems, from: diagnostics.quiet ? .warning : .note)
    for outcome in result.outcomes {
      switch outcome {
      case .written(let paths): for path in paths { StandardOutput.print(path) }
      case .unchanged(let folder): diagnostics.tell("\(folder): nothing changed")
      case .failed: break
      }
    }
  }
}

/// `pdf,svg`: the formats of `--format`.
struct FormatList: ExpressibleByArgument {
  /// nil for all.
  var formats: [ReportFormat]?

  init(formats: [ReportFormat]) { self.formats = formats }

  init?(argument: String) {
    let names = argument.split(separator: ",").map(String.init)
    if names == ["all"] {
      formats = nil
      return
    }
    let known = names.compactMap(ReportFormat.init)
    if known.isEmpty || known.count != names.count { return nil }
    formats = known
  }

  var defaultValueDescription: String {
    formats?.map(\.rawValue).joined(separator: ",") ?? "all"
  }
}

extension SVGText: ExpressibleByArgument {}

extension Renderer: ExpressibleByArgument {}
