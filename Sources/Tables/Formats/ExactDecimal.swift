/// The decimal digits of a double without any rounding, and the roundings of ECMAScript's `toFixed`,
/// `toExponential` and `toPrecision` on them: halves go away from zero, and every digit is right.
struct ExactDecimal {
  /// The digits from the first significant one on.
  private let digits: [UInt8]
  /// The power of ten of the first digit.
  private let exponent: Int

  /// The digits of a finite `number`, its sign left out.
  init(_ number: Double) {
    let number = abs(number)
    guard number > 0 else {
      digits = [0]
      exponent = 0
      return
    }
    let isNormal = number.exponentBitPattern > 0
    let significand = number.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let power = Int(isNormal ? number.exponentBitPattern : 1) - 1075
    var (whole, fraction) =
      power >= 0
      ? (WordNumber(significand, shiftedLeft: power), [UInt8]())
      : Self.split(significand, bits: -power)
    var all = whole.takeDigits()
    let wholeCount = all.count
    all += fraction
    fraction = []
    let leading = all.prefix { $0 == 0 }.count
    digits = Array(all.dropFirst(leading))
    exponent = wholeCount - 1 - leading
  }

  /// The whole part and the fractional digits of `significand` / 2^`bits`.
  private static func split(_ significand: UInt64, bits: Int) -> (WordNumber, [UInt8]) {
    let whole = bits < 64 ? significand >> UInt64(bits) : 0
    let rest = bits < 64 ? significand & ((1 << UInt64(bits)) - 1) : significand
    var fraction = WordNumber(rest, shiftedLeft: 0)
    var digits: [UInt8] = []
    digits.reserveCapacity(bits)
    while !fraction.isZero {
      fraction.multiply(by: 10)
      digits.append(fraction.takeAbove(bit: bits))
    }
    return (WordNumber(whole, shiftedLeft: 0), digits)
  }

  /// The digits rounded to those of powers of ten of `last` and more, and the power of the first.
  private func rounded(to last: Int) -> (digits: [UInt8], exponent: Int) {
    let count = exponent - last + 1
    if count < 0 { return ([0], last) }
    var kept = Array(digits.prefix(count))
    kept += [UInt8](repeating: 0, count: count - kept.count)
    guard count < digits.count, digits[count] >= 5 else {
      return kept.isEmpty ? ([0], last) : (kept, exponent)
    }
    var index = count - 1
    while index >= 0 {
      if kept[index] < 9 {
        kept[index] += 1
        return (kept, exponent)
      }
      kept[index] = 0
      index -= 1
    }
    return ([1] + kept, exponent + 1)
  }

  /// `count` significant digits, and the power of ten of the first.
  func significant(_ count: Int) -> (digits: [UInt8], exponent: Int) {
    let result = rounded(to: exponent - count + 1)
    return (Array(result.digits.prefix(count)), result.exponent)
  }

  /// `number` with `places` digits after the point, without the digits of the whole expansion: a fraction
  /// of 64 bits times a power of ten fits in 128. Nil for numbers so small or large that it does not.
  static func quickFixed(_ number: Double, _ places: Int) -> String? {
    let number = abs(number)
    guard places <= 19, number < 9e15, number >= 0.001 else { return nil }
    let bits = UInt64(1075 - Int(number.exponentBitPattern))
    let significand = number.significandBitPattern | 1 << 52
    guard bits <= 63 else { return nil }
    var whole = significand >> bits
    let power = (0..<places).reduce(UInt64(1)) { value, _ in value * 10 }
    let scaled = UInt128(significand & (1 << bits - 1)) * UInt128(power)
    var fraction = UInt64(scaled >> UInt128(bits))
    let rest = scaled & (1 << UInt128(bits) - 1)
    if bits > 0, rest >> UInt128(bits - 1) > 0 { fraction += 1 }
    if fraction == power {
      whole += 1
      fraction = 0
    }
    if places == 0 { return String(whole) }
    let digits = String(fraction)
    return "\(whole)." + String(repeating: "0", count: places - digits.utf8.count) + digits
  }

  /// With `places` digits after the point.
  func fixed(_ places: Int) -> String {
    let result = rounded(to: -places)
    var text = ""
    for power in stride(from: max(result.exponent, 0), through: -places, by: -1) {
      if power == -1 { text += "." }
      let index = result.exponent - power
      let digit = result.digits.indices.contains(index) ? result.digits[index] : 0
      text.unicodeScalars.append(Unicode.Scalar(digit + 0x30))
    }
    return text
  }
}

/// An unsigned whole number of any size, as 32-bit words, the lowest first.
private struct WordNumber {
  private var words: [UInt32]

  init(_ value: UInt64, shiftedLeft shift: Int) {
    words = [UInt32](repeating: 0, count: shift / 32)
    let bits = UInt64(shift % 32)
    let low = value << bits
    let high = bits == 0 ? 0 : value >> (64 - bits)
    words += [UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32)]
    if high > 0 { words.append(UInt32(truncatingIfNeeded: high)) }
    trim()
  }

  var isZero: Bool { words.isEmpty }

  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for index in words.indices {
      let product = UInt64(words[index]) * UInt64(factor) + carry
      words[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { words.append(UInt32(carry)) }
  }

  /// The value of the bits from `bit` on, which is a digit, taken out of the number.
  mutating func takeAbove(bit: Int) -> UInt8 {
    let index = bit / 32
    guard index < words.count else { return 0 }
    let shift = UInt32(bit % 32)
    var value = UInt64(words[index]) >> UInt64(shift)
    if index + 1 < words.count { value |= UInt64(words[index + 1]) << UInt64(32 - shift) }
    words[index] &= shift == 0 ? 0 : (1 << shift) - 1
    words.removeLast(words.count - index - 1)
    trim()
    return UInt8(truncatingIfNeeded: value)
  }

  /// The decimal digits, highest first; the number is zero afterwards.
  mutating func takeDigits() -> [UInt8] {
    if isZero { return [0] }
    var digits: [UInt8] = []
    while !isZero {
      var rest: UInt64 = 0
      for index in words.indices.reversed() {
        let value = rest << 32 | UInt64(words[index])
        words[index] = UInt32(value / 1_000_000_000)
        rest = value % 1_000_000_000
      }
      trim()
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
