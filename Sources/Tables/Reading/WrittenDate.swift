/// A day as people write it, where data would have it as `2024-01-15`: `15/01/2024`, `15.1.2024`,
/// `2024/1/15`, `2024年1月15日`.
package struct WrittenDate: Hashable, Sendable {
  /// What stands first of day and month.
  package enum Order: Hashable, Sendable {
    case dayFirst, monthFirst
    /// Both numbers could be a month.
    case undecided
    /// The year stands first, and the month before the day.
    case yearFirst
  }

  package let order: Order
  private let year: Int
  private let first: Int
  private let second: Int
  private let separator: Character
  /// How the time of day after it is written, in d3's time format; empty where there is none.
  private let clock: String

  /// The day that people read in `text`; nil where it is not three numbers with a year of four digits.
  package init?(_ text: String) {
    var rest = Substring(text.drop(while: \.isWhitespace))
    func number() -> (value: Int, digits: Int)? {
      let digits = rest.prefix { $0.wholeNumberValue != nil }
      guard !digits.isEmpty, digits.count <= 4 else { return nil }
      rest = rest.dropFirst(digits.count)
      return (digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }, digits.count)
    }
    guard let a = number(), let mark = rest.popFirst(), "/.-年".contains(mark), let b = number(),
      let other = rest.popFirst(), other == (mark == "年" ? "月" : mark), let c = number()
    else { return nil }
    if mark == "年", rest.popFirst() != "日" { return nil }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    guard let clock = Self.clock(rest) else { return nil }
    if a.digits == 4 {
      guard (1...12).contains(b.value), (1...31).contains(c.value) else { return nil }
      (order, year, first, second) = (.yearFirst, a.value, b.value, c.value)
    } else {
      guard c.digits == 4, (1...31).contains(a.value), (1...31).contains(b.value),
        a.value <= 12 || b.value <= 12, mark != "年"
      else { return nil }
      order = a.value > 12 ? .dayFirst : b.value > 12 ? .monthFirst : .undecided
      (year, first, second) = (c.value, a.value, b.value)
    }
    separator = mark
    self.clock = clock
  }

  private static func clock(_ text: Substring) -> String? {
    if text.isEmpty { return "" }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard text.first == " ", (2...3).contains(parts.count),
      parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return parts.count == 2 ? " %H:%M" : " %H:%M:%S"
  }

  /// How to write `text` as a day in data; nil where nobody would read one in it.
  ///
  /// Whoever does as it says has the same day as before: where two can be meant, it names both.
  package static func hint(for text: String) -> String? {
    guard let date = WrittenDate(text), date.clock.isEmpty else { return nil }
    let monthFirst = date.iso(date.first, date.second)
    let dayFirst = date.iso(date.second, date.first)
    switch date.order {
    case .undecided where monthFirst != dayFirst:
      return "write `\(dayFirst)` if the day stands first, `\(monthFirst)` if the month does"
    case .undecided, .yearFirst, .monthFirst:
      // A day that is written as data have it, and that its month does not have, is no day.
      return monthFirst == text || !isDay(monthFirst) ? nil : "write `\(monthFirst)`"
    case .dayFirst: return !isDay(dayFirst) ? nil : "write `\(dayFirst)`"
    }
  }

  /// Whether the month has the day: times of others run on into the next month.
  private static func isDay(_ iso: String) -> Bool {
    DateText.iso(DateText.time(of: iso, in: .utc)).prefix(10) == iso
  }

  private func iso(_ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The same order of parts in d3's time format, days first or months first.
  package func format(daysFirst: Bool) -> String {
    let parts = daysFirst ? ["%d", "%m"] : ["%m", "%d"]
    return (parts + ["%Y"]).joined(separator: String(separator)) + clock
  }

  /// Whether day and month are the same number, so that their order does not matter.
  package var isSymmetric: Bool { order == .undecided && first == second }
}
