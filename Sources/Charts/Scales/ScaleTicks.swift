import Glibc
package import Tables

/// What guides show of a scale: ticks and their labels (vega-scale's `ticks.js` and `labels.js`).
extension Scale {
  /// How many ticks are wished for, or at which interval of time.
  package enum TickRequest: Sendable, Hashable {
    case count(Double)
    case interval(TimeInterval)
  }

  /// The request as the scale can honour it: at least as many ticks as bins, and no step smaller than
  /// `minimumStep`.
  package func adjusted(_ request: TickRequest, minimumStep: Double?) -> TickRequest {
    guard case .count(var count) = request else { return request }
    if let bins { count = max(count, Double(bins.count)) }
    if let minimumStep, let first = numericDomain.first, let last = numericDomain.last {
      let span = abs(last - first)
      let fit = floor(span / minimumStep)
      count = min(count, (fit == 0 || fit.isNaN ? 1 : fit) + 1)
    }
    return .count(count)
  }

  /// Whether an interval asks for more ticks than there may be.
  func asksForTooMany(_ request: TickRequest) -> Bool {
    guard case .interval(let interval) = request, isTime, case .continuous(let mapping) = kind,
      let first = mapping.domain.first, let last = mapping.domain.last
    else { return false }
    let length = TimeTicks.duration(interval.unit) * Double(interval.step)
    return abs(last - first) / length > Double(Budget.times - 2)
  }

  /// The values at which an axis has ticks.
  package func ticks(_ request: TickRequest) -> [Value] {
    if let bins {
      let count: Double = if case .count(let count) = request { count } else { 0 }
      return validTicks(bins, count: count).map { .number($0) }
    }
    guard case .continuous(let mapping) = kind, let first = mapping.domain.first,
      let last = mapping.domain.last
    else { return discreteTicks }
    if isTime {
      let times: [Double] =
        switch request {
        case .count(let count): TimeTicks.ticks(first, last, count: count, in: zone)
        case .interval(let interval):
          TimeTicks.ticks(first, last, every: interval, in: zone)
        }
      return times.map { .date($0) }
    }
    guard case .count(let count) = request else { return [] }
    if case .logarithm(let base) = mapping.function {
      return logarithmicTicks(first, last, base: base, count: count).map { .number($0) }
    }
    return LinearTicks.ticks(first, last, count).map { .number($0) }
  }

  private var discreteTicks: [Value] {
    if case .thresholds(let bounds) = kind { return bounds.map { .number($0) } }
    return domain
  }

  /// Bounds of bins that lie in the range, every second one left out while there are more than `count`.
  private func validTicks(_ ticks: [Double], count: Double) -> [Double] {
    guard let (first, last) = numericRange else { return ticks }
    let low = floor(min(first, last))
    let high = ceil(max(first, last))
    var placed = ticks.compactMap { tick in number(tick).map { (tick, $0) } }
      .filter { low <= $0.1 && $0.1 <= high }
    placed.sort { first > last ? $0.1 > $1.1 : $0.1 < $1.1 }
    var kept = placed.map(\.0)
    if count > 0, kept.count > 1 {
      let ends = [kept[0], kept[kept.count - 1]]
      while Double(kept.count) > count, kept.count >= 3 {
        kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      }
      if kept.count < 3 { kept = ends }
    }
    return kept
  }

  /// d3-scale's ticks of a logarithmic scale.
  private func logarithmicTicks(
    _ start: Double, _ stop: Double, base: Double, count: Double
  ) -> [Double] {
    let isReversed = stop < start
    let (u, v) = isReversed ? (stop, start) : (start, stop)
    guard u > 0 || v < 0 else { return [] }
    func logs(_ x: Double) -> Double {
      (u < 0 ? -1 : 1) * ContinuousMapping.logarithm(abs(x), base: base)
    }
    func pows(_ x: Double) -> Double { u < 0 ? -pow(base, -x) : pow(base, x) }
    var i = logs(u)
    let j = logs(v)
    var ticks: [Double] = []
    if base == base.rounded(), j - i < count {
      i = floor(i + 1e-12)
      let top = ceil(j - 1e-12)
      var exponent = i
      outer: while exponent <= top {
        for k in 1..<Int(limited: base) {
          let multiple = u > 0 ? Double(k) : base - Double(k)
          let tick =
            exponent < 0 ? multiple / pows(-exponent) : multiple * pows(exponent)
          if tick < u { continue }
          if tick > v { break outer }
          ticks.append(tick)
        }
        exponent += 1
      }
      if Double(ticks.count) * 2 < count { ticks = LinearTicks.ticks(u, v, count) }
    } else {
      ticks = LinearTicks.ticks(i, j, min(j - i, count)).map(pows)
    }
    return isReversed ? ticks.reversed() : ticks
  }

  /// Whether a logarithmic scale labels a tick: d3's rule that thins them out.
  package func labelsLogarithmicTick(_ tick: Double, count: Double) -> Bool {
    guard case .continuous(let mapping) = kind, case .logarithm(let base) = mapping.function else {
      return true
    }
    let number = Double(ticks(.count(count)).count)
    let limit = max(1, base * count / number)
    var i = tick / pow(base, halfUp(log(tick) / log(base)))
    if i * base < base - 0.5 { i *= base }
    return i <= limit
  }
}
