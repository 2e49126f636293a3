/// How the people of a language write times: d3-time-format's locale, and which of d3's usual formats they
/// put in another order.
package struct TimeLocale: Hashable, Sendable {
  /// The names of the months.
  package var months: [String]
  package var shortMonths: [String]
  /// The names of the days of the week, Sunday first.
  package var weekdays: [String]
  package var shortWeekdays: [String]
  /// The halves of the day.
  package var periods: [String]
  /// What `%c`, `%x` and `%X` stand for.
  package var dateTime: String
  package var date: String
  package var time: String
  /// What takes the place of a specifier as a whole. Vega, and who writes for it, puts a date in English
  /// order: the names alone would leave it so.
  package var patterns: [String: String]
  /// What takes the place of a year that stands alone on an axis of times.
  package var year: String

  /// en-US, d3's own.
  package static let english = TimeLocale(
    months: TimeFormat.months, shortMonths: TimeFormat.shortMonths, weekdays: TimeFormat.weekdays,
    shortWeekdays: TimeFormat.shortWeekdays, periods: ["AM", "PM"],
    dateTime: "%-m/%-d/%Y, %-I:%M:%S %p", date: "%-m/%-d/%Y", time: "%-I:%M:%S %p", patterns: [:],
    year: "%Y")

  package init(
    months: [String], shortMonths: [String], weekdays: [String], shortWeekdays: [String],
    periods: [String], dateTime: String, date: String, time: String, patterns: [String: String],
    year: String
  ) {
    self.months = months
    self.shortMonths = shortMonths
    self.weekdays = weekdays
    self.shortWeekdays = shortWeekdays
    self.periods = periods
    self.dateTime = dateTime
    self.date = date
    self.time = time
    self.patterns = patterns
    self.year = year
  }
}
