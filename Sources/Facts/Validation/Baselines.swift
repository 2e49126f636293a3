/// The comparable values of indicators: dated, two-sided figures that are not marked as something else, by indicator
/// and subject. Against them targets are held.
struct Baselines {
  struct Key: Hashable {
    var indicator: String
    var subject: String
  }

  private var values: [Key: [Observation]] = [:]
  /// Those of which any dated figure is there, comparable or not, with the first day of the earliest.
  private var earliest: [Key: CalendarDate] = [:]

  /// Only what targets ask for is gathered.
  init(_ dataset: Dataset) {
    let wanted = Set(dataset.targets.map { Key(indicator: $0.indicator, subject: $0.subject) })
    guard !wanted.isEmpty else { return }
    for item in dataset.observations {
      let key = Key(indicator: item.indicator, subject: item.subject)
      guard wanted.contains(key), let start = item.period.start else { continue }
      earliest[key] = min(earliest[key] ?? start, start)
      guard item.quantity.number != nil, !item.quantity.qualifier.isOneSided,
        item.status != .forecast, item.comparability != .uncertain,
        item.comparability != .notComparable
      else { continue }
      values[key, default: []].append(item)
    }
  }

  /// The comparable values of what a target is of, in the order of the data.
  func comparable(for target: Target) -> [Observation] {
    values[Key(indicator: target.indicator, subject: target.subject)] ?? []
  }

  /// The first day for which there is any figure of what a target is of.
  func earliest(for target: Target) -> CalendarDate? {
    earliest[Key(indicator: target.indicator, subject: target.subject)]
  }
}
