import Analysis
import Documents
import Facts
import Layout
import Scene
import Syntax
import Typesetting
import Wording

/// From a workspace's files to a report's files: the one place that calls the stages in their order.
///
/// ```
/// data/*.csv ──Facts──▶ Dataset ──Analysis──▶ scope ─┬──────────────▶ Charts ──▶ Frame ─┐
/// templates/<t>/charts/*.vl.json ────────────────────┼──────────────▶   │              │
/// templates/<t>/report.md ──Documents──▶ Document ───┴─(bind)─▶ Document ──────────Layout──▶ pages
///                                                                                         │
///                                    reports/<t>/<as-of>/  report.pdf *.svg … ◀──Export────┘
/// ```
struct ReportCompiler {
  /// The families of the charts' theme.
  static let chartFamilies = ["Lato", "Noto Serif"]

  /// A document that is laid out; its files are still to be made.
  struct Result: Sendable {
    var pages: PagedDocument
    /// In the order in which the files are written.
    var exports: [Export]
    /// The workspace's files that were read, sorted.
    var inputs: [Manifest.Entry]
    /// The files of the hyphenation patterns that were read.
    var patterns: [String]
    var warnings: DiagnosticBag
  }

  /// Small enough for all to end at the same time, large enough to be worth handing out.
  private static let sharesOfJob = 8

  let workspace: Workspace
  let data: LoadedData
  let text: SVGText
  /// How many charts and shares of the blocks of a document may be drawn and set side by side.
  let jobs: Int

  /// The pages and charts of `plan`, or all problems of data, template and charts together.
  func compile(_ plan: DocumentPlan) async -> Swift.Result<Result, DiagnosticFailure> {
    // Everything about the document is worded in its language.
    await Wording.$current.withValue(plan.wording) {
      do throws(DiagnosticFailure) {
        return .success(try await worded(plan))
      } catch {
        return .failure(error)
      }
    }
  }

  private func worded(_ plan: DocumentPlan) async throws(DiagnosticFailure) -> Result {
    var bag = DiagnosticBag()
    let log = InputLog(workspace)
    var inputs = ReportInputs(plan, data, into: &bag)
    let matter = inputs.document.frontMatter
    let style = ThemeChoice.style(
      named: matter.theme, at: matter.themeSpan, from: log, into: &bag)?.set(in: matter.language)
    let shaper = Self.shaper(style ?? .briefing, into: &bag)
    var problems = DiagnosticBag()
    let figures = await ReportFigures.load(
      inputs, from: log, shaper: shaper, measure: (style ?? .briefing).page.measure, jobs: jobs,
      into: &problems)
    bag.add(contentsOf: inputs.consequences.withheld(from: problems))
    if data.problems.hasErrors { bag.add(contentsOf: data.problems) }
    try bag.throwIfErrors()
    guard let shaper, let style else { throw DiagnosticFailure(bag) }

    let backMatter = fillIn(&inputs, figures: figures, into: &bag)
    try bag.throwIfErrors()
    let layout = DocumentLayout(
      style: style, shaper: shaper, sources: backMatter.references,
      dateText: Period.day(inputs.asOf).label)
    let ahead = await setAhead(inputs.document, style, backMatter.references, shaper.fonts)
    let pages = try layout.layOut(inputs.document, figures: figures, ahead: ahead.blocks)

    var exports = PageExport.exports(
      of: pages, formats: plan.formats, text: text, renderer: plan.renderer)
    for chart in figures.standaloneCharts(inputs.document, sources: backMatter.references) {
      exports += chart.exports(
        formats: plan.formats, text: text, renderer: plan.renderer, fonts: shaper.fonts)
    }
    let entries = data.entries + plan.template.entries + plan.settings + log.entries
    return Result(
      pages: pages, exports: exports, inputs: Set(entries).sorted { $0.path < $1.path },
      patterns: Set(shaper.hyphenationFiles + ahead.patterns).sorted(), warnings: bag)
  }

  /// Sets blocks of `document` with `jobs` shapers side by side; `patterns` are the files of hyphenation patterns that were
  /// read. With one job the flow sets them itself.
  private func setAhead(
    _ document: Document, _ style: StyleSheet, _ sources: [References.Source], _ fonts: FontBook
  ) async -> (blocks: SetBlocks, patterns: [String]) {
    guard jobs > 1 else { return (SetBlocks(), []) }
    let ahead = BlocksAhead(of: document, style: style, sources: sources)
    let shares = await concurrentMap(
      ahead.shares(jobs * Self.sharesOfJob), jobs: jobs, tool: { Shaper(fonts: fonts) }
    ) { shaper, share in
      (share.set(with: shaper), shaper.hyphenationFiles)
    }
    var blocks = SetBlocks()
    for share in shares { blocks.add(share.0) }
    return (blocks, shares.flatMap(\.1))
  }

  /// A shaper over the families of `style` and of the charts; nothing else of the machine is looked at.
  /// nil with the reason in `bag` where one is not installed.
  private static func shaper(_ style: StyleSheet, into bag: inout DiagnosticBag) -> Shaper? {
    do throws(DiagnosticFailure) {
      return Shaper(fonts: try FontBook(families: chartFamilies + style.families, withHan: true))
    } catch {
      bag.add(contentsOf: error.bag)
      return nil
    }
  }

  /// Completes the document with what is known once the charts' data are: the sources under each figure
  /// and table, the list of sources, the annex.
  private func fillIn(
    _ inputs: inout ReportInputs, figures: ReportFigures, into bag: inout DiagnosticBag
  ) -> BackMatter {
    let register = inputs.scope.register
    var use = FactUse(of: inputs.document, figures, register: register)
    let counts = ReportCounts(use, register: register)
    inputs.bind(counts, into: &bag)
    // What is said of the document must be so of the document that says it.
    use = FactUse(of: inputs.document, figures, register: register)
    if ReportCounts(use, register: register) != counts {
      bag.add(ReportDiagnostics.countsChanged(inputs.document.frontMatter.title))
    }
    let sources = inputs.scope.analysis.dataset.sources.filter { use.sources.contains($0.id) }
    let backMatter = BackMatter(
      register: register, sources: sources, dataset: inputs.dataset,
      opening: inputs.document.frontMatter.opening,
      language: inputs.document.frontMatter.language)
    func sourceIDs(_ facts: [String], _ inlines: [Inline] = []) -> [String] {
      var own = FactUse(register: register)
      for fact in facts { own.add(fact) }
      own.add(inlines)
      return sources.map(\.id).filter(own.sources.contains)
    }
    inputs.document.blocks = inputs.document.blocks.mapping(
      figures: { figure, block in
        var figure = figure
        let drawn = figures.sources(of: block)
        let stated = sourceIDs(figures.facts(of: block), figure.caption + figure.note)
        figure.sources = sources.map(\.id).filter { stated.contains($0) || drawn.contains($0) }
        figure.alternative = figure.alternative ?? [.text(figures.alternative(of: block))]
        return figure
      },
      tables: { table in
        var table = table
        table.sources = sourceIDs([], table.texts.flatMap(\.self))
        return table
      })
    inputs.document.blocks = backMatter.fill(inputs.document.blocks, facts: use.facts)
    return backMatter
  }
}
