/// The sorted rows of one partition and the frame of each.
struct WindowPartition {
  let rows: [Int]
  private let order: RowOrder
  /// The first place of each row's frame, and the one past its end. Neither goes back from row to row.
  let frames: [Range<Int>]

  init(rows: [Int], order: RowOrder, frame: (before: Int?, after: Int?), widens: Bool) {
    self.rows = rows
    self.order = order
    let count = rows.count
    // The first and the last place of the run of peers that each place is in.
    var runStarts = Array(0..<count)
    var runEnds = runStarts
    for place in rows.indices.dropFirst() where order.compare(rows[place - 1], rows[place]) == .same
    {
      runStarts[place] = runStarts[place - 1]
    }
    for place in rows.indices.dropLast().reversed()
    where order.compare(rows[place], rows[place + 1]) == .same {
      runEnds[place] = runEnds[place + 1]
    }
    frames = (0..<count).map { place in
      var start = frame.before.map { max(0, place - abs($0)) } ?? 0
      var end = frame.after.map { min(count, place + abs($0) + 1) } ?? count
      if widens {
        if start < count { start = runStarts[start] }
        if end > 0 { end = runEnds[end - 1] + 1 }
      }
      return start..<max(start, end)
    }
  }

  // MARK: Places

  func ranks(
    _ operation: WindowOperation.Ranking, _ column: Column?, parameter: Double?
  ) -> [Value] {
    func value(at place: Int) -> Value {
      rows.indices.contains(place) ? column?[rows[place]] ?? .null : .null
    }
    let count = Double(rows.count)
    let offset = parameter.map { $0.isFinite && $0 != 0 ? Int($0) : 1 } ?? 1
    switch operation {
    case .rowNumber: return rows.indices.map { .number(Double($0 + 1)) }
    case .rank: return rankNumbers.map { .number($0) }
    case .denseRank: return denseRankNumbers.map { .number($0) }
    case .percentRank: return rankNumbers.map { .number(($0 - 1) / (count - 1)) }
    case .cumulativeDistribution: return lastPeers.map { .number(Double($0 + 1) / count) }
    case .ntile:
      return lastPeers.map { last in
        .number(((parameter ?? .nan) * (Double(last + 1) / count)).rounded(.up))
      }
    case .lag: return rows.indices.map { value(at: $0 - offset) }
    case .lead: return rows.indices.map { value(at: $0 + offset) }
    case .firstValue: return frames.map { value(at: $0.lowerBound) }
    case .lastValue: return frames.map { value(at: $0.upperBound - 1) }
    case .nthValue:
      let nth = Int(parameter ?? 1)
      return frames.map { frame in
        let place = frame.lowerBound + nth - 1
        return place < frame.upperBound ? value(at: place) : .null
      }
    case .previousValue:
      var known = Value.null
      return rows.indices.map { place in
        let value = value(at: place)
        if !value.isAbsent { known = value }
        return known
      }
    case .nextValue:
      var known = Value.null
      return rows.indices.reversed().map { place in
        let value = value(at: place)
        if !value.isAbsent { known = value }
        return known
      }.reversed()
    }
  }

  /// Whether the row at `place` differs by the order from the one before. Without an order all differ.
  private func isNew(_ place: Int) -> Bool {
    order.isEmpty || order.compare(rows[place - 1], rows[place]) != .same
  }

  private var rankNumbers: [Double] {
    var rank = 1
    return rows.indices.map { place in
      if place > 0, isNew(place) { rank = place + 1 }
      return Double(rank)
    }
  }

  private var denseRankNumbers: [Double] {
    var rank = 1
    return rows.indices.map { place in
      if place > 0, isNew(place) { rank += 1 }
      return Double(rank)
    }
  }

  /// The last place that is equal by the order to each place.
  private var lastPeers: [Int] {
    var last = Array(rows.indices)
    for place in rows.indices.dropLast().reversed() where !isNew(place + 1) {
      last[place] = last[place + 1]
    }
    return last
  }
}
