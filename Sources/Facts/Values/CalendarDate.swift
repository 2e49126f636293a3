import Wording

/// A day of the proleptic Gregorian calendar, without a time zone.
package struct CalendarDate: Hashable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// From 1 to the length of the month.
  package let day: Int

  /// A day, or nil where the calendar has no such day. Years run from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private init(valid year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day written as `2023-10-16`, or nil where `text` is not such a day.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Self.digits(parts[0]),
      let month = Self.digits(parts[1]), let day = Self.digits(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number written in ASCII digits alone, or nil.
  static func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9 else { return nil }
    var value = 0
    for byte in text.utf8 {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day of a year between 1 and 9999; years outside are brought in.
  package static func first(ofYear year: Int) -> Self { Self(valid: min(max(year, 1), 9999), 1, 1) }

  /// The last day of a year between 1 and 9999; years outside are brought in.
  package static func last(ofYear year: Int) -> Self {
    Self(valid: min(max(year, 1), 9999), 12, 31)
  }

  /// The first day of a month from 1 to 12, or nil for another.
  static func first(ofMonth month: Int, year: Int) -> Self? {
    Self(year: year, month: month, day: 1)
  }

  /// The last day of a month from 1 to 12, or nil for another.
  static func last(ofMonth month: Int, year: Int) -> Self? {
    Self(year: year, month: month, day: length(ofMonth: month, year: year))
  }

  /// Days since 1970-01-01 (Hinnant's `days_from_civil`).
  package var daysSinceEpoch: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The start of the day in UTC, in milliseconds since 1970, as a `Value.date` holds it.
  package var milliseconds: Double { Double(daysSinceEpoch) * 86_400_000 }

  /// The day `count` days later (Hinnant's `civil_from_days`), kept within the years 1 to 9999.
  package func adding(days count: Int) -> Self {
    let shifted = daysSinceEpoch + count + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    if year < 1 { return Self.first(ofYear: 1) }
    if year > 9999 { return Self.last(ofYear: 9999) }
    return Self(valid: year, month, day)
  }

  /// The name of the month in the present wording.
  package var monthName: String { Label.months.form(month - 1) }

  /// The day for a reader, in the present wording: `16 October 2023`.
  package var label: String { Label.dayDate.text(String(day), monthName, String(year)) }
}

extension CalendarDate: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2023-10-16`.
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
