package import Syntax

/// A test of rows: Vega-Lite's predicates and their combinations.
package indirect enum Predicate: Sendable {
  case expression(Expression)
  case field(FieldReference, TimeUnit?, Comparison)
  case and([Predicate])
  case or([Predicate])
  case not(Predicate)
  /// Whether the row is in the selection `name`. Nothing is selected in a drawing, so the answer is
  /// whether an empty selection means all.
  case selection(String, emptyMeansAll: Bool)

  /// How a field's value is compared. Dates are numbers of milliseconds.
  package enum Comparison: Sendable {
    case equal(Value)
    case less(Value)
    case lessOrEqual(Value)
    case greater(Value)
    case greaterOrEqual(Value)
    /// Both ends belong to the range; nil leaves one open.
    case range(Value?, Value?)
    case oneOf([Value])
    /// Whether the value is neither null nor NaN.
    case valid(Bool)
  }

  /// Whether the predicate holds, for each row of `table`.
  package func test(
    _ table: Table, in context: TransformContext
  ) throws(DiagnosticFailure) -> [Bool] {
    switch self {
    case .expression(let expression):
      try expression.requireFields(of: table)
      return try expression.values(over: table, in: context.seededScope).map(\.isTruthy)
    case .field(let field, let unit, let comparison):
      var column = try field.column(of: table)
      if let unit { column = unit.cut(column, in: context.timeZone) }
      // By the rules of figures what is absent can be asked for, but stands in no order.
      if context.scope.isExact, comparison.isOrder,
        (0..<table.rowCount).contains(where: { column[$0].isInvalid })
      {
        throw DiagnosticFailure(TablesDiagnostics.absent(field.path.text, at: field.span))
      }
      return (0..<table.rowCount).map { comparison.holds(for: column[$0].withoutDate) }
    case .and(let predicates):
      return try combine(predicates, table, context, whileHolding: true)
    case .or(let predicates):
      return try combine(predicates, table, context, whileHolding: false)
    case .not(let predicate): return try predicate.test(table, in: context).map { !$0 }
    case .selection(_, let emptyMeansAll):
      return [Bool](repeating: emptyMeansAll, count: table.rowCount)
    }
  }

  /// `&&` and `||` of JavaScript: a predicate is asked of the rows that those before it have not decided.
  private func combine(
    _ predicates: [Predicate], _ table: Table, _ context: TransformContext, whileHolding: Bool
  ) throws(DiagnosticFailure) -> [Bool] {
    var result = [Bool](repeating: whileHolding, count: table.rowCount)
    var open = Array(0..<table.rowCount)
    for predicate in predicates {
      let rows = open.count == table.rowCount ? table : table.taking(open)
      let flags = try predicate.test(rows, in: context)
      for (row, flag) in zip(open, flags) where flag != whileHolding { result[row] = flag }
      open.removeAll { result[$0] != whileHolding }
    }
    return result
  }
}

extension Predicate.Comparison {
  /// Whether values are put in an order, rather than told apart.
  fileprivate var isOrder: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .range: true
    case .equal, .oneOf, .valid: false
    }
  }

  func holds(for value: Value) -> Bool {
    switch self {
    case .equal(let other): return value == other.withoutDate
    case .less(let other): return value.order(comparedTo: other.withoutDate) == .before
    case .greater(let other): return value.order(comparedTo: other.withoutDate) == .after
    case .lessOrEqual(let other): return isAtMost(value, other)
    case .greaterOrEqual(let other): return isAtMost(other, value)
    case .range(let low, let high):
      // `inrange` takes the ends in either order.
      if let low, let high {
        return isAtMost(low, high)
          ? isAtMost(low, value) && isAtMost(value, high)
          : isAtMost(high, value) && isAtMost(value, low)
      }
      return (low.map { isAtMost($0, value) } ?? true) && (high.map { isAtMost(value, $0) } ?? true)
    case .oneOf(let values): return values.contains { $0.withoutDate == value }
    case .valid(let wanted): return !value.isInvalid == wanted
    }
  }

  private func isAtMost(_ left: Value, _ right: Value) -> Bool {
    let order = left.withoutDate.order(comparedTo: right.withoutDate)
    return order == .before || order == .same
  }
}

extension Value {
  /// A date as its milliseconds: predicates compare dates written in different ways.
  var withoutDate: Value { if case .date(let time) = self { .number(time) } else { self } }
}
