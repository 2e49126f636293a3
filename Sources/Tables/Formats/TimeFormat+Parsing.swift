extension TimeFormat {
  /// The time that `text` writes in this format, in milliseconds since 1970; nil where it does not follow
  /// the format. Fields without a zone are on the clocks of `zone`; what is not written is that of
  /// 1 January 1900.
  package func time(from text: String, in zone: TimeZoneRules) -> Double? {
    var reader = TimeReader(text)
    guard reader.read(items), reader.isAtEnd else { return nil }
    return reader.time(in: zone)
  }
}

/// Reads the directives of a time format from a text.
private struct TimeReader {
  private let bytes: [UInt8]
  private var position = 0
  private var values: [Character: Int] = [:]
  private var weekday: Int?
  private var isDayOfYear = false

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func read(_ items: [TimeFormat.Item]) -> Bool {
    for item in items {
      switch item {
      case .text(let literal):
        guard bytes[position...].starts(with: literal.utf8) else { return false }
        position += literal.utf8.count
      case .directive(let letter, _):
        guard position < bytes.count, read(letter) else { return false }
      }
    }
    return true
  }

  /// `\s*\d+` within the next `width` bytes.
  private mutating func number(_ width: Int) -> Int? {
    let end = min(bytes.count, position + width)
    var index = position
    while index < end, NumberText.isSpace(bytes[index]) { index += 1 }
    var value: Int?
    while index < end, (0x30...0x39).contains(bytes[index]) {
      let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product + Int(bytes[index] - 0x30)
      index += 1
    }
    if value != nil { position = index }
    return value
  }

  private mutating func store(_ key: Character, _ value: Int?) -> Bool {
    guard let value else { return false }
    values[key] = value
    return true
  }

  /// The place of the name in `names` that the text goes on with, letter case aside.
  private mutating func name(_ names: [String]) -> Int? {
    for (index, name) in names.enumerated() {
      let end = position + name.utf8.count
      guard end <= bytes.count,
        String(decoding: bytes[position..<end], as: UTF8.self).lowercased() == name.lowercased()
      else { continue }
      position = end
      return index
    }
    return nil
  }

  private mutating func read(_ letter: Character) -> Bool {
    switch letter {
    case "a":
      weekday = name(TimeFormat.shortWeekdays)
      return weekday != nil
    case "A":
      weekday = name(TimeFormat.weekdays)
      return weekday != nil
    case "b": return store("m", name(TimeFormat.shortMonths))
    case "B": return store("m", name(TimeFormat.months))
    case "c": return read(TimeFormat("%-m/%-d/%Y, %-I:%M:%S %p").items)
    case "x": return read(TimeFormat("%-m/%-d/%Y").items)
    case "X": return read(TimeFormat("%-I:%M:%S %p").items)
    case "d", "e": return store("d", number(2))
    case "f": return store("L", number(6).map { $0 / 1000 })
    case "g", "y":
      guard let year = number(2) else { return false }
      return store("y", year + (year > 68 ? 1900 : 2000))
    case "G", "Y": return store("y", number(4))
    case "H", "I": return store("H", number(2))
    case "j":
      values["m"] = 0
      isDayOfYear = true
      return store("d", number(3))
    case "L": return store("L", number(3))
    case "m": return store("m", number(2).map { $0 - 1 })
    case "M": return store("M", number(2))
    case "p": return store("p", name(["AM", "PM"]))
    case "q": return store("q", number(1).map { $0 * 3 - 3 })
    case "Q": return store("Q", number(.max - position))
    case "s": return store("s", number(.max - position))
    case "S": return store("S", number(2))
    case "u":
      weekday = number(1).map { $0 % 7 }
      return weekday != nil
    case "w":
      weekday = number(1)
      return weekday != nil
    case "U": return store("U", number(2))
    case "V": return store("V", number(2))
    case "W": return store("W", number(2))
    case "Z": return readZone()
    default: return false
    }
  }

  private mutating func readZone() -> Bool {
    if bytes[position] == UInt8(ascii: "Z") {
      position += 1
      return store("Z", 0)
    }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    guard isNegative || bytes[position] == UInt8(ascii: "+") else { return false }
    func two(_ index: Int) -> Int? {
      guard index + 2 <= bytes.count, (0x30...0x39).contains(bytes[index]),
        (0x30...0x39).contains(bytes[index + 1])
      else { return nil }
      return Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
    }
    guard let hours = two(position + 1) else { return false }
    position += 3
    var minutes = 0
    let colon = position < bytes.count && bytes[position] == UInt8(ascii: ":") ? 1 : 0
    if let value = two(position + colon) {
      minutes = value
      position += colon + 2
    }
    let offset = hours * 60 + minutes
    return store("Z", isNegative ? -offset : offset)
  }

  /// The time of what was read: d3's `newParse`.
  func time(in zone: TimeZoneRules) -> Double? {
    if let milliseconds = values["Q"] { return Double(milliseconds) }
    if let seconds = values["s"] { return Double(seconds) * 1000 + Double(values["L"] ?? 0) }
    var fields = DateFields(year: values["y"] ?? 1900, month: values["m"] ?? values["q"] ?? 0)
    fields.day = values["d"] ?? 1
    fields.hours = values["H"] ?? 0
    if let half = values["p"] { fields.hours = fields.hours % 12 + half * 12 }
    fields.minutes = values["M"] ?? 0
    fields.seconds = values["S"] ?? 0
    fields.milliseconds = values["L"] ?? 0
    if let week = values["V"] {
      guard (1...53).contains(week) else { return nil }
      // The week with the year's first Thursday is the first. (d3 forgets `%u` here; we do not.)
      let fourth = CivilCalendar.days(year: fields.year, month: 1, day: 4)
      let monday = fourth - (CivilCalendar.weekday(ofDay: fourth) + 6) % 7
      setDay(&fields, monday + (week - 1) * 7 + ((weekday ?? 1) + 6) % 7)
    } else if values["U"] != nil || values["W"] != nil {
      let start = CivilCalendar.days(year: fields.year, month: 1, day: 1)
      let first = CivilCalendar.weekday(ofDay: start)
      fields.month = 0
      if let week = values["W"] {
        fields.day = ((weekday ?? 1) + 6) % 7 + week * 7 - (first + 5) % 7
      } else {
        fields.day = (weekday ?? 0) + (values["U"] ?? 0) * 7 - (first + 6) % 7
      }
    }
    // d3 carries over what a month or clock does not have; what names no day is no time here.
    guard isOnCalendar(fields) else { return nil }
    if let offset = values["Z"] { return fields.unzonedTime - Double(offset) * 60_000 }
    return zone.time(of: fields)
  }

  /// Whether a day that was read as one of a month or of the year is one.
  private func isOnCalendar(_ fields: DateFields) -> Bool {
    guard (0..<12).contains(fields.month) else { return false }
    guard let day = values["d"] else { return true }
    let months = isDayOfYear ? 1...12 : fields.month + 1...fields.month + 1
    let most = months.reduce(0) { $0 + CivilCalendar.daysInMonth(year: fields.year, month: $1) }
    return (1...most).contains(day)
  }

  private func setDay(_ fields: inout DateFields, _ dayNumber: Int) {
    let date = CivilCalendar.date(ofDay: dayNumber)
    (fields.year, fields.month, fields.day) = (date.year, date.month - 1, date.day)
  }
}
