import Glibc
import Syntax

/// Walks an expression's tree. One evaluator serves all rows of a table, whose columns it finds once.
struct Evaluator {
  private let expression: Expression
  let scope: EvaluationScope
  /// The column of each field slot, where `datum` is a row of a table.
  private let columns: [Column?]
  var row: Int
  var facts = FactTrace()
  private var memory: FunctionMemory

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
      let key = try value(of: property)
      return try member(key, of: object, isStrict: isClosed || scope.isStrict, property.range)
    case .array(let nodes):
      var items: [Value] = []
      items.reserveCapacity(nodes.count)
      for node in nodes { items.append(try value(of: node)) }
      return .array(items)
    case .object(let properties):
      var object = Value.Object()
      for property in properties {
        object.set(property.name, try value(of: property.value))
      }
      return .object(object)
    case .unary(let sign, let operand): return unary(sign, try value(of: operand))
    case .binary(let symbol, let left, let right):
      let areUndefined = (isUndefined(left), isUndefined(right))
      let left = try value(of: left)
      let right = try value(of: right)
      if areUndefined.0 || areUndefined.1,
        let equality = equality(symbol, left, right, areUndefined)
      {
        return .bool(equality)
      }
      return binary(symbol, left, right)
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

  // MARK: Undefined fields

  /// Whether `node` is a field that no row of the table has: JavaScript's `undefined`, which is no value of
  /// ours. Elsewhere NaN stands for it, which counts as little in sums and tests.
  private func isUndefined(_ node: ExpressionNode) -> Bool {
    guard case .field(let slot, _) = node.kind, case .row = scope.datum else { return false }
    return columns[slot] == nil
  }

