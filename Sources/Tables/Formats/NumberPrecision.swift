/// The precision at which numbers a step apart look different: d3-format's rules for ticks.
package enum NumberPrecision {
  /// Digits after the point for numbers `step` apart.
  package static func fixed(step: Double) -> Int { max(0, -exponent(step)) }

  /// Significant digits for numbers `step` apart and up to `maximum`.
  package static func rounded(step: Double, maximum: Double) -> Int {
    let (step, maximum) = (abs(step), abs(maximum) - abs(step))
    return max(0, exponent(maximum) - exponent(step)) + 1
  }

  /// Digits after the point for numbers `step` apart with the SI prefix of `value`.
  package static func prefixed(step: Double, value: Double) -> Int {
    let thousands = Int((Double(exponent(value)) / 3).rounded(.down))
    return max(0, max(-8, min(8, thousands)) * 3 - exponent(abs(step)))
  }

  private static func exponent(_ number: Double) -> Int {
    guard number.isFinite, number != 0 else { return 0 }
    return NumberText.shortestDigits(of: abs(number)).exponent
  }
}
