/// The values of one field, all of one kind where that is possible.
package enum Column: Hashable, Sendable {
  case numbers([Double], Validity)
  /// Milliseconds since 1970-01-01T00:00:00Z.
  case dates([Double], Validity)
  case booleans([Bool], Validity)
  case strings(StringColumn)
  /// Anything else: mixed kinds, arrays, objects, and every column with something undefined.
  case values([Value])

  /// A column of numbers without nulls.
  package static func numbers(_ values: [Double]) -> Column { .numbers(values, .all) }

  /// A column of strings without nulls.
  package static func strings(_ values: [String]) -> Column {
    var column = StringColumn()
    for value in values { column.append(value) }
    return .strings(column)
  }

  /// The narrowest column that holds `values`; only nulls make a column of numbers.
  package init(_ values: [Value]) {
    var builder = ColumnBuilder()
    for value in values { builder.append(value) }
    self = builder.column
  }

  /// How many there are.
  package var count: Int {
    switch self {
    case .numbers(let values, _), .dates(let values, _): values.count
    case .booleans(let values, _): values.count
    case .strings(let column): column.codes.count
    case .values(let values): values.count
    }
  }

  /// The value in a row; null (or nil) where there is none.
  package subscript(_ row: Int) -> Value {
    switch self {
    case .numbers(let values, let validity): validity[row] ? .number(values[row]) : .null
    case .dates(let values, let validity): validity[row] ? .date(values[row]) : .null
    case .booleans(let values, let validity): validity[row] ? .bool(values[row]) : .null
    case .strings(let column): column[row].map { .string($0) } ?? .null
    case .values(let values): values[row]
    }
  }

  /// All values in row order.
  package var values: [Value] {
    if case .values(let values) = self { return values }
    return (0..<count).map { self[$0] }
  }

  /// The value of `row` as a number by JavaScript's conversion (null is 0, undefined NaN), without making a `Value`
  /// where the column holds numbers.
  package func number(at row: Int) -> Double {
    switch self {
    case .numbers(let values, let validity), .dates(let values, let validity):
      validity[row] ? values[row] : 0
    case .booleans, .strings, .values: self[row].asNumber
    }
  }

  /// Whether the value of `row` is null or undefined.
  package func isNull(at row: Int) -> Bool {
    switch self {
    case .numbers(_, let validity), .dates(_, let validity), .booleans(_, let validity):
      !validity[row]
    case .strings(let column): column.codes[row] == StringColumn.nullCode
    case .values(let values): values[row].isAbsent
    }
  }

  /// The values of `rows`, in that order; a negative row gives null.
  package func taking(_ rows: [Int]) -> Column {
    switch self {
    case .numbers(let values, let validity):
      return .numbers(rows.map { $0 < 0 ? 0 : values[$0] }, validity.covering(rows))
    case .dates(let values, let validity):
      return .dates(rows.map { $0 < 0 ? 0 : values[$0] }, validity.covering(rows))
    case .booleans(let values, let validity):
      return .booleans(rows.map { $0 < 0 ? false : values[$0] }, validity.covering(rows))
    case .strings(let column): return .strings(column.taking(rows))
    case .values(let values): return .values(rows.map { $0 < 0 ? .null : values[$0] })
    }
  }
}

extension Validity {
  /// The validity of `rows`, in that order; a negative row holds no value.
  func covering(_ rows: [Int]) -> Validity {
    if flags != nil { return taking(rows) }
    return rows.contains { $0 < 0 } ? Validity(rows.map { $0 >= 0 }) : .all
  }
}
