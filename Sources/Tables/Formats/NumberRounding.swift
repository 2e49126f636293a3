/// `Number.prototype.toFixed`, `toExponential` and `toPrecision` of ECMAScript.
package enum NumberRounding {
  /// `number` with `places` digits after the point.
  package static func fixed(_ number: Double, _ places: Int) -> String {
    guard number.isFinite, abs(number) < 1e21 else { return NumberText.text(of: number) }
    return sign(number)
      + (ExactDecimal.quickFixed(number, places) ?? ExactDecimal(number).fixed(places))
  }

  /// `number` in exponent notation with `places` digits after the point; as many as it takes where
  /// `places` is nil.
  package static func exponential(_ number: Double, _ places: Int?) -> String {
    guard number.isFinite else { return NumberText.text(of: number) }
    let parts = decimal(number, places.map { $0 + 1 })
    return sign(number) + point(parts.digits) + "e" + power(parts.exponent)
  }

  /// `number` with `count` significant digits, in exponent notation where it is very large or small.
  package static func precision(_ number: Double, _ count: Int) -> String {
    guard number.isFinite else { return NumberText.text(of: number) }
    let (digits, exponent) = decimal(number, count)
    if exponent < -6 || exponent >= count {
      return sign(number) + point(digits) + "e" + power(exponent)
    }
    return sign(number) + positional(digits, exponent)
  }

  /// `digits` of which the first stands for ten to the `exponent`, without exponent notation.
  static func positional(_ digits: [UInt8], _ exponent: Int) -> String {
    let text = digits.map { $0 + 0x30 }
    func string(_ part: ArraySlice<UInt8>) -> String { String(decoding: part, as: UTF8.self) }
    if exponent < 0 {
      return "0." + String(repeating: "0", count: -exponent - 1) + string(text[...])
    }
    if exponent + 1 >= text.count {
      return string(text[...]) + String(repeating: "0", count: exponent + 1 - text.count)
    }
    return string(text[...exponent]) + "." + string(text[(exponent + 1)...])
  }

  /// The significant digits of `number` (all that identify it where `count` is nil) and the power of ten
  /// of the first.
  static func decimal(_ number: Double, _ count: Int?) -> (digits: [UInt8], exponent: Int) {
    if number == 0 { return ([UInt8](repeating: 0, count: count ?? 1), 0) }
    guard let count else { return NumberText.shortestDigits(of: abs(number)) }
    return ExactDecimal(number).significant(count)
  }

  private static func sign(_ number: Double) -> String { number < 0 ? "-" : "" }

  private static func power(_ exponent: Int) -> String {
    (exponent < 0 ? "-" : "+") + String(abs(exponent))
  }

  private static func point(_ digits: [UInt8]) -> String {
    let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    return digits.count > 1 ? text.prefix(1) + "." + text.dropFirst() : text
  }
}
