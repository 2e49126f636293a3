/// The dates that `Date.parse` takes beside ISO 8601, by the rules of the engine that the reference
/// drawings were made with: numbers and month names in any of the usual orders, a clock, a zone. Words
/// before the first number are passed over.
struct LegacyDateParser {
  private enum Token: Equatable {
    case number(Int, length: Int)
    case word(String)
    case symbol(UInt8)
    case space
  }

  private var tokens: [Token] = []
  private var position = 0
  private var dayParts: [Int] = []
  private var namedMonth: Int?
  private var clock: [Int] = []
  private var isClockFinal = false
  private var hourOffset: Int?
  private var zoneSign: Int?
  private var zoneHour: Int?
  private var zoneMinute: Int?

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let start = index
      switch bytes[index] {
      case 0x30...0x39:
        var value = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
          if index - start < 9 { value = value * 10 + Int(bytes[index] - 0x30) }
          index += 1
        }
        tokens.append(.number(value, length: index - start))
      case 0x41...0x5A, 0x61...0x7A:
        while index < bytes.count, (0x41...0x5A).contains(bytes[index] & 0xDF) { index += 1 }
        tokens.append(.word(String(decoding: bytes[start..<index], as: UTF8.self).lowercased()))
      case let byte where NumberText.isSpace(byte):
        index += 1
        tokens.append(.space)
      case let byte:
        index += 1
        tokens.append(.symbol(byte))
      }
    }
  }

  private var next: Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == .symbol(UInt8(ascii: character)) else { return false }
    position += 1
    return true
  }

  private func isNext(_ character: Unicode.Scalar) -> Bool {
    next == .symbol(UInt8(ascii: character))
  }

  /// The time, or nil where the text is no date.
  mutating func time(in zone: TimeZoneRules) -> Double? {
    var hasNumber = false
    while let token = next {
      position += 1
      switch token {
      case .space: continue
      case .number(let number, _):
        hasNumber = true
        guard take(number) else { return nil }
      case .word(let word):
        guard take(word, hasNumber: hasNumber) else { return nil }
      case .symbol(let byte):
        let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        if isSign, zoneHour == 0 && zoneMinute == 0 || !clock.isEmpty {
          guard takeOffset(isNegative: byte == UInt8(ascii: "-")) else { return nil }
          hasNumber = true
        } else if isSign || byte == UInt8(ascii: ")"), hasNumber {
          return nil
        } else if byte == UInt8(ascii: "(") {
          skipParentheses()
        }
      }
    }
    return result(in: zone)
  }

  private mutating func take(_ number: Int) -> Bool {
    if isNext(":") {
      position += 1
      if skip(":") {
        guard clock.isEmpty else { return false }
        clock = [number, 0]
        return true
      }
      guard clock.count < 3, !isClockFinal else { return false }
      clock.append(number)
      if isNext(".") { position += 1 }
      return true
    }
    if isNext("."), expectsClock(number) {
      position += 1
      clock.append(number)
      guard case .number(let fraction, let length) = next else { return false }
      position += 1
      clock.append(milliseconds(fraction, length: length))
      isClockFinal = true
      return true
    }
    if zoneHour != nil, zoneMinute == nil, number < 60 {
      zoneMinute = number
      return true
    }
    if expectsClock(number) {
      clock.append(number)
      isClockFinal = true
      switch next {
      case nil, .space, .word("z"), .symbol(UInt8(ascii: "+")), .symbol(UInt8(ascii: "-")):
        return true
      default: return false
      }
    }
    guard dayParts.count < 3 else { return false }
    dayParts.append(number)
    _ = skip("-")
    return true
  }

  private func expectsClock(_ number: Int) -> Bool {
    guard !isClockFinal else { return false }
    return clock.count == 1 && number < 60 || clock.count == 2 && number < 60
      || clock.count == 3 && number < 1000
  }

  private func milliseconds(_ number: Int, length: Int) -> Int {
    switch length {
    case 1: number * 100
    case 2: number * 10
    case 3: number
    default:
      (0..<(min(length, 9) - 3)).reduce(number) { value, _ in value / 10 }
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private mutating func take(_ word: String, hasNumber: Bool) -> Bool {
    let zones = [
      "ut": 0, "utc": 0, "z": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
      "mdt": -6, "pst": -8, "pdt": -7,
    ]
    if word == "am" || word == "pm", !clock.isEmpty {
      hourOffset = word == "am" ? 0 : 12
    } else if let month = Self.months.firstIndex(of: String(word.prefix(3))) {
      namedMonth = month + 1
      _ = skip("-")
    } else if let hours = zones[word], hasNumber {
      zoneSign = hours < 0 ? -1 : 1
      zoneHour = abs(hours)
      zoneMinute = 0
    } else if hasNumber {
      return false
    } else if case .number = next {
      return false
    }
    return true
  }

  private mutating func takeOffset(isNegative: Bool) -> Bool {
    zoneSign = isNegative ? -1 : 1
    var number = 0
    var length = 0
    if case .number(let value, let digits) = next {
      (number, length) = (value, digits)
      position += 1
    }
    if isNext(":") {
      position += 1
      zoneHour = number
      zoneMinute = nil
      return true
    }
    switch length {
    case 1, 2: (zoneHour, zoneMinute) = (number, 0)
    case 3, 4: (zoneHour, zoneMinute) = (number / 100, number % 100)
    default: return false
    }
    return true
  }

  private mutating func skipParentheses() {
    var depth = 1
    while depth > 0, let token = next {
      position += 1
      if token == .symbol(UInt8(ascii: "(")) { depth += 1 }
      if token == .symbol(UInt8(ascii: ")")) { depth -= 1 }
    }
  }

  private func result(in zone: TimeZoneRules) -> Double? {
    guard !dayParts.isEmpty else { return nil }
    let parts = dayParts + [Int](repeating: 1, count: 3 - dayParts.count)
    var fields: DateFields
    var year = 0
    let month: Int
    let day: Int
    func isDay(_ number: Int) -> Bool { (1...31).contains(number) }
    if let namedMonth {
      month = namedMonth
      (day, year) = isDay(parts[0]) ? (parts[0], parts[1]) : (parts[1], parts[0])
    } else if !isDay(parts[0]) {
      (year, month, day) = (parts[0], parts[1], parts[2])
    } else {
      (month, day, year) = (parts[0], parts[1], parts[2])
    }
    if (0...49).contains(year) { year += 2000 } else if (50...99).contains(year) { year += 1900 }
    // Beyond that engine, which takes 30 February for a day in March: such a text is no date.
    guard (1...12).contains(month),
      day >= 1, day <= CivilCalendar.daysInMonth(year: year, month: month)
    else { return nil }
    fields = DateFields(year: year, month: month - 1, day: day)
    let clock = clock + [Int](repeating: 0, count: max(0, 4 - clock.count))
    fields.hours = clock[0]
    if let hourOffset {
      guard (1...12).contains(fields.hours) else { return nil }
      fields.hours = fields.hours % 12 + hourOffset
    }
    (fields.minutes, fields.seconds, fields.milliseconds) = (clock[1], clock[2], clock[3])
    guard fields.minutes < 60, fields.seconds < 60, fields.hours < 24 || clock[0] == 24 else {
      return nil
    }
    let time: Double
    if let zoneHour {
      let minutes = zoneHour * 60 + (zoneMinute ?? 0)
      time = fields.unzonedTime - Double((zoneSign ?? 1) * minutes) * 60_000
    } else {
      time = zone.time(of: fields)
    }
    return abs(time) <= 8.64e15 ? time : nil
  }
}
