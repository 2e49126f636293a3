/// Pushes labels apart along one direction, each as little as may be.
enum LabelSpreading {
  /// The places nearest to `wanted` (in ascending order) in the sense of least squares that are `distance`
  /// apart and within `range`; where there are too many for the range they run on beyond its end.
  ///
  /// With the label's own distance taken off, what is asked for is a rising sequence: isotonic
  /// regression by pooling adjacent violators.
  static func places(
    _ wanted: [Double], distance: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    var pools: [(sum: Double, count: Int)] = []
    for (index, place) in wanted.enumerated() {
      pools.append((place - Double(index) * distance, 1))
      while pools.count > 1 {
        let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let highest = range.upperBound - Double(max(0, wanted.count - 1)) * distance
    let means = pools.flatMap { pool in
      [Double](repeating: pool.sum / Double(pool.count), count: pool.count)
    }
    return means.enumerated().map { index, mean in
      max(range.lowerBound, min(highest, mean)) + Double(index) * distance
    }
  }
}
