import Analysis
import Documents
import Facts
import Syntax
import Tables
import Wording

/// What a run reads once for all its documents: the dataset, and each template in each language.
struct RunInputs: Sendable {
  /// Nil where nothing can be made of the data.
  var data: LoadedData?
  var templates: [Template] = []
  var settings = WorkspaceSettings()
  /// What is wrong with the data, and with the names asked for.
  var problems = DiagnosticBag()

  /// Reads what `request` asks for.
  ///
  /// - Parameter checksDigits: whether figures typed into prose are problems.
  static func load(
    _ request: BuildRequest, from workspace: Workspace, checksDigits: Bool = false
  ) async -> RunInputs {
    var inputs = RunInputs()
    var names: [String] = []
    if request.reports.isEmpty { names = workspace.templates(into: &inputs.problems) }
    for name in request.reports {
      do throws(DiagnosticFailure) {
        try workspace.requireTemplate(name)
        names.append(name)
      } catch {
        inputs.problems.add(contentsOf: error.bag)
      }
    }
    guard !names.isEmpty else { return inputs }
    async let templates = concurrentMap(names, jobs: request.jobs) { name in
      Template.load(name, language: request.language, from: workspace, checksDigits: checksDigits)
    }
    inputs.settings = WorkspaceSettings.load(from: workspace, into: &inputs.problems)
    inputs.data = LoadedData.load(from: workspace, into: &inputs.problems)
    inputs.templates = await templates.flatMap(\.self)
    return inputs
  }
}

/// The dataset with what a build needs to know of its reading.
struct LoadedData: Sendable {
  static let descriptor = "data/datapackage.json"

  var dataset: Dataset
  /// Its files, for manifests.
  var entries: [Manifest.Entry]
  var problems: DiagnosticBag
  var consequences: Consequences

  /// Reads the dataset of `workspace`; nil where nothing can be made of it.
  static func load(from workspace: Workspace, into bag: inout DiagnosticBag) -> LoadedData? {
    let log = InputLog(workspace)
    var problems = DiagnosticBag()
    let dataset = DatasetLoader.load(descriptor, reading: log.read, into: &problems)
    bag.add(contentsOf: problems)
    return dataset.map { dataset in
      LoadedData(
        dataset: dataset, entries: log.entries, problems: problems,
        consequences: Consequences(dataset, hasErrors: problems.hasErrors))
    }
  }
}

/// What is known on a day, in one language: worked out once for all documents of that day.
struct Knowledge: Sendable {
  var day: CalendarDate
  var scope: ReportScope
  /// The named values of expressions.
  var names: [String: Value]

  init(_ dataset: Dataset, on day: CalendarDate, in wording: Wording) async {
    self.day = day
    (scope, names) = await Wording.$current.withValue(wording) {
      let scope = ReportScope(dataset.worded(), asOf: day)
      async let others = scope.valuesButTables
      let kept = scope.keepingRows()
      let members = await others.members + [.init("tables", kept.tables)]
      return (kept, Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first })
    }
  }
}

/// A template as read in one of its languages.
struct Template: Sendable {
  var report: String
  /// Unbound; nil where nothing can be made of the file.
  var document: Document?
  var problems: DiagnosticBag
  /// The first line of the file, where its front matter begins; nil where it cannot be read.
  var head: SourceSpan?
  /// The tool's own words in the language.
  var wording = Wording.english
  /// The files that were read, for manifests.
  var entries: [Manifest.Entry]

  /// The template of `report` in `language`, or in each that it has.
  static func load(
    _ report: String, language: String?, from workspace: Workspace, checksDigits: Bool
  ) -> [Template] {
    let log = InputLog(workspace)
    let file: SourceFile
    do throws(DiagnosticFailure) {
      file = try log.read("templates/\(report)/report.md")
    } catch {
      return [Template(report: report, document: nil, problems: error.bag, entries: [])]
    }
    let languages = language.map { [$0] } ?? DocumentParser.frontMatter(of: file).languages
    return languages.map { language in
      var bag = DiagnosticBag()
      let document = DocumentParser.parse(
        file, language: language, including: log.read, into: &bag)
      if checksDigits, let document { DigitCheck.check(document, into: &bag) }
      let wording = document.map { Wording.of($0.frontMatter, from: log, into: &bag) }
      return Template(
        report: report, document: document, problems: bag, head: file.span(file.lineRange(1)),
        wording: wording ?? .english,
        entries: log.entries)
    }
  }
}
