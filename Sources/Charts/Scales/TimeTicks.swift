import Glibc
package import Tables

/// d3-time's choice of ticks for a span of time.
package enum TimeTicks {
  private static let intervals: [TimeInterval] = [
    .init(.second), .init(.second, every: 5), .init(.second, every: 15),
    .init(.second, every: 30), .init(.minute), .init(.minute, every: 5),
    .init(.minute, every: 15), .init(.minute, every: 30), .init(.hour), .init(.hour, every: 3),
    .init(.hour, every: 6), .init(.hour, every: 12), .init(.day), .init(.day, every: 2),
    .init(.week(from: 0)), .init(.month), .init(.month, every: 3), .init(.year),
  ]

  /// The length in milliseconds that d3 reckons with: a month of 30 days, a year of 365.
  package static func duration(_ unit: TimeInterval.Unit) -> Double {
    switch unit {
    case .millisecond: 1
    case .second: 1000
    case .minute: 60_000
    case .hour: 3_600_000
    case .day: 86_400_000
    case .week: 7 * 86_400_000
    case .month: 30 * 86_400_000
    case .year: 365 * 86_400_000
    }
  }

  /// The interval that Vega calls `name`, such as `date` or `hours`; nil where it is none.
  package static func interval(named name: String, step: Int = 1) -> TimeInterval? {
    switch name {
    case "year": TimeInterval(.year, every: step)
    case "quarter": TimeInterval(.month, every: 3 * step)
    case "month": TimeInterval(.month, every: step)
    case "week": TimeInterval(.week(from: 0), every: step)
    case "date", "day", "dayofyear": TimeInterval(.day, every: step)
    case "hours", "hour": TimeInterval(.hour, every: step)
    case "minutes", "minute": TimeInterval(.minute, every: step)
    case "seconds", "second": TimeInterval(.second, every: step)
    case "milliseconds", "millisecond": TimeInterval(.millisecond, every: step)
    default: nil
    }
  }

  /// The interval that gives about `count` ticks between two times.
  package static func interval(_ start: Double, _ stop: Double, _ count: Double) -> TimeInterval? {
    guard count > 0, start.isFinite, stop.isFinite, start != stop else { return nil }
    func length(_ interval: TimeInterval) -> Double {
      duration(interval.unit) * Double(interval.step)
    }
    let target = abs(stop - start) / count
    let index = intervals.firstIndex { length($0) > target } ?? intervals.count
    if index == intervals.count {
      let year = duration(.year)
      let step = LinearTicks.step(start / year, stop / year, count)
      return TimeInterval(.year, every: max(1, Int(limited: abs(step).rounded(.down))))
    }
    if index == 0 {
      let step = max(1, abs(LinearTicks.step(start, stop, count)))
      return TimeInterval(.millisecond, every: Int(limited: step))
    }
    let (below, above) = (intervals[index - 1], intervals[index])
    return target / length(below) < length(above) / target ? below : above
  }

  /// About `count` round times between two times, both included where they are round.
  package static func ticks(
    _ start: Double, _ stop: Double, count: Double, in zone: TimeZoneRules
  ) -> [Double] {
    ticks(start, stop, every: interval(min(start, stop), max(start, stop), count), in: zone)
  }

  /// The starts of `interval` between two times, in their order; none where there are more of them than
  /// `Budget.times`.
  package static func ticks(
    _ start: Double, _ stop: Double, every interval: TimeInterval?, in zone: TimeZoneRules
  ) -> [Double] {
    guard let interval else { return start == stop && start.isFinite ? [start] : [] }
    let times =
      interval.range(
        from: min(start, stop), to: max(start, stop) + 1, most: Budget.times, in: zone) ?? []
    return stop < start ? times.reversed() : times
  }
}
