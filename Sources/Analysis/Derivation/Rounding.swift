import Facts

/// The one place where a worked-out value is rounded, and only for display.
package enum Rounding {
  /// Decimals that growth, shares and other percentages are printed with.
  package static let percentDecimals = 1
  /// Decimals that ratios are printed with.
  package static let ratioDecimals = 2

  /// `value` as decimal text with `decimals` digits after the point, halves away from zero. A result
  /// that rounds to zero has no sign. Values beyond 10^15 keep no digits after the point.
  package static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "0" }
    let places = abs(value) < 1e15 ? min(max(decimals, 0), 15) : 0
    let power = DecimalPower.of(places)
    // The product can fall a hair short of a written half (1.005 × 100): one part in 10^15 is given back.
    let nudge = places > 0 ? 1 + 1e-15 : 1
    let scaled = (abs(value) * power * nudge).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return String(value) }
    var digits = String(UInt64(scaled))
    while digits.utf8.count <= places { digits = "0" + digits }
    let whole = digits.dropLast(places)
    let fraction = digits.suffix(places)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + whole + (places > 0 ? ".\(fraction)" : "")
  }

  /// How `decimals` is said in a derivation.
  package static func words(decimals: Int) -> String {
    switch decimals {
    case 0: "rounded to a whole number"
    case 1: "rounded to one decimal"
    case 2: "rounded to two decimals"
    default: "rounded to \(decimals) decimals"
    }
  }
}
