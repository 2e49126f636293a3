import Facts
import Wording

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
        Label.periodsDiffer.text(top.period.label, bottom.period.label), facts: ids)
    }
    guard top.subject == bottom.subject else {
      throw Refusal(Label.subjectsDiffer.text, facts: ids)
    }
    for point in [numerator, denominator] where !point.isComparable {
      throw Refusal(Label.valueNotComparable.text(point.fact.period.label), facts: ids)
    }
    guard numerators.indicator.unit == denominators.indicator.unit,
      numerators.indicator.unit.hasRatio
    else { throw Refusal(Label.unitsDiffer.text, facts: ids) }
    let shift = top.multiple - bottom.multiple
    guard let first = top.value, let second = bottom.value, second > 0 else {
      throw Refusal(Label.ratioBaseNotPositive.text, facts: ids)
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
      name: Label.ratioNamed.text(numerators.indicator.name, denominators.indicator.name),
      from: [top, bottom], indicator: numerators.indicator.id, subject: top.subject,
      period: top.period, value: DecimalPower.scale(first / second, by: shift),
      interval: interval, unit: .number, decimals: Rounding.ratioDecimals,
      operation: Label.ratio.text,
      arithmetic: "\(top.figure(in: top.multiple)) / \(bottom.figure(in: top.multiple))")
  }

  /// The ratio that two targets of one policy and deadline imply. Where the figure below may be exceeded
  /// the ratio is an upper bound, where the one above may be, a lower bound; where both may, there is none.
  package static func ofTargets(
    _ numerator: TargetProgress, to denominator: TargetProgress
  ) throws(Refusal) -> Fact {
    let (top, bottom) = (numerator.fact, denominator.fact)
    let ids = [top.id, bottom.id]
    guard numerator.target.policyID == denominator.target.policyID,
      !numerator.target.policyID.isEmpty, let deadline = numerator.target.deadline,
      deadline == denominator.target.deadline
    else { throw Refusal(Label.targetsDiffer.text, facts: ids) }
    guard top.subject == bottom.subject else {
      throw Refusal(Label.targetSubjectsDiffer.text, facts: ids)
    }
    let unit = numerator.indicator.unit
    guard unit == denominator.indicator.unit, unit.hasRatio else {
      throw Refusal(Label.targetUnitsDiffer.text, facts: ids)
    }
    let qualifier: Qualifier
    switch (top.quantity.qualifier, bottom.quantity.qualifier) {
    case (.exact, .exact): qualifier = .exact
    case (.exact, .over): qualifier = .lessThan
    case (.exact, .atLeast): qualifier = .upTo
    case (.over, .exact): qualifier = .over
    case (.atLeast, .exact): qualifier = .atLeast
    default: throw Refusal(Label.targetsBoundNothing.text, facts: ids)
    }
    guard let first = top.value, let second = bottom.value, second > 0 else {
      throw Refusal(Label.ratioBaseNotPositive.text, facts: ids)
    }
    let ratio = DecimalPower.scale(first / second, by: top.multiple - bottom.multiple)
    let interval: Interval =
      switch qualifier {
      case .lessThan, .upTo: Interval(low: nil, high: ratio)
      case .over, .atLeast: Interval(low: ratio, high: nil)
      case .exact, .about, .nearly, .vague: Interval(low: ratio, high: ratio)
      }
    return Fact(
      derived: "derived.\(top.id).ratio.\(bottom.id)",
      name: Label.targetRatioNamed.text(numerator.indicator.name, denominator.indicator.name),
      from: [top, bottom], indicator: numerator.indicator.id, subject: top.subject,
      period: deadline, value: ratio, interval: interval, unit: .number,
      decimals: Rounding.ratioDecimals, qualifier: qualifier, operation: Label.ratio.text,
      arithmetic: "\(top.figure(in: top.multiple)) / \(bottom.figure(in: top.multiple))")
  }
}
