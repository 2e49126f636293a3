import Documents
import Scene
import Syntax
import Typesetting

/// Sets the rows of a table into lines and draws them.
struct TableRowSetter {
  let style: StyleSheet
  let text: TextSetter
  let columns: TableColumns

  /// A cell in its lines.
  struct SetCell {
    var columns: Range<Int>
    var rowSpan: Int
    var lines: [(x: Double, line: TypesetLine)]
  }

  struct SetRow {
    var kind: TableBlock.Row.Kind
    var role: StyleSheet.Role
    var cells: [SetCell]
    var height: Double
    /// The white above the first line and below the last.
    var padding: Double

    /// The most lines of a cell that is in this row alone.
    var lineCount: Int {
      cells.reduce(1) { $1.rowSpan == 1 ? max($0, $1.lines.count) : $0 }
    }

    /// What a cell needs with its white above and below.
    func height(of lines: Int) -> Double { Double(lines) * role.leading + 2 * padding }
  }

  func set(
    _ row: TableBlock.Row, _ measured: [MeasuredCell?]
  ) throws(DiagnosticFailure) -> SetRow {
    let role = style.tableRole(of: row.kind)
    var set = SetRow(kind: row.kind, role: role, cells: [], height: 0, padding: style.table.padding)
    for (index, cell) in row.cells.enumerated() where index < measured.count {
      guard let known = measured[index] else { continue }
      let range = index..<min(index + cell.columnSpan, columns.extents.count)
      set.cells.append(
        SetCell(
          columns: range, rowSpan: cell.rowSpan,
          lines: try lines(cell.content, known, columns.extent(of: range), role: role)))
    }
    set.height = set.height(of: set.lineCount)
    return set
  }

  private func lines(
    _ content: [Inline], _ known: MeasuredCell, _ extent: TableColumns.Extent,
    role: StyleSheet.Role
  ) throws(DiagnosticFailure) -> [(x: Double, line: TypesetLine)] {
    if extent.alignment == .decimal {
      let x = extent.x + extent.width - extent.fraction - known.lead
      return known.lines.map { (x, $0) }
    }
    // A line that fits needs no paragraph.
    if known.width <= extent.width, known.lines.count <= 1 {
      let slack = extent.width - known.width
      let x =
        switch extent.alignment {
        case .start: extent.x
        case .center: extent.x + slack / 2
        case .end, .decimal: extent.x + slack
        }
      return known.lines.map { (x, $0) }
    }
    return try text.lines(
      content, role: role, measure: extent.width, alignment: extent.alignment.paragraph
    ).map { (extent.x, $0) }
  }

  /// The items of the lines in `range` of each cell, with what they call.
  func draw(
    _ row: SetRow, lines range: Range<Int>, tag: StructureTag = .tableDataCell
  ) -> (items: [FrameItem], calls: Calls) {
    var calls = Calls()
    let items = row.cells.map { cell in
      let drawn = draw(cell, lines: range, role: row.role)
      calls += drawn.calls
      return FrameItem.group(Group(tag: tag, items: drawn.items))
    }
    return (items, calls)
  }

  /// The items of the lines in `range` of one cell.
  func draw(
    _ cell: SetCell, lines range: Range<Int>, role: StyleSheet.Role
  ) -> (items: [FrameItem], calls: Calls) {
    var items: [FrameItem] = []
    var calls = Calls()
    let last = min(range.upperBound, cell.lines.count)
    for (index, entry) in cell.lines[min(range.lowerBound, last)..<last].enumerated() {
      items += text.items(
        of: entry.line, x: entry.x, y: style.table.padding + Double(index) * role.leading,
        role: role)
      calls += Calls(entry.line)
    }
    return (items, calls)
  }

  /// The titles of the columns, under those of their groups, with the rule that ends them.
  func head(of table: TableBlock) throws(DiagnosticFailure) -> TextSetter.Stack {
    let role = style.roles.tableHead
    var head = TextSetter.Stack()
    let groups = table.columnGroups.filter { !$0.title.isEmpty }
    if !groups.isEmpty {
      var items: [FrameItem] = []
      var height = 0.0
      for group in groups {
        let extent = columns.extent(of: group.columns)
        let set = try text.stack(
          group.title, role: role, x: extent.x, y: style.table.padding, measure: extent.width,
          alignment: .center)
        head.calls += set.calls
        items.append(.group(Group(tag: .tableHeaderCell, items: set.items)))
        height = max(height, set.height)
      }
      height += 1.5 * style.table.padding
      let rules = groups.map { group in
        let extent = columns.extent(of: group.columns)
        return FrameItem.rule(
          from: extent.x, length: extent.width, y: height, style.palette.accent, width: 0.35)
      }
      items.append(.group(Group(tag: .artifact, items: rules)))
      head.items.append(.group(Group(tag: .tableRow, items: items)))
      head.height = height
    }
    let bottom = try titles(of: table)
    head.items += bottom.items.moved(y: head.height)
    head.height += bottom.height
    head.calls += bottom.calls
    return head
  }

  private func titles(of table: TableBlock) throws(DiagnosticFailure) -> TextSetter.Stack {
    var cells: [TextSetter.Stack] = []
    for (column, extent) in zip(table.columns, columns.extents) {
      cells.append(
        try text.stack(
          column.title, role: style.roles.tableHead, x: extent.x, y: 0, measure: extent.width,
          alignment: extent.alignment.paragraph))
    }
    var row = TextSetter.Stack()
    let height = cells.reduce(0) { max($0, $1.height) }
    // Heads of unequal height stand on one line.
    var items: [FrameItem] = cells.map { cell in
      row.calls += cell.calls
      return .group(
        Group(
          transform: .translation(x: 0, y: style.table.padding + height - cell.height),
          tag: .tableHeaderCell, items: cell.items))
    }
    row.height = height + 2 * style.table.padding
    items.append(rule(under: 0..<table.columns.count, y: row.height, style.palette.accent))
    row.items = [.group(Group(tag: .tableRow, items: items))]
    return row
  }

  /// A rule from the first of `range` to the last, over the gap before the next column.
  func rule(
    under range: Range<Int>, y: Double, _ color: Color, width: Double = 0.5
  ) -> FrameItem {
    let extent = columns.extent(of: range)
    let isLast = range.upperBound == columns.extents.count
    let reach = isLast ? style.tableInset : TableColumns.gap
    let start = extent.x - (range.lowerBound == 0 ? style.tableInset : 0)
    return .group(
      Group(
        tag: .artifact,
        items: [
          .rule(
            from: start, length: extent.x + extent.width + reach - start, y: y, color,
            width: width)
        ]))
  }
}

extension TableBlock.Alignment {
  var paragraph: Paragraph.Alignment {
    switch self {
    case .start: .start
    case .center: .center
    case .end, .decimal: .end
    }
  }
}
