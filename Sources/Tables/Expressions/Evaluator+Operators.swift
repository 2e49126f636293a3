import Glibc

/// The operators. Equality, `!`, `&&`, `||` and `? :` ask whether an operand is there; all others use it.
extension Evaluator {
  /// The value of what is used: by the rules of figures one that is absent, or NaN, is an error at its place.
  mutating func used(_ node: ExpressionNode) throws(ExpressionError) -> Value {
    let value = try value(of: node)
    guard scope.isExact, value.isInvalid else { return value }
    let operand = text(of: node)
    throw ExpressionError(
      "`\(operand)` \(value.isAbsent ? "has no value" : "is not a number")\(nameOfRow)",
      range: node.range, stage: .evaluation, expected: "a value that is there",
      hints: ["ask first whether there is one, as in `isValid(\(operand)) ? … : …`"])
  }

  /// The text of a part of the expression.
  func text(of node: ExpressionNode) -> String {
    let bytes = expression.text.utf8.dropFirst(node.range.lowerBound).prefix(node.range.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Which row of a table is meant, where it says so itself.
  private var nameOfRow: String {
    guard case .row(let table, _) = scope.datum else { return "" }
    for name in ["fact", "id"] {
      if case .string(let id) = table[row, name] { return " where `\(name)` is `\(id)`" }
    }
    return ""
  }

  /// The value of an operand. An object that takes part in arithmetic or a comparison leads back to its fact.
  private mutating func operand(
    _ node: ExpressionNode, isAsked: Bool
  ) throws(ExpressionError) -> Value {
    let value = isAsked ? try value(of: node) : try used(node)
    if case .object(let object) = value, let fact = object.fact { facts.record(fact) }
    return value
  }

  mutating func unary(
    _ sign: UnaryOperator, _ node: ExpressionNode
  ) throws(ExpressionError) -> Value {
    let operand = try operand(node, isAsked: sign == .not)
    if sign != .not { try requireNumber(operand, node) }
    return switch sign {
    case .plus: .number(operand.asNumber)
    case .minus: .number(-operand.asNumber)
    case .not: .bool(!operand.isTruthy)
    case .bitwiseNot: .number(Double(~operand.asInt32))
    }
  }

  mutating func binary(
    _ symbol: BinaryOperator, _ leftNode: ExpressionNode, _ rightNode: ExpressionNode
  ) throws(ExpressionError) -> Value {
    let left = try operand(leftNode, isAsked: symbol.isEquality)
    let right = try operand(rightNode, isAsked: symbol.isEquality)
    try requireOperands((left, leftNode), (right, rightNode), of: symbol)
    switch symbol {
    case .add:
      if left.joins || right.joins { return try joined((left, leftNode), (right, rightNode)) }
      return arithmetic(left, right, DecimalArithmetic.sum) { $0 + $1 }
    case .subtract: return arithmetic(left, right, DecimalArithmetic.difference) { $0 - $1 }
    case .multiply: return arithmetic(left, right, DecimalArithmetic.product) { $0 * $1 }
    case .divide: return arithmetic(left, right, DecimalArithmetic.quotient) { $0 / $1 }
    case .remainder: return arithmetic(left, right, DecimalArithmetic.remainder) { fmod($0, $1) }
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

  // MARK: Kinds

  /// By the rules of figures arithmetic takes numbers, `+` also text, and a comparison two numbers or two texts: an
  /// empty list is no zero, and a fact is none of them.
  private func requireOperands(
    _ left: (value: Value, node: ExpressionNode), _ right: (value: Value, node: ExpressionNode),
    of symbol: BinaryOperator
  ) throws(ExpressionError) {
    guard scope.isExact else { return }
    let isText = left.value.isText || right.value.isText
    switch symbol {
    case .equal, .notEqual, .identical, .notIdentical, .within: return
    case .add where isText:
      for side in [left, right] where side.value.isCompound {
        throw notANumber(side.value, side.node, expected: "a number or text")
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if left.value.isText, right.value.isText { return }
      try requireNumber(left.value, left.node)
      try requireNumber(right.value, right.node)
    case .add, .subtract, .multiply, .divide, .remainder, .bitwiseAnd, .bitwiseOr, .bitwiseXor,
      .shiftLeft, .shiftRight, .shiftRightUnsigned:
      try requireNumber(left.value, left.node)
      try requireNumber(right.value, right.node)
    }
  }

  /// By the rules of figures, that `value` is a number, a date, a truth value or text that is a number.
  func requireNumber(_ value: Value, _ node: ExpressionNode) throws(ExpressionError) {
    guard scope.isExact else { return }
    if case .string(let text) = value {
      guard text.allSatisfy(\.isWhitespace) || NumberText.number(from: text).isNaN else { return }
    } else if !value.isCompound {
      return
    }
    throw notANumber(value, node, expected: "a number")
  }

  private func notANumber(
    _ value: Value, _ node: ExpressionNode, expected: String
  ) -> ExpressionError {
    let operand = text(of: node)
    var hints: [String] = []
    if case .object(let object) = value, object.fact != nil {
      hints = ["a fact has its number in `\(operand).value`, its words in `\(operand).text`"]
    }
    let kind = value.isText ? "text that is no number" : value.kind
    return ExpressionError(
      "`\(operand)` is \(kind)", range: node.range, stage: .evaluation, expected: expected,
      hints: hints)
  }

  /// By the rules of figures decimals are reckoned with as decimals, where the result is one.
  private func arithmetic(
    _ left: Value, _ right: Value, _ decimal: (Double, Double) -> Double?,
    _ binary: (Double, Double) -> Double
  ) -> Value {
    let (left, right) = (left.asNumber, right.asNumber)
    if scope.isExact, let result = decimal(left, right) { return .number(result) }
    return .number(binary(left, right))
  }

  // MARK: Text

  private func joined(
    _ left: (value: Value, node: ExpressionNode), _ right: (value: Value, node: ExpressionNode)
  ) throws(ExpressionError) -> Value {
    if scope.isExact {
      try requirePrintable(left.value, left.node)
      try requirePrintable(right.value, right.node)
    }
    let range = left.node.range.lowerBound..<right.node.range.upperBound
    try requireLength(of: [left.value, right.value], range)
    return .string(left.value.asText + right.value.asText)
  }

  /// A number that becomes text is printed, and has no more digits than a printed one.
  func requirePrintable(
    _ value: Value, _ node: ExpressionNode
  ) throws(ExpressionError) {
    guard case .number(let number) = value, !NumberText.isPrintable(number) else { return }
    throw ExpressionError(
      "`\(text(of: node))` is `\(NumberText.text(of: number))`, which is too long to become text",
      range: node.range, stage: .evaluation,
      expected: "a number of at most \(NumberText.printableDigits) digits",
      hints: ["choose its digits, as in `format(\(text(of: node)), '.3~g')`"])
  }

  // MARK: Budgets

  /// What is joined must not be longer than a text may be.
  func requireLength(
    of values: [Value], _ range: Range<Int>
  ) throws(ExpressionError) {
    let limit = Budget.textLength
    guard values.reduce(0, { $0 + $1.textLength(upTo: limit + 1 - $0) }) > limit else { return }
    throw ExpressionError(
      "the text would have more than \(limit) characters", range: range, stage: .evaluation,
      expected: "a text of at most \(limit) characters")
  }

  /// `value`, which an expression has made, where it is not larger than it may be.
  func affordable(
    _ value: Value, _ node: ExpressionNode
  ) throws(ExpressionError) -> Value {
    switch value {
    case .null, .undefined, .bool, .number, .date: return value
    case .string: try requireLength(of: [value], node.range)
    case .array, .object:
      guard value.weight(upTo: Budget.values + 1) > Budget.values else { return value }
      throw ExpressionError(
        "the list would have more than \(Budget.values) values", range: node.range,
        stage: .evaluation, expected: "a list of at most \(Budget.values) values")
    }
    return value
  }
}

extension BinaryOperator {
  fileprivate var isEquality: Bool {
    switch self {
    case .equal, .notEqual, .identical, .notIdentical: true
    case .add, .subtract, .multiply, .divide, .remainder, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .bitwiseAnd, .bitwiseOr, .bitwiseXor, .shiftLeft, .shiftRight,
      .shiftRightUnsigned, .within:
      false
    }
  }
}

extension Value {
  fileprivate var isText: Bool { if case .string = self { true } else { false } }

  /// Whether this consists of other values.
  fileprivate var isCompound: Bool {
    switch self {
    case .array, .object: true
    case .null, .undefined, .bool, .number, .string, .date: false
    }
  }

  /// Whether `+` joins this as text. Everything else adds; dates add as numbers of milliseconds.
  fileprivate var joins: Bool {
    switch self {
    case .string, .array, .object: true
    case .null, .undefined, .bool, .number, .date: false
    }
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
