package import Facts
import Glibc
import Wording

/// A target set against the latest value of its indicator.
package struct TargetProgress: Sendable {
  package var target: Target
  /// The target as a fact, its value in the multiple of its indicator.
  package var fact: Fact
  package var indicator: Indicator
  package var status: TargetStatus
  /// Why it is not measurable, or what goes with the status; may be empty.
  package var reason: String
  /// The value that it was measured by; nil where it was not.
  package var latest: Fact?
  /// The first comparable value of the indicator, from which the pace so far is counted; nil where the
  /// latest value is the only one.
  package var baseline: Fact?
  /// The latest value as a part of the figure aimed at, in percent.
  package var attained: Fact?
  /// What is missing to the figure aimed at, in the indicator's unit; negative where it is passed.
  package var gap: Fact?
  /// The growth per year needed from the latest value to the horizon: percent, or percentage points for
  /// an indicator in percent. Nil where there is no horizon ahead.
  package var required: Fact?
  /// The growth per year achieved so far, in the same terms. Nil where it cannot be worked out.
  package var achieved: Fact?

  /// The rule as the methodology page prints it.
  package static var rule: String { Label.progressRule.text }
}

extension TargetProgress {
  /// Measures `target` by `series`, the indicator's series for the target's subject; nil where there is
  /// none. `threshold` is what each thing counted has to pass; `asOf` is the day on which the question is asked,
  /// if it matters.
  package static func measure(
    _ target: Target, of indicator: Indicator, by series: Series?, threshold: Fact? = nil,
    asOf: CalendarDate? = nil
  ) -> TargetProgress {
    let multiple =
      series.map { $0.points.isEmpty && $0.excluded.isEmpty ? nil : $0.multiple } ?? nil
    let fact = Fact(
      target, name: indicator.name, multiple: multiple ?? target.quantity.multiplier,
      threshold: threshold)
    var progress = TargetProgress(
      target: target, fact: fact, indicator: indicator, status: .notMeasurable, reason: "")
    progress.measure(by: series, asOf: asOf)
    return progress
  }

  private mutating func measure(by series: Series?, asOf: CalendarDate?) {
    guard let aim = fact.value else {
      reason = Label.noFigure.text
      return
    }
    guard let series, let point = series.points.last(where: \.isComparable),
      let value = point.fact.value
    else {
      reason = Label.noComparableValue.text
      return
    }
    if target.comparability == .uncertain || target.comparability == .notComparable {
      reason =
        target.comparabilityNote.isEmpty
        ? Label.termMayDiffer.text : target.comparabilityNote
      return
    }
    guard isFigureToReach else {
      reason = Label.targetIsCeiling.text
      return
    }
    guard indicator.unit.hasRatio, aim > 0 else {
      reason = Label.indicatorNoRatio.text
      return
    }
    latest = point.fact
    baseline = series.points.first(where: \.isComparable).flatMap {
      $0.fact.id == point.fact.id ? nil : $0.fact
    }
    setAttained(point.fact, value, aim)
    setPace(series, point, value, aim)
    decide(point, value, aim, asOf)
  }

  /// Whether the figure is where the target leads: on the way up a ceiling is not, on the way down it is.
  private var isFigureToReach: Bool {
    switch target.quantity.qualifier {
    case .exact, .about, .nearly, .over, .atLeast: true
    case .upTo, .lessThan: target.direction == .down
    case .vague: false
    }
  }

  /// What the gap and the required pace are where the target is a bound of what is aimed at.
  private var bound: Qualifier {
    switch target.quantity.qualifier {
    case .over, .atLeast, .upTo, .lessThan: target.quantity.qualifier
    case .exact, .about, .nearly, .vague: .exact
    }
  }

  /// What the part attained is of such a target: the more is aimed at, the less is attained.
  private var inverseBound: Qualifier {
    switch bound {
    case .over: .lessThan
    case .atLeast: .upTo
    case .upTo: .atLeast
    case .lessThan: .over
    case .exact, .about, .nearly, .vague: .exact
    }
  }

  private mutating func setAttained(_ latest: Fact, _ value: Double, _ aim: Double) {
    attained = Fact(
      derived: "derived.\(target.id).attained", name: Label.shareAttained.text,
      from: [latest, fact], indicator: indicator.id, subject: target.subject,
      period: latest.period, value: value / aim * 100,
      interval: latest.interval?.map { $0 / aim * 100 }, unit: .percent,
      decimals: Rounding.percentDecimals, qualifier: inverseBound,
      operation: Label.shareOfAim.text,
      arithmetic: "\(latest.figure) / \(fact.figure(in: fact.multiple)) × 100")
    let gapValue = aim - value
    gap = Fact(
      derived: "derived.\(target.id).gap", name: Label.gapToTarget.text, from: [fact, latest],
      indicator: indicator.id, subject: target.subject, period: latest.period, value: gapValue,
      interval: latest.interval.map {
        Interval(low: $0.high.map { aim - $0 }, high: $0.low.map { aim - $0 })
      },
      unit: indicator.unit, counted: latest.quantity.counted, multiple: fact.multiple,
      decimals: decimals(latest), qualifier: gapValue > 0 ? bound : .exact,
      operation: Label.differenceFromAim.text,
      arithmetic: "\(fact.figure(in: fact.multiple)) − \(latest.figure)")
  }

