extension TimeFormat {
  /// `time` (milliseconds since 1970) on the clocks of `zone`.
  package func text(of time: Double, in zone: TimeZoneRules) -> String {
    guard let fields = zone.fields(at: time) else { return "Invalid Date" }
    var text = ""
    for item in items {
      switch item {
      case .text(let literal): text += literal
      case .directive(let letter, let padding):
        text += self.text(letter, padding, time, fields, zone)
      }
    }
    return text
  }

  private func text(
    _ letter: Character, _ padding: String?, _ time: Double, _ fields: DateFields,
    _ zone: TimeZoneRules
  ) -> String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(abs(value))
      let fill = padding ?? (letter == "e" ? " " : "0")
      let missing = fill.isEmpty ? 0 : max(0, width - digits.count)
      return (value < 0 ? "-" : "") + String(repeating: fill, count: missing) + digits
    }
    switch letter {
    case "a": return locale.shortWeekdays[fields.weekday]
    case "A": return locale.weekdays[fields.weekday]
    case "b": return locale.shortMonths[fields.month]
    case "B": return locale.months[fields.month]
    case "c": return TimeFormat(locale.dateTime, locale: locale).text(of: time, in: zone)
    case "d", "e": return padded(fields.day, 2)
    case "f": return padded(fields.milliseconds, 3) + "000"
    case "g": return padded(fields.isoWeek.year % 100, 2)
    case "G": return padded(fields.isoWeek.year % 10000, 4)
    case "H": return padded(fields.hours, 2)
    case "I": return padded(fields.hours % 12 == 0 ? 12 : fields.hours % 12, 2)
    case "j": return padded(fields.dayOfYear, 3)
    case "L": return padded(fields.milliseconds, 3)
    case "m": return padded(fields.month + 1, 2)
    case "M": return padded(fields.minutes, 2)
    case "p": return locale.periods[fields.hours >= 12 ? 1 : 0]
    case "q": return String(fields.month / 3 + 1)
    case "Q": return NumberText.text(of: time.rounded(.down))
    case "s": return NumberText.text(of: (time / 1000).rounded(.down))
    case "S": return padded(fields.seconds, 2)
    case "u": return String(fields.weekday == 0 ? 7 : fields.weekday)
    case "U": return padded(fields.week(firstWeekday: 0), 2)
    case "V": return padded(fields.isoWeek.week, 2)
    case "w": return String(fields.weekday)
    case "W": return padded(fields.week(firstWeekday: 1), 2)
    case "x": return TimeFormat(locale.date, locale: locale).text(of: time, in: zone)
    case "X": return TimeFormat(locale.time, locale: locale).text(of: time, in: zone)
    case "y": return padded(fields.year % 100, 2)
    case "Y": return padded(fields.year % 10000, 4)
    case "Z":
      let minutes = zone.offset(at: time) / 60
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + two(abs(minutes) % 60)
    default: return String(letter)
    }
  }

  /// `time` in the format that shows what it adds to the next larger unit, as time axes do. The keys of
  /// `specifiers` are names of time units that override Vega's formats.
  package static func multiScale(
    _ time: Double, in zone: TimeZoneRules, specifiers: [String: String] = [:],
    locale: TimeLocale = .english
  ) -> String {
    func isWithin(_ unit: TimeInterval.Unit, every step: Int = 1) -> Bool {
      TimeInterval(unit, every: step).floor(time, in: zone) < time
    }
    let specifier: String =
      if isWithin(.second) {
        specifiers["milliseconds"] ?? ".%L"
      } else if isWithin(.minute) {
        specifiers["seconds"] ?? ":%S"
      } else if isWithin(.hour) {
        specifiers["minutes"] ?? "%I:%M"
      } else if isWithin(.day) {
        specifiers["hours"] ?? "%I %p"
      } else if isWithin(.month) {
        isWithin(.week(from: 0))
          ? specifiers["date"] ?? specifiers["day"] ?? "%a %d" : specifiers["week"] ?? "%b %d"
      } else if isWithin(.year) {
        isWithin(.month, every: 3)
          ? specifiers["month"] ?? "%B" : specifiers["quarter"] ?? "%B"
      } else {
        specifiers["year"] ?? locale.year
      }
    return TimeFormat(specifier, locale: locale).text(of: time, in: zone)
  }
}
