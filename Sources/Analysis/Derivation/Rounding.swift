import Tables
import Wording

/// The one place where a worked-out value is rounded, and only for display.
package enum Rounding {
  /// Decimals that growth, shares and other percentages are printed with.
  package static let percentDecimals = 1
  /// Decimals that ratios are printed with.
  package static let ratioDecimals = 2

  /// `value` as decimal text with `decimals` digits after the point, the way charts round their labels:
  /// to the nearest, halves away from zero. A result that rounds to zero has no sign, and what is not
  /// finite is 0.
  package static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "0" }
    let text = NumberRounding.fixed(value, min(max(decimals, 0), 15))
    let isZero = !text.utf8.contains { $0 >= 0x31 && $0 <= 0x39 }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// How `decimals` is said in a derivation.
  package static func words(decimals: Int) -> String {
    switch decimals {
    case 0: Label.roundedWhole.text
    default: Label.roundedTo.form(decimals - 1, String(decimals))
    }
  }
}
