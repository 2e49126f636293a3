import Analysis
import Documents
import Facts
import Syntax
import Tables

/// A report before it is laid out: the template with its values in place, and the facts behind them.
struct ReportInputs {
  var report: String
  var asOf: CalendarDate
  /// Bound, with typographic signs; sources and annex not filled yet.
  var document: Document
  var scope: ReportScope
  var dataset: Dataset
  var consequences: Consequences

  /// Reads and binds the template `request.report`. All problems of data and template go to `bag`;
  /// nil where nothing can be made of them.
  ///
  /// - Parameter checksDigits: whether figures typed into prose are problems.
  static func load(
    _ request: BuildRequest, from log: InputLog, checksDigits: Bool, into bag: inout DiagnosticBag
  ) -> ReportInputs? {
    var dataProblems = DiagnosticBag()
    let dataset = DatasetLoader.load(
      "data/datapackage.json", reading: log.read, into: &dataProblems)
    bag.add(contentsOf: dataProblems)
    let path = "templates/\(request.report)/report.md"
    let template: Document?
    do throws(DiagnosticFailure) {
      template = DocumentParser.parse(
        try log.read(path), language: request.language, including: log.read, into: &bag)
    } catch {
      bag.add(contentsOf: error.bag)
      template = nil
    }
    if checksDigits, let template { DigitCheck.check(template, into: &bag) }
    guard let dataset, var template else { return nil }

    let day = request.asOf ?? template.frontMatter.asOf
    guard let asOf = CalendarDate(day) else {
      bag.add(ReportDiagnostics.notADate(day, at: nil))
      return nil
    }
    template.frontMatter.asOf = "\(asOf)"
    let parameters = ReportParameters.values(
      template.frontMatter.parameters, given: request.parameters, into: &bag)
    let scope = ReportScope(dataset, asOf: asOf)
    var names = scope.values
    let matter = template.frontMatter
    names.members += [
      .init("params", .object(parameters)), .init("lang", .string(matter.language)),
      .init("words", .object(.init(matter.words.map { .init($0.name, .string($0.text)) }))),
    ]

    var problems = DiagnosticBag()
    let bound = DocumentBinder.bind(
      template,
      in: EvaluationScope(
        names: Dictionary(uniqueKeysWithValues: names.members.map { ($0.name, $0.value) })),
      into: &problems)
    let consequences = Consequences(dataset, hasErrors: dataProblems.hasErrors)
    bag.add(contentsOf: consequences.withheld(from: problems))
    ReferenceCheck.check(bound, sources: dataset.sources.map(\.id), into: &bag)
    return ReportInputs(
      report: request.report, asOf: asOf, document: Typography.apply(to: bound), scope: scope,
      dataset: dataset,
      consequences: consequences)
  }
}
