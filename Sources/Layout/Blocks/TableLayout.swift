import Documents
import Scene
import Syntax
import Typesetting

/// A table over both columns: caption, header, rows between hairlines, source and note. Each row is a
/// fragment, so that a table goes on over pages with its header repeated.
struct TableLayout {
  let style: StyleSheet
  let text: TextSetter
  let references: References

  private let gap = 12.0
  private let cellPadding = 3.0

  /// `number` is nil for a table without a caption: a list in columns.
  func fragments(_ table: TableBlock, number: Int?) throws(DiagnosticFailure) -> [Fragment] {
    let columns = try columnExtents(of: table)
    var fragments: [Fragment] = []
    let header = try self.header(table, columns: columns)

    var top = Fragment(height: header.height, items: header.items)
    if let number {
      let caption = try CaptionLayout(style: style, text: text).items(
        label: "Table \(number)", title: table.caption, subtitle: [],
        measure: style.page.measure)
      top = Fragment(
        height: caption.height + 4 + header.height,
        items: [.group(Group(tag: .caption, items: caption.items))]
          + header.items.moved(y: caption.height + 4))
    }
    top.spaceBefore = 1.5 * style.gridStep
    top.spansSide = true
    top.tag = .table
    fragments.append(top)

    let continuation = try self.continuation(number: number, header: header)
    for (index, cells) in table.rows.enumerated() {
      var row = try self.row(cells, columns: columns)
      // No page begins or ends with a lone row.
      if index < 2 || index > table.rows.count - 2 { row.breakBefore = .forbidden }
      row.continuation = continuation
      if index < table.rowLabels.count, let label = table.rowLabels[index] {
        row.destinations = [label]
      }
      fragments.append(row)
    }

    let foot = try SourceLine(style: style, text: text, references: references).items(
      sources: table.sources, note: table.note, y: 4, measure: style.page.measure)
    var last = Fragment(
      height: foot.height + 4,
      items: [
        .group(
          Group(
            tag: .artifact,
            items: [.rule(from: 0, length: style.page.measure, y: 0, style.palette.accent)]))
      ] + foot.items)
    last.isOnGrid = false
    last.spansSide = true
    last.breakBefore = .forbidden
    last.spaceAfter = style.gridStep
    last.tag = .table
    fragments.append(last)
    return fragments
  }

  private struct Extent {
    var x: Double
    var width: Double
    var alignment: Paragraph.Alignment
  }

  /// Widths by content, as CSS's automatic table layout distributes them: no column narrower than its
  /// longest word, what is left over in proportion to what each would like.
  private func columnExtents(of table: TableBlock) throws(DiagnosticFailure) -> [Extent] {
    var least: [Double] = []
    var most: [Double] = []
    for (index, column) in table.columns.enumerated() {
      var widths = try text.widths(column.title, role: style.roles.tableHead)
      // A head may take two lines rather than make a column of short entries wide.
      widths.most = max(widths.least, widths.most / 2)
      var numericWidth = 0.0
      for row in table.rows where index < row.count {
        let cell = try text.widths(row[index], role: style.roles.tableCell)
        numericWidth = max(numericWidth, cell.most)
        widths = (max(widths.least, cell.least), max(widths.most, cell.most))
      }
      // A number is not divided, nor parted from its unit.
      let isNumeric = column.alignment == .end
      least.append((isNumeric ? max(widths.least, numericWidth) : widths.least).rounded(.up))
      most.append(widths.most.rounded(.up))
    }
    let available = style.page.measure - gap * Double(max(0, table.columns.count - 1))
    let needed = least.reduce(0, +)
    guard needed <= available else {
      throw DiagnosticFailure(LayoutDiagnostics.tooWide(needed, available))
    }
    let wished = most.reduce(0, +)
    let widths: [Double]
    if wished <= available {
      // Columns of words take what is left, so that columns of numbers stay close to their heads.
      let words = table.columns.indices.filter { table.columns[$0].alignment == .start }
      let share = words.isEmpty ? 0 : (available - wished) / Double(words.count)
      widths = most.indices.map { most[$0] + (words.contains($0) ? share : 0) }
    } else {
      let share = (available - needed) / max(1e-9, wished - needed)
      widths = zip(least, most).map { $0 + ($1 - $0) * share }
    }
    var x = 0.0
    return zip(table.columns, widths).map { column, width in
      defer { x += width + gap }
      return Extent(x: x, width: width, alignment: column.alignment.paragraph)
    }
  }

  private typealias Part = (items: [FrameItem], height: Double)

  private func header(
    _ table: TableBlock, columns: [Extent]
  ) throws(DiagnosticFailure) -> Part {
    let role = style.roles.tableHead
    var cells: [Part] = []
    for (column, extent) in zip(table.columns, columns) {
      cells.append(
        try text.stack(
          column.title, role: role, x: extent.x, y: 0, measure: extent.width,
          alignment: extent.alignment))
    }
    let height = cells.reduce(0) { max($0, $1.height) }
    // Heads of unequal height stand on one line.
    var items: [FrameItem] = cells.map { cell in
      .group(
        Group(
          transform: .translation(x: 0, y: cellPadding + height - cell.height),
          tag: .tableHeaderCell, items: cell.items))
    }
    items.append(
      .group(
        Group(
          tag: .artifact,
          items: [
            .rule(
              from: 0, length: style.page.measure, y: height + 2 * cellPadding,
              style.palette.accent)
          ])))
    return ([.group(Group(tag: .tableRow, items: items))], height + 2 * cellPadding)
  }

  private func row(
    _ cells: [[Inline]], columns: [Extent]
  ) throws(DiagnosticFailure) -> Fragment {
    let role = style.roles.tableCell
    var height = role.leading
    var items: [FrameItem] = []
    for (cell, extent) in zip(cells, columns) {
      let set = try text.stack(
        cell, role: role, x: extent.x, y: cellPadding, measure: extent.width,
        alignment: extent.alignment)
      items.append(.group(Group(tag: .tableDataCell, items: set.items)))
      height = max(height, set.height)
    }
    height += 2 * cellPadding
    items.append(
      .group(
        Group(
          tag: .artifact,
          items: [
            .rule(
              from: 0, length: style.page.measure, y: height, style.palette.rule, width: 0.35)
          ])))
    var fragment = Fragment(
      height: height, items: [.group(Group(tag: .tableRow, items: items))])
    fragment.isOnGrid = false
    fragment.spansSide = true
    fragment.tag = .table
    return fragment
  }

  /// What stands above the first row of each further page.
  private func continuation(
    number: Int?, header: Part
  ) throws(DiagnosticFailure) -> Fragment.Continuation {
    guard let number else { return .init(height: header.height, items: header.items) }
    let label = try text.stack(
      [.text("Table \(number) (continued)")], role: style.roles.captionLabel, x: 0, y: 0,
      measure: style.page.measure)
    return .init(
      height: label.height + header.height,
      items: label.items + header.items.moved(y: label.height))
  }
}

extension TableBlock.Alignment {
  fileprivate var paragraph: Paragraph.Alignment {
    switch self {
    case .start: .start
    case .center: .center
    case .end: .end
    }
  }
}

extension [FrameItem] {
  /// The items moved down by `y`, as one group.
  func moved(x: Double = 0, y: Double) -> [FrameItem] {
    [.group(Group(transform: .translation(x: x, y: y), items: self))]
  }
}
