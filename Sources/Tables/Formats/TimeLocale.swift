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

  /// Chinese: the year before the month before the day, each with its word; hours from 0 to 23.
  package static let chinese: TimeLocale = {
    var patterns: [String: String] = [
      "%I %p": "%-H时", "%I:%M": "%H:%M", "%a %d": "%-d日%a", "%I:%M %p": "%H:%M",
      "%-I:%M %p": "%H:%M", "%Y-%m": "%Y年%-m月", "%A, %d %B %Y, %X": "%Y年%-m月%-d日%A，%X",
    ]
    for month in ["%B", "%b"] {
      patterns["\(month) %Y"] = "%Y年%-m月"
      for day in ["%d", "%-d", "%e"] {
        for date in ["\(month) \(day), %Y", "\(day) \(month) %Y", "\(month) \(day) %Y"] {
          patterns[date] = "%Y年%-m月%-d日"
        }
        patterns["\(month) \(day)"] = "%-m月%-d日"
        patterns["\(day) \(month)"] = "%-m月%-d日"
      }
    }
    return TimeLocale(
      months: (1...12).map { "\($0)月" }, shortMonths: (1...12).map { "\($0)月" },
      weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
      shortWeekdays: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"], periods: ["上午", "下午"],
      dateTime: "%Y年%-m月%-d日 %H:%M:%S", date: "%Y年%-m月%-d日", time: "%H:%M:%S",
      patterns: patterns, year: "%Y年")
  }()

  /// The locale of a language (BCP 47); English where there is none.
  package static func of(_ language: String) -> TimeLocale {
    language.lowercased().split(separator: "-").first == "zh" ? .chinese : .english
  }
}
