import Scene
import Syntax
import Tables

/// Properties of ticks and labels that may depend on the tick.
struct TickValues {
  let ticks: [(value: Value, label: String, index: Double)]
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
    guard let text = node["expr"] ?? node["signal"] else { return nil }
    let value = LabelExpressions(parameters: parameters, scale: nil).values(text, [ticks[order]])[0]
    switch value {
    case .number(let number): return .number(number)
    case .string(let string): return .text(string)
    case .bool(let bool): return JSONNode(.bool(bool))
    case .array(let items): return .list(items.map { .number($0.asNumber) })
    case .null, .undefined, .date, .object: return nil
    }
  }

  private func holds(_ test: JSONNode, _ order: Int) -> Bool {
    parameters.test(
      test, over: LabelExpressions.table([ticks[order]]), in: parameters.scope) == [true]
  }

  func number(_ name: String, _ order: Int) -> Double? { node(name, order)?.number }
  func numbers(_ name: String, _ order: Int) -> [Double] {
    node(name, order)?.array?.compactMap(\.number) ?? []
  }
  /// Whether a property with conditions says that there is nothing to be painted at a tick: by null.
  func isBlank(_ name: String, _ order: Int) -> Bool {
    guard let node = lookup(name) else { return false }
    return node.has("condition") && self.node(name, order) == nil
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

  static func table(_ ticks: [(value: Value, label: String, index: Double)]) -> Table {
    Table(
      [
        ("value", Column(ticks.map(\.value))), ("label", .strings(ticks.map(\.label))),
        ("index", .numbers(ticks.map(\.index))),
      ], rowCount: ticks.count)
  }

  func values(_ node: JSONNode, _ ticks: [(value: Value, label: String, index: Double)]) -> [Value]
  {
    let values = parameters.values(node, over: Self.table(ticks), in: parameters.scope)
    return values.count == ticks.count ? values : ticks.map { _ in .null }
  }

  func texts(_ text: JSONNode, _ ticks: [(value: Value, label: String, index: Double)]) -> [String]
  {
    values(text, ticks).map { value in
      switch value {
      case .null, .undefined: ""
      case .array(let items): items.map(\.asText).joined(separator: "\n")
      default: value.asText
      }
    }
  }
}
