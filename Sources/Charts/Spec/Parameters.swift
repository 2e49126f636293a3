import Syntax
import Tables
import Wording

/// Evaluates the parameters of a specification and expressions that refer to them.
struct Parameters {
  var scope: EvaluationScope
  private(set) var bag = DiagnosticBag()
  let file: SourceFile
  let selections: InitialSelections
  /// What goes wrong while expressions are worked out for marks and guides.
  let problems = ExpressionProblems()

  /// The language of what the chart says of itself.
  let wording: Wording
  /// Whether marks are described as people write, with words for the names of fields and rounded numbers,
  /// rather than as Vega does.
  let writesPlainly: Bool

  /// What the report gives to parameters that the specification declares, by name.
  private let given: [String: Value]

  /// Takes the values of all `params` of the specification; that of a selection holds for its rows.
  init(
    _ spec: JSONNode, file: SourceFile, zone: TimeZoneRules,
    wording: Wording = .english, writesPlainly: Bool = false, given: [String: Value] = [:]
  ) {
    self.file = file
    self.given = given
    selections = InitialSelections(spec, zone: zone)
    scope = EvaluationScope(timeZone: zone)
    scope.timeLocale = TimeLocale(wording)
    self.wording = wording
    self.writesPlainly = writesPlainly
    for name in selections.names { scope.names[name] = selections.signal(name) }
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
      if let value = given[name] {
        scope.names[name] = taken(value, for: node)
      } else if let text = node["expr"], let expression = try? Expression(text.string ?? "") {
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

  /// `value` in place of what the parameter `node` holds. Of two objects the members are taken one by one:
  /// one that the report lacks is told, and so is a member that an expression asks for and neither has.
  private mutating func taken(_ value: Value, for node: JSONNode) -> Value {
    guard case .object(let own) = value, let written = node["value"]?.members else { return value }
    var result = own
    let name = node["name"]?.string ?? ""
    scope.closedNames.insert(name)
    for member in written where own[member.name] == nil {
      bag.add(
        ChartDiagnostics.missingWord(
          member.name, of: name, known: own.members.map(\.name), at: file.span(member.nameRange)))
      result.members.append(.init(member.name, Value(member.node)))
    }
    return .object(result)
  }

  private func evaluate(_ text: String, at node: JSONNode, names: [String: Value]) -> Value {
    var bag = DiagnosticBag()
    guard let expression = Expression.parse(text, at: file.span(node.range), into: &bag) else {
      return .null
    }
    var scope = scope
    scope.names.merge(names) { $1 }
    do throws(ExpressionError) {
      return try expression.evaluate(in: scope)
    } catch {
      problems.add(error.diagnostic(at: expression.span(of: error.range)))
      return .null
    }
  }

  /// The value of the expression `node` for each row of `table`; none where it cannot be worked out.
  func values(_ node: JSONNode, over table: Table, in scope: EvaluationScope) -> [Value] {
    var bag = DiagnosticBag()
    guard let text = node.string,
      let expression = Expression.parse(text, at: file.span(node.range), into: &bag)
    else { return [] }
    do throws(ExpressionError) {
      return try expression.evaluate(over: table, in: scope)
    } catch {
      problems.add(error.diagnostic(at: expression.span(of: error.range)))
      return []
    }
  }

  /// Whether the predicate `node`, with selections as they are at first, holds for each row of `table`.
  func test(_ node: JSONNode, over table: Table, in scope: EvaluationScope) -> [Bool] {
    let node = selections.resolved(node, names: scope.names, in: table)
    // As in Vega, an expression may ask for fields that there are not; a predicate may not.
    if node.string != nil { return values(node, over: table, in: scope).map(\.isTruthy) }
    var bag = DiagnosticBag()
    let predicate = TransformParser.predicate(
      node, in: file, path: "", timeZone: scope.timeZone, into: &bag)
    guard let predicate else {
      problems.add(contentsOf: bag)
      return []
    }
    do throws(DiagnosticFailure) {
      return try predicate.test(table, in: TransformContext(scope: scope))
    } catch {
      problems.add(contentsOf: error.bag)
      return []
    }
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
