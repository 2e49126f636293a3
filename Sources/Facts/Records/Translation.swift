/// A text of the dataset in another language: ours, never the source's.
package struct Translation: Record, Hashable {
  /// What it is a translation of, and into what: table, row, field and language.
  package var id: String
  package var row: Int
  /// A table of the package; `words` for words of codes and of what is counted, `package` for its title.
  package var table: String
  /// The id of a row of it; of `words`, the code or the counted thing.
  package var rowID: String
  /// The column; empty for `words`.
  package var field: String
  /// BCP 47.
  package var language: String
  package var text: String

  /// The name that stands for a table of words.
  static let wordTable = "words"
  /// The name that stands for the descriptor.
  static let packageTable = "package"

  package struct Columns {
    let table: Int, rowID: Int, field: Int, language: Int, text: Int
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      table: header.required("table"), rowID: header.required("row_id"),
      field: header.required("field"), language: header.required("language"),
      text: header.required("text"))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let table = reader.required(columns.table), let rowID = reader.required(columns.rowID),
      reader.required(columns.language) != nil, let text = reader.required(columns.text)
    else { return nil }
    row = reader.row
    self.table = table
    self.rowID = rowID
    field = reader.text(columns.field)
    language = reader.language(columns.language)
    self.text = text
    id = [table, rowID, field, language].joined(separator: ".")
  }
}
