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

  /// Puts the values of `plan` into its template. All problems of template and values go to `bag`.
  init(_ plan: DocumentPlan, _ data: LoadedData, into bag: inout DiagnosticBag) {
    let matter = plan.document.frontMatter
    var names = plan.knowledge.names
    names["params"] = .object(plan.parameters)
    names["lang"] = .string(matter.language)
    names["words"] = .object(.init(matter.words.map { .init($0.name, .string($0.text)) }))

    bag.add(contentsOf: plan.template.problems)
    var problems = DiagnosticBag()
    let bound = DocumentBinder.bind(
      plan.document, in: EvaluationScope(names: names), into: &problems)
    bag.add(contentsOf: data.consequences.withheld(from: problems))
    ReferenceCheck.check(bound, sources: data.dataset.sources.map(\.id), into: &bag)
    report = plan.template.report
    asOf = plan.knowledge.day
    document = Typography.apply(to: bound)
    scope = plan.knowledge.scope
    dataset = data.dataset
    consequences = data.consequences
  }
}
