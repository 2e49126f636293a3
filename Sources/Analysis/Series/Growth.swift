import Facts
import Glibc
import Wording

/// Growth between two values of a series. Refused, with the reason, where it would mean nothing.
package enum Growth {
  /// The relative change from one value to another, in percent.
  package static func change(
    from start: Series.Point, to end: Series.Point, in series: Series
  ) throws(Refusal) -> Fact {
    let ends = try comparable(start, end, series)
    return Fact(
      derived: id("change", start, end, series), name: Label.change.text,
      from: [end.fact, start.fact],
      indicator: series.indicator.id, subject: series.subject, period: ends.period,
      value: (ends.last / ends.first - 1) * 100,
      interval: interval(start.fact, end.fact) { ($0 - 1) * 100 }, unit: .percent,
      decimals: Rounding.percentDecimals, operation: Label.relativeChange.text,
      arithmetic: arithmetic(from: start.fact.figure, to: end.fact.figure, years: 1))
  }

  /// The compound growth per year from one value to another, in percent.
  package static func perYear(
    from start: Series.Point, to end: Series.Point, in series: Series
  ) throws(Refusal) -> Fact {
    let ends = try comparable(start, end, series)
    let power = 1 / ends.years
    return Fact(
      derived: id("growth", start, end, series), name: Label.growthPerYear.text,
      from: [end.fact, start.fact], indicator: series.indicator.id, subject: series.subject,
      period: ends.period, value: (pow(ends.last / ends.first, power) - 1) * 100,
      interval: interval(start.fact, end.fact) { (pow($0, power) - 1) * 100 }, unit: .percent,
      decimals: Rounding.percentDecimals, operation: Label.compoundGrowth.text,
      arithmetic: arithmetic(from: start.fact.figure, to: end.fact.figure, years: ends.years))
  }

  /// The sum behind compound growth per year: `(√(240 / 186) − 1) × 100` for two years, for more whole years the
  /// root as a raised exponent, such as `¹/³`: few faces have the sign of another root.
  static func arithmetic(from first: String, to last: String, years: Double) -> String {
    if years == 1 { return "(\(last) / \(first) − 1) × 100" }
    if years == 2 { return "(√(\(last) / \(first)) − 1) × 100" }
    let whole = Int(exactly: years).map { String($0).map(raised) }
    let root = whole.map { "¹/" + String($0) } ?? "^(1/\(Rounding.text(years, decimals: 2)))"
    return "((\(last) / \(first))\(root) − 1) × 100"
  }

  private static func raised(_ digit: Character) -> Character {
    let signs: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return digit.wholeNumberValue.map { signs[$0] } ?? digit
  }

  private struct Ends {
    var first: Double
    var last: Double
    var years: Double
    var period: Period
  }

  /// The two values where growth between them means something.
  private static func comparable(
    _ start: Series.Point, _ end: Series.Point, _ series: Series
  ) throws(Refusal) -> Ends {
    let ids = [start.fact.id, end.fact.id]
    guard series.indicator.unit.hasRatio else {
      throw Refusal(Label.noGrowthOfOrder.text, facts: ids)
    }
    for point in [start, end] { try requireComparable(point) }
    guard let first = start.fact.value, let last = end.fact.value else {
      throw Refusal(Label.valueMissing.text, facts: ids)
    }
    guard first > 0, last >= 0 else { throw Refusal(Label.baseNotPositive.text, facts: ids) }
    let years = try years(from: start.fact.period, to: end.fact.period, ids)
    // SDMX status B marks the first value after a change of definition.
    let broken = series.points.first { point in
      point.fact.status == .timeSeriesBreak && start.fact.period < point.fact.period
        && !(end.fact.period < point.fact.period)
    }
    if let broken {
      throw Refusal(
        Label.definitionChanged.text(broken.fact.period.label), facts: [broken.fact.id])
    }
    return Ends(
      first: first, last: last, years: years,
      period: Self.period(from: start.fact.period, to: end.fact.period))
  }

  private static func requireComparable(_ point: Series.Point) throws(Refusal) {
    let fact = point.fact
    if fact.quantity.qualifier.isOneSided {
      throw Refusal(
        Label.valueIsBound.text(fact.period.label, fact.quantity.written),
        facts: [fact.id])
    }
    guard point.isComparable else {
      let reason = Label.valueNotComparable.text(fact.period.label)
      throw Refusal(
        fact.note.isEmpty ? reason : Label.withReason.text(reason, fact.note), facts: [fact.id])
    }
  }

  /// The time between two periods of one form, in years.
  private static func years(
    from start: Period, to end: Period, _ ids: [String]
  ) throws(Refusal) -> Double {
    let years: Double
    switch (start, end) {
    case (.year(let a), .year(let b)): years = Double(b - a)
    case (.quarter(let p, let a), .quarter(let q, let b)):
      years = Double(b - a) + Double(q - p) / 4
    case (.month(let p, let a), .month(let q, let b)):
      years = Double(b - a) + Double(q - p) / 12
    case (.day(let a), .day(let b)):
      years = Double(b.daysSinceEpoch - a.daysSinceEpoch) / 365.2425
    default: throw Refusal(Label.lengthsDiffer.text, facts: ids)
    }
    guard years > 0 else { throw Refusal(Label.onePeriod.text, facts: ids) }
    return years
  }

  private static func period(from start: Period, to end: Period) -> Period {
    if case .year(let a) = start, case .year(let b) = end { return .years(a, through: b) }
    guard let first = start.start, let last = end.end else { return end }
    return .days(first, through: last)
  }

  /// What the result may be, the values being rounded: the ratio of the nearest and the farthest ends.
  private static func interval(
    _ start: Fact, _ end: Fact, _ transform: (Double) -> Double
  ) -> Interval? {
    guard let from = start.interval, let to = end.interval, let base = from.low, base > 0,
      let wide = from.high, let low = to.low, let high = to.high
    else { return nil }
    return Interval(low: transform(low / wide), high: transform(high / base))
  }

  static func id(
    _ operation: String, _ start: Series.Point, _ end: Series.Point, _ series: Series
  ) -> String {
    "derived.\(series.idStem).\(operation).\(start.fact.period)-\(end.fact.period)"
  }
}
