package import Facts
import Wording

/// What happened, was issued or is due, in order of time.
package struct Timeline: Sendable {
  package struct Entry: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case policy, edition, event, deadline
    }

    package var kind: Kind
    /// Id of the policy, edition, event or target.
    package var id: String
    /// Nil where no source and no inference dates it.
    package var period: Period?
    /// How the period is known.
    package var basis: Basis
    package var name: String
    /// The name, or a short one that the data have.
    package var label: String
    /// What sort of policy or event it is, in words.
    package var detail: String
    /// Of an event: the edition that it is part of; empty for others.
    package var edition: String
    package var evidence: Evidence
  }

  /// By period, then in the order of the data.
  package var dated: [Entry]
  /// In the order of the data.
  package var undated: [Entry]

  /// How the days of an edition are known: inferred where one of them is.
  private static func basis(of edition: Edition) -> Basis {
    guard edition.start != nil else { return edition.yearBasis }
    return edition.endBasis == .inferred ? .inferred : edition.startBasis
  }

  package init(_ dataset: Dataset) {
    var entries: [Entry] = []
    for item in dataset.policies {
      entries.append(
        Entry(
          kind: .policy, id: item.id, period: item.issued, basis: item.issuedBasis, name: item.name,
          label: item.label,
          detail: FactValues.words(item.kind), edition: "", evidence: item.evidence))
    }
    for item in dataset.editions {
      entries.append(
        Entry(
          kind: .edition, id: item.id, period: item.period,
          basis: Self.basis(of: item), name: item.name,
          label: item.label, detail: item.label, edition: item.id, evidence: item.evidence))
    }
    for item in dataset.events {
      entries.append(
        Entry(
          kind: .event, id: item.id, period: item.date, basis: item.dateBasis, name: item.name,
          label: item.name,
          detail: item.basis == .announced
            ? Label.kindAnnounced.text(FactValues.words(item.kind)) : FactValues.words(item.kind),
          edition: item.edition, evidence: item.evidence))
    }
    let names = Dictionary(dataset.indicators.map { ($0.id, $0.name) }) { first, _ in first }
    for item in dataset.targets where item.thresholdOf.isEmpty {
      entries.append(
        Entry(
          kind: .deadline, id: item.id, period: item.deadline, basis: item.deadlineBasis,
          name: names[item.indicator] ?? item.indicator,
          label: names[item.indicator] ?? item.indicator,
          detail: QuantityText(item.quantity).text, edition: "", evidence: item.evidence))
    }
    let known = entries.enumerated().filter { $0.element.period?.start != nil }
    dated = known.sorted { left, right in
      let (a, b) = (left.element.period ?? .undated, right.element.period ?? .undated)
      if a < b { return true }
      return b < a ? false : left.offset < right.offset
    }.map(\.element)
    undated = entries.filter { $0.period?.start == nil }
  }
}
