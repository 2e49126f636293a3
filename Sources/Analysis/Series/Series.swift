package import Facts
import Wording

/// An indicator over time: what was published, what follows from a stated change, and what was left out.
package struct Series: Sendable {
  /// A value of the series.
  package struct Point: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      /// A source states it.
      case published
      /// It follows from a stated change and the level the change led to.
      case implied
    }

    package var kind: Kind
    package var fact: Fact

    /// Whether the value may be computed with: comparable, and two-sided.
    package var isComparable: Bool {
      let isMarked = fact.comparability == .uncertain || fact.comparability == .notComparable
      return !isMarked && !fact.quantity.qualifier.isOneSided && fact.value != nil
    }
  }

  /// An observation that is not a value of the series, and why.
  package struct Exclusion: Sendable {
    package var fact: Fact
    package var reason: String
  }

  package var indicator: Indicator
  /// The subject of all values, or empty where each value has its own edition.
  package var subject: String
  /// What the ids of facts derived from the series begin with, after `derived.`: the indicator, and the
  /// subject where the indicator has several.
  package var idStem: String
  /// The power of ten that values are in.
  package var multiple: Int
  /// By period; one a period.
  package var points: [Point]
  package var excluded: [Exclusion]
  /// Notes that go with the choice of values, as a statistician prints them.
  package var footnotes: [String]

  package var published: [Point] { points.filter { $0.kind == .published } }

  /// The last comparable value, or the last value where none is comparable.
  package var latest: Point? { points.last { $0.isComparable } ?? points.last }

  /// The first comparable value, or the first value where none is.
  package var first: Point? { points.first { $0.isComparable } ?? points.first }

  /// The comparable value before the latest, or nil.
  package var previous: Point? {
    guard let latest else { return nil }
    return points.last { $0.isComparable && $0.fact.period < latest.fact.period }
  }

  /// The value of a year, or nil.
  package func point(year: Int) -> Point? { points.first { $0.fact.period == .year(year) } }
}

extension Series {
  /// Growth per year from the first to the latest comparable value.
  package func growth() throws(Refusal) -> Fact {
    guard let first, let latest else { throw Refusal(Label.noValue.text) }
    return try Growth.perYear(from: first, to: latest, in: self)
  }

  /// The change from the comparable value before the latest to the latest.
  package func latestChange() throws(Refusal) -> Fact {
    guard let latest else { throw Refusal(Label.noValue.text) }
    guard let previous else {
      throw Refusal(Label.noEarlierValue.text, facts: [latest.fact.id])
    }
    return try Growth.change(from: previous, to: latest, in: self)
  }
}
