import Glibc
package import Tables

/// How the values of a scale are written on guides.
package struct LabelFormat: Sendable {
  package enum Kind: Sendable {
    case number(NumberFormat)
    /// A span of numbers with as many digits as its ticks need.
    case span(start: Double, stop: Double, count: Double, specifier: NumberFormat?)
    case time(TimeFormat, TimeZoneRules)
    /// Vega's choice by the coarsest unit that a time falls on.
    case multiTime(TimeZoneRules, TimeLocale)
    case logarithm(Scale, count: Double, specifier: NumberFormat?)
    case text
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// The text of `value`, lines joined by line feeds.
  package func text(_ value: Value) -> String {
    switch kind {
    case .text:
      if case .array(let items) = value { return items.map(\.asText).joined(separator: "\n") }
      return value.asText
    case .number(let format): return format.text(of: value.asNumber)
    case .span(let start, let stop, let count, let specifier):
      return Self.spanText(value.asNumber, start, stop, count, specifier)
    case .time(let format, let zone): return format.text(of: value.asNumber, in: zone)
    case .multiTime(let zone, let locale):
      return TimeFormat.multiScale(value.asNumber, in: zone, locale: locale)
    case .logarithm(let scale, let count, let specifier):
      guard scale.labelsLogarithmicTick(value.asNumber, count: count) else { return "" }
      return Self.variable(specifier)?.text(of: value.asNumber) ?? ""
    }
  }

  /// vega-format's `formatSpan`: the precision by the step between ticks.
  static func spanText(
    _ value: Double, _ start: Double, _ stop: Double, _ count: Double, _ specifier: NumberFormat?
  ) -> String {
    guard var format = specifier ?? NumberFormat(",f") else { return "" }
    let step = LinearTicks.step(start, stop, count)
    let largest = max(abs(start), abs(stop))
    // One value alone has no step: it is written with the digits it has.
    if specifier == nil, start == stop { return variable(nil)?.text(of: value) ?? "" }
    guard format.precision == nil, step.isFinite, step != 0 else { return format.text(of: value) }
    switch format.kind {
    case .prefixed?:
      format.precision = NumberPrecision.prefixed(step: step, value: largest)
      return format.text(of: value, prefixedLike: largest)
    case nil, .exponent?, .general?, .rounded?, .roundedPercent?:
      format.precision =
        NumberPrecision.rounded(step: step, maximum: largest) - (format.kind == .exponent ? 1 : 0)
    case .fixed?, .percent?:
      format.precision = max(
        0, NumberPrecision.fixed(step: step) - (format.kind == .percent ? 2 : 0))
    case .binary?, .octal?, .decimal?, .hexadecimal?, .upperHexadecimal?, .character?: break
    }
    return format.text(of: value)
  }

  /// vega-format's `formatFloat`: trailing zeros are trimmed where no precision is asked for.
  static func variable(_ specifier: NumberFormat?) -> NumberFormat? {
    guard var format = specifier ?? NumberFormat(",") else { return nil }
    if format.precision == nil {
      format.precision = 12
      switch format.kind {
      case .percent?: format.precision = 10
      case .exponent?: format.precision = 11
      default: break
      }
      format.trims = true
    }
    return format
  }
}
