/// A table, written in Markdown or filled from data.
package struct TableBlock: Sendable {
  package enum Alignment: String, Sendable, CaseIterable { case start, center, end, decimal }

  package struct Column: Sendable {
    package var title: [Inline]
    /// What columns side by side have in common, printed once above their titles (`group`); may be empty.
    package var group: [Inline] = []
    package var alignment: Alignment
    /// Whether equal values under each other are one cell (`merge`).
    package var merges = false
    /// The cell's expression over a row, before binding (`value`); nil for a Markdown table.
    package var value: Placeholder?

    package init(title: [Inline], alignment: Alignment = .start, value: Placeholder? = nil) {
      self.title = title
      self.alignment = alignment
      self.value = value
    }
  }

  package struct Cell: Sendable {
    package var content: [Inline]
    /// How many columns and rows it takes.
    package var columnSpan = 1
    package var rowSpan = 1
    /// Whether a cell above or at its left reaches over it; then it is empty.
    package var isCovered = false

    package init(_ content: [Inline]) { self.content = content }

    /// A place over which another cell reaches.
    package static var covered: Cell {
      var cell = Cell([])
      cell.isCovered = true
      return cell
    }
  }

  package struct Row: Sendable {
    package enum Kind: Sendable {
      case body
      /// The heading of the rows after it: one cell over all columns.
      case group
      /// The sum of the others.
      case total
    }

    package var kind = Kind.body
    /// One for each column.
    package var cells: [Cell]
    /// What links lead to; nil without.
    package var label: String?

    package init(_ cells: [[Inline]], label: String? = nil) {
      self.cells = cells.map(Cell.init)
      self.label = label
    }

    /// The heading of a group of rows over `count` columns.
    package init(group title: [Inline], over count: Int) {
      var title = Cell(title)
      title.columnSpan = count
      kind = .group
      cells = [title] + Array(repeating: .covered, count: max(0, count - 1))
    }
  }

  package var caption: [Inline]
  package var note: [Inline]
  package var columns: [Column]
  package var rows: [Row]
  /// The expression that gives the rows (`each`), before binding; nil for a Markdown table.
  package var each: Placeholder?
  /// The expression over a row by which rows are grouped (`group-by`), before binding.
  package var groupBy: Placeholder?
  /// Whether the last row is the sum of the others (`total`).
  package var hasTotal = false
  package var sources: [String]

  package init(
    caption: [Inline] = [], note: [Inline] = [], columns: [Column], rows: [Row] = [],
    each: Placeholder? = nil, sources: [String] = []
  ) {
    self.caption = caption
    self.note = note
    self.columns = columns
    self.rows = rows
    self.each = each
    self.sources = sources
  }

  /// Every piece of text, in the order of the page; `change` gives what is to stand instead.
  package mutating func mapTexts(_ change: ([Inline]) -> [Inline]) {
    caption = change(caption)
    for index in columns.indices {
      columns[index].group = change(columns[index].group)
      columns[index].title = change(columns[index].title)
    }
    for row in rows.indices {
      for cell in rows[row].cells.indices {
        rows[row].cells[cell].content = change(rows[row].cells[cell].content)
      }
    }
    note = change(note)
  }

  /// Every piece of text, in the order of the page.
  package var texts: [[Inline]] {
    [caption] + columns.flatMap { [$0.group, $0.title] }
      + rows.flatMap { $0.cells.map(\.content) } + [note]
  }
}
