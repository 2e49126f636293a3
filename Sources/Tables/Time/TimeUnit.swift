/// A time unit of Vega-Lite, such as `yearmonth` or `utchours`: the parts of a date that are kept.
package struct TimeUnit: Hashable, Sendable {
  /// One part, in Vega's order.
  package enum Part: String, CaseIterable, Sendable {
    case year, quarter, month, week, date, day, dayofyear, hours, minutes, seconds, milliseconds

    /// The interval from one to the next; a quarter is every third month.
    package var interval: TimeInterval {
      switch self {
      case .year: TimeInterval(.year)
      case .quarter: TimeInterval(.month, every: 3)
      case .month: TimeInterval(.month)
      case .week: TimeInterval(.week(from: 0))
      case .date, .day, .dayofyear: TimeInterval(.day)
      case .hours: TimeInterval(.hour)
      case .minutes: TimeInterval(.minute)
      case .seconds: TimeInterval(.second)
      case .milliseconds: TimeInterval(.millisecond)
      }
    }
  }

  /// The parts, largest first; never empty.
  package let parts: [Part]
  /// Whether times are cut in UTC rather than in the scope's zone.
  package var isUTC: Bool
  /// How many of the smallest part go together; default 1.
  package var step: Int
  /// Whether times come cut already (Vega-Lite's `binnedyearmonth`), so that nothing is left to cut.
  package var isBinned = false

  package init(_ parts: [Part], isUTC: Bool = false, step: Int = 1) {
    self.parts = Part.allCases.filter { parts.contains($0) }
    self.isUTC = isUTC
    self.step = max(1, step)
  }

  /// The unit called `name` in Vega-Lite; nil where there is none.
  package init?(_ name: String, step: Int = 1) {
    var rest = Substring(name)
    let isBinned = rest.hasPrefix("binned")
    if isBinned { rest = rest.dropFirst(6) }
    let isUTC = rest.hasPrefix("utc")
    if isUTC { rest = rest.dropFirst(3) }
    var parts: [Part] = []
    let longestFirst = Part.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
    while !rest.isEmpty {
      guard let part = longestFirst.first(where: { rest.hasPrefix($0.rawValue) }),
        !parts.contains(part)
      else { return nil }
      parts.append(part)
      rest = rest.dropFirst(part.rawValue.count)
    }
    guard !parts.isEmpty, Self.fitTogether(parts) else { return nil }
    self.init(parts, isUTC: isUTC, step: step)
    self.isBinned = isBinned
  }

  /// Weeks and days of the week do not go with quarters, months and dates (Vega's `timeUnits`).
  package static func fitTogether(_ parts: [Part]) -> Bool {
    let byWeek = parts.contains(.week) || parts.contains(.day)
    let byMonth = parts.contains(.quarter) || parts.contains(.month) || parts.contains(.date)
    let byYearDay = parts.contains(.dayofyear)
    return !(byWeek && byMonth) && !(byYearDay && (byWeek || byMonth))
  }

  /// The name without `utc`.
  package var localName: String { parts.map(\.rawValue).joined() }

  /// The name, with `utc` in front where it is in UTC, and `binned` where times come cut.
  package var name: String {
    (isBinned ? "binned" : "") + (isUTC ? "utc" : "") + localName
  }

  /// The zone in which this unit cuts, given the scope's.
  package func zone(_ local: TimeZoneRules) -> TimeZoneRules { isUTC ? .utc : local }

  /// The start of the unit that holds `time`. Larger parts that the unit leaves out are those of 2012,
  /// whose first day is a Sunday.
  package func floor(_ time: Double, in local: TimeZoneRules) -> Double {
    if isBinned { return time }
    let zone = zone(local)
    guard let fields = zone.fields(at: time) else { return .nan }
    func cut(_ part: Part, _ value: Int, from phase: Int = 0) -> Int {
      guard part == parts.last, step > 1 else { return value }
      return phase + step * Int((Double(value - phase) / Double(step)).rounded(.down))
    }
    func has(_ part: Part) -> Bool { parts.contains(part) }
    var result = DateFields(year: has(.year) ? cut(.year, fields.year) : 2012)
    if has(.month) {
      result.month = cut(.month, fields.month)
    } else if has(.quarter) {
      result.month = 3 * cut(.quarter, fields.month / 3)
    }
    let firstDay = CivilCalendar.weekday(
      ofDay: CivilCalendar.days(year: result.year, month: 1, day: 1))
    // The day of the year of a weekday in a week, both counted as `%U` and `%w` do.
    func dayOfYear(week: Int, weekday: Int) -> Int { weekday + week * 7 - (firstDay + 6) % 7 }
    let week = fields.week(firstWeekday: 0)
    if has(.week), has(.day) {
      result.day = cut(.day, dayOfYear(week: week, weekday: fields.weekday), from: 1)
    } else if has(.week) {
      result.day = dayOfYear(week: cut(.week, week, from: 1), weekday: 0)
    } else if has(.day) {
      result.day = cut(.day, dayOfYear(week: 1, weekday: fields.weekday), from: 1)
    } else if has(.date) {
      result.day = cut(.date, fields.day, from: 1)
    } else if has(.dayofyear) {
      result.day = cut(.dayofyear, fields.dayOfYear, from: 1)
    }
    if has(.hours) { result.hours = cut(.hours, fields.hours) }
    if has(.minutes) { result.minutes = cut(.minutes, fields.minutes) }
    if has(.seconds) { result.seconds = cut(.seconds, fields.seconds) }
    if has(.milliseconds) { result.milliseconds = cut(.milliseconds, fields.milliseconds) }
    return zone.time(of: result)
  }

  /// The start of the next unit after the one that starts at `start`.
  package func end(after start: Double, in local: TimeZoneRules) -> Double {
    guard let last = parts.last else { return .nan }
    return last.interval.offset(start, by: Double(step), in: zone(local))
  }
}
