/// Dates as JavaScript's `Date.parse` reads them and `toISOString` writes them.
package enum DateText {
  /// `time` as ISO 8601 in UTC with milliseconds; `Invalid Date` where it is not finite.
  package static func iso(_ time: Double) -> String {
    guard let fields = DateFields(unzoned: time.rounded(.down)) else { return "Invalid Date" }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(abs(number))
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let year =
      (0...9999).contains(fields.year)
      ? padded(fields.year, 4) : (fields.year < 0 ? "-" : "+") + padded(fields.year, 6)
    return "\(year)-\(padded(fields.month + 1, 2))-\(padded(fields.day, 2))T"
      + "\(padded(fields.hours, 2)):\(padded(fields.minutes, 2)):\(padded(fields.seconds, 2))."
      + "\(padded(fields.milliseconds, 3))Z"
  }

  /// The time of `text` in milliseconds since 1970, NaN where it is no date. ISO 8601 dates without a
  /// clock are in UTC; everything else without a zone is in `zone`.
  package static func time(of text: String, in zone: TimeZoneRules) -> Double {
    let bytes = Array(text.utf8)
    if let time = isoTime(bytes, zone) { return time }
    var legacy = LegacyDateParser(bytes)
    return legacy.time(in: zone) ?? .nan
  }

  /// Milliseconds since 1970 of a date and time as ECMA-262's format (ISO 8601) writes them; NaN for other text.
  static func isoTime(of text: String, in zone: TimeZoneRules) -> Double {
    isoTime(Array(text.utf8), zone) ?? .nan
  }

  /// ECMA-262's date time string format, 21.4.1.32.
  ///
  /// Nil where the text does not begin as such a date; NaN where it does and goes on with a broken clock, or
  /// names a day that its month does not have.
  private static func isoTime(_ bytes: [UInt8], _ zone: TimeZoneRules) -> Double? {
    var position = 0
    func take(_ character: Unicode.Scalar) -> Bool {
      guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }
    func digits(_ count: Int) -> Int? {
      guard position + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[position..<position + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      position += count
      return value
    }
    var fields = DateFields(year: 0)
    if take("+") {
      guard let year = digits(6) else { return nil }
      fields.year = year
    } else if take("-") {
      guard let year = digits(6), year != 0 else { return nil }
      fields.year = -year
    } else {
      guard let year = digits(4) else { return nil }
      fields.year = year
    }
    if take("-") {
      guard let month = digits(2), (1...12).contains(month) else { return nil }
      fields.month = month - 1
      if take("-") {
        guard let day = digits(2), (1...31).contains(day) else { return nil }
        // Illegal element values give NaN (21.4.3.2): 30 February is no day in March.
        guard day <= CivilCalendar.daysInMonth(year: fields.year, month: fields.month + 1) else {
          return .nan
        }
        fields.day = day
      }
    }
    guard take("T") else { return position == bytes.count ? fields.unzonedTime : nil }
    guard let hours = digits(2), hours <= 24, take(":"), let minutes = digits(2), minutes < 60
    else {
      return .nan
    }
    (fields.hours, fields.minutes) = (hours, minutes)
    if take(":") {
      guard let seconds = digits(2), seconds < 60 else { return .nan }
      fields.seconds = seconds
      if take(".") {
        let start = position
        var scale = 100
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
          fields.milliseconds += Int(bytes[position] - 0x30) * scale
          scale /= 10
          position += 1
        }
        if position == start { return .nan }
      }
    }
    if hours == 24, fields.minutes + fields.seconds + fields.milliseconds > 0 { return .nan }
    if position == bytes.count { return zone.time(of: fields) }
    if take("Z") { return position == bytes.count ? fields.unzonedTime : .nan }
    let sign: Double
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return .nan }
    guard let zoneHours = digits(2), take(":"), let zoneMinutes = digits(2), zoneHours < 24,
      zoneMinutes < 60, position == bytes.count
    else { return .nan }
    return fields.unzonedTime - sign * Double(zoneHours * 60 + zoneMinutes) * 60_000
  }
}
