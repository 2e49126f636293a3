import Glibc

/// d3-array's ticks: round numbers (1, 2 or 5 times a power of ten) that divide an interval.
package enum LinearTicks {
  /// d3's `tickIncrement`: the step of `ticks`, or minus its inverse where it is below 1, so that both
  /// are whole numbers and multiples of them carry no rounding error.
  package static func increment(_ start: Double, _ stop: Double, _ count: Double) -> Double {
    specification(start, stop, count)?.increment ?? .nan
  }

  /// d3's `tickStep`: the step as a plain positive or negative number.
  package static func step(_ start: Double, _ stop: Double, _ count: Double) -> Double {
    let reversed = stop < start
    let increment = reversed ? increment(stop, start, count) : increment(start, stop, count)
    let step = increment < 0 ? 1 / -increment : increment
    return reversed ? -step : step
  }

  /// About `count` round numbers between `start` and `stop`, both ends included where they are round.
  package static func ticks(_ start: Double, _ stop: Double, _ count: Double) -> [Double] {
    guard count > 0, start.isFinite, stop.isFinite else { return [] }
    if start == stop { return [start] }
    let reversed = stop < start
    let found =
      reversed ? specification(stop, start, count) : specification(start, stop, count)
    guard let (first, last, increment) = found, last >= first, last - first < 10_000 else {
      return []
    }
    let ticks = (0...Int(limited: last - first)).map { index in
      let multiple = reversed ? last - Double(index) : first + Double(index)
      return increment < 0 ? multiple / -increment : multiple * increment
    }
    return ticks.map { $0 == 0 ? 0 : $0 }
  }

  private static func specification(
    _ start: Double, _ stop: Double, _ count: Double
  ) -> (first: Double, last: Double, increment: Double)? {
    let step = (stop - start) / max(0, count)
    let power = floor(log10(step))
    guard power.isFinite else { return nil }
    let error = step / pow(10, power)
    let factor: Double =
      if error >= 50.squareRoot() { 10 } else if error >= 10.squareRoot() {
        5
      } else if error
        >= 2.squareRoot()
      { 2 } else { 1 }
    var first: Double
    var last: Double
    var increment: Double
    if power < 0 {
      increment = pow(10, -power) / factor
      first = halfUp(start * increment)
      last = halfUp(stop * increment)
      if first / increment < start { first += 1 }
      if last / increment > stop { last -= 1 }
      increment = -increment
    } else {
      increment = pow(10, power) * factor
      first = halfUp(start / increment)
      last = halfUp(stop / increment)
      if first * increment < start { first += 1 }
      if last * increment > stop { last -= 1 }
    }
    if last < first, count >= 0.5, count < 2 { return specification(start, stop, count * 2) }
    return (first, last, increment)
  }

  /// The domain widened to whole steps, as d3-scale's linear `nice` does it: repeated until the step
  /// stands still, at most ten times.
  package static func nice(_ low: Double, _ high: Double, count: Double = 10) -> (Double, Double) {
    var (start, stop) = low <= high ? (low, high) : (high, low)
    var previous = Double.nan
    for _ in 0..<10 {
      let step = increment(start, stop, count)
      if step == previous { break }
      if step > 0 {
        start = floor(start / step) * step
        stop = ceil(stop / step) * step
      } else if step < 0 {
        start = ceil(start * step) / step
        stop = floor(stop * step) / step
      } else {
        return (low, high)
      }
      previous = step
    }
    if start == 0 { start = 0 }
    if stop == 0 { stop = 0 }
    return low <= high ? (start, stop) : (stop, start)
  }
}

/// JavaScript's `Math.round`: halves go up, also below zero.
package func halfUp(_ value: Double) -> Double {
  let down = floor(value)
  return value - down >= 0.5 ? down + 1 : down
}
