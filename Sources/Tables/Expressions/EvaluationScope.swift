/// What an expression sees: the row, names, functions, the time zone.
package struct EvaluationScope: Sendable {
  /// What `datum` is.
  package enum Datum: Sendable {
    /// There is no row; `datum` is a name like any other.
    case none
    case object(Value.Object)
    case row(Table, Int)
  }

  /// A function supplied by the caller.
  package typealias Function = @Sendable ([Value]) throws(FunctionProblem) -> Value

  package var datum: Datum
  /// Signals, parameters and constants by name.
  package var names: [String: Value]
  /// Functions by name; they come before the language's own.
  package var functions: [String: Function]
  /// The zone of local dates; default UTC.
  package var timeZone: TimeZoneRules
  /// How times are written; default English.
  package var timeLocale = TimeLocale.english
  /// Whether an undefined name or a member that an object lacks is an error rather than undefined.
  package var isStrict: Bool
  /// Whether the rules of figures hold, as in prose and views, rather than Vega's, as in charts: what is
  /// absent may be asked about but not used, and arithmetic on decimals is decimal.
  package var isExact: Bool
  /// Names of objects that hold all there is to ask them for: a member that one lacks is an error, strict
  /// or not.
  package var closedNames: Set<String> = []
  /// Where `random()` begins; the same seed gives the same numbers.
  package var seed: UInt32

  package init(
    datum: Datum = .none, names: [String: Value] = [:], functions: [String: Function] = [:],
    timeZone: TimeZoneRules = .utc, isStrict: Bool = false, isExact: Bool = false,
    seed: UInt32 = 1
  ) {
    self.datum = datum
    self.names = names
    self.functions = functions
    self.timeZone = timeZone
    self.isStrict = isStrict
    self.isExact = isExact
    self.seed = seed
  }
}

/// The result of an expression.
package struct Evaluation: Hashable, Sendable {
  /// What the expression came to.
  package var value: Value
  /// The ids of the facts that were read, in order of first use.
  package var facts: [String]
}

extension Expression {
  /// The value of the expression in `scope`.
  package func evaluate(in scope: EvaluationScope) throws(ExpressionError) -> Value {
    try trace(in: scope).value
  }

  /// The value of the expression in `scope`, with the facts that it came from: those of which a member
  /// was read, those that an operator or function used to make a plain value, and those within the value.
  package func trace(in scope: EvaluationScope) throws(ExpressionError) -> Evaluation {
    var evaluator = Evaluator(self, scope)
    let value = try evaluator.value(of: root)
    evaluator.facts.record(within: value)
    return Evaluation(value: value, facts: evaluator.facts.ids)
  }

  /// The value of the expression for each row of `table`, in order. `random()` runs on from row to row.
  package func evaluate(
    over table: Table, in scope: EvaluationScope
  ) throws(ExpressionError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(table.rowCount)
    var scope = scope
    scope.datum = .row(table, 0)
    var evaluator = Evaluator(self, scope)
    var weight = 0
    for row in 0..<table.rowCount {
      evaluator.row = row
      let value = try evaluator.value(of: root)
      weight += value.weight(upTo: Budget.values + 1)
      guard weight <= Budget.values else {
        throw ExpressionError(
          "the results would take the room of more than \(Budget.values) values",
          range: root.range, stage: .evaluation, expected: "fewer rows, or shorter lists and texts")
      }
      values.append(value)
    }
    return values
  }

  /// Whether the expression holds, for each row of `table`.
  package func test(
    over table: Table, in scope: EvaluationScope
  ) throws(ExpressionError) -> [Bool] {
    var values: [Bool] = []
    values.reserveCapacity(table.rowCount)
    var scope = scope
    scope.datum = .row(table, 0)
    var evaluator = Evaluator(self, scope)
    for row in 0..<table.rowCount {
      evaluator.row = row
      values.append(try evaluator.value(of: root).isTruthy)
    }
    return values
  }
}
