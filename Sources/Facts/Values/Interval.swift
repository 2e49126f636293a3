import Wording

/// The values that a printed figure may stand for. A missing bound is open.
package struct Interval: Hashable, Sendable {
  package var low: Double?
  package var high: Double?

  package init(low: Double?, high: Double?) {
    self.low = low
    self.high = high
  }

  /// The rule as the methodology page prints it.
  package static var rule: String { Label.intervalRule.text }

  /// The interval of a figure by the printed rule; nil where there is no figure.
  package init?(of number: DecimalText?, qualifier: Qualifier, unit: Unit) {
    guard let number else { return nil }
    let value = number.value
    switch qualifier {
    case .exact:
      let half = unit.isCounted ? 0 : DecimalPower.scale(0.5, by: -number.decimals)
      self.init(low: value - half, high: value + half)
    case .about: self.init(low: value * 0.95, high: value * 1.05)
    case .nearly: self.init(low: value * 0.95, high: value)
    case .over, .atLeast: self.init(low: value, high: nil)
    case .upTo, .lessThan: self.init(low: nil, high: value)
    case .vague: return nil
    }
  }

  /// Both bounds through `transform`, which must not fall.
  package func map(_ transform: (Double) -> Double) -> Interval {
    Interval(low: low.map(transform), high: high.map(transform))
  }
}

/// Powers of ten, exact for the exponents in use.
package enum DecimalPower {
  /// Ten to the power of `exponent`, exact from 0 to 22.
  package static func of(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<min(abs(exponent), 300) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }

  /// `value` times ten to the power of `exponent`; dividing keeps decimal figures nearest.
  package static func scale(_ value: Double, by exponent: Int) -> Double {
    exponent < 0 ? value / of(-exponent) : value * of(exponent)
  }
}
