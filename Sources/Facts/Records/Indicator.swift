/// What is measured.
package struct Indicator: Record, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case level, change, share, count, rank, area, duration
  }

  /// Which way is better.
  package enum Direction: String, Sendable, CaseIterable {
    case up, down, none
  }

  package var id: String
  package var row: Int
  package var name: String
  package var unit: Unit
  package var kind: Kind
  /// The group that lists and chapters put it in.
  package var topic: String
  package var direction: Direction
  package var definition: String
  /// The place, organisation or event that it is measured for.
  package var coverage: String
  /// The source's term that the definition follows; empty where none leads.
  package var referenceTerm: String
  /// Doubts on whether the sources' terms mean one measure; empty where none are known.
  package var comparability: String
  /// For a change: the indicator that changed; empty otherwise.
  package var changeOf: String

  package struct Columns {
    let id: Int, name: Int, unit: Int, kind: Int, topic: Int, direction: Int, definition: Int
    let coverage: Int, referenceTerm: Int, comparability: Int, changeOf: Int
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), name: header.required("name"), unit: header.required("unit"),
      kind: header.required("kind"), topic: header.optional("topic"),
      direction: header.optional("direction"), definition: header.required("definition"),
      coverage: header.optional("coverage"), referenceTerm: header.optional("reference_term"),
      comparability: header.optional("comparability"), changeOf: header.optional("change_of"))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id), let name = reader.required(columns.name),
      let unit = reader.code(columns.unit, as: Unit.self),
      let kind = reader.code(columns.kind, as: Kind.self),
      let direction = reader.optionalCode(columns.direction, as: Direction.self)
    else { return nil }
    self.id = id
    row = reader.row
    self.name = name
    self.unit = unit
    self.kind = kind
    topic = reader.text(columns.topic)
    self.direction = direction ?? .none
    definition = reader.text(columns.definition)
    coverage = reader.text(columns.coverage)
    referenceTerm = reader.text(columns.referenceTerm)
    comparability = reader.text(columns.comparability)
    changeOf = reader.text(columns.changeOf)
  }
}
