import Analysis
import Documents
import Syntax
import Tables

/// The views of a template: tables that it makes of the dataset's, by name, for charts, tables and prose.
struct ReportViews {
  private(set) var names: [String] = []
  private var tables: [String: Table] = [:]

  /// The table of the view `name`, or nil.
  func table(_ name: String) -> Table? { tables[name] }

  /// Works out `views` in their order, each over the tables of `scope` and the views before it. What is wrong
  /// with one is told in `bag` and leaves it out.
  static func load(
    _ views: [View], scope: ReportScope, names: EvaluationScope, into bag: inout DiagnosticBag
  ) -> ReportViews {
    var result = ReportViews()
    for view in views {
      var problems = DiagnosticBag()
      let table = result.table(of: view, scope: scope, names: names, into: &problems)
      // A fault of the data has no place of its own: it is shown where the view is named.
      bag.add(contentsOf: problems.located(at: view.span))
      guard let table, !problems.hasErrors else { continue }
      result.names.append(view.name)
      result.tables[view.name] = table
    }
    return result
  }

  private func table(
    of view: View, scope: ReportScope, names evaluation: EvaluationScope,
    into bag: inout DiagnosticBag
  ) -> Table? {
    let known = scope.tableNames
    if known.contains(view.name) {
      bag.add(ReportDiagnostics.viewName(view.name, at: view.span))
    }
    let file = view.span.file
    let path = "/views/\(view.name)"
    guard var reader = ObjectReader(view.definition, in: file, path: path, into: &bag) else {
      return nil
    }
    let node = reader.optionalNode("transform")
    guard var data = reader.object("data") else {
      reader.finish(into: &bag)
      return nil
    }
    let name = data.string("name")
    data.finish(into: &bag)
    reader.finish(into: &bag)
    let transforms =
      node.map {
        TransformParser.transforms($0, in: file, path: "\(path)/transform", into: &bag)
      } ?? []
    guard let name else { return nil }
    func table(_ name: String) -> Table? {
      tables[name] ?? scope.rows(of: name).map { Table(rows: $0) }
    }
    guard let start = table(name) else {
      bag.add(
        ReportDiagnostics.viewData(name, known: known + names, at: data.span(of: "name")))
      return nil
    }
    var context = TransformContext(scope: evaluation)
    for other in ChartTables.names(in: view.definition) where other != name {
      context.tables[other] = table(other)
    }
    return transforms.apply(to: start, in: &context, into: &bag)
  }

  /// The views as values: a list of rows each, those that stand for a fact bearing its id.
  var values: Value.Object {
    Value.Object(
      names.map { name in
        let table = tables[name] ?? Table([], rowCount: 0)
        return .init(
          name,
          .array(
            (0..<table.rowCount).map { row in
              var fact: String?
              if case .string(let id) = table[row, "fact"] { fact = id }
              return .object(
                Value.Object(table.names.map { .init($0, table[row, $0]) }, fact: fact))
            }))
      })
  }
}
