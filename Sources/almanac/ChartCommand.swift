import ArgumentParser
import Documents
import Reports
import Syntax

/// `almanac chart`: charts from Vega-Lite specifications, on their own.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draw charts from Vega-Lite specifications.",
    discussion: """
      Each SPEC becomes a file of its name in the output folder. The paths written are printed, one a \
      line. A specification that cannot be drawn does not stop the others; the exit code is then 1. \
      Within a workspace a chart may name tables of its dataset: docs/charts.md lists them.

      EXAMPLES
        almanac chart growth.vl.json
        almanac chart charts/*.vl.json --format svg,pdf --output-dir out --data-dir data
        almanac chart growth.vl.json --renderer cairo --format eps
      """)

  @Argument(help: "Vega-Lite specifications.")
  var specs: [String]

  @Option(help: "svg, pdf or png, and with Cairo eps or ps, parted by commas.")
  var format = "svg"

  @Option(
    help:
      "Who draws: almanac, or cairo. (default: what almanac.yaml of the workspace says, else almanac)"
  )
  var renderer: Renderer?

  @Option(name: .customLong("output-dir"), help: "The folder to write into.")
  var outputFolder = "."

  @Option(name: .customLong("data-dir"), help: "The folder that data files lie in.")
  var dataFolder = "."

  @Option(help: "almanac, almanac-grey or vega-lite.")
  var theme = "almanac"

  @Option(
    name: .customLong("font"),
    help: "What a generic family stands for, as GENERIC=FAMILY; may be given several times.")
  var fonts: [String] = []

  @Option(name: .customLong("time-zone"), help: "The zone of local times, such as Asia/Shanghai.")
  var timeZone = "UTC"

  @Flag(help: "Treat warnings as errors: a chart that has some is not written.")
  var strict = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws {
    if specs.isEmpty { throw ValidationError("there is no SPEC to draw") }
    _ = try formats()
    _ = try generics()
  }

  private func formats() throws -> [ChartPublisher.Format] {
    try format.split(separator: ",").map { name in
      guard let format = ChartPublisher.Format(rawValue: String(name)) else {
        throw ValidationError("`\(name)` is not a format: use svg, pdf, png, eps or ps")
      }
      return format
    }
  }

  /// The families asked for by generic name.
  private func generics() throws -> [String: String] {
    var result: [String: String] = [:]
    for font in fonts {
      let parts = font.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw ValidationError("`\(font)` is not of the form GENERIC=FAMILY")
      }
      result[String(parts[0])] = String(parts[1])
    }
    return result
  }

  func run() throws {
    let formats = try formats()
    let generics = try generics()
    var bag = DiagnosticBag()
    let publisher: ChartPublisher
    do throws(DiagnosticFailure) {
      publisher = try ChartPublisher(
        theme: theme, generics: generics, zone: timeZone, dataFolder: dataFolder,
        renderer: renderer, workspace: workspace.workspace)
    } catch {
      diagnostics.show(error.bag)
      throw ExitStatus(error.bag)
    }
    for path in specs {
      do throws(DiagnosticFailure) {
        let file = try SourceFile.load(path: path, displayPath: path)
        var warnings = DiagnosticBag()
        let publication = try publisher.files(
          of: file, named: Self.name(of: path), formats: formats, into: &warnings)
        bag.add(contentsOf: strict ? warnings.strict : warnings)
        if strict, warnings.strict.hasErrors { continue }
        for written in try publication.write(into: outputFolder) { StandardOutput.print(written) }
      } catch {
        bag.add(contentsOf: error.bag)
      }
    }
    diagnostics.show(bag)
    try ExitStatus(bag).throwIfNotFine()
  }

  /// The name of the specification's file without folder and endings.
  private static func name(of path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".json", ".vl"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return name
  }
}
