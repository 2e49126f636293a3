import Glibc

/// A density estimated from numbers with a normal kernel: Vega's `randomKDE`.
struct KernelDensity: Sendable {
  private let support: [Double]
  private let bandwidth: Double

  /// - Parameters:
  ///   - known: the numbers whose spread gives the bandwidth.
  ///   - bandwidth: the kernel's; estimated where it is nil or 0.
  init(_ support: [Double], known: [Double], bandwidth: Double?) {
    self.support = support
    self.bandwidth =
      bandwidth.flatMap { $0 == 0 ? nil : $0 } ?? Self.bandwidth(of: known, count: support.count)
  }

  func density(_ x: Double) -> Double {
    let kernel = Distributions.Normal()
    let sum = support.reduce(0) {
      $0 + Distributions.normalDensity((x - $1) / bandwidth, kernel)
    }
    return sum / bandwidth / Double(support.count)
  }

  func cumulative(_ x: Double) -> Double {
    let kernel = Distributions.Normal()
    let sum = support.reduce(0) {
      $0 + Distributions.normalCumulative((x - $1) / bandwidth, kernel)
    }
    return sum / Double(support.count)
  }

  /// Scott (1992), "Multivariate density estimation": the normal reference rule.
  private static func bandwidth(of numbers: [Double], count: Int) -> Double {
    let sorted = numbers.sorted()
    var measure = RunningMeasure()
    for number in numbers { measure.add(number) }
    let deviation = measure.result(of: .stdev)
    let low = Quantiles.quantile(ofSorted: sorted, 0.25) ?? 0
    let high = Quantiles.quantile(ofSorted: sorted, 0.75) ?? 0
    let spread = (high - low) / 1.34
    let known = deviation == .null ? Double.nan : deviation.asNumber
    let least = known.isNaN || spread.isNaN ? .nan : min(known, spread)
    let width =
      [least, known, abs(low)].first { !$0.isNaN && $0 != 0 } ?? 1
    return 1.06 * width * pow(Double(count), -0.2)
  }
}