  /// How something undefined compares; nil where the operator is no equality.
  private func equality(
    _ symbol: BinaryOperator, _ left: Value, _ right: Value, _ areUndefined: (Bool, Bool)
  ) -> Bool? {
    let areBoth = areUndefined.0 && areUndefined.1
    let other = areUndefined.0 ? right : left
    switch symbol {
    case .identical: return areBoth
    case .notIdentical: return !areBoth
    case .equal: return areBoth || other == .null
    case .notEqual: return !areBoth && other != .null
    case .add, .subtract, .multiply, .divide, .remainder, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .bitwiseAnd, .bitwiseOr, .bitwiseXor, .shiftLeft, .shiftRight,
      .shiftRightUnsigned, .within:
      return nil
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
      return .number(.nan)
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
    guard isStrict else { return .null }
    switch object {
    case .object(let object): throw lacking(name, among: object.members.map(\.name), range)
    case .array(let items):
      throw ExpressionError(
        "the array has no member `\(name)`", range: range, stage: .undefined,
        expected: items.isEmpty ? "nothing: it is empty" : "0 to \(items.count - 1), or length")
    case .null, .bool, .number, .string, .date:
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

  // MARK: Operators

  /// An object that takes part in arithmetic or a comparison is thereby used.
  private mutating func note(_ operand: Value) {
    if case .object(let object) = operand, let fact = object.fact { facts.record(fact) }
  }

  private mutating func unary(_ sign: UnaryOperator, _ operand: Value) -> Value {
    note(operand)
    switch sign {
    case .plus: return .number(operand.asNumber)
    case .minus: return .number(-operand.asNumber)
    case .not: return .bool(!operand.isTruthy)
    case .bitwiseNot: return .number(Double(~operand.asInt32))
    }
  }

  private mutating func binary(_ symbol: BinaryOperator, _ left: Value, _ right: Value) -> Value {
    note(left)
    note(right)
    switch symbol {
    case .add: return add(left, right)
    case .subtract: return .number(left.asNumber - right.asNumber)
    case .multiply: return .number(left.asNumber * right.asNumber)
    case .divide: return .number(left.asNumber / right.asNumber)
    case .remainder: return .number(fmod(left.asNumber, right.asNumber))
    case .equal: return .bool(left.isLooselyEqual(to: right))
    case .notEqual: return .bool(!left.isLooselyEqual(to: right))
    case .identical: return .bool(left.isStrictlyEqual(to: right))
    case .notIdentical: return .bool(!left.isStrictlyEqual(to: right))
    case .less: return .bool(left.order(comparedTo: right) == .before)
    case .lessOrEqual:
      let order = left.order(comparedTo: right)
      return .bool(order == .before || order == .same)
    case .greater: return .bool(left.order(comparedTo: right) == .after)
    case .greaterOrEqual:
      let order = left.order(comparedTo: right)
      return .bool(order == .after || order == .same)
    case .bitwiseAnd: return .number(Double(left.asInt32 & right.asInt32))
    case .bitwiseOr: return .number(Double(left.asInt32 | right.asInt32))
    case .bitwiseXor: return .number(Double(left.asInt32 ^ right.asInt32))
    case .shiftLeft: return .number(Double(left.asInt32 &<< (right.asInt32 & 31)))
    case .shiftRight: return .number(Double(left.asInt32 &>> (right.asInt32 & 31)))
    case .shiftRightUnsigned:
      let bits = UInt32(bitPattern: left.asInt32)
      return .number(Double(bits &>> UInt32(bitPattern: right.asInt32 & 31)))
    case .within: return .bool(right.member(left.asText) != nil)
    }
  }

  /// Text joins, everything else adds; dates add as numbers of milliseconds.
  private func add(_ left: Value, _ right: Value) -> Value {
    func joins(_ value: Value) -> Bool {
      switch value {
      case .string, .array, .object: true
      case .null, .bool, .number, .date: false
      }
    }
    return joins(left) || joins(right)
      ? .string(left.asText + right.asText) : .number(left.asNumber + right.asNumber)
  }

  // MARK: Calls

  private mutating func call(
    _ name: String, _ nameRange: Range<Int>, _ nodes: [ExpressionNode], _ node: ExpressionNode
  ) throws(ExpressionError) -> Value {
    if name == "if", nodes.count == 3, scope.functions["if"] == nil {
      return try value(of: try value(of: nodes[0]).isTruthy ? nodes[1] : nodes[2])
    }
    var arguments: [Value] = []
    arguments.reserveCapacity(nodes.count)
    for node in nodes { arguments.append(try value(of: node)) }
    let result: Value
    do throws(FunctionProblem) {
      if let function = scope.functions[name] {
        result = try function(arguments)
      } else if let definition = FunctionDefinition.named(name) {
        if let error = definition.complaint(
          aboutCount: nodes.count, range: node.range, dialect: expression.dialect)
        {
          throw error.problem
        }
        var call = FunctionCall(
          name: name, arguments: arguments, timeZone: scope.timeZone,
          timeLocale: scope.timeLocale, isStrict: scope.isStrict,
          memory: memory)
        result = try definition.body(&call)
        memory = call.memory
      } else {
        let known = scope.functions.keys.sorted()
        throw ExpressionError.undefinedFunction(name, range: nameRange, known: known).problem
      }
    } catch {
      throw ExpressionError(
        error.message, range: node.range, stage: .evaluation, expected: error.expected,
        hints: error.hints)
    }
    // A plain result carries no trace of what it was made from, so that is kept here; an object or
    // array keeps its own.
    if result.isScalar { for argument in arguments { facts.record(within: argument) } }
    return result
  }
}

extension ExpressionError {
  fileprivate var problem: FunctionProblem {
    FunctionProblem(message, expected: expected, hints: hints)
  }
}

extension Value {
  /// ECMA-262's ToInt32.
  var asInt32: Int32 {
    let number = asNumber
    guard number.isFinite else { return 0 }
    let whole = fmod(number.rounded(.towardZero), 4_294_967_296)
    return Int32(truncatingIfNeeded: Int64(whole))
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
