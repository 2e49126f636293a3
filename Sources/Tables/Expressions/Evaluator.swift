import Syntax

/// Walks an expression's tree. One evaluator serves all rows of a table, whose columns it finds once.
struct Evaluator {
  let expression: Expression
  let scope: EvaluationScope
  /// The column of each field slot, where `datum` is a row of a table.
  private let columns: [Column?]
  var row: Int
  var facts = FactTrace()
  var memory: FunctionMemory

  init(_ expression: Expression, _ scope: EvaluationScope) {
    self.expression = expression
    self.scope = scope
    memory = FunctionMemory(seed: scope.seed)
    switch scope.datum {
    case .row(let table, let index):
      columns = expression.fields.map { table.column($0) }
      row = index
    case .none, .object:
      columns = []
      row = 0
    }
  }

  mutating func value(of node: ExpressionNode) throws(ExpressionError) -> Value {
    switch node.kind {
    case .literal(let value): return value
    case .name(let name): return try named(name, node)
    case .field(let slot, let name): return try field(slot, name, node)
    case .member(let object, let property):
      let isClosed = isClosed(object)
      let object = try value(of: object)
      let key = try used(property)
      return try member(key, of: object, isStrict: isClosed || scope.isStrict, property.range)
    case .array(let nodes):
      var items: [Value] = []
      items.reserveCapacity(nodes.count)
      for node in nodes { items.append(try value(of: node)) }
      return try affordable(.array(items), node)
    case .object(let properties):
      var object = Value.Object()
      for property in properties {
        object.set(property.name, try value(of: property.value))
      }
      return try affordable(.object(object), node)
    case .unary(let sign, let operand): return try unary(sign, operand)
    case .binary(let symbol, let left, let right): return try binary(symbol, left, right)
    case .and(let left, let right):
      let left = try value(of: left)
      return left.isTruthy ? try value(of: right) : left
    case .or(let left, let right):
      let left = try value(of: left)
      return left.isTruthy ? left : try value(of: right)
    case .conditional(let test, let then, let otherwise):
      return try value(of: try value(of: test).isTruthy ? then : otherwise)
    case .call(let name, let nameRange, let arguments):
      return try call(name, nameRange, arguments, node)
    }
  }

  // MARK: Names and members

  private func named(_ name: String, _ node: ExpressionNode) throws(ExpressionError) -> Value {
    if let value = scope.names[name] { return value }
    if name == "datum" {
      switch scope.datum {
      case .none: break
      case .object(let object): return .object(object)
      case .row(let table, _): return .object(table.row(row))
      }
    }
    if let constant = ExpressionConstants.value(of: name) { return .number(constant) }
    throw .undefinedName(name, range: node.range, known: scope.names.keys.sorted())
  }

  private mutating func field(
    _ slot: Int, _ name: String, _ node: ExpressionNode
  ) throws(ExpressionError) -> Value {
    switch scope.datum {
    case .row(let table, _):
      if let column = columns[slot] { return column[row] }
      if scope.isStrict { throw lacking(name, among: table.names, node.range) }
      return .undefined
    case .object(let object):
      return try member(.string(name), of: .object(object), isStrict: scope.isStrict, node.range)
    case .none:
      guard let datum = scope.names["datum"] else {
        throw .undefinedName("datum", range: node.range, known: scope.names.keys.sorted())
      }
      return try member(.string(name), of: datum, isStrict: scope.isStrict, node.range)
    }
  }

  private mutating func member(
    _ key: Value, of object: Value, isStrict: Bool, _ range: Range<Int>
  ) throws(ExpressionError) -> Value {
    if case .object(let object) = object, let fact = object.fact { facts.record(fact) }
    if case .array(let items) = object, case .number(let number) = key,
      let index = Int(exactly: number), items.indices.contains(index)
    {
      return items[index]
    }
    let name = key.asText
    if let value = object.member(name) { return value }
    guard isStrict else { return .undefined }
    switch object {
    case .object(let object): throw lacking(name, among: object.members.map(\.name), range)
    case .array(let items):
      throw ExpressionError(
        "the array has no member `\(name)`", range: range, stage: .undefined,
        expected: items.isEmpty ? "nothing: it is empty" : "0 to \(items.count - 1), or length")
    case .null, .undefined, .bool, .number, .string, .date:
      // The names are right; it is the value that is not there, or not an object.
      throw ExpressionError(
        "\(object.kind) has no member `\(name)`", range: range, stage: .evaluation)
    }
  }

  private func isClosed(_ node: ExpressionNode) -> Bool {
    guard case .name(let name) = node.kind else { return false }
    return scope.closedNames.contains(name)
  }

  private func lacking(
    _ name: String, among known: [String], _ range: Range<Int>
  ) -> ExpressionError {
    ExpressionError(
      "there is no member `\(name)`", range: range, stage: .undefined,
      hints: nearestNameHints(to: name, among: known))
  }
}

extension Value.Object {
  /// Sets the member `name`, at its place or at the end.
  package mutating func set(_ name: String, _ value: Value) {
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = value
    } else {
      members.append(.init(name, value))
    }
  }
}
