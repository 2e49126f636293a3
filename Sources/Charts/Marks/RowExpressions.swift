import Syntax
import Tables

/// Expressions and conditions of encodings, evaluated row by row.
struct RowExpressions {
  let instance: ViewInstance
  let parameters: Parameters
  var table: Table? = nil

  private var rows: Table { table ?? instance.table }

  /// The value of the expression in `node` (its text) for each row.
  func values(_ node: JSONNode) -> (Int) -> Value {
    guard let text = node.string else { return { _ in .null } }
    var bag = DiagnosticBag()
    guard let expression = Expression.parse(text, into: &bag) else { return { _ in .null } }
    var scope = parameters.scope
    scope.names["width"] = .number(instance.width)
    scope.names["height"] = .number(instance.height)
    let values = (try? expression.evaluate(over: rows, in: scope)) ?? []
    return { values.indices.contains($0) ? values[$0] : .null }
  }

  func numbers(_ node: JSONNode) -> (Int) -> Double? {
    let values = values(node)
    return { row in
      let number = values(row).asNumber
      return number.isNaN ? nil : number
    }
  }

  /// Whether a condition holds for a row; nil where it depends on a selection, which is empty in a
  /// picture and so holds by its `empty` member.
  func test(_ condition: JSONNode) -> ((Int) -> Bool)? {
    if let test = condition["test"] { return predicate(test) }
    if let name = condition["param"]?.string {
      if let value = parameters.scope.names[name] {
        let holds = value.isTruthy
        return { _ in holds }
      }
      let holds = condition["empty"]?.bool ?? true
      return { _ in holds }
    }
    return nil
  }

  func predicate(_ node: JSONNode) -> ((Int) -> Bool)? {
    let holds = InitialSelections.resolved(node, parameters)
    var bag = DiagnosticBag()
    let file = SourceFile(path: "", text: "")
    guard
      let predicate = TransformParser.predicate(
        holds, in: file, path: "", timeZone: parameters.scope.timeZone, into: &bag)
    else { return nil }
    var context = TransformContext(scope: parameters.scope)
    context.scope.names["width"] = .number(instance.width)
    let column = Table([("\u{1}row", .numbers((0..<rows.rowCount).map { Double($0) }))])
    var marked = rows
    marked = marked.setting("\u{1}row", column.column("\u{1}row") ?? .numbers([]))
    let kept = DataTransform.filter(DataTransform.Filter(predicate)).apply(
      to: marked, in: &context, into: &bag)
    var holdsIn = [Bool](repeating: false, count: rows.rowCount)
    if !bag.hasErrors, let places = kept.column("\u{1}row") {
      for row in 0..<kept.rowCount { holdsIn[Int(places.number(at: row))] = true }
    }
    return { holdsIn.indices.contains($0) && holdsIn[$0] }
  }
}

/// Selections as they are before anybody has selected anything.
enum InitialSelections {
  /// A predicate with every reference to a selection replaced by what it holds at first.
  static func resolved(_ node: JSONNode, _ parameters: Parameters) -> JSONNode {
    if let name = node["param"]?.string {
      if let value = parameters.scope.names[name] { return value.isTruthy ? "true" : "false" }
      return node["empty"]?.bool ?? true ? "true" : "false"
    }
    for key in ["and", "or"] {
      if let items = node[key]?.array {
        return node.setting(key, .list(items.map { resolved($0, parameters) }))
      }
    }
    if let inner = node["not"] { return node.setting("not", resolved(inner, parameters)) }
    return node
  }
}

/// The names of the columns that hold projected places.
enum GeoColumns {
  static func name(_ channel: Channel) -> String { "\u{1}geo_\(channel.rawValue)" }
}
