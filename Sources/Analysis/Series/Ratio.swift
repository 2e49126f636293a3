import Facts

/// One indicator set against another. Never called a share: the data do not say that one is part of the
/// other.
package enum Ratio {
  /// The ratio of two values of one period, as a plain number.
  package static func of(
    _ numerator: Series.Point, in numerators: Series, to denominator: Series.Point,
    in denominators: Series
  ) throws(Refusal) -> Fact {
    let (top, bottom) = (numerator.fact, denominator.fact)
    let ids = [top.id, bottom.id]
    guard top.period == bottom.period else {
      throw Refusal(
        "the values are of \(top.period.label) and \(bottom.period.label)", facts: ids)
    }
    guard top.subject == bottom.subject else {
      throw Refusal("the values are of different subjects", facts: ids)
    }
    for point in [numerator, denominator] where !point.isComparable {
      throw Refusal("the value for \(point.fact.period.label) is not comparable", facts: ids)
    }
    guard numerators.indicator.unit == denominators.indicator.unit,
      numerators.indicator.unit.hasRatio
    else { throw Refusal("the values are in different units", facts: ids) }
    let shift = top.multiple - bottom.multiple
    guard let first = top.value, let second = bottom.value, second > 0 else {
      throw Refusal("a ratio needs a base above zero", facts: ids)
    }
    var interval: Interval?
    if let a = top.interval, let b = bottom.interval, let low = a.low, let high = a.high,
      let least = b.low, let most = b.high, least > 0
    {
      interval = Interval(low: low / most, high: high / least)
        .map { DecimalPower.scale($0, by: shift) }
    }
    return Fact(
      derived: "derived.\(numerators.idStem).ratio.\(denominators.idStem).\(top.period)",
      name: "Ratio of \(numerators.indicator.name) to \(denominators.indicator.name)",
      from: [top, bottom], indicator: numerators.indicator.id, subject: top.subject,
      period: top.period, value: DecimalPower.scale(first / second, by: shift),
      interval: interval, unit: .number, decimals: Rounding.ratioDecimals, operation: "ratio",
      arithmetic: "\(top.text.text) / \(bottom.text.text)")
  }
}
