package import Facts

/// The analysis of a dataset as known on a day: every series, every target's progress, and the register
/// of all facts that follow.
package struct DatasetAnalysis: Sendable {
  /// The dataset as known on the day.
  package let dataset: Dataset
  /// The dataset with what came out later.
  package let whole: Dataset
  package let asOf: CalendarDate?
  /// The rows of `dataset` by id.
  package let names: DatasetIndex
  /// For each indicator in the order of the data: its series, the main one first.
  package let series: [(indicator: Indicator, series: [Series])]
  /// In the order of the data; without `thresholds`.
  package let progress: [TargetProgress]
  /// What each thing has to pass that a target counts: conditions of other targets, not aims of their own.
  package let thresholds: [TargetProgress]
  /// Growth per year, change and the like by series, or why there is none.
  package let outlines: [String: SeriesOutline]
  /// Ratios of indicators that are levels in one unit and of one topic.
  package let ratios: [IndicatorRatio]
  package let register: FactRegister

  package init(_ dataset: Dataset, asOf: CalendarDate? = nil) {
    let known = asOf.map { dataset.known(on: $0) } ?? dataset
    self.dataset = known
    whole = dataset
    self.asOf = asOf
    names = DatasetIndex(known)
    let builder = SeriesBuilder(known)
    series = known.indicators.map { ($0, builder.series(of: $0)) }
    let byIndicator = Dictionary(series.map { ($0.indicator.id, $0) }) { first, _ in first }
    func measure(_ target: Target, threshold: Fact? = nil) -> TargetProgress? {
      guard let (indicator, all) = byIndicator[target.indicator] else { return nil }
      let own =
        all.first { $0.subject == target.subject } ?? (target.subject.isEmpty ? all.first : nil)
      return TargetProgress.measure(
        target, of: indicator, by: own, threshold: threshold, asOf: asOf)
    }
    // What is no aim of its own but a condition of one is printed with it.
    let conditions = known.targets.filter { !$0.thresholdOf.isEmpty }.compactMap { measure($0) }
    thresholds = conditions
    progress = known.targets.filter(\.thresholdOf.isEmpty).compactMap { target in
      measure(
        target, threshold: conditions.first { $0.target.thresholdOf == target.id }?.fact)
    }
    var outlines: [String: SeriesOutline] = [:]
    var register = FactRegister()
    for (_, all) in series {
      for (place, one) in all.enumerated() {
        for point in one.points { register.add(point.fact) }
        for exclusion in one.excluded { register.add(exclusion.fact) }
        let outline = SeriesOutline(one, isMain: place == 0)
        outlines[one.idStem] = outline
        for fact in outline.facts { register.add(fact) }
      }
    }
    for item in progress + thresholds {
      register.add(item.fact)
      for fact in [item.attained, item.gap, item.required, item.achieved] {
        if let fact { register.add(fact) }
      }
    }
    ratios = IndicatorRatio.all(of: series, progress: progress)
    for ratio in ratios {
      for fact in ratio.values + ratio.aims { register.add(fact) }
    }
    self.outlines = outlines
    self.register = register
  }
}

/// What is worked out for every series.
package struct SeriesOutline: Sendable {
  /// Growth per year from the first comparable value to the latest; nil where refused.
  package var growth: Fact?
  package var growthRefusal: String
  /// Change from the comparable value before the latest; nil where refused.
  package var change: Fact?
  package var changeRefusal: String
  /// Of an indicator's main series: the change from each comparable value to the next.
  package var changes: [Fact]

  init(_ series: Series, isMain: Bool) {
    changes = []
    if isMain {
      let points = series.points.filter(\.isComparable)
      for (start, end) in zip(points, points.dropFirst()) {
        if let fact = try? Growth.change(from: start, to: end, in: series) { changes.append(fact) }
      }
    }
    growth = nil
    growthRefusal = ""
    change = nil
    changeRefusal = ""
    do throws(Refusal) { growth = try series.growth() } catch { growthRefusal = error.reason }
    do throws(Refusal) { change = try series.latestChange() } catch { changeRefusal = error.reason }
  }

  var facts: [Fact] { [growth, change].compactMap(\.self) + changes }
}
