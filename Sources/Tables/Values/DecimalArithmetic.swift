/// Arithmetic on numbers that stand for decimals, such as those that a table states: 0.1 + 0.2 is 0.3.
///
/// A `Double` that is the nearest to a decimal of few digits is taken for it. Where both operands are such
/// numbers and the exact result is one as well, the functions give the nearest `Double` to that; else nil, and
/// binary arithmetic is as good.
package enum DecimalArithmetic {
  /// A decimal: `units` times ten to the power of minus `places`.
  struct Decimal: Hashable, Sendable {
    var units: Int
    var places: Int

    /// The decimal with the fewest places that `number` is the nearest `Double` to; nil where it would have
    /// more digits than a `Double` holds.
    init?(_ number: Double) {
      // Up to 22 powers of ten are exact, and a quotient of exact numbers is rounded once: where it gives
      // the number back, the number is the nearest to the decimal.
      for places in 0...DecimalArithmetic.mostPlaces {
        let units = (number * powersOfTen[places]).rounded()
        guard abs(units) <= DecimalArithmetic.mostUnits else { return nil }
        if units / powersOfTen[places] == number {
          self.init(units: Int(units), places: places)
          return
        }
      }
      return nil
    }

    init(units: Int, places: Int) {
      self.units = units
      self.places = places
    }

    /// The nearest `Double`; nil where the digits are more than one holds.
    var number: Double? {
      var (units, places) = (units, places)
      while places > 0, units % 10 == 0 {
        units /= 10
        places -= 1
      }
      guard abs(Double(units)) <= DecimalArithmetic.mostUnits,
        places <= DecimalArithmetic.mostPlaces
      else { return nil }
      return Double(units) / powersOfTen[places]
    }

    /// The same decimal written with `places` places, of which there are at least its own; nil where that is
    /// too long.
    func units(withPlaces places: Int) -> Int? {
      let (units, overflow) = units.multipliedReportingOverflow(
        by: Int(powersOfTen[min(places - self.places, 18)]))
      return overflow || places - self.places > 18 ? nil : units
    }
  }

  /// The powers of ten that a `Double` holds exactly.
  static let powersOfTen: [Double] = {
    var powers = [1.0]
    for _ in 0..<mostPlaces { powers.append((powers.last ?? 1) * 10) }
    return powers
  }()
  static let mostPlaces = 22
  /// Whole numbers beyond are not all held: 2 to the power of 53.
  static let mostUnits = 9_007_199_254_740_992.0

  package static func sum(_ a: Double, _ b: Double) -> Double? {
    aligned(a, b) { $0.addingReportingOverflow($1) }
  }

  package static func difference(_ a: Double, _ b: Double) -> Double? {
    aligned(a, b) { $0.subtractingReportingOverflow($1) }
  }

  /// What remains of a division, with the sign of `a`.
  package static func remainder(_ a: Double, _ b: Double) -> Double? {
    b == 0 ? nil : aligned(a, b) { $0.remainderReportingOverflow(dividingBy: $1) }
  }

  package static func product(_ a: Double, _ b: Double) -> Double? {
    guard let a = Decimal(a), let b = Decimal(b) else { return nil }
    let (units, overflow) = a.units.multipliedReportingOverflow(by: b.units)
    return overflow ? nil : Decimal(units: units, places: a.places + b.places).number
  }

  /// The quotient, where it is a decimal.
  package static func quotient(_ a: Double, _ b: Double) -> Double? {
    guard let a = Decimal(a), let b = Decimal(b), b.units != 0 else { return nil }
    var (units, places) = (a.units, a.places - b.places)
    while units % b.units != 0 || places < 0 {
      let (longer, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = longer
      places += 1
    }
    return Decimal(units: units / b.units, places: places).number
  }

  private static func aligned(
    _ a: Double, _ b: Double, _ operation: (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) -> Double? {
    guard let a = Decimal(a), let b = Decimal(b) else { return nil }
    let places = max(a.places, b.places)
    guard let left = a.units(withPlaces: places), let right = b.units(withPlaces: places) else {
      return nil
    }
    let (units, overflow) = operation(left, right)
    return overflow ? nil : Decimal(units: units, places: places).number
  }
}

/// The exact sum of decimals, taken in one after the other.
struct DecimalSum: Sendable {
  private var units = 0
  private var places = 0
  private var isDecimal = true

  /// Takes in `number`; one that is no decimal ends the exactness.
  mutating func add(_ number: Double) {
    guard isDecimal else { return }
    guard let decimal = DecimalArithmetic.Decimal(number) else {
      isDecimal = false
      return
    }
    add(decimal)
  }

  private mutating func add(_ decimal: DecimalArithmetic.Decimal) {
    let wider = max(places, decimal.places)
    let own = DecimalArithmetic.Decimal(units: units, places: places)
    guard let left = own.units(withPlaces: wider), let right = decimal.units(withPlaces: wider),
      case let (sum, overflow) = left.addingReportingOverflow(right), !overflow
    else {
      isDecimal = false
      return
    }
    (units, places) = (sum, wider)
  }

  /// The sum of what both have taken in.
  func adding(_ other: DecimalSum) -> DecimalSum {
    var sum = self
    sum.isDecimal = isDecimal && other.isDecimal
    if sum.isDecimal { sum.add(.init(units: other.units, places: other.places)) }
    return sum
  }

  /// The nearest `Double` to the sum; nil where it is no decimal of few digits.
  var number: Double? {
    isDecimal ? DecimalArithmetic.Decimal(units: units, places: places).number : nil
  }
}
