/// What a plan, a city or a company sets out to reach.
package struct Target: Record, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case target, expectation
    case organisationPlan = "organisation_plan"
  }

  /// Which way leads to the target.
  package enum Direction: String, Sendable, CaseIterable {
    case up, down
  }

  package var id: String
  package var row: Int
  /// The policy that sets it; empty where the source ties it to none.
  package var policyID: String
  package var kind: Kind
  package var indicator: String
  package var subject: String
  /// The period by whose end it is to be reached; nil where not stated.
  package var deadline: Period?
  package var deadlineBasis: Basis
  package var deadlineNote: String
  package var quantity: Quantity
  package var direction: Direction
  /// For a condition of another target: that target; empty otherwise.
  package var thresholdOf: String
  /// Whether observations may be measured against it; nil where there are none.
  package var comparability: Comparability?
  package var comparabilityNote: String
  package var evidence: Evidence

  package struct Columns {
    let id: Int, policyID: Int, kind: Int, indicator: Int, subject: Int, deadline: Int
    let deadlineBasis: Int, deadlineNote: Int
    let quantity: Quantity.Columns
    let direction: Int, thresholdOf: Int, comparability: Int, comparabilityNote: Int
    let evidence: Evidence.Columns
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), policyID: header.optional("policy_id"),
      kind: header.optional("kind"), indicator: header.required("indicator"),
      subject: header.optional("subject"), deadline: header.required("deadline"),
      deadlineBasis: header.optional("deadline_basis"),
      deadlineNote: header.optional("deadline_note"), quantity: Quantity.Columns(&header),
      direction: header.optional("direction"), thresholdOf: header.optional("threshold_of"),
      comparability: header.optional("comparability"),
      comparabilityNote: header.optional("comparability_note"),
      evidence: Evidence.Columns(&header))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id),
      let kind = reader.optionalCode(columns.kind, as: Kind.self),
      let indicator = reader.required(columns.indicator),
      let deadline = reader.statedPeriod(columns.deadline),
      let basis = reader.optionalCode(columns.deadlineBasis, as: Basis.self),
      let quantity = Quantity(&reader, columns.quantity),
      let direction = reader.optionalCode(columns.direction, as: Direction.self),
      let comparability = reader.optionalCode(columns.comparability, as: Comparability.self),
      let evidence = Evidence(&reader, columns.evidence)
    else { return nil }
    self.id = id
    row = reader.row
    policyID = reader.text(columns.policyID)
    self.kind = kind ?? .target
    self.indicator = indicator
    subject = reader.text(columns.subject)
    self.deadline = deadline
    deadlineBasis = basis ?? (deadline == nil ? .notStated : .stated)
    deadlineNote = reader.text(columns.deadlineNote)
    self.quantity = quantity
    self.direction = direction ?? .up
    thresholdOf = reader.text(columns.thresholdOf)
    self.comparability = comparability
    comparabilityNote = reader.text(columns.comparabilityNote)
    self.evidence = evidence
  }
}
