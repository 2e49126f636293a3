import Analysis
import Charts
import Documents
import Facts
import Syntax
import Tables
import Wording

/// A report before it is laid out: the template with its values in place, and the facts behind them.
struct ReportInputs {
  var report: String
  var asOf: CalendarDate
  /// Bound, with typographic signs; sources and annex not filled yet.
  var document: Document
  var scope: ReportScope
  var views: ReportViews
  /// Values for parameters that charts declare.
  var given: [String: Value]
  var dataset: Dataset
  /// What the expressions of the template can name, but what is known later.
  private var names: EvaluationScope
  var consequences: Consequences

  /// Puts the values of `plan` into its template. All problems of template and values go to `bag`.
  init(_ plan: DocumentPlan, _ data: LoadedData, into bag: inout DiagnosticBag) {
    let matter = plan.document.frontMatter
    // What charts can take for parameters of the same names, beside the day.
    let own: [String: Value] = [
      "params": .object(plan.parameters), "lang": .string(matter.language),
      "words": .object(.init(matter.words.map { .init($0.name, .string($0.text)) })),
    ]
    var names = EvaluationScope(names: plan.knowledge.names.merging(own) { $1 }, isExact: true)
    names.timeLocale = TimeLocale(plan.wording)

    bag.add(contentsOf: plan.template.problems)
    var problems = DiagnosticBag()
    views = ReportViews.load(
      matter.views, scope: plan.knowledge.scope, names: names, into: &problems)
    names.names["views"] = .object(views.values)
    let bound = DocumentBinder.bind(
      plan.document, in: names, later: [ReportCounts.name], into: &problems)
    ReferenceCheck.check(bound, sources: data.dataset.sources.map(\.id), into: &problems)
    bag.add(contentsOf: data.consequences.withheld(from: problems))
    report = plan.template.report
    asOf = plan.knowledge.day
    document = Typography.apply(to: bound)
    scope = plan.knowledge.scope
    given = own.merging(["asOf": .string("\(plan.knowledge.day)")]) { $1 }
    dataset = plan.knowledge.scope.analysis.whole
    self.names = names
    consequences = data.consequences
  }

  /// Puts `counts` into the placeholders that wait for them.
  mutating func bind(_ counts: ReportCounts, into bag: inout DiagnosticBag) {
    names.names[ReportCounts.name] = counts.value
    document = DocumentBinder.bind(document, in: names, into: &bag)
  }
}
