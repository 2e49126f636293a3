import Charts
import Documents
import Layout
import PrintExport
import Scene
import Syntax
import Tables
import Typesetting
import Wording

/// The pictures of a report: its charts, and images from files. Layout asks for them by name.
struct ReportFigures: FigureSource {
  /// A chart with the data that it names.
  struct ReportChart {
    var spec: ChartSpec
    var tables: ChartTables
    /// Drawn for the measure of a page, so that its problems are known before anything is laid out.
    var chart: Chart
  }

  /// A point is 4/3 CSS pixels: a chart's lengths are pixels, a page's are points.
  private static let pointsPerPixel = 0.75

  private static let theme = ChartTheme.almanac

  private var charts: [String: ReportChart] = [:]
  private var images: [String: RasterImage] = [:]
  private let shaper: Shaper?
  private let log: InputLog
  private let folder: String
  /// The width, in points, for which figures are drawn first: most need no other.
  private let measure: Double
  /// What the report gives to parameters that specifications declare.
  private let params: [String: Value]

  /// A chart whose file is read and that is still to be drawn.
  private struct ReadChart: Sendable {
    var name: String
    var file: SourceFile
    /// Where the template asks for it; nil for the cover.
    var span: SourceSpan?
  }

  /// Reads the figures of `inputs` and draws each once, the charts with `jobs` shapers side by side. All problems
  /// go to `bag`.
  static func load(
    _ inputs: ReportInputs, from log: InputLog, shaper: Shaper?, measure: Double, jobs: Int,
    into bag: inout DiagnosticBag
  ) async -> ReportFigures {
    var figures = ReportFigures(
      shaper: shaper, log: log, folder: "templates/\(inputs.report)", measure: measure,
      params: inputs.given)
    var charts: [ReadChart] = []
    func read(_ name: String, _ path: String, _ span: SourceSpan?) {
      do throws(DiagnosticFailure) {
        let file = try log.read(path, from: figures.folder)
        charts.append(ReadChart(name: name, file: file, span: span))
      } catch {
        bag.add(contentsOf: span.map { error.bag.located(at: $0) } ?? error.bag)
      }
    }
    for (figure, block) in inputs.document.blocks.figures {
      let name = block.label ?? figure.spec
      switch figure.content {
      case .chart: read(name, figure.spec, figure.specSpan)
      case .image: figures.loadImage(name, figure.spec, at: figure.specSpan, into: &bag)
      }
    }
    if let cover = inputs.document.frontMatter.cover {
      read(cover, cover, nil)
    }
    await figures.draw(charts, inputs, jobs: jobs, into: &bag)
    return figures
  }

  private init(
    shaper: Shaper?, log: InputLog, folder: String, measure: Double,
    params: [String: Value]
  ) {
    self.shaper = shaper
    self.log = log
    self.folder = folder
    self.measure = measure
    self.params = params
  }

  /// Draws `charts` with `jobs` shapers side by side.
  private mutating func draw(
    _ charts: [ReadChart], _ inputs: ReportInputs, jobs: Int, into bag: inout DiagnosticBag
  ) async {
    guard let fonts = shaper?.fonts, !charts.isEmpty else { return }
    let (width, params) = (measure / Self.pointsPerPixel, params)
    let drawn = await concurrentMap(charts, jobs: jobs, tool: { Shaper(fonts: fonts) }) {
      shaper, read in
      var problems = DiagnosticBag()
      let chart = Self.chart(
        read, inputs, with: shaper, width: width, params: params, into: &problems)
      return (chart, problems)
    }
    for (read, (chart, problems)) in zip(charts, drawn) {
      bag.add(contentsOf: problems)
      self.charts[read.name] = chart
    }
  }

  /// The chart of a specification with its data; nil where it cannot be drawn.
  private static func chart(
    _ read: ReadChart, _ inputs: ReportInputs, with shaper: Shaper, width: Double,
    params: [String: Value], into bag: inout DiagnosticBag
  ) -> ReportChart? {
    guard let spec = ChartSpec.parse(read.file, into: &bag) else { return nil }
    let tables = ChartTables(spec, scope: inputs.scope, views: inputs.views)
    // Where the data have errors, a table without rows is their doing and not the chart's.
    if inputs.consequences.dataHaveErrors, tables.hasEmptyTable { return nil }
    do throws(DiagnosticFailure) {
      let chart = try ChartCompiler.compile(
        spec,
        in: context(shaper, tables: tables, width: width, title: .some(.none), params: params))
      bag.add(contentsOf: chart.warnings)
      try PictureCheck.problems(in: chart.frame).throwIfErrors()
      return ReportChart(spec: spec, tables: tables, chart: chart)
    } catch {
      bag.add(contentsOf: read.span.map { error.bag.located(at: $0) } ?? error.bag)
      return nil
    }
  }

