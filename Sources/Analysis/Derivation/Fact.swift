package import Facts
import Wording

/// A figure that a page may print: stated by a source, set as a target, or worked out from such.
///
/// A reference type so that series, targets and register share it; it never changes once made.
package final class Fact: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case observation, target, derived
  }

  /// Where a source says it.
  package struct Citation: Hashable, Sendable {
    package var sourceID: String
    package var locator: Locator

    package init(sourceID: String, locator: Locator) {
      self.sourceID = sourceID
      self.locator = locator
    }
  }

  package let id: String
  package let kind: Kind
  /// What the figure is of, such as `Size of the industry` or `Growth per year`.
  package let name: String
  package let indicator: String
  package let subject: String
  package let period: Period
  /// As printed; of a derived fact, the rounded figure.
  package let quantity: Quantity
  /// The value, not rounded, in units of ten to the power of `multiple`; nil where words name no figure.
  package let value: Double?
  /// The power of ten that `value` and `interval` are in: that of the indicator.
  package let multiple: Int
  package let interval: Interval?
  package let status: ObservationStatus
  package let comparability: Comparability?
  /// Why it may not be compared, or what else a reader should know; may be empty.
  package let note: String
  /// The source's own term; empty for a derived fact.
  package let term: String
  /// Places in the sources, the inputs' of a derived fact: each once, in order of use.
  package let citations: [Citation]
  /// How it was worked out; nil where it is stated.
  package let derivation: Derivation?
  /// The figure that each thing counted has to pass; nil where the source says nothing of it.
  package let threshold: Fact?

  package var isDerived: Bool { derivation != nil }

  /// The figure in words.
  package var text: QuantityText { QuantityText(quantity) }

  private init(
    id: String, kind: Kind, name: String, indicator: String, subject: String, period: Period,
    quantity: Quantity, value: Double?, multiple: Int, interval: Interval?,
    status: ObservationStatus, comparability: Comparability?, note: String, term: String,
    citations: [Citation], derivation: Derivation?, threshold: Fact? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.indicator = indicator
    self.subject = subject
    self.period = period
    self.quantity = quantity
    self.value = value
    self.multiple = multiple
    self.interval = interval
    self.status = status
    self.comparability = comparability
    self.note = note
    self.term = term
    self.citations = citations
    self.derivation = derivation
    self.threshold = threshold
  }
}

extension Fact {
  /// The fact that an observation states, its value in units of ten to the power of `multiple`.
  package convenience init(_ observation: Observation, name: String, multiple: Int) {
    self.init(
      id: observation.id, kind: .observation, name: name, indicator: observation.indicator,
      subject: observation.subject, period: observation.period, quantity: observation.quantity,
      value: observation.quantity.value(in: multiple), multiple: multiple,
      interval: observation.quantity.interval(in: multiple), status: observation.status,
      comparability: observation.comparability, note: observation.comparabilityNote,
      term: observation.evidence.term,
      citations: [
        Citation(
          sourceID: observation.evidence.sourceID, locator: observation.evidence.locator)
      ], derivation: nil)
  }

  /// The fact that a target sets, its value in units of ten to the power of `multiple`. What is aimed at
  /// is exact as written: its interval has no rounding. What each thing counted has to pass is printed with it.
  package convenience init(
    _ target: Target, name: String, multiple: Int, threshold: Fact? = nil
  ) {
    var quantity = target.quantity
    if let threshold {
      quantity.condition = Label.withReason.text(threshold.name, threshold.text.text)
    }
    let value = target.quantity.value(in: multiple)
    var interval = target.quantity.interval(in: multiple)
    if target.quantity.qualifier == .exact {
      interval = value.map { Interval(low: $0, high: $0) }
    }
    self.init(
      id: target.id, kind: .target, name: name, indicator: target.indicator,
      subject: target.subject, period: target.deadline ?? .undated, quantity: quantity,
      value: value, multiple: multiple, interval: interval, status: .normal,
      comparability: target.comparability, note: target.comparabilityNote,
      term: target.evidence.term,
      citations: [
        Citation(sourceID: target.evidence.sourceID, locator: target.evidence.locator)
      ], derivation: nil, threshold: threshold)
  }

  /// A fact worked out from `inputs`. `value` and `interval` are in units of ten to the power of
  /// `multiple`; `decimals` are for display, of which a bound may print fewer. A qualifier that bounds the value on
  /// one side opens the interval on the other.
  package convenience init(
    derived id: String, name: String, from inputs: [Fact], indicator: String, subject: String,
    period: Period, value: Double, interval: Interval?, unit: Unit, counted: String = "",
    multiple: Int = 0, decimals: Int, qualifier: Qualifier = .exact,
    operation: String, arithmetic: String, note: String = ""
  ) {
    let direction = Rounding.Direction(qualifier)
    let end: Double
    let known: Interval?
    switch direction {
    case .nearest: (end, known) = (value, interval)
    case .down:
      end = interval?.low ?? value
      known = Interval(low: end, high: nil)
    case .up:
      end = interval?.high ?? value
      known = Interval(low: nil, high: end)
    }
    let rounded = Rounding.bound(value, end, decimals: decimals, direction)
    let number = DecimalText(rounded)
    var citations: [Citation] = []
    for citation in inputs.flatMap(\.citations) where !citations.contains(citation) {
      citations.append(citation)
    }
    self.init(
      id: id, kind: .derived, name: name, indicator: indicator, subject: subject, period: period,
      quantity: Quantity(
        written: rounded, number: number, multiplier: multiple, unit: unit,
        counted: counted, qualifier: qualifier),
      value: value, multiple: multiple, interval: known, status: .estimated,
      comparability: .comparable, note: note, term: "", citations: citations,
      derivation: Derivation(
        operation: operation, arithmetic: arithmetic,
        rounding: Rounding.words(value, end, decimals: number?.decimals ?? decimals, direction),
        inputs: inputs.map(\.id)))
  }

  /// The figure as it stands in arithmetic: grouped digits without qualifier or unit. A figure that was
  /// worked out itself stands with two decimals more than it is printed with, so that a reader who does
  /// the sum again comes to the result printed.
  var figure: String {
    guard isDerived, let value, let number = quantity.number else {
      return quantity.number?.grouped ?? quantity.written
    }
    return DecimalText.grouped(Rounding.text(value, decimals: number.decimals + 2))
  }

  /// The same in units of ten to the power of `scale`: 1 trillion as 1,000 where the others are billions.
  func figure(in scale: Int) -> String {
    guard quantity.multiplier != scale, let value else { return figure }
    let decimals = max(0, (quantity.number?.decimals ?? 0) + scale - quantity.multiplier)
    return DecimalText.grouped(
      Rounding.text(DecimalPower.scale(value, by: multiple - scale), decimals: decimals))
  }
}
