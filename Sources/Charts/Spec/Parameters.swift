import Syntax
import Tables

/// Evaluates the parameters of a specification and expressions that refer to them.
struct Parameters {
  var scope: EvaluationScope
  private(set) var bag = DiagnosticBag()
  let file: SourceFile

  /// Takes the values of all `params` of the specification; a selection has no value of its own.
  init(_ spec: JSONNode, file: SourceFile, zone: TimeZoneRules) {
    self.file = file
    scope = EvaluationScope(timeZone: zone)
    var waiting: [(name: String, text: JSONNode, needs: [String])] = []
    collect(spec, &waiting)
    // Each parameter after those that its expression names, in whatever order they are written.
    while !waiting.isEmpty {
      let names = waiting.map(\.name)
      guard let ready = waiting.firstIndex(where: { !$0.needs.contains(where: names.contains) })
      else {
        bag.add(ChartDiagnostics.circular(names, at: file.span(waiting[0].text.range)))
        break
      }
      let next = waiting.remove(at: ready)
      scope.names[next.name] = evaluate(next.text.string ?? "", at: next.text, names: [:])
    }
  }

  private mutating func collect(
    _ spec: JSONNode, _ waiting: inout [(name: String, text: JSONNode, needs: [String])]
  ) {
    for node in (spec["params"]?.array ?? []) + (spec["config"]?["params"]?.array ?? []) {
      guard let name = node["name"]?.string, !node.has("select") else { continue }
      if let text = node["expr"], let expression = try? Expression(text.string ?? "") {
        waiting.append((name, text, expression.freeNames))
      } else {
        scope.names[name] = node["value"].map { Value($0) } ?? .null
      }
    }
    for key in ["layer", "concat", "hconcat", "vconcat"] {
      for child in spec[key]?.array ?? [] { collect(child, &waiting) }
    }
    if let child = spec["spec"] { collect(child, &waiting) }
  }

  private func evaluate(_ text: String, at node: JSONNode, names: [String: Value]) -> Value {
    var bag = DiagnosticBag()
    guard let expression = Expression.parse(text, at: file.span(node.range), into: &bag) else {
      return .null
    }
    var scope = scope
    scope.names.merge(names) { $1 }
    return (try? expression.evaluate(in: scope)) ?? .null
  }

  /// The value of a node that may be an expression (`{"expr": …}`).
  func value(_ node: JSONNode, names: [String: Value] = [:]) -> Value {
    if let text = node["expr"] ?? node["signal"], let expression = text.string {
      return evaluate(expression, at: text, names: names)
    }
    return Value(node)
  }

  /// The number that a node is or evaluates to.
  func number(_ node: JSONNode) -> Double? {
    if let number = node.number { return number }
    guard node.isObject else { return nil }
    let number = value(node).asNumber
    return number.isNaN ? nil : number
  }
}
