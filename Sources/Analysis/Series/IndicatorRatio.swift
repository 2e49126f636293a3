package import Facts

/// One level set against another of its topic and unit: over time, and as the targets for the two imply.
package struct IndicatorRatio: Sendable {
  package var numerator: Indicator
  package var denominator: Indicator
  /// By period: for each period of which both have a comparable value.
  package var values: [Fact]
  /// For each pair of targets that one policy sets for one deadline.
  package var aims: [Fact]

  /// For the last period that both have; nil where there is none.
  package var latest: Fact? { values.last }
}

extension IndicatorRatio {
  /// A topic with more levels than this gets no ratios: nobody asks for each by each.
  private static let maximumLevels = 12

  /// The ratio of each level to each other of its topic and unit. A pair without a common period is there
  /// all the same, with nothing in it.
  static func all(
    of series: [(indicator: Indicator, series: [Series])], progress: [TargetProgress]
  ) -> [IndicatorRatio] {
    let levels = series.filter { $0.indicator.kind == .level }
    return levels.flatMap { top in
      let group = levels.filter {
        $0.indicator.topic == top.indicator.topic && $0.indicator.unit == top.indicator.unit
      }
      guard group.count <= maximumLevels else { return [IndicatorRatio]() }
      return group.compactMap { bottom in
        guard bottom.indicator.id != top.indicator.id else { return nil }
        return IndicatorRatio(
          numerator: top.indicator, denominator: bottom.indicator,
          values: values(top.series.first, bottom.series.first),
          aims: aims(top.indicator, bottom.indicator, progress))
      }
    }
  }

  private static func values(_ top: Series?, _ bottom: Series?) -> [Fact] {
    guard let top, let bottom else { return [] }
    return top.points.compactMap { point in
      guard
        let other = bottom.points.last(where: { $0.fact.period == point.fact.period })
      else { return nil }
      return try? Ratio.of(point, in: top, to: other, in: bottom)
    }
  }

  private static func aims(
    _ top: Indicator, _ bottom: Indicator, _ progress: [TargetProgress]
  ) -> [Fact] {
    progress.filter { $0.indicator.id == top.id }.flatMap { one in
      progress.filter { $0.indicator.id == bottom.id }.compactMap { other in
        try? Ratio.ofTargets(one, to: other)
      }
    }
  }
}
