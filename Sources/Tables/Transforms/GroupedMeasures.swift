/// Computes operations over the values of a column in each group.
struct GroupedMeasures {
  private let table: Table
  private let grouping: Grouping
  private let context: TransformContext
  /// The rows of each group; made when an operation first needs all values at once.
  private var rowLists: [[Int]]?

  init(_ table: Table, _ grouping: Grouping, in context: TransformContext) {
    self.table = table
    self.grouping = grouping
    self.context = context
  }

  /// The result of `operation` in each group; `column` is nil only for `count`.
  mutating func column(
    _ operation: AggregateOperation, of column: Column?, parameter: Double? = nil
  ) -> Column {
    guard let column, operation != .count else { return .numbers(counts()) }
    if operation.needsAllValues {
      let lists = rowLists ?? grouping.rowLists()
      rowLists = lists
      return Column(
        lists.map { rows in
          Self.result(
            of: operation, rows: rows, column: column, table: table, in: context)
        })
    }
    if case .numbers(let values, let validity) = column, operation == .sum, validity == .all,
      !context.scope.isExact
    {
      return sums(values)
    }
    var states = [RunningMeasure](
      repeating: RunningMeasure(parameter: parameter, isExact: context.scope.isExact),
      count: grouping.count)
    switch column {
    case .numbers(let values, let validity), .dates(let values, let validity):
      for (row, group) in grouping.groupOfRow.enumerated() {
        if validity[row] {
          states[Int(group)].add(values[row])
        } else {
          states[Int(group)].addMissing()
        }
      }
    case .booleans, .strings, .values:
      for (row, group) in grouping.groupOfRow.enumerated() { states[Int(group)].add(column[row]) }
    }
    let results = states.map { $0.result(of: operation) }
    return Column(Self.isDates(column) && operation.keepsDates ? results.map(\.asDate) : results)
  }

  static func isDates(_ column: Column) -> Bool {
    if case .dates = column { true } else { false }
  }

  private func counts() -> [Double] {
    var counts = [Int](repeating: 0, count: grouping.count)
    for group in grouping.groupOfRow { counts[Int(group)] += 1 }
    return counts.map { Double($0) }
  }

  /// Sums of numbers without nulls; undefined in groups with nothing but NaN.
  private func sums(_ values: [Double]) -> Column {
    let cells = grouping.count
    var sums = [Double](repeating: 0, count: cells)
    var hasNumber = [Bool](repeating: false, count: cells)
    sums.withUnsafeMutableBufferPointer { sums in
      hasNumber.withUnsafeMutableBufferPointer { hasNumber in
        values.withUnsafeBufferPointer { values in
          grouping.groupOfRow.withUnsafeBufferPointer { groups in
            for row in groups.indices where !values[row].isNaN {
              sums[Int(groups[row])] += values[row]
              hasNumber[Int(groups[row])] = true
            }
          }
        }
      }
    }
    return Column(sums: sums, where: hasNumber)
  }

  /// The result of an operation that looks at all values of `rows` at once.
  static func result(
    of operation: AggregateOperation, rows: [Int], column: Column, table: Table,
    in context: TransformContext
  ) -> Value {
    switch operation {
    case .values: return .array(rows.map { .object(table.row($0)) })
    case .distinct: return .number(Double(Set(rows.map { column[$0].distinctKey }).count))
    case .argmin: return .object(extreme(rows, column, table, isBetter: .before))
    case .argmax: return .object(extreme(rows, column, table, isBetter: .after))
    case .median: return quantile(0.5, rows, column)
    case .q1: return quantile(0.25, rows, column)
    case .q3: return quantile(0.75, rows, column)
    case .ci0, .ci1:
      let interval = Quantiles.bootstrapInterval(of: numbers(rows, column), seed: context.seed)
      return value(operation == .ci0 ? interval?.low : interval?.high, like: column)
    case .count, .valid, .missing, .sum, .product, .mean, .average, .variance, .variancep, .stdev,
      .stdevp, .stderr, .min, .max, .exponential, .exponentialb:
      var state = RunningMeasure(isExact: context.scope.isExact)
      for row in rows { state.add(column[row]) }
      return state.result(of: operation)
    }
  }

  /// The first row with the value that comes before or after all others; empty where none is valid.
  private static func extreme(
    _ rows: [Int], _ column: Column, _ table: Table, isBetter: Ordering
  ) -> Value.Object {
    var best: (row: Int, value: Value)?
    for row in rows {
      let value = column[row]
      guard !value.isInvalid else { continue }
      if let known = best, value.order(comparedTo: known.value) != isBetter { continue }
      best = (row, value)
    }
    return best.map { table.row($0.row) } ?? .init()
  }

  private static func numbers(_ rows: [Int], _ column: Column) -> [Double] {
    rows.compactMap { row in
      if column.isNull(at: row) { return nil }
      let number = column.number(at: row)
      return number.isNaN ? nil : number
    }
  }

  private static func quantile(_ probability: Double, _ rows: [Int], _ column: Column) -> Value {
    value(
      Quantiles.quantile(ofSorted: numbers(rows, column).sorted(), probability), like: column)
  }

  /// A number, as a date where the column holds dates; undefined for nil.
  private static func value(_ number: Double?, like column: Column) -> Value {
    guard let number else { return .undefined }
    return isDates(column) ? .date(number) : .number(number)
  }
}

extension Column {
  /// The sums of groups; undefined where nothing was summed.
  init(sums: [Double], where hasNumber: [Bool]) {
    self =
      hasNumber.contains(false)
      ? .values(zip(sums, hasNumber).map { $1 ? .number($0) : .undefined }) : .numbers(sums)
  }
}

extension Value {
  /// A number as the date of so many milliseconds.
  fileprivate var asDate: Value { if case .number(let time) = self { .date(time) } else { self } }

  /// What `distinct` tells values apart by: all NaN are one.
  var distinctKey: Value {
    if case .number(let number) = self, number.isNaN { .string("\u{0}NaN") } else { self }
  }
}
