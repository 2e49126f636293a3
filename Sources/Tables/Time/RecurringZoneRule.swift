/// The yearly rule at the end of a zone file: POSIX `TZ` syntax with RFC 8536's extensions, such as
/// `PST8PDT,M3.2.0,M11.1.0`.
struct RecurringZoneRule: Hashable, Sendable {
  /// A day of each year and the second of that day, on the clock in force before it.
  struct Change: Hashable, Sendable {
    enum Day: Hashable, Sendable {
      /// The `week`-th (5: last) `weekday` of `month`.
      case weekday(month: Int, week: Int, weekday: Int)
      /// The day of the year from 1, 29 February never counted.
      case julian(Int)
      /// The day of the year from 0.
      case ordinal(Int)
    }

    var day: Day
    var second: Int

    /// Days since 1970 of this day in `year`.
    func dayNumber(in year: Int) -> Int {
      let start = CivilCalendar.days(year: year, month: 1, day: 1)
      switch day {
      case .ordinal(let number): return start + number
      case .julian(let number):
        return start + number - 1 + (CivilCalendar.isLeap(year) && number >= 60 ? 1 : 0)
      case .weekday(let month, let week, let weekday):
        let first = CivilCalendar.days(year: year, month: month, day: 1)
        let shift = (weekday - CivilCalendar.weekday(ofDay: first) + 7) % 7
        var day = shift + (week - 1) * 7
        if day >= CivilCalendar.daysInMonth(year: year, month: month) { day -= 7 }
        return first + day
      }
    }
  }

  /// Seconds ahead of UTC in standard time.
  var standard: Int
  /// Summer time: its offset, when it begins, when it ends; nil where there is none.
  var summer: Summer?

  struct Summer: Hashable, Sendable {
    var offset: Int
    var start: Change
    var end: Change
  }

  func offset(at second: Int) -> Int {
    guard let summer else { return standard }
    let day = (Double(second + standard) / 86400).rounded(.down)
    let year = CivilCalendar.date(ofDay: Int(day)).year
    let start = summer.start.dayNumber(in: year) * 86400 + summer.start.second - standard
    let end = summer.end.dayNumber(in: year) * 86400 + summer.end.second - summer.offset
    let isSummer =
      start < end ? second >= start && second < end : second >= start || second < end
    return isSummer ? summer.offset : standard
  }
}

extension RecurringZoneRule {
  /// The rule that `text` writes, or nil where it is not one.
  init?(posix text: String) {
    var scanner = Scanner(bytes: Array(text.utf8))
    guard scanner.skipName(), let west = scanner.clock() else { return nil }
    standard = -west
    guard scanner.skipName() else {
      summer = nil
      return
    }
    let offset = scanner.clock().map { -$0 } ?? standard + 3600
    guard scanner.take(","), let start = scanner.change(), scanner.take(","),
      let end = scanner.change()
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard let byte, byte == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    /// Three letters or more, or anything between angle brackets.
    mutating func skipName() -> Bool {
      let start = position
      if take("<") {
        while let byte, byte != UInt8(ascii: ">") { position += 1 }
        return take(">")
      }
      while let byte, (0x41...0x5A).contains(byte & 0xDF) { position += 1 }
      return position - start >= 3
    }

    mutating func integer() -> Int? {
      var value: Int?
      while let byte, (0x30...0x39).contains(byte), position < bytes.count {
        value = min((value ?? 0) * 10 + Int(byte - 0x30), 1_000_000)
        position += 1
      }
      return value
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func clock() -> Int? {
      let isNegative = take("-")
      if !isNegative { _ = take("+") }
      guard let hours = integer() else { return nil }
      var total = hours * 3600
      if take(":") { total += (integer() ?? 0) * 60 }
      if take(":") { total += integer() ?? 0 }
      return isNegative ? -total : total
    }

    mutating func change() -> Change? {
      let day: Change.Day
      if take("M") {
        guard let month = integer(), (1...12).contains(month), take("."), let week = integer(),
          (1...5).contains(week), take("."), let weekday = integer(), (0...6).contains(weekday)
        else { return nil }
        day = .weekday(month: month, week: week, weekday: weekday)
      } else if take("J") {
        guard let number = integer() else { return nil }
        day = .julian(number)
      } else {
        guard let number = integer() else { return nil }
        day = .ordinal(number)
      }
      let second = take("/") ? clock() : 7200
      return second.map { Change(day: day, second: $0) }
    }
  }
}