  /// Digits after the point that the difference has, both figures in the indicator's multiple.
  private func decimals(_ latest: Fact) -> Int {
    func decimals(_ quantity: Quantity) -> Int {
      max(0, (quantity.number?.decimals ?? 0) + fact.multiple - quantity.multiplier)
    }
    return max(decimals(latest.quantity), decimals(target.quantity))
  }

  private mutating func setPace(
    _ series: Series, _ point: Series.Point, _ value: Double, _ aim: Double
  ) {
    let isShare = indicator.unit == .percent
    if isShare {
      achieved = Self.pointsPerYear(series, point)
    } else {
      do throws(Refusal) { achieved = try series.growth() } catch { reason = error.reason }
    }
    guard let horizon = target.deadline?.year, let year = point.fact.period.year, horizon > year,
      value > 0
    else { return }
    let years = Double(horizon - year)
    let (aimed, known) = (fact.figure(in: fact.multiple), point.fact.figure)
    let arithmetic: String
    if isShare {
      arithmetic = "(\(aimed) − \(known)) / \(horizon - year)"
    } else {
      arithmetic = Growth.arithmetic(from: known, to: aimed, years: years)
    }
    func pace(_ value: Double) -> Double {
      isShare ? (aim - value) / years : (pow(aim / value, 1 / years) - 1) * 100
    }
    required = Fact(
      derived: "derived.\(target.id).required", name: Label.growthRequired.text,
      from: [fact, point.fact], indicator: indicator.id, subject: target.subject,
      period: .years(year, through: horizon), value: pace(value),
      interval: point.fact.interval.map {
        Interval(low: $0.high.map(pace), high: $0.low.flatMap { $0 > 0 ? pace($0) : nil })
      },
      unit: isShare ? .percentagePoint : .percent, decimals: Rounding.percentDecimals,
      qualifier: value < aim ? bound : .exact,
      operation: isShare ? Label.requiredChange.text : Label.requiredGrowth.text,
      arithmetic: arithmetic)
  }

  /// The change per year of an indicator in percent, in percentage points.
  private static func pointsPerYear(_ series: Series, _ point: Series.Point) -> Fact? {
    guard let first = series.points.first(where: \.isComparable),
      let start = first.fact.period.year,
      let end = point.fact.period.year, end > start, let from = first.fact.value,
      let to = point.fact.value
    else { return nil }
    let years = end - start
    return Fact(
      derived: "derived.\(series.idStem).pace.\(first.fact.period)-\(point.fact.period)",
      name: Label.changePerYear.text, from: [point.fact, first.fact],
      indicator: series.indicator.id,
      subject: series.subject, period: .years(start, through: end),
      value: (to - from) / Double(years), interval: nil, unit: .percentagePoint,
      decimals: Rounding.percentDecimals, operation: Label.yearlyChange.text,
      arithmetic: "(\(point.fact.figure) − \(first.fact.figure)) / \(years)")
  }

  private mutating func decide(
    _ point: Series.Point, _ value: Double, _ aim: Double, _ asOf: CalendarDate?
  ) {
    if isReached(value, aim) {
      status = .met
      return
    }
    guard let deadline = target.deadline, let end = deadline.end else {
      reason = Label.noDeadline.text
      return
    }
    if let last = point.fact.period.end, last >= end {
      status = .missed
      return
    }
    if let asOf, asOf > end {
      reason = Label.deadlinePassed.text
      return
    }
    guard let required = required?.value else {
      reason = Label.deadlineYearOpen.text
      return
    }
    guard let achieved = achieved?.value else { return }
    reason = ""
    let keepsPace =
      switch target.direction {
      case .up: achieved >= required
      case .down: achieved <= required
      }
    status = keepsPace ? .onTrack : .behind
  }

  private func isReached(_ value: Double, _ aim: Double) -> Bool {
    switch (target.direction, target.quantity.qualifier) {
    case (.up, .over): value > aim
    case (.up, _): value >= aim
    case (.down, .lessThan): value < aim
    case (.down, _): value <= aim
    }
  }
}
