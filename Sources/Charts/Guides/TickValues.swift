import Scene
import Syntax
import Tables

/// Properties of ticks and labels that may depend on the tick.
struct TickValues {
  let ticks: [(value: Value, label: String, index: Int)]
  let lookup: (String) -> JSONNode?
  let parameters: Parameters

  func node(_ name: String, _ order: Int) -> JSONNode? {
    guard let node = lookup(name) else { return nil }
    if node.has("condition") {
      for condition in node["condition"]?.listed ?? [] {
        guard let test = condition["test"] else { continue }
        if holds(test, order) { return resolved(condition, order) }
      }
      return resolved(node, order)
    }
    if node.isObject, node.has("expr") || node.has("signal") { return resolved(node, order) }
    return node
  }

  private func resolved(_ node: JSONNode, _ order: Int) -> JSONNode? {
    if let value = node["value"] { return value.isNull ? nil : value }
    guard let text = (node["expr"] ?? node["signal"])?.string else { return nil }
    let value = LabelExpressions(parameters: parameters, scale: nil).values(text, [ticks[order]])[0]
    switch value {
    case .number(let number): return .number(number)
    case .string(let string): return .text(string)
    case .bool(let bool): return JSONNode(.bool(bool))
    case .array(let items): return .list(items.map { .number($0.asNumber) })
    case .null, .date, .object: return nil
    }
  }

  private func holds(_ test: JSONNode, _ order: Int) -> Bool {
    let table = LabelExpressions.table([ticks[order]])
    var bag = DiagnosticBag()
    let node = InitialSelections.resolved(test, parameters)
    guard
      let predicate = TransformParser.predicate(
        node, in: SourceFile(path: "", text: ""), path: "",
        timeZone: parameters.scope.timeZone, into: &bag)
    else { return false }
    var context = TransformContext(scope: parameters.scope)
    let kept = DataTransform.filter(DataTransform.Filter(predicate)).apply(
      to: table, in: &context, into: &bag)
    return !bag.hasErrors && kept.rowCount == 1
  }

  func number(_ name: String, _ order: Int) -> Double? { node(name, order)?.number }
  func numbers(_ name: String, _ order: Int) -> [Double] {
    node(name, order)?.array?.compactMap(\.number) ?? []
  }
  func paint(_ name: String, _ order: Int) -> ScenePaint? {
    guard let text = node(name, order)?.string, let color = CSSColor.parse(text) else { return nil }
    return .color(color ?? .clear)
  }
}

/// `labelExpr` and other expressions over ticks, whose `datum` has `value`, `label` and `index`.
struct LabelExpressions {
  let parameters: Parameters
  let scale: Scale?

  static func table(_ ticks: [(value: Value, label: String, index: Int)]) -> Table {
    Table(
      [
        ("value", Column(ticks.map(\.value))), ("label", .strings(ticks.map(\.label))),
        ("index", .numbers(ticks.map { Double($0.index) })),
      ], rowCount: ticks.count)
  }

  func values(_ text: String, _ ticks: [(value: Value, label: String, index: Int)]) -> [Value] {
    var bag = DiagnosticBag()
    guard let expression = Expression.parse(text, into: &bag),
      let values = try? expression.evaluate(over: Self.table(ticks), in: parameters.scope),
      values.count == ticks.count
    else { return ticks.map { _ in .null } }
    return values
  }

  func texts(_ text: String, _ ticks: [(value: Value, label: String, index: Int)]) -> [String] {
    values(text, ticks).map { value in
      switch value {
      case .null: ""
      case .array(let items): items.map(\.asText).joined(separator: "\n")
      default: value.asText
      }
    }
  }
}
