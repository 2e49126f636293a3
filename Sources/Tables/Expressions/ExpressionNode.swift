/// A node of an expression's tree, with its place in the expression's text.
package struct ExpressionNode: Sendable {
  package indirect enum Kind: Sendable {
    case literal(Value)
    case name(String)
    /// `datum.<name>`: `slot` counts the distinct fields of the expression, so that a table's columns
    /// can be found once and read by number.
    case field(slot: Int, name: String)
    /// `object.property` and `object[property]`.
    case member(ExpressionNode, property: ExpressionNode)
    case array([ExpressionNode])
    case object([Property])
    case unary(UnaryOperator, ExpressionNode)
    case binary(BinaryOperator, ExpressionNode, ExpressionNode)
    case and(ExpressionNode, ExpressionNode)
    case or(ExpressionNode, ExpressionNode)
    case conditional(ExpressionNode, then: ExpressionNode, otherwise: ExpressionNode)
    case call(name: String, nameRange: Range<Int>, arguments: [ExpressionNode])
  }

  package struct Property: Sendable {
    /// The name of the output.
    package var name: String
    package var value: ExpressionNode
  }

  package var kind: Kind
  /// UTF-8 byte offsets from the start of the expression.
  package var range: Range<Int>

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

package enum UnaryOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
  case not = "!"
  case bitwiseNot = "~"
}

package enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case equal = "=="
  case notEqual = "!="
  case identical = "==="
  case notIdentical = "!=="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case bitwiseAnd = "&"
  case bitwiseOr = "|"
  case bitwiseXor = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case shiftRightUnsigned = ">>>"
  case within = "in"

  /// How strongly the operator binds, as in ECMAScript's grammar; `&&` is 2, `||` is 1.
  var precedence: Int {
    switch self {
    case .bitwiseOr: 3
    case .bitwiseXor: 4
    case .bitwiseAnd: 5
    case .equal, .notEqual, .identical, .notIdentical: 6
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .within: 7
    case .shiftLeft, .shiftRight, .shiftRightUnsigned: 8
    case .add, .subtract: 9
    case .multiply, .divide, .remainder: 11
    }
  }
}
