/// A recurring boundary of the calendar or the clock, as d3-time's intervals: years, weeks, every third
/// month.
package struct TimeInterval: Hashable, Sendable {
  package enum Unit: Hashable, Sendable {
    case year, month
    /// Weeks that begin on a day of the week, 0 for Sunday.
    case week(from: Int)
    case day, hour, minute, second, millisecond
  }

  package let unit: Unit
  /// Only boundaries whose number within the next larger unit is a multiple of this.
  package let step: Int

  /// The boundaries of `unit`; only those with a number divisible by `step` (d3's `every`).
  package init(_ unit: Unit, every step: Int = 1) {
    self.unit = unit
    self.step = max(1, step)
  }

  /// The last boundary at or before `time`; NaN where that is not finite.
  package func floor(_ time: Double, in zone: TimeZoneRules) -> Double {
    guard abs(time) <= 8.64e15 else { return .nan }
    if unit == .millisecond { return (time / Double(step)).rounded(.down) * Double(step) }
    var time = start(of: time, in: zone)
    // Boundaries of a fixed step are at most some hundred units apart.
    var guardCount = 0
    while step > 1, !isMultiple(time, in: zone), guardCount < 4096 {
      if unit == .year, var fields = zone.fields(at: time) {
        fields.year = Int((Double(fields.year) / Double(step)).rounded(.down)) * step
        return zone.time(of: fields)
      }
      time = start(of: time - 1, in: zone)
      guardCount += 1
    }
    return time
  }

  /// The first boundary at or after `time`.
  package func ceiling(_ time: Double, in zone: TimeZoneRules) -> Double {
    floor(offset(floor(time - 1, in: zone), by: 1, in: zone), in: zone)
  }

  /// `time` moved by `count` boundaries, keeping its place between them where that is possible.
  package func offset(_ time: Double, by count: Double, in zone: TimeZoneRules) -> Double {
    let count = count.rounded(.down)
    guard abs(time) <= 8.64e15, abs(count) <= 1e9 else { return .nan }
    let steps = Int(count)
    switch unit {
    case .millisecond: return time + count * Double(step)
    case .year: return moved(time, by: steps * step, in: zone)
    case .month, .week, .day, .hour, .minute, .second:
      if step == 1 { return moved(time, by: steps, in: zone) }
      var result = time
      for _ in 0..<min(abs(steps), 100_000) {
        var guardCount = 0
        repeat {
          result = moved(result, by: steps.signum(), in: zone)
          guardCount += 1
        } while !isMultiple(result, in: zone) && guardCount < 4096
      }
      return result
    }
  }

  /// The boundaries from `start` on and before `stop`, each `step`-th of them; nil where there are more than
  /// `most`.
  package func range(
    from start: Double, to stop: Double, step: Double = 1, most: Int, in zone: TimeZoneRules
  ) -> [Double]? {
    var time = ceiling(start, in: zone)
    let step = step.rounded(.down)
    guard time < stop, step > 0 else { return [] }
    var times: [Double] = []
    while true {
      guard times.count < most else { return nil }
      times.append(time)
      let next = floor(offset(time, by: step, in: zone), in: zone)
      guard next > time, next < stop else { break }
      time = next
    }
    return times
  }

  /// The start of the unit that holds `time`.
  private func start(of time: Double, in zone: TimeZoneRules) -> Double {
    guard var fields = zone.fields(at: time) else { return .nan }
    switch unit {
    case .year: return zone.time(of: DateFields(year: fields.year))
    case .month: return zone.time(of: DateFields(year: fields.year, month: fields.month))
    case .week(let first):
      fields.day -= (fields.weekday + 7 - first) % 7
      return zone.time(of: DateFields(year: fields.year, month: fields.month, day: fields.day))
    case .day:
      return zone.time(of: DateFields(year: fields.year, month: fields.month, day: fields.day))
    case .hour:
      let past = fields.minutes * 60_000 + fields.seconds * 1000 + fields.milliseconds
      return time.rounded(.down) - Double(past)
    case .minute:
      return time.rounded(.down) - Double(fields.seconds * 1000 + fields.milliseconds)
    case .second: return time.rounded(.down) - Double(fields.milliseconds)
    case .millisecond: return time.rounded(.down)
    }
  }

  private func moved(_ time: Double, by count: Int, in zone: TimeZoneRules) -> Double {
    guard var fields = zone.fields(at: time) else { return .nan }
    switch unit {
    case .year: fields.year += count
    case .month: fields.month += count
    case .week: fields.day += 7 * count
    case .day: fields.day += count
    case .hour: return time + Double(count) * 3_600_000
    case .minute: return time + Double(count) * 60_000
    case .second: return time + Double(count) * 1000
    case .millisecond: return time + Double(count)
    }
    return zone.time(of: fields)
  }

  private func isMultiple(_ time: Double, in zone: TimeZoneRules) -> Bool {
    guard let fields = zone.fields(at: time) else { return true }
    let number =
      switch unit {
      case .year: fields.year
      case .month: fields.month
      case .week(let first):
        // d3 counts weeks from the first of 1970.
        Int((Double(fields.dayNumber - (first - 4)) / 7).rounded(.down))
      case .day: fields.day - 1
      case .hour: fields.hours
      case .minute: fields.minutes
      case .second: fields.seconds
      case .millisecond: fields.milliseconds
      }
    return number % step == 0
  }
}
