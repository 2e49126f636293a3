/// A document that rows come from.
package struct Source: Record, Hashable {
  package var id: String
  package var row: Int
  /// The form of the document, such as `article`.
  package var kind: String
  /// A short description, for use where no title is stated.
  package var label: String
  /// As printed; nil where the document does not say, as for the three below.
  package var title: String?
  package var author: String?
  package var publisher: String?
  package var issuer: String?
  /// No finer than the document supports.
  package var published: Period
  package var publishedBasis: Basis
  /// The earliest and the latest day that the document allows.
  package var publishedFrom: CalendarDate
  package var publishedTo: CalendarDate
  package var publishedNote: String
  package var language: String
  /// The name of the archived text; empty where none is kept.
  package var archivedAs: String
  /// Of the archived text, in lower-case hexadecimal; empty where none is kept.
  package var sha256: String
  package var note: String

  /// The title, or the description where none is printed.
  package var displayTitle: String { title ?? label }

  package struct Columns {
    let id: Int, kind: Int, label: Int, title: Int, author: Int, publisher: Int, issuer: Int
    let published: Int, basis: Int, from: Int, to: Int, publishedNote: Int, language: Int
    let archivedAs: Int, sha256: Int, note: Int
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), kind: header.required("kind"), label: header.required("label"),
      title: header.required("title"), author: header.optional("author"),
      publisher: header.required("publisher"), issuer: header.optional("issuer"),
      published: header.required("published"), basis: header.optional("published_basis"),
      from: header.optional("published_from"), to: header.optional("published_to"),
      publishedNote: header.optional("published_note"), language: header.optional("language"),
      archivedAs: header.optional("archived_as"), sha256: header.optional("sha256"),
      note: header.optional("note"))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id),
      let kind = reader.required(columns.kind),
      let label = reader.required(columns.label),
      let published = reader.period(columns.published),
      let basis = reader.optionalCode(columns.basis, as: Basis.self)
    else { return nil }
    var bounds: [CalendarDate] = []
    for (column, fallback) in [(columns.from, published.start), (columns.to, published.end)] {
      let day = reader.text(column).isEmpty ? fallback : reader.day(column)
      guard let day else { return nil }
      bounds.append(day)
    }
    self.id = id
    row = reader.row
    self.kind = kind
    self.label = label
    title = reader.stated(columns.title)
    author = reader.stated(columns.author)
    publisher = reader.stated(columns.publisher)
    issuer = reader.stated(columns.issuer)
    self.published = published
    publishedBasis = basis ?? .stated
    publishedFrom = bounds[0]
    publishedTo = bounds[1]
    publishedNote = reader.text(columns.publishedNote)
    language = reader.language(columns.language)
    archivedAs = reader.text(columns.archivedAs)
    sha256 = reader.text(columns.sha256)
    note = reader.text(columns.note)
  }
}
