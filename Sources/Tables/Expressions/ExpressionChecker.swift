package import Syntax

extension Expression {
  /// Reports every name, function and number of arguments that the expression cannot use.
  ///
  /// - Parameters:
  ///   - names: what the scope defines, beside `datum` and the constants.
  ///   - functions: functions that the caller supplies, beside the language's own.
  package func check(
    names: [String], functions: [String] = [], into bag: inout DiagnosticBag
  ) {
    var checker = ExpressionChecker(
      names: names, functions: functions, dialect: dialect)
    checker.visit(root)
    for error in checker.errors { bag.add(error.diagnostic(at: span(of: error.range))) }
  }

  /// The names that the expression reads from its scope, in order of first use.
  package var freeNames: [String] {
    var checker = ExpressionChecker(names: [], functions: [], dialect: .vega, isChecking: false)
    checker.visit(root)
    return checker.freeNames
  }
}

private struct ExpressionChecker {
  let names: [String]
  let functions: [String]
  let dialect: ExpressionDialect
  /// Whether what is unknown is an error; else names are gathered alone.
  let isChecking: Bool
  var errors: [ExpressionError] = []
  var freeNames: [String] = []

  init(names: [String], functions: [String], dialect: ExpressionDialect, isChecking: Bool = true) {
    self.names = names
    self.functions = functions
    self.dialect = dialect
    self.isChecking = isChecking
  }

  mutating func visit(_ node: ExpressionNode) {
    switch node.kind {
    case .literal: break
    case .field: break
    case .name(let name): checkName(name, node.range)
    case .member(let object, let property):
      visit(object)
      visit(property)
    case .array(let items): for item in items { visit(item) }
    case .object(let properties): for property in properties { visit(property.value) }
    case .unary(_, let operand): visit(operand)
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right):
      visit(left)
      visit(right)
    case .conditional(let test, let then, let otherwise):
      visit(test)
      visit(then)
      visit(otherwise)
    case .call(let name, let nameRange, let arguments):
      checkCall(name, nameRange, arguments.count, node.range)
      for argument in arguments { visit(argument) }
    }
  }

  private mutating func checkName(_ name: String, _ range: Range<Int>) {
    if dialect == .vega && name == "datum" || ExpressionConstants.value(of: name) != nil { return }
    if !freeNames.contains(name) { freeNames.append(name) }
    guard isChecking, !names.contains(name) else { return }
    errors.append(.undefinedName(name, range: range, known: names))
  }

  private mutating func checkCall(
    _ name: String, _ nameRange: Range<Int>, _ count: Int, _ range: Range<Int>
  ) {
    guard isChecking, !functions.contains(name) else { return }
    guard let definition = FunctionDefinition.named(name) else {
      errors.append(.undefinedFunction(name, range: nameRange, known: functions))
      return
    }
    if let error = definition.complaint(aboutCount: count, range: range, dialect: dialect) {
      errors.append(error)
    }
  }
}

extension ExpressionError {
  static func undefinedName(_ name: String, range: Range<Int>, known: [String]) -> Self {
    ExpressionError(
      "`\(name)` is not defined here", range: range, stage: .undefined,
      hints: nearestNameHints(to: name, among: known))
  }

  static func undefinedFunction(_ name: String, range: Range<Int>, known: [String]) -> Self {
    ExpressionError(
      "there is no function `\(name)`", range: range, stage: .undefined,
      hints: nearestNameHints(to: name, among: known + FunctionDefinition.names))
  }
}
