import Syntax

/// Joins the cells of a table in Markdown: `^` alone in a cell lets the one above reach down over it, `<`
/// the one at its left.
struct TableSpans {
  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// By row and column: the cell that reaches over the place, itself where none does.
  private var owners: [[Place]] = []
  private var spans: [[SourceSpan]] = []

  /// The row of `cells`, which were written at `places`; `line` is where the whole row is.
  mutating func row(
    _ cells: [[Inline]], _ places: [SourceSpan], _ line: SourceSpan, into bag: inout DiagnosticBag
  ) -> TableBlock.Row {
    var row = TableBlock.Row(cells)
    var owned: [Place] = []
    for (column, cell) in cells.enumerated() {
      var owner = Place(row: owners.count, column: column)
      let span = column < places.count ? places[column] : line
      switch cell.onlyText {
      case "^":
        if let above = owners.last, column < above.count {
          owner = above[column]
        } else {
          bag.add(DocumentDiagnostics.nothingToJoin("^", "above", at: span))
        }
        row.cells[column] = .covered
      case "<":
        if let left = owned.last {
          owner = left
        } else {
          bag.add(DocumentDiagnostics.nothingToJoin("<", "at its left", at: span))
        }
        row.cells[column] = .covered
      default: break
      }
      owned.append(owner)
    }
    owners.append(owned)
    spans.append(cells.indices.map { $0 < places.count ? places[$0] : line })
    return row
  }

  /// Gives the cells of `rows` the extents that the marks ask for.
  func apply(to rows: inout [TableBlock.Row], into bag: inout DiagnosticBag) {
    var counts: [Place: Int] = [:]
    for (row, owned) in owners.enumerated() {
      for (column, owner) in owned.enumerated() {
        counts[owner, default: 0] += 1
        guard rows.indices.contains(owner.row) else { continue }
        var cell = rows[owner.row].cells[owner.column]
        cell.rowSpan = max(cell.rowSpan, row - owner.row + 1)
        cell.columnSpan = max(cell.columnSpan, column - owner.column + 1)
        rows[owner.row].cells[owner.column] = cell
      }
    }
    for (row, owned) in owners.enumerated() {
      for (column, owner) in owned.enumerated() where owner == Place(row: row, column: column) {
        let cell = rows[row].cells[column]
        if cell.rowSpan * cell.columnSpan != counts[owner] {
          bag.add(DocumentDiagnostics.spanShape(at: spans[row][column]))
        }
      }
    }
  }
}

extension [Inline] {
  /// The text, where it is nothing else.
  fileprivate var onlyText: String? {
    if count == 1, case .text(let text) = self[0] { text } else { nil }
  }
}
