/// A plan, map, regulation, vision or measure.
package struct Policy: Record, Hashable {
  package var id: String
  package var row: Int
  package var name: String
  /// A short name of the data's own; the name where there is none.
  package var label: String
  package var aliases: [String]
  package var kind: String
  /// As printed; nil where not stated.
  package var issuer: String?
  /// Nil where not stated, as for the two below.
  package var issued: Period?
  package var issuedBasis: Basis
  package var issuedNote: String
  package var horizonStart: Period?
  package var horizonEnd: Period?
  package var horizonBasis: Basis
  /// How far it had come when the source wrote, such as `released`; `not_stated` where unknown.
  package var stage: String
  /// Empty where not stated.
  package var focusAreas: [String]
  package var mentions: [Mention]
  package var evidence: Evidence

  package struct Columns {
    let id: Int, name: Int, label: Int, aliases: Int, kind: Int, issuer: Int, issued: Int,
      issuedBasis: Int
    let issuedNote: Int, horizonStart: Int, horizonEnd: Int, horizonBasis: Int, stage: Int
    let focusAreas: Int, alsoAt: Int
    let evidence: Evidence.Columns
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), name: header.required("name"), label: header.optional("label"),
      aliases: header.optional("aliases"), kind: header.required("kind"),
      issuer: header.optional("issuer"), issued: header.required("issued"),
      issuedBasis: header.optional("issued_basis"), issuedNote: header.optional("issued_note"),
      horizonStart: header.optional("horizon_start"), horizonEnd: header.optional("horizon_end"),
      horizonBasis: header.optional("horizon_basis"), stage: header.optional("stage"),
      focusAreas: header.optional("focus_areas"), alsoAt: header.optional("also_at"),
      evidence: Evidence.Columns(&header))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id), let name = reader.required(columns.name),
      let kind = reader.required(columns.kind),
      let issued = reader.statedPeriod(columns.issued),
      let issuedBasis = reader.optionalCode(columns.issuedBasis, as: Basis.self),
      let start = reader.statedPeriod(columns.horizonStart),
      let end = reader.statedPeriod(columns.horizonEnd),
      let horizonBasis = reader.optionalCode(columns.horizonBasis, as: Basis.self),
      let mentions = reader.mentions(columns.alsoAt),
      let evidence = Evidence(&reader, columns.evidence)
    else { return nil }
    self.id = id
    row = reader.row
    self.name = name
    let label = reader.text(columns.label)
    self.label = label.isEmpty ? name : label
    aliases = reader.list(columns.aliases)
    self.kind = kind
    issuer = reader.stated(columns.issuer)
    self.issued = issued
    self.issuedBasis = issuedBasis ?? (issued == nil ? .notStated : .stated)
    issuedNote = reader.text(columns.issuedNote)
    horizonStart = start
    horizonEnd = end
    self.horizonBasis = horizonBasis ?? (end == nil ? .notStated : .stated)
    stage = reader.stated(columns.stage) ?? notStated
    focusAreas = reader.list(columns.focusAreas)
    self.mentions = mentions
    self.evidence = evidence
  }
}
