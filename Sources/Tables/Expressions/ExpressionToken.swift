/// A word of the expression language.
enum ExpressionToken: Equatable {
  case number(Double)
  case string(String)
  case name(String)
  /// An operator or a bracket.
  case symbol(String)
  case end
}
