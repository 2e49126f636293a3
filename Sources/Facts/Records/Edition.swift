/// One holding of an event that recurs.
package struct Edition: Record, Hashable {
  package var id: String
  package var row: Int
  /// A short label of the data's own.
  package var label: String
  package var name: String
  package var aliases: [String]
  package var year: Period
  package var yearBasis: Basis
  /// Its place in the order of editions, from 1.
  package var number: Int
  package var numberBasis: Basis
  /// Nil where not stated, as for all below.
  package var start: Period?
  package var startBasis: Basis
  package var end: Period?
  package var endBasis: Basis
  package var dateNote: String
  package var theme: String?
  /// Where the theme is printed; nil where none is.
  package var themeMention: Mention?
  /// Id of a place.
  package var venue: String?
  package var venueNote: String
  package var mentions: [Mention]
  package var evidence: Evidence

  /// From the first day to the last, where both are known; else what is known.
  package var period: Period {
    guard let first = start?.start, let last = end?.end else { return start ?? year }
    return first == last ? .day(first) : .days(first, through: last)
  }

  package struct Columns {
    let id: Int, label: Int, name: Int, aliases: Int, year: Int, yearBasis: Int, number: Int
    let numberBasis: Int, start: Int, startBasis: Int, end: Int, endBasis: Int, dateNote: Int
    let theme: Int, themeSource: Int, themeLocator: Int, venue: Int, venueNote: Int, alsoAt: Int
    let evidence: Evidence.Columns
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), label: header.required("label"), name: header.required("name"),
      aliases: header.optional("aliases"), year: header.required("year"),
      yearBasis: header.optional("year_basis"), number: header.required("number"),
      numberBasis: header.optional("number_basis"), start: header.required("start_date"),
      startBasis: header.optional("start_basis"), end: header.required("end_date"),
      endBasis: header.optional("end_basis"), dateNote: header.optional("date_note"),
      theme: header.optional("theme"), themeSource: header.optional("theme_source_id"),
      themeLocator: header.optional("theme_locator"), venue: header.optional("venue"),
      venueNote: header.optional("venue_note"), alsoAt: header.optional("also_at"),
      evidence: Evidence.Columns(&header))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id), let label = reader.required(columns.label),
      let name = reader.required(columns.name), let year = reader.period(columns.year),
      let yearBasis = reader.optionalCode(columns.yearBasis, as: Basis.self),
      let number = reader.integer(columns.number),
      let numberBasis = reader.optionalCode(columns.numberBasis, as: Basis.self),
      let start = reader.statedPeriod(columns.start),
      let startBasis = reader.optionalCode(columns.startBasis, as: Basis.self),
      let end = reader.statedPeriod(columns.end),
      let endBasis = reader.optionalCode(columns.endBasis, as: Basis.self),
      let mentions = reader.mentions(columns.alsoAt),
      let evidence = Evidence(&reader, columns.evidence)
    else { return nil }
    self.id = id
    row = reader.row
    self.label = label
    self.name = name
    aliases = reader.list(columns.aliases)
    self.year = year
    self.yearBasis = yearBasis ?? .stated
    self.number = number
    self.numberBasis = numberBasis ?? .stated
    self.start = start
    self.startBasis = startBasis ?? (start == nil ? .notStated : .stated)
    self.end = end
    self.endBasis = endBasis ?? (end == nil ? .notStated : .stated)
    dateNote = reader.text(columns.dateNote)
    theme = reader.stated(columns.theme)
    themeMention = Mention(
      reader.text(columns.themeSource) + ":" + reader.text(columns.themeLocator))
    venue = reader.stated(columns.venue)
    venueNote = reader.text(columns.venueNote)
    self.mentions = mentions
    self.evidence = evidence
  }
}
