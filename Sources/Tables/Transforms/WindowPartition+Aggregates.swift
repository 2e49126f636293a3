import Syntax

/// Aggregates of frames. No frame is gone through anew: what they have in common is kept from one to the next.
extension WindowPartition {
  func aggregates(
    _ operation: AggregateOperation, _ column: Column?, _ output: DataTransform.Window.Output,
    table: Table, in context: TransformContext
  ) throws(DiagnosticFailure) -> [Value] {
    guard let column, operation != .count else {
      return frames.map { .number(Double($0.count)) }
    }
    let isDate = GroupedMeasures.isDates(column) && operation.keepsDates
    func dated(_ value: Value) -> Value {
      if isDate, case .number(let time) = value { return .date(time) }
      return value
    }
    switch operation {
    case .distinct: return distinctCounts(column)
    case .median: return quantiles(0.5, column).map(dated)
    case .q1: return quantiles(0.25, column).map(dated)
    case .q3: return quantiles(0.75, column).map(dated)
    case .argmin: return extremes(column, table, isBetter: .before)
    case .argmax: return extremes(column, table, isBetter: .after)
    case .values, .ci0, .ci1:
      return try whole(operation, column, output, table: table, in: context)
    case .count, .valid, .missing, .sum, .product, .mean, .average, .variance, .variancep, .stdev,
      .stdevp, .stderr, .min, .max, .exponential, .exponentialb:
      let empty = RunningMeasure(parameter: output.parameter, isExact: context.scope.isExact)
      let states = FrameFold(empty: empty) { state, place in
        state.add(column[rows[place]])
      } join: { state, later in
        state.add(later)
      }
      return states.results(of: frames) { dated($0.result(of: operation)) }
    }
  }

  /// Results that are as large as their frames, or need each value many times over.
  private func whole(
    _ operation: AggregateOperation, _ column: Column, _ output: DataTransform.Window.Output,
    table: Table, in context: TransformContext
  ) throws(DiagnosticFailure) -> [Value] {
    let count = frames.reduce(0) { $0 + $1.count }
    if operation == .values {
      try Budget.claim(rows: count, fields: table.names.count, at: output.field?.span)
    } else {
      try Budget.claim(
        points: count, over: Quantiles.bootstrapSamples, at: output.field?.span)
    }
    return frames.map { frame in
      GroupedMeasures.result(
        of: operation, rows: Array(rows[frame]), column: column, table: table, in: context)
    }
  }

  private func distinctCounts(_ column: Column) -> [Value] {
    var counts: [Value: Int] = [:]
    var covered = 0..<0
    return frames.map { frame in
      for place in covered.upperBound..<frame.upperBound {
        counts[column[rows[place]].distinctKey, default: 0] += 1
      }
      for place in covered.lowerBound..<frame.lowerBound {
        let key = column[rows[place]].distinctKey
        let count = (counts[key] ?? 1) - 1
        counts[key] = count == 0 ? nil : count
      }
      covered = frame
      return .number(Double(counts.count))
    }
  }

  private func extremes(_ column: Column, _ table: Table, isBetter: Ordering) -> [Value] {
    func better(_ row: Int, than known: Int) -> Bool {
      column[row].order(comparedTo: column[known]) == isBetter
    }
    let best = FrameFold<Int?>(empty: nil) { best, place in
      let row = rows[place]
      if !column[row].isInvalid, best.map({ better(row, than: $0) }) ?? true { best = row }
    } join: { best, later in
      if let later, best.map({ better(later, than: $0) }) ?? true { best = later }
    }
    return best.results(of: frames) { .object($0.map { table.row($0) } ?? .init()) }
  }

  private func quantiles(_ probability: Double, _ column: Column) -> [Value] {
    let numbers = rows.map { column.isNull(at: $0) ? .nan : column.number(at: $0) }
    var ranked = RankedNumbers(numbers)
    var covered = 0..<0
    return frames.map { frame in
      for place in covered.upperBound..<frame.upperBound { ranked.insert(place) }
      for place in covered.lowerBound..<frame.lowerBound { ranked.remove(place) }
      covered = frame
      let quantile = Quantiles.quantile(ofCount: ranked.count, probability) { ranked[$0] }
      return quantile.map { .number($0) } ?? .undefined
    }
  }
}
