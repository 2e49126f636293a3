import Syntax
import Tables

/// A table as a chart's data give it, and where its rows were written.
struct LoadedData {
  var table = Table()
  var origin = RowOrigin()
}

/// Where the rows of a view come from.
struct RowOrigin {
  /// The text that holds the rows, one a row of the view; nil where they are not CSV or not as written.
  private(set) var text: CSVTable?
  private var isTransformed = false

  init(_ text: CSVTable? = nil) { self.text = text }

  /// The origin once transforms have left out, added or ordered rows.
  var transformed: RowOrigin {
    var result = RowOrigin()
    result.isTransformed = true
    return result
  }

  /// Where a cell was written; nil where that is not known.
  func span(row: Int, field: String) -> SourceSpan? {
    guard let text, row < text.rowCount, let column = text.columnIndex(named: field) else {
      return nil
    }
    return text.cell(row: row, column: column).span
  }

  /// A row by its number from 1, in the words of a diagnostic.
  func name(ofRow row: Int) -> String {
    isTransformed ? "row \(row + 1) after the transforms" : "row \(row + 1)"
  }
}
