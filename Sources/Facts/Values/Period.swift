import Wording

/// The time that a value, a plan or an event belongs to.
package enum Period: Hashable, Sendable {
  /// The source names no time, and none can be inferred.
  case undated
  case year(Int)
  /// A quarter from 1 to 4.
  case quarter(Int, year: Int)
  /// A month from 1 to 12.
  case month(Int, year: Int)
  case day(CalendarDate)
  /// From the start of one year through the end of another.
  case years(Int, through: Int)
  /// From one day through another.
  case days(CalendarDate, through: CalendarDate)

  /// The period written as `2023`, `2023-Q4`, `2023-10`, `2023-10-16`, `2021/2023`,
  /// `2023-10-16/2023-10-20`, `undated`, or as SDMX writes a start and a length: `2023-10-16/P5D` for
  /// five days, `P2W` for two weeks, and `2021/P2Y` for a change from 2021 to the year two years later.
  /// Nil for another text, for a day that the calendar lacks, or for an end before the start.
  package init?(_ text: some StringProtocol) {
    if text == "undated" {
      self = .undated
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1:
      guard let single = Self.single(ends[0]) else { return nil }
      self = single
    case 2:
      guard let range = Self.range(ends[0], ends[1]) else { return nil }
      self = range
    default: return nil
    }
  }

  private static func single(_ text: some StringProtocol) -> Period? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count == 4, let year = CalendarDate.digits(parts[0]),
      year >= 1
    else { return nil }
    switch parts.count {
    case 1: return .year(year)
    case 2:
      guard parts[1].utf8.count == 2 else { return nil }
      if parts[1].first == "Q" {
        guard let quarter = CalendarDate.digits(parts[1].dropFirst()), (1...4).contains(quarter)
        else { return nil }
        return .quarter(quarter, year: year)
      }
      guard let month = CalendarDate.digits(parts[1]), (1...12).contains(month) else { return nil }
      return .month(month, year: year)
    default: return CalendarDate(text).map { .day($0) }
    }
  }

  private static func range(_ first: some StringProtocol, _ second: some StringProtocol) -> Period?
  {
    if second.first == "P" {
      guard let length = CalendarDate.digits(second.dropFirst().dropLast()), length >= 1,
        length <= 9999, let start = single(first)
      else { return nil }
      switch (start, second.last) {
      case (.day(let day), "D"): return .days(day, through: day.adding(days: length - 1))
      case (.day(let day), "W"): return .days(day, through: day.adding(days: length * 7 - 1))
      case (.year(let year), "Y") where year + length <= 9999:
        return .years(year, through: year + length)
      default: return nil
      }
    }
    guard let start = single(first), let end = single(second) else { return nil }
    switch (start, end) {
    case (.year(let from), .year(let through)) where from <= through:
      return .years(from, through: through)
    case (.day(let from), .day(let through)) where from <= through:
      return .days(from, through: through)
    default: return nil
    }
  }

  /// The first day, or nil where undated.
  package var start: CalendarDate? {
    switch self {
    case .undated: nil
    case .year(let year), .years(let year, through: _): .first(ofYear: year)
    case .quarter(let quarter, let year): .first(ofMonth: quarter * 3 - 2, year: year)
    case .month(let month, let year): .first(ofMonth: month, year: year)
    case .day(let day), .days(let day, through: _): day
    }
  }

  /// The last day, or nil where undated.
  package var end: CalendarDate? {
    switch self {
    case .undated: nil
    case .year(let year), .years(_, through: let year): .last(ofYear: year)
    case .quarter(let quarter, let year): .last(ofMonth: quarter * 3, year: year)
    case .month(let month, let year): .last(ofMonth: month, year: year)
    case .day(let day), .days(_, through: let day): day
    }
  }

  /// The year that the period ends in, or nil where undated: what it is plotted and labelled by.
  package var year: Int? { end?.year }

  /// The period for a reader, in the present wording: `2023`, `October 2023`, `16–20 October 2023`,
  /// `2021–2023`, `undated`.
  package var label: String {
    switch self {
    case .undated: return Label.undated.text
    case .year(let year): return Label.yearDate.text(String(year))
    case .quarter(let quarter, let year):
      return Label.quarterDate.text(String(quarter), String(year))
    case .month(let month, let year):
      return Label.monthDate.text(Label.months.form(month - 1), String(year))
    case .day(let day): return day.label
    case .years(let from, let through):
      return from == through
        ? Label.yearDate.text(String(from)) : Label.yearRange.text(String(from), String(through))
    case .days(let from, let through):
      if from.year != through.year { return Label.dateRange.text(from.label, through.label) }
      let (first, last) = (String(from.day), String(through.day))
      if from.month != through.month {
        return Label.monthRange.text(
          first, from.monthName, last, through.monthName, String(from.year))
      }
      return Label.dayRange.text(first, last, from.monthName, String(from.year))
    }
  }
}

extension Period: Comparable {
  /// By the first day, then the last; what is undated comes after everything else.
  package static func < (left: Self, right: Self) -> Bool {
    switch (left.start, right.start) {
    case (nil, _): return false
    case (_, nil): return true
    case (let a?, let b?):
      if a != b { return a < b }
      guard let x = left.end, let y = right.end else { return false }
      return x < y
    }
  }
}

extension Period: CustomStringConvertible {
  /// The period as data files write it.
  package var description: String {
    switch self {
    case .undated: return "undated"
    case .year: return start.map { String("\($0)".prefix(4)) } ?? ""
    case .quarter(let quarter, _): return start.map { "\("\($0)".prefix(4))-Q\(quarter)" } ?? ""
    case .month: return start.map { String("\($0)".prefix(7)) } ?? ""
    case .day(let day): return "\(day)"
    case .years:
      guard let start, let end else { return "" }
      return "\("\(start)".prefix(4))/\("\(end)".prefix(4))"
    case .days(let from, let through): return "\(from)/\(through)"
    }
  }
}
