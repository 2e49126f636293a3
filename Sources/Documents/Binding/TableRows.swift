extension TableBlock {
  /// Makes equal values under each other one cell, in the columns that ask for it. What stands in another
  /// group, or beside a cell that a column at the left parts, stays apart.
  mutating func mergeCells() {
    var parted: Set<Int> = []
    for column in columns.indices where columns[column].merges {
      var first: Int?
      for row in rows.indices {
        guard rows[row].kind == .body else {
          first = nil
          continue
        }
        let content = rows[row].cells[column].content
        if let start = first, !parted.contains(row), !content.printed.isEmpty,
          rows[start].cells[column].content.printed == content.printed
        {
          rows[row].cells[column] = .covered
          rows[start].cells[column].rowSpan += 1
        } else {
          first = row
          parted.insert(row)
        }
      }
    }
  }

  /// Makes the last row the sum of the others, where the table says that it is.
  mutating func markTotal() {
    guard hasTotal, rows.last?.kind == .body else { return }
    rows[rows.count - 1].kind = .total
  }
}

extension [Inline] {
  /// What is printed, by which values are compared.
  var printed: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .value(let value): value.text
      case .placeholder(let placeholder): placeholder.expression
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.printed
      case .reference(let reference): reference.label
      case .citation(let citation): citation.source
      case .noteReference(let id, _): id
      case .softBreak, .lineBreak: " "
      }
    }.joined()
  }
}
