/// Which reading of `|` holds.
package enum ExpressionDialect: Hashable, Sendable {
  /// Vega's: `|` is bitwise or.
  case vega
  /// For prose: `a | f(x)` is `f(a, x)` and `a | f` is `f(a)`; it binds weaker than everything else.
  case prose
}

/// Reads the expression grammar (ECMAScript expressions without assignment, `new` and method calls) by
/// recursive descent, binary operators by precedence climbing.
struct ExpressionParser {
  /// Deeper nesting is refused: the reader and the evaluator recurse.
  static let maximumDepth = 128

  private var lexer: ExpressionLexer
  private let dialect: ExpressionDialect
  private var token = ExpressionToken.end
  private var range = 0..<0
  private var previousEnd = 0
  private var depth = 0
  /// The fields of `datum` met so far, in order.
  private(set) var fields: [String] = []

  init(_ text: String, dialect: ExpressionDialect) {
    lexer = ExpressionLexer(text)
    self.dialect = dialect
  }

  mutating func parse() throws(ExpressionError) -> ExpressionNode {
    try advance()
    let node = try expression()
    if token != .end {
      throw ExpressionError(
        "unexpected `\(described)` after the expression", range: range,
        expected: "an operator or the end")
    }
    return node
  }

  private mutating func advance() throws(ExpressionError) {
    previousEnd = range.upperBound
    (token, range) = try lexer.next()
  }

  /// The current token for a message.
  private var described: String {
    switch token {
    case .number(let number): NumberText.text(of: number)
    case .string(let string): "'\(string)'"
    case .name(let name): name
    case .symbol(let symbol): symbol
    case .end: "the end"
    }
  }

  private mutating func take(_ symbol: String) throws(ExpressionError) -> Bool {
    guard token == .symbol(symbol) else { return false }
    try advance()
    return true
  }

  private mutating func need(_ symbol: String, toClose what: String) throws(ExpressionError) {
    guard try take(symbol) else {
      throw ExpressionError(
        token == .end ? "\(what) does not end" : "unexpected `\(described)` in \(what)",
        range: range, expected: "`\(symbol)`")
    }
  }

  // MARK: Levels of the grammar

