import Charts
package import Documents
import PrintExport
import SVGExport
import Scene
package import Syntax
import Tables
import Typesetting

/// Draws charts from files and gives them in the forms asked for.
package struct ChartPublisher {
  package enum Format: String, Sendable, CaseIterable {
    case svg, pdf, png, eps, ps

    /// Whether only Cairo draws it.
    fileprivate var needsCairo: Bool { self == .eps || self == .ps }
  }

  private let fonts: [String: String]
  private let theme: ChartTheme
  private let timeZone: TimeZoneRules
  /// The folder that data files must lie in; nil where there is none.
  private let dataFolder: String?
  private let tables: WorkspaceTables
  private let renderer: Renderer

  /// Makes a publisher of charts in `theme`, whose local times are those of the IANA zone `zone`.
  ///
  /// A chart may name tables of the dataset of `workspace`, where it has one.
  ///
  /// - Parameters:
  ///   - generics: What `sans-serif`, `serif` and `monospace` stand for, where not what the theme
  ///     has for them.
  ///   - renderer: who draws; nil for what the workspace says.
  /// - Throws: an unknown theme or zone, a family that is not there.
  package init(
    theme name: String, generics: [String: String], zone: String, dataFolder: String?,
    renderer: Renderer? = nil, workspace: Workspace
  ) throws(DiagnosticFailure) {
    var bag = DiagnosticBag()
    let theme = ChartTheme(rawValue: name)
    if theme == nil { bag.add(ChartDiagnostics.noTheme(name)) }
    let rules = TimeZoneRules.named(zone, into: &bag)
    let settings = WorkspaceSettings.load(from: workspace, into: &bag)
    try bag.throwIfErrors()
    guard let theme, let rules else { throw DiagnosticFailure(bag) }
    self.renderer = renderer ?? settings.renderer ?? .almanac
    fonts = theme.fonts.merging(generics) { $1 }
    // A family that is not there is wrong whatever the charts are.
    _ = try FontBook(
      families: theme.families + ["sans-serif"], withHan: true, generics: fonts)
    self.theme = theme
    timeZone = rules
    self.dataFolder = dataFolder
    tables = WorkspaceTables(workspace)
  }

  /// The chart that `spec` describes, in each of `formats`, as files named after `name`.
  ///
  /// - Throws: what is wrong with the specification or its data; `bag` takes what is only worth a warning.
  package func files(
    of spec: SourceFile, named name: String, formats: [Format], into bag: inout DiagnosticBag
  ) throws(DiagnosticFailure) -> Publication {
    var problems = DiagnosticBag()
    guard let parsed = ChartSpec.parse(spec, into: &problems) else {
      throw DiagnosticFailure(problems)
    }
    let shaper = Shaper(
      fonts: try FontBook(
        families: theme.families + parsed.families(of: .debian) + ["sans-serif"], withHan: true,
        generics: fonts))
    let folder = dataFolder
    let context = ChartContext(
      shaper: shaper, theme: theme, timeZone: timeZone, tables: try tables.tables(for: parsed)
    ) {
      (url) throws(DiagnosticFailure) in
      try ChartData.file(url, in: folder)
    }
    let chart = try ChartCompiler.compile(parsed, in: context)
    try PictureCheck.problems(in: chart.frame).throwIfErrors()
    bag.add(contentsOf: chart.warnings)
    var result = Export.Result()
    for format in formats {
      let file = "\(name).\(format.rawValue)"
      do throws(DiagnosticFailure) {
        try add(chart, as: format, named: file, to: &result)
      } catch {
        throw DiagnosticFailure(error.bag.noting("in `\(file)`"))
      }
    }
    bag.add(contentsOf: result.warnings)
    return Publication(files: result.files)
  }

  private func add(
    _ chart: Chart, as format: Format, named file: String, to result: inout Export.Result
  ) throws(DiagnosticFailure) {
    if format.needsCairo, renderer != .cairo {
      throw DiagnosticFailure(ReportDiagnostics.needsCairo(chartFormat: format.rawValue))
    }
    let creator = "Almanac \(toolVersion)"
    let sheet = chart.frame.on(chart.background)
    func add(_ bytes: [UInt8]) { result.files.append(.init(name: file, bytes: bytes)) }
    switch (format, renderer) {
    case (.png, _):
      add(try PNGExporter.png(of: chart.frame, scale: 2, background: chart.background))
    case (.svg, .almanac):
      let svg = SVGExporter.svg(
        of: chart.frame,
        options: SVGOptions(
          title: chart.title, description: chart.alternative, background: chart.background))
      add(Array(svg.utf8))
    case (.svg, .cairo):
      result.add(
        try CairoExporter.svg(of: sheet, title: chart.title, description: chart.alternative),
        named: file)
    case (.pdf, .almanac): add(try PDFExporter.pdf(of: Self.document(chart), creator: creator))
    case (.pdf, .cairo):
      result.add(try CairoExporter.pdf(of: Self.document(chart), creator: creator), named: file)
    case (.ps, _):
      result.add(
        try CairoExporter.postScript(of: Self.document(chart), creator: creator), named: file)
    case (.eps, _):
      result.add(
        try CairoExporter.eps(
          of: sheet.inPoints(StandaloneChart.pointsPerPixel), title: chart.title ?? "Chart",
          creator: creator), named: file)
    }
  }

  /// A page of the size of the chart, at three quarters of a point a pixel.
  private static func document(_ chart: Chart) -> PagedDocument {
    let scale = StandaloneChart.pointsPerPixel
    let size = Size(
      width: chart.frame.size.width * scale, height: chart.frame.size.height * scale)
    let figure = Group(
      transform: .scale(scale), tag: .figure(alternative: chart.alternative),
      items: chart.frame.on(chart.background).items)
    let page = Page(frame: Frame(size: size, items: [.group(figure)]), label: "1")
    return PagedDocument(
      properties: .init(title: chart.title ?? "Chart", date: "1970-01-01"), pages: [page])
  }
}

/// Finds the data files of charts within one folder.
package enum ChartData {
  /// The file that `url` names, relative to `folder`.
  ///
  /// - Throws: where there is no folder, where the url leads out of it or to the network, and where the
  ///   file cannot be read.
  package static func file(
    _ url: String, in folder: String?
  ) throws(DiagnosticFailure) -> SourceFile {
    let expected = "a path within the folder of data"
    guard let folder else {
      throw DiagnosticFailure(
        ChartDiagnostics.dataFile(
          url, "no folder of data was given", expected: "the option --data-dir"))
    }
    if url.contains("://") {
      throw DiagnosticFailure(
        ChartDiagnostics.dataFile(url, "it lies on the network", expected: expected))
    }
    return try Folder(folder, name: "the folder of data").read(url, displayPath: url)
  }
}
