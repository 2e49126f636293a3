import Glibc
import Scene
package import Tables

/// A scale ready for use: it takes values of the data to positions, sizes, colours or names.
package struct Scale: Sendable {
  package enum Kind: Sendable {
    /// Continuous domain and range.
    case continuous(ContinuousMapping)
    /// A place for each of a list of values.
    case band(BandLayout)
    /// A value of the range for each of the domain, in turn.
    case ordinal
    /// Ranges of numbers, each with its value: the inner bounds in ascending order.
    case thresholds([Double])
    /// Binned values, each bin with its value: the bounds, first and last included.
    case bins([Double])
    /// Values as they are.
    case identity
  }

  /// What a scale gives.
  package enum Output: Sendable {
    case numbers([Double])
    case ramp(ColorRamp)
    case values([Value])
  }

  /// By Vega's name, such as `linear` or `band`.
  package let type: String
  package let kind: Kind
  /// The domain as Vega shows it to guides: numbers or times (two or more), or discrete values.
  package let domain: [Value]
  package let output: Output
  /// The bounds of the bins that the data of the scale fall into, for guides.
  package var bins: [Double]?
  /// The zone in which times are cut; UTC for `utc` scales.
  package var zone: TimeZoneRules
  private let places: [Value: Int]

  package init(
    type: String, kind: Kind, domain: [Value], output: Output, bins: [Double]? = nil,
    zone: TimeZoneRules = .utc
  ) {
    self.type = type
    self.kind = kind
    self.domain = domain
    self.output = output
    self.bins = bins
    self.zone = type == "utc" ? .utc : zone
    switch kind {
    case .band, .ordinal:
      places = Dictionary(
        domain.enumerated().map { (Self.key($1), $0) }, uniquingKeysWith: { first, _ in first })
    case .continuous, .thresholds, .bins, .identity: places = [:]
    }
  }

  /// d3 keys discrete domains by text: a number and its text are one value, and a date its time.
  private static func key(_ value: Value) -> Value {
    switch value {
    case .number(let number), .date(let number): .string(NumberText.text(of: number))
    case .bool(let bool): .string(bool ? "true" : "false")
    case .string: value
    case .null, .undefined, .array, .object: .string(value.asText)
    }
  }

  package var isDiscrete: Bool {
    switch kind {
    case .band, .ordinal, .bins: true
    case .continuous, .thresholds, .identity: false
    }
  }

  package var isTime: Bool { type == "time" || type == "utc" }

  /// The width of a band; 0 for scales without bands.
  package var bandwidth: Double { if case .band(let layout) = kind { layout.bandwidth } else { 0 } }

  /// The first and last number of the range; nil where it holds no numbers.
  package var numericRange: (Double, Double)? {
    guard case .numbers(let range) = output, let first = range.first, let last = range.last else {
      return nil
    }
    return (first, last)
  }

  /// The domain as numbers.
  package var numericDomain: [Double] { domain.map(\.asNumber) }

  /// The place in the range for `value`, nil where it has none.
  package func number(_ value: Value) -> Double? {
    switch kind {
    case .band(let layout): return index(of: value).map { layout.starts[$0] }
    case .continuous(let mapping):
      if value.isAbsent { return nil }
      guard case .numbers(let range) = output else { return nil }
      return mapping.number(value.asNumber, range: range)
    case .ordinal, .thresholds, .bins:
      guard let number = self.value(value)?.asNumber, !number.isNaN else { return nil }
      return number
    case .identity: return value.asNumber.isNaN ? nil : value.asNumber
    }
  }

  /// The same for a number, without making a value of it.
  package func number(_ value: Double) -> Double? {
    if case .continuous(let mapping) = kind, case .numbers(let range) = output {
      return mapping.number(value, range: range)
    }
    return number(.number(value))
  }

  /// What the range has for `value`, nil where it has nothing. Colours come as text.
  package func value(_ value: Value) -> Value? {
    switch kind {
    case .continuous(let mapping):
      switch output {
      case .numbers: return number(value).map { .number($0) }
      case .ramp(let ramp):
        if value.isAbsent { return nil }
        let share = mapping.share(value.asNumber)
        return share.isNaN ? nil : .string(CSSColor.text(ramp.color(at: share)))
      case .values(let range): return range.first
      }
    case .band: return number(value).map { .number($0) }
    case .ordinal:
      return index(of: value).flatMap { place($0) }
    case .thresholds(let bounds):
      let number = value.asNumber
      if number.isNaN { return nil }
      return place(bounds.firstIndex { number < $0 } ?? bounds.count)
    case .bins(let bounds):
      let number = value.asNumber
      if number.isNaN { return nil }
      let index = (bounds.firstIndex { number < $0 } ?? bounds.count) - 1
      return index < 0 ? nil : place(index)
    case .identity: return value
    }
  }

  /// The place of a value in a discrete domain.
  package func index(of value: Value) -> Int? { places[Self.key(value)] }

  private func place(_ index: Int) -> Value? {
    switch output {
    case .values(let range): range.isEmpty ? nil : range[index % range.count]
    case .numbers(let range): range.isEmpty ? nil : .number(range[index % range.count])
    case .ramp(let ramp): .string(CSSColor.text(ramp.color(at: 0)))
    }
  }
}

