import Wording

/// A number as a source or a data file writes it: decimal digits, perhaps a point, perhaps a sign.
package struct DecimalText: Hashable, Sendable {
  /// The text as written.
  package let text: String
  /// The nearest `Double`.
  package let value: Double
  /// Digits after the point; negative where the last ones before it are not written.
  package private(set) var decimals: Int

  /// The number that `text` writes, or nil where it is not decimal text.
  package init?(_ text: String) {
    guard let value = Self.value(of: text) else { return nil }
    self.text = text
    self.value = value
    var decimals = 0
    var isFraction = false
    for byte in text.utf8 {
      if isFraction { decimals += 1 }
      if byte == UInt8(ascii: ".") { isFraction = true }
    }
    self.decimals = decimals
  }

  /// The value of decimal text (`-12`, `933.7`), or nil. No exponent, no grouping, no `inf` or `nan`.
  static func value(of text: String) -> Double? {
    var digits = 0
    var points = 0
    var isFirst = true
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "."):
        points += 1
        if digits == 0 { return nil }
      case UInt8(ascii: "-") where isFirst: break
      default: return nil
      }
      isFirst = false
    }
    guard digits > 0, digits <= 40, points <= 1, text.utf8.last != UInt8(ascii: ".") else {
      return nil
    }
    return Double(text)
  }

  /// Whether `text` is digits alone, with at most a minus before them.
  static func isInteger(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.count <= 18 && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// The number ten to the power of `places` times as large, by moving the point: never by arithmetic. Digits
  /// that are added are no more exact than the last one written, so that `decimals` may be negative.
  package func shifted(by places: Int) -> DecimalText {
    guard places > 0 else { return self }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let moved = fraction.prefix(places) + String(repeating: "0", count: max(0, places - decimals))
    let rest = fraction.dropFirst(places)
    let isNegative = text.hasPrefix("-")
    var whole = (isNegative ? parts[0].dropFirst() : parts[0]) + moved
    whole = whole.drop { $0 == "0" }
    let digits = (whole.isEmpty ? "0" : String(whole)) + (rest.isEmpty ? "" : ".\(rest)")
    guard var result = DecimalText((isNegative ? "-" : "") + digits) else { return self }
    result.decimals = decimals - places
    return result
  }

  /// A whole number ten to the power of `places` times as small, without the zeros at its end: 12000 by 4 is 1.2.
  /// A number with a point stays as it is.
  package func lowered(by places: Int) -> DecimalText {
    guard places > 0, !text.contains(".") else { return self }
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? String(text.dropFirst()) : text
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    var fraction = String(padded.suffix(places))
    while fraction.last == "0" { fraction.removeLast() }
    let whole = (isNegative ? "-" : "") + padded.dropLast(places)
    return DecimalText(fraction.isEmpty ? whole : "\(whole).\(fraction)") ?? self
  }

  /// The number with thousands set off as the present wording has it: `12,000`, `933.7`.
  package var grouped: String { Self.grouped(text) }

  /// `text` with the digits before the point set off in threes; a minus becomes `−`.
  package static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? text.dropFirst() : text[...]
    let whole = body.prefix { $0 != "." }
    let fraction = body.dropFirst(whole.count)
    let separator = Label.thousands.text
    var out = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { out += separator }
      out.append(digit)
    }
    return (isNegative ? "−" : "") + out + fraction
  }
}
