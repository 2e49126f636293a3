/// Quantiles and bootstrap intervals of numbers.
package enum Quantiles {
  /// The quantile of `sorted` at `probability` by linear interpolation (R-7, d3's `quantileSorted`); nil
  /// where there are no numbers.
  package static func quantile(ofSorted sorted: [Double], _ probability: Double) -> Double? {
    quantile(ofCount: sorted.count, probability) { sorted[$0] }
  }

  /// The same of `count` numbers, of which `number` gives each by its place in their order.
  static func quantile(
    ofCount count: Int, _ probability: Double, number: (Int) -> Double
  ) -> Double? {
    guard count > 0 else { return nil }
    if probability <= 0 || count < 2 { return number(0) }
    if probability >= 1 { return number(count - 1) }
    let place = Double(count - 1) * probability
    let index = Int(place.rounded(.down))
    let (low, high) = (number(index), number(index + 1))
    return low + (high - low) * (place - Double(index))
  }

  /// Vega's number of draws.
  static let bootstrapSamples = 1000

  /// The 95% interval of the mean, by `samples` draws with replacement from `numbers`: Vega's
  /// `bootstrapCI`, with a seed.
  static func bootstrapInterval(
    of numbers: [Double], samples: Int = bootstrapSamples, seed: UInt32
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
