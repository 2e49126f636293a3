import Glibc

/// Where ECMAScript's `Math` and conversions part from C.
enum JavaScriptMath {
  /// `Math.round`: to the nearest whole number, halves towards positive infinity.
  static func roundedHalfUp(_ number: Double) -> Double {
    guard abs(number) < 4_503_599_627_370_496 else { return number }
    let floor = number.rounded(.down)
    return number - floor >= 0.5 ? floor + 1 : floor
  }

  /// `Math.max` of two: NaN wins.
  static func larger(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
  }

  /// `Math.min` of two: NaN wins.
  static func smaller(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : Swift.min(a, b)
  }

  /// `Math.pow`: one to the power of infinity is NaN there, unlike in C.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent.isNaN || abs(base) == 1 && exponent.isInfinite { return .nan }
    return pow(base, exponent)
  }
}
