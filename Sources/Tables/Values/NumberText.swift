/// Numbers as ECMAScript writes and reads them (ECMA-262, 6.1.6.1.20 and 7.1.4.1).
package enum NumberText {
  /// `number` as JavaScript's `String(number)`: the shortest digits that read back as the same number.
  package static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == number.rounded(.towardZero), abs(number) < 1e15 { return String(Int64(number)) }
    let (digits, exponent) = shortestDigits(of: abs(number))
    return (number < 0 ? "-" : "") + layOut(digits, pointAfter: exponent + 1)
  }

  /// The most significant digits that reach a page: a `Double` holds any decimal of so many, and what lies
  /// beyond is noise.
  package static let printableDigits = 15

  /// Whether `number` reads back from at most `printableDigits` digits.
  package static func isPrintable(_ number: Double) -> Bool {
    if number == number.rounded(.towardZero), abs(number) < 1e15 { return true }
    return !number.isFinite || shortestDigits(of: abs(number)).digits.count <= printableDigits
  }

  /// The shortest decimal digits that identify a positive finite `number`, without trailing zeros, and
  /// the power of ten of the first one.
  static func shortestDigits(of number: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var pointAt: Int?
    var isExponent = false
    var isNegative = false
    for byte in number.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): pointAt = digits.count
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isExponent {
          exponent = exponent * 10 + Int(byte - 0x30)
        } else {
          digits.append(byte - 0x30)
        }
      default: break
      }
    }
    if isNegative { exponent = -exponent }
    exponent += (pointAt ?? digits.count) - 1
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    while let last = digits.last, last == 0 { digits.removeLast() }
    return digits.isEmpty ? ([0], 0) : (digits, exponent)
  }

  /// Number::toString's choice between positional and exponent notation.
  private static func layOut(_ digits: [UInt8], pointAfter n: Int) -> String {
    let k = digits.count
    func text(_ slice: ArraySlice<UInt8>) -> String {
      String(decoding: slice.map { $0 + 0x30 }, as: UTF8.self)
    }
    if k <= n, n <= 21 { return text(digits[...]) + String(repeating: "0", count: n - k) }
    if 0 < n, n <= 21 { return text(digits[..<n]) + "." + text(digits[n...]) }
    if -6 < n, n <= 0 { return "0." + String(repeating: "0", count: -n) + text(digits[...]) }
    let power = (n - 1 < 0 ? "-" : "+") + String(abs(n - 1))
    return text(digits[..<1]) + (k > 1 ? "." + text(digits[1...]) : "") + "e" + power
  }

  /// `text` as JavaScript's `Number(text)`: blank text is 0, anything that is no number is NaN.
  package static func number(from text: String) -> Double {
    var text = text
    return text.withUTF8 { number(from: $0) }
  }

  static func number(from bytes: UnsafeBufferPointer<UInt8>) -> Double {
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    if start == end { return 0 }
    if let whole = smallInteger(bytes, start, end) { return whole }
    let isPlain = (start..<end).allSatisfy {
      switch bytes[$0] {
      case 0x30...0x39, 0x2E, 0x2B, 0x2D, 0x65, 0x45: true
      default: false
      }
    }
    let body = String(decoding: bytes[start..<end], as: UTF8.self)
    if isPlain { return Double(body) ?? .nan }
    return radixNumber(body) ?? infinity(body) ?? .nan
  }

  /// The commonest cells: up to fifteen digits with an optional sign.
  private static func smallInteger(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Double? {
    let isNegative = bytes[start] == 0x2D
    let first = start + (isNegative ? 1 : 0)
    guard first < end, end - first <= 15 else { return nil }
    var value = 0
    for index in first..<end {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return isNegative ? -Double(value) : Double(value)
  }

  private static func radixNumber(_ body: String) -> Double? {
    guard body.utf8.count > 2, body.hasPrefix("0") else { return nil }
    let radix: Int
    switch body.dropFirst().first {
    case "x", "X": radix = 16
    case "o", "O": radix = 8
    case "b", "B": radix = 2
    default: return nil
    }
    let digits = body.dropFirst(2)
    guard digits.first != "+", digits.first != "-" else { return nil }
    return UInt64(digits, radix: radix).map { Double($0) }
  }

  private static func infinity(_ body: String) -> Double? {
    switch body {
    case "Infinity", "+Infinity": .infinity
    case "-Infinity": -.infinity
    default: nil
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
