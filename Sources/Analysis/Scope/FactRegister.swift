package import Facts

/// Every fact that a page may print, by id: what the annex row, the source list and `data trace` are made
/// from.
package struct FactRegister: Sendable {
  private var facts: [String: Fact] = [:]
  /// Ids in the order registered.
  package private(set) var ids: [String] = []

  package init() {}

  /// Adds a fact; one that is known under its id stays.
  package mutating func add(_ fact: Fact) {
    guard facts[fact.id] == nil else { return }
    facts[fact.id] = fact
    ids.append(fact.id)
  }

  /// The fact called `id`, or nil.
  package func fact(_ id: String) -> Fact? { facts[id] }

  /// The fact called `id` as an annex prints it, or nil.
  package func entry(_ id: String) -> FactEntry? { facts[id].map(FactEntry.init) }
}

/// A fact as the annex prints it.
package struct FactEntry: Hashable, Sendable {
  package var id: String
  package var kind: Fact.Kind
  /// What the figure is of, such as `Size of the industry`.
  package var name: String
  /// The figure with qualifier and unit.
  package var text: String
  /// The figure with its qualifier; of what is said in words, such as a place in an order, the words.
  package var number: String
  /// Multiple and unit; empty for a plain number, and for what is said in words.
  package var unit: String
  /// The same amount in another currency or unit, as printed; may be empty.
  package var equivalent: String
  /// The period for a reader.
  package var period: String
  /// Each source that it rests on, through its inputs, once.
  package var sourceIDs: [String]
  /// Each paragraph that it rests on, once.
  package var citations: [Fact.Citation]
  /// The source's own term; empty for a derived fact.
  package var term: String
  /// The operation in words; empty where the figure is stated.
  package var operation: String
  /// The sum as printed; empty where the figure is stated.
  package var arithmetic: String
  /// How the result was rounded; empty where the figure is stated.
  package var rounding: String
  /// Ids of the facts that it was worked out from.
  package var inputs: [String]
  package var status: ObservationStatus
  /// What else a reader should know; may be empty.
  package var note: String

  package init(_ fact: Fact) {
    id = fact.id
    kind = fact.kind
    name = fact.name
    text = fact.text.text
    number = fact.text.number
    // What each thing counted has to pass is a figure with a row of its own.
    var quantity = fact.quantity
    quantity.condition = ""
    unit = QuantityText(quantity).unit
    equivalent = quantity.equivalent
    period = fact.period.label
    var sources: [String] = []
    for citation in fact.citations where !sources.contains(citation.sourceID) {
      sources.append(citation.sourceID)
    }
    sourceIDs = sources
    citations = fact.citations
    term = fact.term
    operation = fact.derivation?.operation ?? ""
    arithmetic = fact.derivation?.arithmetic ?? ""
    rounding = fact.derivation?.rounding ?? ""
    inputs = fact.derivation?.inputs ?? []
    status = fact.status
    note = fact.note
  }
}
