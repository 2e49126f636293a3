/// Quantiles and bootstrap intervals of numbers.
package enum Quantiles {
  /// The quantile of `sorted` at `probability` by linear interpolation (R-7, d3's `quantileSorted`); nil
  /// where there are no numbers.
  package static func quantile(ofSorted sorted: [Double], _ probability: Double) -> Double? {
    guard let first = sorted.first, let last = sorted.last else { return nil }
    if probability <= 0 || sorted.count < 2 { return first }
    if probability >= 1 { return last }
    let place = Double(sorted.count - 1) * probability
    let index = Int(place.rounded(.down))
    let (low, high) = (sorted[index], sorted[index + 1])
    return low + (high - low) * (place - Double(index))
  }

  /// The 95% interval of the mean, by `samples` draws with replacement from `numbers`: Vega's
  /// `bootstrapCI`, with a seed.
  static func bootstrapInterval(
    of numbers: [Double], samples: Int = 1000, seed: UInt32
  ) -> (low: Double, high: Double)? {
    guard !numbers.isEmpty else { return nil }
    var random = RandomNumbers(seed: seed)
    let count = Double(numbers.count)
    var means: [Double] = []
    means.reserveCapacity(samples)
    for _ in 0..<samples {
      var sum = 0.0
      for _ in numbers.indices { sum += numbers[Int(random.next() * count)] }
      means.append(sum / count)
    }
    means.sort()
    guard let low = quantile(ofSorted: means, 0.025), let high = quantile(ofSorted: means, 0.975)
    else { return nil }
    return (low, high)
  }
}
