import Syntax
import Tables

/// Evaluates the parameters of a specification and expressions that refer to them.
struct Parameters {
  var scope: EvaluationScope
  private(set) var bag = DiagnosticBag()
  private let file: SourceFile

  /// Takes the values of all `params` of the specification; a selection has no value of its own.
  init(_ spec: JSONNode, file: SourceFile, zone: TimeZoneRules) {
    self.file = file
    scope = EvaluationScope(timeZone: zone)
    collect(spec)
  }

  private mutating func collect(_ spec: JSONNode) {
    for node in spec["params"]?.array ?? [] {
      guard let name = node["name"]?.string, !node.has("select") else { continue }
      if let expression = node["expr"]?.string {
        scope.names[name] = evaluate(expression, at: node["expr"] ?? node, names: [:])
      } else {
        scope.names[name] = node["value"].map { Value($0) } ?? .null
      }
    }
    for key in ["layer", "concat", "hconcat", "vconcat"] {
      for child in spec[key]?.array ?? [] { collect(child) }
    }
    if let child = spec["spec"] { collect(child) }
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
