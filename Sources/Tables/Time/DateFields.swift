/// The fields of a time on a calendar and clock, each counted as JavaScript does: the month from 0, the
/// day of the month from 1, Sunday as 0.
package struct DateFields: Hashable, Sendable {
  package var year: Int
  /// 0 for January.
  package var month: Int
  package var day: Int
  package var hours: Int
  package var minutes: Int
  package var seconds: Int
  package var milliseconds: Int

  package init(
    year: Int, month: Int = 0, day: Int = 1, hours: Int = 0, minutes: Int = 0, seconds: Int = 0,
    milliseconds: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hours = hours
    self.minutes = minutes
    self.seconds = seconds
    self.milliseconds = milliseconds
  }

  /// The fields of `time` (milliseconds since 1970, no zone applied); nil where it is not finite or
  /// outside of JavaScript's range of 8.64e15.
  init?(unzoned time: Double) {
    guard abs(time) <= 8.64e15 else { return nil }
    let days = (time / CivilCalendar.millisecondsPerDay).rounded(.down)
    var rest = Int(time - days * CivilCalendar.millisecondsPerDay)
    let date = CivilCalendar.date(ofDay: Int(days))
    milliseconds = rest % 1000
    rest /= 1000
    seconds = rest % 60
    rest /= 60
    minutes = rest % 60
    hours = rest / 60
    year = date.year
    month = date.month - 1
    day = date.day
  }

  /// 0 for Sunday.
  package var weekday: Int { CivilCalendar.weekday(ofDay: dayNumber) }

  /// Days since 1970-01-01.
  var dayNumber: Int {
    // Fields outside of their range carry over, as in ECMA-262's MakeDay.
    let months = year * 12 + month
    let wholeYears = months >= 0 ? months / 12 : (months - 11) / 12
    return CivilCalendar.days(year: wholeYears, month: months - wholeYears * 12 + 1, day: 1) + day
      - 1
  }

  /// Milliseconds since 1970 of these fields, no zone applied. Fields may lie outside of their range.
  var unzonedTime: Double {
    let clock =
      Double(hours) * 3_600_000 + Double(minutes) * 60_000 + Double(seconds) * 1000
      + Double(milliseconds)
    return Double(dayNumber) * CivilCalendar.millisecondsPerDay + clock
  }
}

extension DateFields {
  /// The day of the year, 1 for 1 January.
  package var dayOfYear: Int { dayNumber - CivilCalendar.days(year: year, month: 1, day: 1) + 1 }

  /// The week of the year as d3's `%U`, `%W` count: weeks begin on `firstWeekday`, days before the first
  /// such day are in week 0.
  func week(firstWeekday: Int) -> Int {
    (dayOfYear - 1 + 7 - (weekday - firstWeekday + 7) % 7) / 7
  }

  /// The ISO 8601 week and the year it belongs to.
  var isoWeek: (year: Int, week: Int) {
    let thursday = dayNumber - (weekday + 6) % 7 + 3
    let year = CivilCalendar.date(ofDay: thursday).year
    return (year, (thursday - CivilCalendar.days(year: year, month: 1, day: 1)) / 7 + 1)
  }
}
