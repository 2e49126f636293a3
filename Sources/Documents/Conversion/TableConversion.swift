import Syntax

extension DocumentConverter {
  // MARK: Written in Markdown

  /// The table of GFM that `node` is.
  mutating func table(_ node: MarkdownNode, _ alignments: [TableBlock.Alignment]) -> TableBlock {
    var columns: [TableBlock.Column] = []
    var rows: [TableBlock.Row] = []
    var spans = TableSpans()
    for row in node.children {
      var cells: [[Inline]] = []
      for cell in row.children {
        var locator = TextLocator(cell, in: source)
        cells.append(inlines(cell.children, &locator))
      }
      if case .tableRow(isHeader: true) = row.kind {
        columns = cells.enumerated().map { index, title in
          .init(
            title: title, alignment: index < alignments.count ? alignments[index] : .start)
        }
      } else {
        checkSurplus(row, columns: columns.count)
        cells += Array(repeating: [], count: max(0, columns.count - cells.count))
        let places = row.children.map { span(of: $0) }
        rows.append(spans.row(cells, places, span(of: row), into: &bag))
      }
    }
    if rows.isEmpty { bag.add(DocumentDiagnostics.emptyText("the table", at: span(of: node))) }
    spans.apply(to: &rows, into: &bag)
    return TableBlock(columns: columns, rows: rows)
  }

  /// Reports the cells of a row that have no column: GFM drops them.
  private mutating func checkSurplus(_ row: MarkdownNode, columns: Int) {
    let cells = cells(ofLine: row.line)
    guard cells.count > columns, columns > 0 else { return }
    for cell in cells.dropFirst(columns) {
      bag.add(DocumentDiagnostics.surplusCell(columns: columns, at: source.span(cell)))
    }
  }

  /// The masked ranges of the cells of a line of a table, as GFM divides it: at each bar without a backslash.
  private func cells(ofLine line: Int) -> [Range<Int>] {
    let bar = UInt8(ascii: "|")
    let bytes = source.bytes
    func trimmed(_ range: Range<Int>) -> Range<Int> {
      var range = range
      while let first = range.first, bytes[first] <= 0x20 { range = range.dropFirst() }
      while let last = range.last, bytes[last] <= 0x20 { range = range.dropLast() }
      return range
    }
    var content = trimmed(source.lineRange(line))
    while let first = content.first, bytes[first] == UInt8(ascii: ">") {
      content = trimmed(content.dropFirst())
    }
    if let first = content.first, bytes[first] == bar { content = content.dropFirst() }
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    var index = start
    while index < content.upperBound {
      if bytes[index] == bar {
        cells.append(trimmed(start..<index))
        start = index + 1
      } else if bytes[index] == UInt8(ascii: "\\") {
        index += 1
      }
      index += 1
    }
    if start < content.upperBound { cells.append(trimmed(start..<content.upperBound)) }
    return cells
  }

  /// Gives `table`, the last of `blocks`, the caption of the paragraph `node`: `: Words {#tbl-label}`.
  mutating func caption(
    _ node: MarkdownNode, skipping count: Int, of table: TableBlock, into blocks: inout [Block]
  ) {
    var table = table
    var locator = TextLocator(node, in: source)
    var (children, attributes) = takeAttributes(node.children)
    if !children.isEmpty {
      children[0].literal.removeFirst(min(count, children[0].literal.count))
      children[0].column += count
    }
    table.caption = inlines(children, &locator)
    if table.caption.isBlank {
      bag.add(DocumentDiagnostics.emptyText("the caption", at: span(of: node)))
    }
    blocks[blocks.count - 1].kind = .table(table)
    guard let attributes else { return }
    if let label = attributes.label {
      checkLabel(label, kind: .table)
      blocks[blocks.count - 1].label = label.text
      blocks[blocks.count - 1].labelSpan = label.span
    }
    for name in attributes.classes {
      if name.text == "total" {
        table.hasTotal = true
        table.markTotal()
        blocks[blocks.count - 1].kind = .table(table)
      } else {
        bag.add(DocumentDiagnostics.unknownClass(name.text, known: ["total"], at: name.span))
      }
    }
    for pair in attributes.pairs {
      bag.add(
        DocumentDiagnostics.unknownAttribute(
          pair.name.text, of: "a caption", known: [], at: pair.name.span))
    }
  }

  // MARK: Filled from data

  /// The table that a `{table}` block asks for, its rows still an expression.
  mutating func dataTable(_ node: MarkdownNode, _ span: SourceSpan) -> Block? {
    guard var options = options(node, span) else { return nil }
    let label = options.string("label")
    let labelSpan = options.span(of: "label")
    if let label { checkLabel(.init(text: label, span: labelSpan), kind: .table) }
    var table = TableBlock(columns: [])
    if let text = options.string("tbl-cap") {
      table.caption = words(text, of: "tbl-cap", at: options.span(of: "tbl-cap"))
    }
    if let text = options.optionalString("tbl-note") {
      table.note = words(text, of: "tbl-note", at: options.span(of: "tbl-note"))
    }
    if let text = options.string("each") {
      table.each = expression(text, at: options.span(of: "each"))
    }
    if let text = options.optionalString("group-by") {
      table.groupBy = expression(text, at: options.span(of: "group-by"))
    }
    table.hasTotal = options.optionalBool("total") ?? false
    for var column in options.objects("columns") ?? [] {
      let title = column.string("title")
      let value = column.string("value")
      let alignment = column.optionalChoice("align", as: TableBlock.Alignment.self)
      let group = column.optionalString("group")
      var made = TableBlock.Column(
        title: title.map { inlines(ofText: $0, at: column.span(of: "title")) } ?? [],
        alignment: alignment ?? .start,
        value: value.map { expression($0, at: column.span(of: "value")) })
      made.group = group.map { inlines(ofText: $0, at: column.span(of: "group")) } ?? []
      made.merges = column.optionalBool("merge") ?? false
      table.columns.append(made)
      column.finish(into: &bag)
    }
    options.finish(into: &bag)
    return Block(.table(table), label: label, labelSpan: labelSpan, span: span)
  }
}