/// The numeric part of a continuous scale.
package struct ContinuousMapping: Sendable {
  package enum Function: Sendable, Hashable {
    case linear
    case power(Double)
    case logarithm(base: Double)
    case symmetricLogarithm(constant: Double)
  }

  package var function: Function
  /// Two or more numbers, ascending or descending.
  package var domain: [Double]
  package var isClamped: Bool
  package var isRounded: Bool

  package init(
    function: Function, domain: [Double], isClamped: Bool = false, isRounded: Bool = false
  ) {
    self.function = function
    self.domain = domain
    self.isClamped = isClamped
    self.isRounded = isRounded
  }

  /// The logarithm of a positive number, exact for powers of ten and of two (d3-scale's `logp`).
  package static func logarithm(_ x: Double, base: Double) -> Double {
    switch base {
    case 10: log10(x)
    case 2: log2(x)
    default: log(x) / log(base)
    }
  }

  package func transformed(_ x: Double) -> Double {
    switch function {
    case .linear: return x
    case .power(let exponent):
      if exponent == 0.5 { return x < 0 ? -(-x).squareRoot() : x.squareRoot() }
      return x < 0 ? -pow(-x, exponent) : pow(x, exponent)
    case .logarithm: return (domain.first ?? 1) < 0 ? -log(-x) : log(x)
    case .symmetricLogarithm(let constant):
      return x < 0 ? -log1p(abs(x / constant)) : log1p(abs(x / constant))
    }
  }

  package func inverse(_ y: Double) -> Double {
    switch function {
    case .linear: return y
    case .power(let exponent):
      return y < 0 ? -pow(-y, 1 / exponent) : pow(y, 1 / exponent)
    case .logarithm: return (domain.first ?? 1) < 0 ? -exp(-y) : exp(y)
    case .symmetricLogarithm(let constant):
      return y < 0 ? -expm1(abs(y)) * constant : expm1(abs(y)) * constant
    }
  }

  /// The piece of the domain that holds `x`, and the share of the way through it.
  private func piece(_ x: Double) -> (index: Int, share: Double) {
    var x = x
    guard let first = domain.first, let last = domain.last else { return (0, .nan) }
    if isClamped { x = max(min(first, last), min(max(first, last), x)) }
    var index = 0
    if domain.count > 2 {
      let isDescending = last < first
      while index < domain.count - 2, isDescending ? x < domain[index + 1] : x >= domain[index + 1]
      {
        index += 1
      }
    }
    guard domain.count > 1 else { return (0, 0.5) }
    let (a, b) = (transformed(domain[index]), transformed(domain[index + 1]))
    let span = b - a
    // d3's normalize: a domain of no extent maps to its middle.
    let share = span == 0 ? 0.5 : (transformed(x) - a) / span
    return (index, share)
  }

  /// The place of `x` among the numbers of `range`, one for each of the domain; nil for NaN.
  package func number(_ x: Double, range: [Double]) -> Double? {
    if x.isNaN { return nil }
    let (index, share) = piece(x)
    guard index + 1 < range.count else { return range.first }
    let (a, b) = (range[index], range[index + 1])
    let y = a * (1 - share) + b * share
    guard y.isFinite else { return nil }
    return isRounded ? halfUp(y) : y
  }

  /// The share of the way through the whole domain, each of its pieces taking an equal part.
  package func share(_ x: Double) -> Double {
    let (index, share) = piece(x)
    let pieces = max(1, domain.count - 1)
    return (Double(index) + share) / Double(pieces)
  }
}
