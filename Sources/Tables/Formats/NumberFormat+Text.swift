extension NumberFormat {
  /// The prefixes of SI, from 10^-24 to 10^24.
  private static let prefixes = [
    "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
  ]

  /// `number` in this format.
  package func text(of number: Double) -> String { text(of: number, scaledTo: nil) }

  /// `number` in this format with the SI prefix that suits `reference`, whatever its own size: d3's
  /// `formatPrefix`.
  package func text(of number: Double, prefixedLike reference: Double) -> String {
    var fixed = self
    fixed.kind = .fixed
    let exponent = Self.prefixExponent(of: reference)
    return fixed.text(of: number, scaledTo: exponent)
  }

  private static func prefixExponent(of number: Double) -> Int {
    guard number.isFinite, number != 0 else { return 0 }
    let exponent = NumberText.shortestDigits(of: abs(number)).exponent
    let thousands = Int((Double(exponent) / 3).rounded(.down))
    return max(-8, min(8, thousands)) * 3
  }

  private func text(of number: Double, scaledTo exponent: Int?) -> String {
    let zeroFill = padsWithZeros || fill == "0" && alignment == .spread
    var suffix = exponent.map { Self.prefixes[8 + $0 / 3] } ?? ""
    var number = number
    if let exponent { number = exponent < 0 ? number * tens(-exponent) : number / tens(exponent) }
    var prefix = ""
    switch symbol {
    case .currency: prefix = "$"
    case .base:
      switch kind {
      case .binary: prefix = "0b"
      case .octal: prefix = "0o"
      case .hexadecimal, .upperHexadecimal: prefix = "0x"
      case nil, .exponent, .fixed, .general, .rounded, .prefixed, .percent, .roundedPercent,
        .decimal, .character:
        break
      }
    case nil: break
    }
    if kind == .percent || kind == .roundedPercent { suffix = "%" + suffix }
    var body: String
    if kind == .character {
      suffix = NumberText.text(of: number) + suffix
      body = ""
    } else {
      var isNegative = number < 0 || number.sign == .minus && number == 0
      let magnitude = digits(of: abs(number))
      body = magnitude.text
      if trims || kind == nil { body = Self.trimmed(body) }
      if isNegative, NumberText.number(from: body) == 0, sign != .plus { isNegative = false }
      let signText: String =
        if isNegative { sign == .parentheses ? "(" : minus } else {
          switch sign {
          case .minus, .parentheses: ""
          case .plus: "+"
          case .space: " "
          }
        }
      prefix = signText + prefix
      suffix = magnitude.prefix + suffix + (isNegative && sign == .parentheses ? ")" : "")
      if kind.map({ Self.mayHaveSuffix($0) }) ?? true { moveFraction(of: &body, to: &suffix) }
    }
    return assemble(prefix, body, suffix, zeroFill: zeroFill)
  }

  /// Kinds whose text has a part that is not grouped (the `maybeSuffix` of d3).
  private static func mayHaveSuffix(_ kind: Kind) -> Bool {
    switch kind {
    case .exponent, .fixed, .general, .rounded, .prefixed, .percent, .roundedPercent, .decimal: true
    case .binary, .octal, .hexadecimal, .upperHexadecimal, .character: false
    }
  }

  private func moveFraction(of body: inout String, to suffix: inout String) {
    let count = body.utf8.prefix { (0x30...0x39).contains($0) }.count
    let end = body.utf8.index(body.startIndex, offsetBy: count)
    suffix = body[end...] + suffix
    body = String(body[..<end])
  }

  private func tens(_ power: Int) -> Double { (0..<power).reduce(1) { value, _ in value * 10 } }

  /// The digits of a number without sign, and its SI prefix.
  private func digits(of number: Double) -> (text: String, prefix: String) {
    if number.isNaN { return ("NaN", "") }
    let significant = max(1, min(21, precision ?? (kind == nil ? 12 : 6)))
    let places = max(0, min(20, precision ?? 6))
    switch kind {
    case nil, .general: return (NumberRounding.precision(number, significant), "")
    case .exponent: return (NumberRounding.exponential(number, places), "")
    case .fixed: return (NumberRounding.fixed(number, places), "")
    case .percent: return (NumberRounding.fixed(number * 100, places), "")
    case .rounded: return (Self.rounded(number, significant), "")
    case .roundedPercent: return (Self.rounded(number * 100, significant), "")
    case .prefixed: return Self.prefixed(number, significant)
    case .decimal:
      return (Self.whole(number, radix: 10), "")
    case .binary: return (Self.whole(number, radix: 2), "")
    case .octal: return (Self.whole(number, radix: 8), "")
    case .hexadecimal: return (Self.whole(number, radix: 16), "")
    case .upperHexadecimal: return (Self.whole(number, radix: 16).uppercased(), "")
    case .character: return ("", "")
    }
  }

  private static func whole(_ number: Double, radix: Int) -> String {
    let rounded = JavaScriptMath.roundedHalfUp(number)
    if rounded < 9e18 { return String(Int64(rounded), radix: radix) }
    return radix == 10 && rounded.isFinite
      ? ExactDecimal(rounded).fixed(0) : NumberText.text(of: rounded)
  }

  private static func rounded(_ number: Double, _ count: Int) -> String {
    guard number.isFinite else { return NumberText.text(of: number) }
    let (digits, exponent) = NumberRounding.decimal(number, count)
    return NumberRounding.positional(digits, exponent)
  }

  private static func prefixed(_ number: Double, _ count: Int) -> (text: String, prefix: String) {
    guard number.isFinite else { return (NumberText.text(of: number), "") }
    guard number != 0 else { return (NumberRounding.precision(number, count), "") }
    let (digits, exponent) = NumberRounding.decimal(number, count)
    let thousands = max(-8, min(8, Int((Double(exponent) / 3).rounded(.down))))
    let prefix = prefixes[8 + thousands]
    let whole = exponent - thousands * 3
    if whole >= 0 { return (NumberRounding.positional(digits, whole), prefix) }
    // Less than one yocto: as many digits as are left of the precision.
    let left = NumberRounding.decimal(number, count + whole > 0 ? count + whole : nil).digits
    return (NumberRounding.positional(left, whole), prefix)
  }

  /// `text` without insignificant zeros after the point (d3's `formatTrim`).
  private static func trimmed(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let end =
      text[point...].dropFirst().firstIndex { !($0.isASCII && $0.isNumber) } ?? text.endIndex
    var kept = text[..<end]
    while kept.last == "0" { kept.removeLast() }
    if kept.last == "." { kept.removeLast() }
    return String(kept) + text[end...]
  }

  private func assemble(
    _ prefix: String, _ body: String, _ suffix: String, zeroFill: Bool
  ) -> String {
    var body = body
    if groups, !zeroFill { body = Self.grouped(body, width: .max) }
    let count = prefix.utf16.count + body.utf16.count + suffix.utf16.count
    let missing = max(0, (width ?? 0) - count)
    var padding = String(repeating: zeroFill ? "0" : fill, count: missing)
    if groups, zeroFill {
      body = Self.grouped(
        padding + body, width: missing > 0 ? (width ?? 0) - suffix.utf16.count : .max)
      padding = ""
    }
    switch zeroFill ? .spread : alignment {
    case .left: return prefix + body + suffix + padding
    case .spread: return prefix + padding + body + suffix
    case .centre:
      let half = missing / 2
      return padding.prefix(half) + prefix + body + suffix + padding.dropFirst(half)
    case .right: return padding + prefix + body + suffix
    }
  }

  /// Digits in groups of three, no more than `width` characters of them (d3's `formatGroup`).
  private static func grouped(_ digits: String, width: Int) -> String {
    let bytes = Array(digits.utf8)
    var groups: [String] = []
    var end = bytes.count
    var length = 0
    var size = 3
    while end > 0, size > 0 {
      if length + size + 1 > width { size = max(1, width - length) }
      groups.append(String(decoding: bytes[max(0, end - size)..<end], as: UTF8.self))
      end -= size
      length += size + 1
      if length > width { break }
    }
    return groups.reversed().joined(separator: ",")
  }
}
