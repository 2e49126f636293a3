package import Facts
import Tables
import Wording

/// The one place where a worked-out value is rounded, and only for display.
package enum Rounding {
  /// Decimals that growth, shares and other percentages are printed with.
  package static let percentDecimals = 1
  /// Decimals that ratios are printed with.
  package static let ratioDecimals = 2

  /// Which way a value is rounded. What bounds a value on one side is rounded outward, so that the bound printed
  /// follows from the one worked out (IEEE 1788, clause 4.1: outward rounding).
  package enum Direction: Sendable, CaseIterable {
    case nearest, down, up

    package init(_ qualifier: Qualifier) {
      switch qualifier {
      case .over, .atLeast: self = .down
      case .upTo, .lessThan: self = .up
      case .exact, .about, .nearly, .vague: self = .nearest
      }
    }
  }

  /// `value` as decimal text with `decimals` digits after the point, the way charts round their labels:
  /// to the nearest, halves away from zero. A result that rounds to zero has no sign, and what is not
  /// finite is 0.
  package static func text(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "0" }
    let text = NumberRounding.fixed(value, min(max(decimals, 0), 15))
    let isZero = !text.utf8.contains { $0 >= 0x31 && $0 <= 0x39 }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// The same, rounded in a direction. A value that differs from decimal text of that length by no more than the
  /// noise of binary arithmetic is that text: 1,000 − 933.7 is 66.3, not 66.29999999999995.
  package static func text(_ value: Double, decimals: Int, _ direction: Direction) -> String {
    let nearest = text(value, decimals: decimals)
    guard value.isFinite, direction != .nearest, let printed = DecimalText(nearest)?.value else {
      return nearest
    }
    let unit = DecimalPower.scale(1, by: -min(max(decimals, 0), 15))
    let noise = max(unit * 1e-9, abs(value) * 1e-14)
    if direction == .down, printed > value + noise {
      return text(printed - unit, decimals: decimals)
    }
    if direction == .up, printed < value - noise {
      return text(printed + unit, decimals: decimals)
    }
    return nearest
  }

  /// A bound that `value` comes to by the figures as printed, and `end` where these are at the ends of what they may
  /// stand for: as many digits, up to `decimals` and at least two significant ones, as both come to alike, so that
  /// the bound is true and yet follows from the sum that is printed beside it. Where there are none, those of `end`.
  package static func bound(
    _ value: Double, _ end: Double, decimals: Int, _ direction: Direction
  ) -> String {
    let most = min(max(decimals, 0), 15)
    for digits in stride(from: most, through: 0, by: -1) {
      let bound = text(end, decimals: digits, direction)
      if bound == text(value, decimals: digits, direction) { return bound }
      let significant = bound.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.drop { $0 == 0x30 }
      if significant.count <= 2 { break }
    }
    return text(end, decimals: most, direction)
  }

  /// How a value was rounded, for a derivation. Where the sum that is printed comes to another bound than the `end` of
  /// what its figures may stand for, that is said.
  package static func words(
    _ value: Double, _ end: Double, decimals: Int, _ direction: Direction
  ) -> String {
    let (whole, places): (Label, Label) =
      switch direction {
      case .nearest: (.roundedWhole, .roundedTo)
      case .down: (.roundedDownWhole, .roundedDownTo)
      case .up: (.roundedUpWhole, .roundedUpTo)
      }
    let words = decimals == 0 ? whole.text : places.form(decimals - 1, String(decimals))
    let isAlike =
      text(value, decimals: decimals, direction) == text(end, decimals: decimals, direction)
    if isAlike { return words }
    let limit = DecimalText.grouped(text(end, decimals: decimals + 2))
    let label: Label = direction == .down ? .roundedFromLeast : .roundedFromMost
    return label.text(words, limit)
  }
}
