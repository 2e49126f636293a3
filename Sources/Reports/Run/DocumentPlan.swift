import Documents
import Facts
import Syntax
import Tables
import Wording

/// A document that is to be made: a template in a language, with values for its parameters, on a day.
struct DocumentPlan: Sendable {
  var template: Template
  /// The template's tree, unbound, on the day of `knowledge`.
  var document: Document
  var knowledge: Knowledge
  /// What the document is worded in.
  var wording: Wording
  /// As expressions see them.
  var parameters: Value.Object
  /// `name=value` of those that were given, or that the document is one of, sorted.
  var given: [String]
  /// Where it is written.
  var folder: String
  var renderer: Renderer
  var formats: [ReportFormat]
  /// The file of the workspace's settings, where there is one.
  var settings: [Manifest.Entry]
}

extension RunInputs {
  /// The documents that `request` asks for: a template gives one for each language and, where it says
  /// `for-each`, for each value of that parameter. What stops a template before that goes to `bag`.
  func plans(
    _ request: BuildRequest, in workspace: Workspace, into bag: inout DiagnosticBag
  ) async -> [DocumentPlan] {
    var known: [KnowledgeKey: Knowledge] = [:]
    var plans: [DocumentPlan] = []
    guard settings.isSound else { return [] }
    for template in templates {
      guard var document = template.document, let data else {
        bag.add(contentsOf: template.problems)
        continue
      }
      guard let day = request.asOf ?? CalendarDate(document.frontMatter.asOf) else {
        bag.add(contentsOf: template.problems)
        // A day that is none is among the template's problems already, and a front matter that cannot be read has none.
        if document.frontMatter.asOfSpan == nil, !template.problems.hasErrors,
          let span = template.head
        {
          bag.add(ReportDiagnostics.noDate(at: span))
        }
        continue
      }
      let place = request.asOf == nil ? document.frontMatter.asOfSpan : nil
      if let problem = ReportDiagnostics.nothingKnown(of: data.dataset, on: day, at: place) {
        bag.add(contentsOf: template.problems)
        bag.add(problem)
        continue
      }
      var wording = template.wording
      wording.words = data.dataset.words(in: wording.language)
      let key = KnowledgeKey(day: day, language: wording.language)
      let knowledge: Knowledge
      if let made = known[key] {
        knowledge = made
      } else {
        knowledge = await Knowledge(data.dataset, on: day, in: wording)
        known[key] = knowledge
      }
      document.frontMatter.asOf = "\(day)"
      let renderer =
        request.renderer ?? document.frontMatter.renderer ?? settings.renderer ?? .almanac
      let formats = request.formats ?? ReportFormat.all(by: renderer)
      if renderer != .cairo, let format = formats.first(where: \.needsCairo) {
        bag.add(ReportDiagnostics.needsCairo(format, report: template.report))
        continue
      }
      var problems = DiagnosticBag()
      let sets = ReportParameters.sets(
        document.frontMatter, given: request.parameters, names: knowledge.names, into: &problems)
      bag.add(contentsOf: data.consequences.withheld(from: problems))
      // With a value that is none, every expression that reads it would be told.
      if problems.hasErrors || sets.isEmpty {
        bag.add(contentsOf: template.problems)
        continue
      }
      for set in sets {
        let levels = levels(of: template, set, among: sets.count, isChosen: request.output != nil)
        let base =
          request.output ?? workspace.location("reports/\(template.report)/\(day)")
        plans.append(
          DocumentPlan(
            template: template, document: document, knowledge: knowledge, wording: wording,
            parameters: set.values, given: set.given,
            folder: ([base] + levels).joined(separator: "/"), renderer: renderer,
            formats: formats, settings: settings.entries))
      }
    }
    return plans
  }

  private struct KnowledgeKey: Hashable {
    var day: CalendarDate
    var language: String
  }

  /// The folders below that of the day: value and language, where the template has several. In a folder of
  /// the caller's choice, where several are built.
  private func levels(
    of template: Template, _ set: ParameterSet, among count: Int, isChosen: Bool
  ) -> [String] {
    let matter = template.document?.frontMatter
    let built = templates.filter { $0.report == template.report }.count
    let languages = isChosen ? built : matter?.languages.count ?? 1
    return [
      isChosen && count == 1 ? nil : set.folder, languages > 1 ? matter?.language : nil,
    ].compactMap(\.self)
  }
}
