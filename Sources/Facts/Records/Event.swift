/// Something that happened, or was announced, at an edition or beside it.
package struct Event: Record, Hashable {
  package var id: String
  package var row: Int
  /// The edition that it is part of; empty for what is reported beside one.
  package var edition: String
  package var kind: String
  package var name: String
  /// Nil where not stated.
  package var date: Period?
  package var dateBasis: Basis
  package var dateNote: String
  /// Id of a place; nil where not stated.
  package var place: String?
  package var basis: CountBasis
  package var description: String
  package var mentions: [Mention]
  package var evidence: Evidence

  package struct Columns {
    let id: Int, edition: Int, kind: Int, name: Int, date: Int, dateBasis: Int, dateNote: Int
    let place: Int, basis: Int, description: Int, alsoAt: Int
    let evidence: Evidence.Columns
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), edition: header.optional("edition"),
      kind: header.required("kind"), name: header.required("name"),
      date: header.required("date"), dateBasis: header.optional("date_basis"),
      dateNote: header.optional("date_note"), place: header.optional("place"),
      basis: header.optional("basis"), description: header.optional("description"),
      alsoAt: header.optional("also_at"), evidence: Evidence.Columns(&header))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id), let kind = reader.required(columns.kind),
      let name = reader.required(columns.name), let date = reader.statedPeriod(columns.date),
      let dateBasis = reader.optionalCode(columns.dateBasis, as: Basis.self),
      let basis = reader.optionalCode(columns.basis, as: CountBasis.self),
      let mentions = reader.mentions(columns.alsoAt),
      let evidence = Evidence(&reader, columns.evidence)
    else { return nil }
    self.id = id
    row = reader.row
    edition = reader.text(columns.edition)
    self.kind = kind
    self.name = name
    self.date = date
    self.dateBasis = dateBasis ?? (date == nil ? .notStated : .stated)
    dateNote = reader.text(columns.dateNote)
    place = reader.stated(columns.place)
    self.basis = basis ?? .unknown
    description = reader.text(columns.description)
    self.mentions = mentions
    self.evidence = evidence
  }
}