  private mutating func loadImage(
    _ name: String, _ path: String, at span: SourceSpan, into bag: inout DiagnosticBag
  ) {
    do throws(DiagnosticFailure) {
      let file = try log.read(path, from: folder)
      guard let image = RasterImage(file.contents) else {
        bag.add(ReportDiagnostics.notAnImage(path, at: span))
        return
      }
      if let problem = PictureCheck.problem(of: image, named: path) {
        throw DiagnosticFailure(problem)
      }
      images[name] = image
    } catch {
      bag.add(contentsOf: error.bag.located(at: span))
    }
  }

  private static func context(
    _ shaper: Shaper, tables: ChartTables, width: Double?, title: ChartContext.TitleOverride?,
    params: [String: Value]
  ) -> ChartContext {
    ChartContext(
      shaper: shaper, theme: theme, tables: tables.byName, width: width, title: title,
      foot: ChartFoot(paragraphs: []), params: params)
  }

  mutating func frame(ofFigure name: String, width: Double) throws(DiagnosticFailure) -> Frame {
    if let image = images[name] {
      let height = width * Double(image.height) / Double(max(1, image.width))
      let item = ImageItem(
        .embedded(image), name: name, rect: Rect(x: 0, y: 0, width: width, height: height))
      return Frame(size: Size(width: width, height: height), items: [.image(item)])
    }
    guard let entry = charts[name], let shaper else {
      preconditionFailure("the figure `\(name)` was not loaded")
    }
    let chart =
      width == measure
      ? entry.chart
      : try ChartCompiler.compile(
        entry.spec,
        in: Self.context(
          shaper, tables: entry.tables, width: width / Self.pointsPerPixel, title: .some(.none),
          params: params))
    let size = chart.frame.size
    return Frame(
      size: Size(
        width: size.width * Self.pointsPerPixel, height: size.height * Self.pointsPerPixel),
      items: [
        .group(Group(transform: .scale(Self.pointsPerPixel), items: chart.frame.items))
      ])
  }

  /// Ids of the facts that the figure draws: rows name them in the column `fact`, and in `latestFact` and
  /// the like where a row holds several.
  func facts(of block: Block) -> [String] {
    var facts: [String] = []
    for table in entry(of: block)?.chart.drawn ?? [] {
      for name in table.names where name == "fact" || name.hasSuffix("Fact") {
        for row in 0..<table.rowCount {
          if case .string(let id) = table[row, name], !facts.contains(id) { facts.append(id) }
        }
      }
    }
    return facts
  }

  /// Ids in the columns `source` of what the figure draws: rows that are no facts, such as policies, have
  /// sources all the same.
  func sources(of block: Block) -> [String] {
    var sources: [String] = []
    for table in entry(of: block)?.chart.drawn ?? [] where table.names.contains("source") {
      for row in 0..<table.rowCount {
        if case .string(let id) = table[row, "source"], !id.isEmpty, !sources.contains(id) {
          sources.append(id)
        }
      }
    }
    return sources
  }

  /// Words that stand for the picture where the author wrote none.
  func alternative(of block: Block) -> String { entry(of: block)?.chart.alternative ?? "" }

  private func entry(of block: Block) -> ReportChart? {
    guard case .figure(let figure) = block.kind else { return nil }
    return charts[block.label ?? figure.spec]
  }
}

extension ReportFigures {
  /// Each chart of the document that is published on its own.
  func standaloneCharts(
    _ document: Document, sources: [References.Source]
  ) -> [StandaloneChart] {
    document.blocks.figures.compactMap { figure, block in
      guard figure.publication != .page, let entry = entry(of: block) else { return nil }
      return StandaloneChart(
        name: fileName(of: figure, block), spec: entry.spec, tables: entry.tables,
        theme: Self.theme, title: figure.caption.plainText, subtitle: figure.subtitle.plainText,
        foot: foot(of: figure, sources), alternative: figure.alternative?.plainText,
        language: document.frontMatter.language, wording: Wording.current, params: params,
        isSocial: figure.publication == .everywhere)
    }
  }

  /// Sources in words, since a chart on its own has no list that numbers could refer to, and the note.
  private func foot(of figure: FigureBlock, _ sources: [References.Source]) -> [String] {
    let known = sources.filter { figure.sources.contains($0.id) }.map(\.short)
    var paragraphs: [String] = []
    if !known.isEmpty {
      let head = (known.count == 1 ? Label.source : .sources).text
      paragraphs.append(
        head + known.joined(separator: Label.sourceSeparator.text) + Label.sourcesEnd.text)
    }
    if !figure.note.isEmpty { paragraphs.append(Label.note.text + figure.note.plainText) }
    return paragraphs
  }

  /// The label without its kind (`growth` for `fig-growth`), or the specification's own name.
  private func fileName(of figure: FigureBlock, _ block: Block) -> String {
    if let label = block.label { return String(label.trimmingPrefix("fig-")) }
    let name = figure.spec.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
