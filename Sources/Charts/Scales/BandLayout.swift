import Glibc

/// The arithmetic of d3's band and point scales: how a range is cut into steps, bands and padding.
package struct BandLayout: Hashable, Sendable {
  /// Where the bands begin, in the order of the domain.
  package let starts: [Double]
  package let bandwidth: Double
  package let step: Double

  /// Lays out `count` bands in the range; paddings are shares of a step, `align` (0 to 1) tells where
  /// the space left over goes. A range that runs backwards turns the order round.
  package init(
    count: Int, range: (Double, Double), paddingInner: Double, paddingOuter: Double,
    align: Double = 0.5, rounds: Bool = false
  ) {
    let isReversed = range.1 < range.0
    var start = isReversed ? range.1 : range.0
    let stop = isReversed ? range.0 : range.1
    let space = BandLayout.space(count: count, inner: paddingInner, outer: paddingOuter)
    var step = (stop - start) / max(1, space)
    if rounds { step = floor(step) }
    start += (stop - start - step * (Double(count) - paddingInner)) * align
    var bandwidth = step * (1 - paddingInner)
    if rounds {
      start = halfUp(start)
      bandwidth = halfUp(bandwidth)
    }
    let first = start
    let values = (0..<max(0, count)).map { first + step * Double($0) }
    starts = isReversed ? values.reversed() : values
    self.bandwidth = bandwidth
    self.step = step
  }

  /// Vega's `bandspace`: how many steps long a band scale of `count` values is.
  package static func space(count: Int, inner: Double, outer: Double) -> Double {
    let space = Double(count) - inner + outer * 2
    return count > 0 ? (space > 0 ? space : 1) : 0
  }
}
