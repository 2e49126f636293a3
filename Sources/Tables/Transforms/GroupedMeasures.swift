/// Computes operations over the values of a column in each group.
struct GroupedMeasures {
  private let table: Table
  private let grouping: Grouping
  private let seed: UInt32
  /// The rows of each group; made when an operation first needs all values at once.
  private var rowLists: [[Int]]?

  init(_ table: Table, _ grouping: Grouping, seed: UInt32) {
    self.table = table
    self.grouping = grouping
    self.seed = seed
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
            of: operation, rows: rows, column: column, table: table, seed: seed)
        })
    }
    if case .numbers(let values, let validity) = column, operation == .sum, validity == .all {
      return sums(values)
    }
    var states = [RunningMeasure](
      repeating: RunningMeasure(parameter: parameter), count: grouping.count)
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

  /// Sums of numbers without nulls. Groups with nothing but NaN are null.
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
    return .numbers(sums, Validity(hasNumber))
  }

  /// The result of an operation that looks at all values of `rows` at once.
  static func result(
    of operation: AggregateOperation, rows: [Int], column: Column, table: Table, seed: UInt32
  ) -> Value {
    switch operation {
    case .values: return .array(rows.map { .object(table.row($0)) })
    case .distinct: return .number(Double(Set(rows.map { column[$0].distinctKey }).count))
    case .argmin, .argmax:
      var best: (row: Int, value: Value)?
      let wanted: Ordering = operation == .argmin ? .before : .after
      for row in rows {
        let value = column[row]
        guard !value.isInvalid else { continue }
        if let known = best, value.order(comparedTo: known.value) != wanted { continue }
        best = (row, value)
      }
      return .object(best.map { table.row($0.row) } ?? .init())
    case .median, .q1, .q3, .ci0, .ci1: break
    case .count, .valid, .missing, .sum, .product, .mean, .average, .variance, .variancep, .stdev,
      .stdevp, .stderr, .min, .max, .exponential, .exponentialb:
      var state = RunningMeasure()
      for row in rows { state.add(column[row]) }
      return state.result(of: operation)
    }
    var numbers: [Double] = []
    for row in rows where !column.isNull(at: row) {
      let number = column.number(at: row)
      if !number.isNaN { numbers.append(number) }
    }
    let result: Double? =
      switch operation {
      case .ci0: Quantiles.bootstrapInterval(of: numbers, seed: seed)?.low
      case .ci1: Quantiles.bootstrapInterval(of: numbers, seed: seed)?.high
      case .q1: Quantiles.quantile(ofSorted: numbers.sorted(), 0.25)
      case .q3: Quantiles.quantile(ofSorted: numbers.sorted(), 0.75)
      default: Quantiles.quantile(ofSorted: numbers.sorted(), 0.5)
      }
    guard let result else { return .null }
    return isDates(column) ? .date(result) : .number(result)
  }
}

extension Value {
  /// A number as the date of so many milliseconds.
  fileprivate var asDate: Value { if case .number(let time) = self { .date(time) } else { self } }

  /// What `distinct` tells values apart by: all NaN are one.
  fileprivate var distinctKey: Value {
    if case .number(let number) = self, number.isNaN { .string("\u{0}NaN") } else { self }
  }
}