  private mutating func expression() throws(ExpressionError) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw ExpressionError(
        "the expression is nested too deeply", range: range,
        expected: "at most \(Self.maximumDepth) levels")
    }
    var node = try conditional()
    while dialect == .prose, try take("|") { node = try pipe(node) }
    return node
  }

  /// The function after a `|`, called with `input` as its first argument.
  private mutating func pipe(_ input: ExpressionNode) throws(ExpressionError) -> ExpressionNode {
    guard case .name(let name) = token else {
      throw ExpressionError(
        "unexpected `\(described)` after `|`", range: range, expected: "the name of a function")
    }
    let nameRange = range
    try advance()
    var arguments = [input]
    if try take("(") { arguments += try list(closedBy: ")", of: "the call of `\(name)`") }
    return ExpressionNode(
      .call(name: name, nameRange: nameRange, arguments: arguments),
      input.range.lowerBound..<previousEnd)
  }

  private mutating func conditional() throws(ExpressionError) -> ExpressionNode {
    let test = try binary(atLeast: 1)
    guard try take("?") else { return test }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw ExpressionError("the expression is nested too deeply", range: range)
    }
    let then = try conditional()
    try need(":", toClose: "the choice")
    let otherwise = try conditional()
    return ExpressionNode(
      .conditional(test, then: then, otherwise: otherwise),
      test.range.lowerBound..<otherwise.range.upperBound)
  }

  private enum Infix {
    case and, or
    case binary(BinaryOperator)

    var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .binary(let symbol): symbol.precedence
      }
    }
  }

  private var infix: Infix? {
    switch token {
    case .symbol("||"): .or
    case .symbol("&&"): .and
    case .symbol("|") where dialect == .prose: nil
    case .symbol(let symbol): BinaryOperator(rawValue: symbol).map { .binary($0) }
    case .name("in"): .binary(.within)
    case .number, .string, .name, .end: nil
    }
  }

  private mutating func binary(atLeast minimum: Int) throws(ExpressionError) -> ExpressionNode {
    var left = try unary()
    while let infix, infix.precedence >= minimum {
      try advance()
      let right = try binary(atLeast: infix.precedence + 1)
      let range = left.range.lowerBound..<right.range.upperBound
      switch infix {
      case .and: left = ExpressionNode(.and(left, right), range)
      case .or: left = ExpressionNode(.or(left, right), range)
      case .binary(let symbol): left = ExpressionNode(.binary(symbol, left, right), range)
      }
    }
    return left
  }

  private mutating func unary() throws(ExpressionError) -> ExpressionNode {
    guard case .symbol(let symbol) = token, let sign = UnaryOperator(rawValue: symbol) else {
      return try postfix()
    }
    let start = range.lowerBound
    try advance()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw ExpressionError("the expression is nested too deeply", range: range)
    }
    let operand = try unary()
    if case .minus = sign, case .literal(.number(let number)) = operand.kind {
      return ExpressionNode(.literal(.number(-number)), start..<operand.range.upperBound)
    }
    return ExpressionNode(.unary(sign, operand), start..<operand.range.upperBound)
  }

  private mutating func postfix() throws(ExpressionError) -> ExpressionNode {
    var node = try primary()
    while true {
      let property: ExpressionNode
      if try take(".") {
        guard case .name(let name) = token else {
          throw ExpressionError(
            "unexpected `\(described)` after `.`", range: range, expected: "the name of a member")
        }
        property = ExpressionNode(.literal(.string(name)), range)
        try advance()
      } else if try take("[") {
        property = try expression()
        try need("]", toClose: "the access to a member")
      } else if token == .symbol("(") {
        throw ExpressionError(
          "a value cannot be called", range: node.range, stage: .unsupported,
          expected: "the name of a function before `(`")
      } else {
        return node
      }
      let range = node.range.lowerBound..<previousEnd
      if case .name("datum") = node.kind, case .literal(let key) = property.kind {
        node = ExpressionNode(.field(slot: slot(of: key.asText), name: key.asText), range)
      } else {
        node = ExpressionNode(.member(node, property: property), range)
      }
    }
  }

  private mutating func slot(of field: String) -> Int {
    if let slot = fields.firstIndex(of: field) { return slot }
    fields.append(field)
    return fields.count - 1
  }

  private mutating func primary() throws(ExpressionError) -> ExpressionNode {
    let start = range
    switch token {
    case .number(let number):
      try advance()
      return ExpressionNode(.literal(.number(number)), start)
    case .string(let string):
      try advance()
      return ExpressionNode(.literal(.string(string)), start)
    case .name(let name):
      try advance()
      return try named(name, start)
    case .symbol("("):
      try advance()
      let inner = try expression()
      try need(")", toClose: "the parentheses")
      return ExpressionNode(inner.kind, start.lowerBound..<previousEnd)
    case .symbol("["):
      try advance()
      let items = try list(closedBy: "]", of: "the array")
      return ExpressionNode(.array(items), start.lowerBound..<previousEnd)
    case .symbol("{"):
      try advance()
      let properties = try properties()
      return ExpressionNode(.object(properties), start.lowerBound..<previousEnd)
    case .symbol("/"):
      throw ExpressionError(
        "regular expressions are not supported", range: start, stage: .unsupported,
        hints: ["use indexof, slice, replace or split"])
    case .symbol, .end:
      throw ExpressionError(
        token == .end
          ? "the expression ends where a value should be" : "unexpected `\(described)`",
        range: start, expected: "a value")
    }
  }

  private mutating func named(
    _ name: String, _ start: Range<Int>
  ) throws(ExpressionError) -> ExpressionNode {
    switch name {
    case "true": return ExpressionNode(.literal(.bool(true)), start)
    case "false": return ExpressionNode(.literal(.bool(false)), start)
    case "null": return ExpressionNode(.literal(.null), start)
    case "undefined": return ExpressionNode(.literal(.undefined), start)
    case "new", "typeof", "instanceof", "void", "delete", "function", "this", "await", "yield":
      throw ExpressionError(
        "`\(name)` is not part of the expression language", range: start, stage: .unsupported)
    default: break
    }
    guard try take("(") else { return ExpressionNode(.name(name), start) }
    let arguments = try list(closedBy: ")", of: "the call of `\(name)`")
    return ExpressionNode(
      .call(name: name, nameRange: start, arguments: arguments), start.lowerBound..<previousEnd)
  }

  private mutating func list(
    closedBy close: String, of what: String
  ) throws(ExpressionError) -> [ExpressionNode] {
    var items: [ExpressionNode] = []
    if try take(close) { return items }
    while true {
      items.append(try expression())
      if try take(close) { return items }
      try need(",", toClose: what)
      if close == "]", try take(close) { return items }
    }
  }

  private mutating func properties() throws(ExpressionError) -> [ExpressionNode.Property] {
    var properties: [ExpressionNode.Property] = []
    while try !take("}") {
      if !properties.isEmpty {
        try need(",", toClose: "the object")
        if try take("}") { break }
      }
      let name: String
      switch token {
      case .name(let text), .string(let text): name = text
      case .number(let number): name = NumberText.text(of: number)
      case .symbol, .end:
        throw ExpressionError(
          "unexpected `\(described)` in the object", range: range, expected: "the name of a member")
      }
      try advance()
      try need(":", toClose: "the object")
      properties.append(.init(name: name, value: try expression()))
    }
    return properties
  }
}
