/// A person with the role that the source prints.
package struct Person: Record, Hashable {
  package var id: String
  package var row: Int
  /// As printed, with its capitals.
  package var name: String
  package var aliases: [String]
  /// As printed; in full where what is printed is cut or stands for several people.
  package var role: String
  /// Id of the organisation of the role; empty where none is printed.
  package var organisation: String
  package var mentions: [Mention]
  package var evidence: Evidence

  package struct Columns {
    let id: Int, name: Int, aliases: Int, role: Int, roleInFull: Int, organisation: Int, alsoAt: Int
    let evidence: Evidence.Columns
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), name: header.required("name"),
      aliases: header.optional("aliases"), role: header.optional("role"),
      roleInFull: header.optional("role_in_full"),
      organisation: header.optional("organisation"), alsoAt: header.optional("also_at"),
      evidence: Evidence.Columns(&header))
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
    let roleInFull = reader.text(columns.roleInFull)
    role = roleInFull.isEmpty ? reader.text(columns.role) : roleInFull
    organisation = reader.text(columns.organisation)
    self.mentions = mentions
    self.evidence = evidence
  }
}
