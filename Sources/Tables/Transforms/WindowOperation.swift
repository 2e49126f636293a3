/// An operation over a window: one of Vega's own, or an aggregate of the frame.
package enum WindowOperation: Hashable, Sendable {
  /// Operations that depend on a row's place in its partition.
  package enum Ranking: String, CaseIterable, Sendable {
    case rowNumber = "row_number"
    case rank
    case denseRank = "dense_rank"
    case percentRank = "percent_rank"
    case cumulativeDistribution = "cume_dist"
    case ntile, lag, lead
    case firstValue = "first_value"
    case lastValue = "last_value"
    case nthValue = "nth_value"
    case previousValue = "prev_value"
    case nextValue = "next_value"
  }

  case ranking(Ranking)
  case aggregate(AggregateOperation)

  /// The operation called `name` in Vega; nil where there is none.
  package init?(_ name: String) {
    if let ranking = Ranking(rawValue: name) {
      self = .ranking(ranking)
    } else if let aggregate = AggregateOperation(rawValue: name) {
      self = .aggregate(aggregate)
    } else {
      return nil
    }
  }

  /// The names of all operations.
  package static let names =
    Ranking.allCases.map(\.rawValue) + AggregateOperation.allCases.map(\.rawValue)

  /// Whether the operation is nothing without a parameter above 0.
  var needsParameter: Bool { self == .ranking(.ntile) || self == .ranking(.nthValue) }

  /// Whether the operation reads the values of a field. Vega takes no notice of a field that is given to any
  /// other: these count rows.
  var readsField: Bool {
    switch self {
    case .ranking(.rowNumber), .ranking(.rank), .ranking(.denseRank), .ranking(.percentRank),
      .ranking(.cumulativeDistribution), .ranking(.ntile), .aggregate(.count):
      false
    case .ranking, .aggregate: true
    }
  }

  var name: String {
    switch self {
    case .ranking(let ranking): ranking.rawValue
    case .aggregate(let aggregate): aggregate.rawValue
    }
  }
}
