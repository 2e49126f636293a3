/// A place, park or venue.
package struct Place: Record, Hashable {
  package var id: String
  package var row: Int
  /// As printed.
  package var name: String
  /// Other forms of the name that a source itself equates with it.
  package var aliases: [String]
  package var kind: String
  package var mentions: [Mention]
  package var evidence: Evidence

  package struct Columns {
    let id: Int, name: Int, aliases: Int, kind: Int, alsoAt: Int
    let evidence: Evidence.Columns
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), name: header.required("name"),
      aliases: header.optional("aliases"), kind: header.optional("kind"),
      alsoAt: header.optional("also_at"), evidence: Evidence.Columns(&header))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id), let name = reader.required(columns.name),
      let mentions = reader.mentions(columns.alsoAt),
      let evidence = Evidence(&reader, columns.evidence)
    else { return nil }
    self.id = id
    row = reader.row
    self.name = name
    aliases = reader.list(columns.aliases)
    kind = reader.text(columns.kind)
    self.mentions = mentions
    self.evidence = evidence
  }
}
