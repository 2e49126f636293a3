package import Facts
import Wording

/// Builds the series of a dataset. Observations are grouped once, so that many series cost no more than
/// their values.
package struct SeriesBuilder: Sendable {
  /// The observations of one indicator and subject, by their place in the dataset.
  private struct Group {
    /// Empty where each observation is of its own edition.
    var subject: String
    var places: [Int]
  }

  private let dataset: Dataset
  /// The groups of an indicator, in the order of the data.
  private let groups: [String: [Group]]
  private let byID: [String: Int]
  /// For each observation that lost: the reconciliations against it.
  private let lost: [String: [Reconciliation]]
  /// Indicators of the change of an indicator.
  private let changes: [String: [String]]

  package init(_ dataset: Dataset) {
    self.dataset = dataset
    let editions = Set(dataset.editions.map(\.id))
    var groups: [String: [Group]] = [:]
    var slots: [String: [String: Int]] = [:]
    var byID: [String: Int] = [:]
    byID.reserveCapacity(dataset.observations.count)
    for place in dataset.observations.indices {
      let indicator = dataset.observations[place].indicator
      let own = dataset.observations[place].subject
      let subject = editions.contains(own) ? "" : own
      if let slot = slots[indicator]?[subject] {
        groups[indicator]?[slot].places.append(place)
      } else {
        slots[indicator, default: [:]][subject] = groups[indicator]?.count ?? 0
        groups[indicator, default: []].append(Group(subject: subject, places: [place]))
      }
      byID[dataset.observations[place].id] = place
    }
    self.groups = groups
    self.byID = byID
    lost = Dictionary(grouping: dataset.reconciliations, by: \.other)
    let changing = dataset.indicators.filter { !$0.changeOf.isEmpty }
    changes = Dictionary(grouping: changing, by: \.changeOf).mapValues { $0.map(\.id) }
  }

  /// The series of an indicator, one for each subject, in the order of the data; values whose subjects
  /// are editions make one series. The one with the most observations comes first.
  package func series(of indicator: Indicator) -> [Series] {
    let own = groups[indicator.id] ?? []
    let multiple = multiple(of: indicator, own)
    if own.isEmpty {
      return [
        Series(
          indicator: indicator, subject: "", idStem: indicator.id, multiple: multiple, points: [],
          excluded: [], footnotes: [])
      ]
    }
    let ordered = own.enumerated().sorted { left, right in
      let (a, b) = (left.element.places.count, right.element.places.count)
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
    return ordered.enumerated().map { place, group in
      let stem = place == 0 ? indicator.id : "\(indicator.id).\(group.subject)"
      return series(of: indicator, group, stem, multiple)
    }
  }

  /// The power of ten that an indicator's values are given in: of its latest dated observation, of any,
  /// or of its first target.
  private func multiple(of indicator: Indicator, _ groups: [Group]) -> Int {
    var first: Int?
    var latest: (period: Period, place: Int)?
    for place in groups.lazy.flatMap(\.places)
    where dataset.observations[place].quantity.number != nil {
      first = min(first ?? place, place)
      let period = dataset.observations[place].period
      guard period.end != nil else { continue }
      if let known = latest {
        // The first row of the latest period, whatever the subject.
        if period < known.period || (!(known.period < period) && known.place < place) { continue }
      }
      latest = (period, place)
    }
    if let place = latest?.place ?? first {
      return dataset.observations[place].quantity.multiplier
    }
    return dataset.targets.first { $0.indicator == indicator.id && $0.quantity.number != nil }?
      .quantity.multiplier ?? 0
  }

  private func series(
    of indicator: Indicator, _ group: Group, _ stem: String, _ multiple: Int
  ) -> Series {
    var series = Series(
      indicator: indicator, subject: group.subject, idStem: stem, multiple: multiple, points: [],
      excluded: [], footnotes: [])
    var taken: [Period: String] = [:]
    for place in group.places {
      let item = dataset.observations[place]
      let fact = Fact(item, name: indicator.name, multiple: multiple)
      if let reason = reason(against: item, taken[item.period], &series.footnotes) {
        series.excluded.append(.init(fact: fact, reason: reason))
      } else {
        taken[item.period] = item.id
        series.points.append(.init(kind: .published, fact: fact))
      }
    }
    for implied in impliedPoints(of: indicator, group.subject, stem, multiple) {
      let year = implied.fact.period
      if series.points.contains(where: { $0.fact.period == year && $0.isComparable }) { continue }
      if let rival = series.points.firstIndex(where: { $0.fact.period == year }) {
        let fact = series.points.remove(at: rival).fact
        series.excluded.append(
          .init(fact: fact, reason: Label.comparableFollows.text))
      }
      series.points.append(implied)
    }
    series.points.sort { $0.fact.period < $1.fact.period }
    return series
  }

  /// Why an observation is not a value of the series, or nil where it is.
  private func reason(
    against item: Observation, _ taken: String?, _ footnotes: inout [String]
  ) -> String? {
    var losing: String?
    for reconciliation in lost[item.id] ?? [] where byID[reconciliation.chosen] != nil {
      if !footnotes.contains(reconciliation.footnote) { footnotes.append(reconciliation.footnote) }
      // Chosen as a base of growth, the other row is no rival for the level of its own period.
      if reconciliation.usedFor != "growth" {
        losing = Label.otherUsed.text(reconciliation.chosen, reconciliation.rule.words)
      }
    }
    if item.quantity.number == nil { return Label.noFigure.text }
    if item.period == .undated { return Label.noPeriod.text }
    if item.status == .forecast { return Label.isForecast.text }
    if item.comparability == .notComparable {
      return item.comparabilityNote.isEmpty ? Label.isNotComparable.text : item.comparabilityNote
    }
    if let losing { return losing }
    if let taken { return Label.otherStands.text(taken) }
    return nil
  }

  /// The values that stated changes imply for the first year of their period: the level they led to,
  /// taken back by the change.
  private func impliedPoints(
    of indicator: Indicator, _ subject: String, _ stem: String, _ multiple: Int
  ) -> [Series.Point] {
    var points: [Series.Point] = []
    for changeID in changes[indicator.id] ?? [] {
      let group = groups[changeID]?.first { $0.subject == subject }
      for place in group?.places ?? [] {
        let change = dataset.observations[place]
        guard let levelPlace = byID[change.level] else { continue }
        let level = dataset.observations[levelPlace]
        guard let point = Self.implied(change, level, indicator, stem, multiple),
          !points.contains(where: { $0.fact.period == point.fact.period })
        else { continue }
        points.append(point)
      }
    }
    return points
  }

  private static func implied(
    _ change: Observation, _ level: Observation, _ indicator: Indicator, _ stem: String,
    _ multiple: Int
  ) -> Series.Point? {
    guard case .years(let first, through: _) = change.period, change.quantity.unit == .percent,
      change.quantity.qualifier == .exact, level.quantity.qualifier == .exact,
      change.comparability != .notComparable, change.comparability != .uncertain,
      change.status != .forecast, let percent = change.quantity.value(in: 0), percent > -100,
      let number = level.quantity.number
    else { return nil }
    let end = Fact(level, name: indicator.name, multiple: multiple)
    let stated = Fact(change, name: indicator.name, multiple: 0)
    guard let value = end.value, let bounds = end.interval, let rate = stated.interval,
      let low = bounds.low, let high = bounds.high, let least = rate.low, let most = rate.high,
      least > -100
    else { return nil }
    let fact = Fact(
      derived: "derived.\(stem).implied.\(first)", name: indicator.name,
      from: [end, stated], indicator: indicator.id, subject: change.subject, period: .year(first),
      value: value / (1 + percent / 100),
      interval: Interval(low: low / (1 + most / 100), high: high / (1 + least / 100)),
      unit: indicator.unit, counted: level.quantity.counted, multiple: multiple,
      decimals: max(0, number.decimals + multiple - level.quantity.multiplier),
      operation: Label.levelBeforeChange.text,
      arithmetic: "\(end.figure) / (1 + \(stated.figure) / 100)",
      note: Label.impliedNote.text(
        change.period.end.map { Period.year($0.year).label } ?? ""))
    return Series.Point(kind: .implied, fact: fact)
  }
}
