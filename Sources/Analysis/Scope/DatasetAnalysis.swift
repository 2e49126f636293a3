package import Facts

/// The analysis of a dataset as known on a day: every series, every target's progress, and the register
/// of all facts that follow.
package struct DatasetAnalysis: Sendable {
  /// The dataset as known on the day.
  package let dataset: Dataset
  package let asOf: CalendarDate?
  /// For each indicator in the order of the data: its series, the main one first.
  package let series: [(indicator: Indicator, series: [Series])]
  /// In the order of the data.
  package let progress: [TargetProgress]
  /// Growth per year, change and the like by series, or why there is none.
  package let outlines: [String: SeriesOutline]
  /// Ratios of indicators that are levels in one unit and of one topic: see `Ratio`.
  package let ratios: [Fact]
  package let register: FactRegister

  package init(_ dataset: Dataset, asOf: CalendarDate? = nil) {
    let known = asOf.map { dataset.known(on: $0) } ?? dataset
    self.dataset = known
    self.asOf = asOf
    let builder = SeriesBuilder(known)
    series = known.indicators.map { ($0, builder.series(of: $0)) }
    let byIndicator = Dictionary(series.map { ($0.indicator.id, $0) }) { first, _ in first }
    progress = known.targets.compactMap { target in
      guard let (indicator, all) = byIndicator[target.indicator] else { return nil }
      let own =
        all.first { $0.subject == target.subject } ?? (target.subject.isEmpty ? all.first : nil)
      return TargetProgress.measure(target, of: indicator, by: own, asOf: asOf)
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
    for item in progress {
      register.add(item.fact)
      for fact in [item.attained, item.gap, item.required, item.achieved] {
        if let fact { register.add(fact) }
      }
    }
    ratios = Self.ratios(series.compactMap { $0.series.first })
    for fact in ratios { register.add(fact) }
    self.outlines = outlines
    self.register = register
  }
}

extension DatasetAnalysis {
  /// A topic with more levels than this gets no ratios: nobody asks for each by each.
  private static let maximumLevels = 12

  /// The ratio of each level to each other of its topic and unit, for the last period that both have.
  private static func ratios(_ series: [Series]) -> [Fact] {
    var groups: [String: [Series]] = [:]
    var order: [String] = []
    for one in series where one.indicator.kind == .level && one.latest != nil {
      let key = "\(one.indicator.topic) \(one.indicator.unit.rawValue)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(one)
    }
    var ratios: [Fact] = []
    for key in order {
      guard let group = groups[key], group.count <= maximumLevels else { continue }
      for top in group {
        for bottom in group where bottom.indicator.id != top.indicator.id {
          if let fact = ratio(top, bottom) { ratios.append(fact) }
        }
      }
    }
    return ratios
  }

  private static func ratio(_ top: Series, _ bottom: Series) -> Fact? {
    for point in top.points.reversed() where point.isComparable {
      guard
        let other = bottom.points.last(where: { $0.fact.period == point.fact.period }),
        let fact = try? Ratio.of(point, in: top, to: other, in: bottom)
      else { continue }
      return fact
    }
    return nil
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
