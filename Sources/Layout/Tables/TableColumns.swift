import Documents
import Syntax
import Typesetting

/// The columns of a table with their places on the page.
struct TableColumns {
  /// White between two columns.
  static let gap = 12.0

  struct Extent {
    var x: Double
    var width: Double
    var alignment: TableBlock.Alignment
    /// In a column aligned by decimal points: from the point to the column's right edge.
    var fraction = 0.0
  }

  let extents: [Extent]

  /// From the left edge of the first of `columns` to the right edge of the last.
  func extent(of columns: Range<Int>) -> Extent {
    var extent = extents[columns.lowerBound]
    let last = extents[columns.upperBound - 1]
    extent.width = last.x + last.width - extent.x
    if columns.count > 1, extent.alignment != .center { extent.alignment = .start }
    return extent
  }

  /// Widths by content: no column narrower than its longest word. Where not all can have what they would
  /// like, those that ask for little get it, and of the others the one with more text gets more.
  init(
    of table: TableBlock, _ cells: TableCells, in column: Column, style: StyleSheet,
    text: TextSetter
  ) throws(DiagnosticFailure) {
    let available = column.measure - Self.gap * Double(max(0, table.columns.count - 1))
    var most: [Double] = []
    var fractions: [Double] = []
    for (index, column) in table.columns.enumerated() {
      let head = try Self.head(column, style: style, text: text)
      var (lead, fraction, width) = (0.0, 0.0, 0.0)
      for (row, measured) in zip(table.rows, cells.rows) where row.cells[index].columnSpan == 1 {
        guard let cell = measured[index] else { continue }
        width = max(width, cell.width)
        lead = max(lead, cell.lead)
        fraction = max(fraction, cell.fraction)
      }
      if column.alignment == .decimal { width = lead + fraction }
      fractions.append(fraction)
      // A head may take two lines rather than make a column of short entries wide.
      most.append(max(head.least, head.most / 2, width).rounded(.up))
    }
    let spans = try Self.spans(of: table, cells, style: style, text: text)
    for span in spans { Self.widen(&most, span.columns, to: span.most) }
    var widths = most
    let wished = most.reduce(0, +)
    if wished > available {
      var least = try Self.leastWidths(of: table, cells, most, style: style, text: text)
      for span in spans { Self.widen(&least, span.columns, to: span.least) }
      let needed = least.reduce(0, +)
      guard needed <= available else {
        throw DiagnosticFailure(LayoutDiagnostics.tooWide(needed, available))
      }
      widths = Self.shares(of: available, least, most)
    } else {
      // Columns of words take what is left, so that columns of numbers stay close to their heads.
      let words = table.columns.indices.filter { table.columns[$0].alignment == .start }
      let share = words.isEmpty ? 0 : (available - wished) / Double(words.count)
      for index in words { widths[index] += share }
    }
    var x = column.x
    extents = table.columns.indices.map { index in
      defer { x += widths[index] + Self.gap }
      return Extent(
        x: x, width: widths[index], alignment: table.columns[index].alignment,
        fraction: fractions[index])
    }
  }

  /// The widths of a column's title; one of a few letters is not divided, be it in Han.
  private static func head(
    _ column: TableBlock.Column, style: StyleSheet, text: TextSetter
  ) throws(DiagnosticFailure) -> (least: Double, most: Double) {
    let role = style.roles.tableHead
    let widths = try text.widths(column.title, role: role)
    return (max(widths.least, min(widths.most, 3 * role.text.size)), widths.most)
  }

  /// The least widths of columns whose cells may be divided into lines.
  private static func leastWidths(
    of table: TableBlock, _ cells: TableCells, _ most: [Double], style: StyleSheet,
    text: TextSetter
  ) throws(DiagnosticFailure) -> [Double] {
    var widths: [Double] = []
    for (index, column) in table.columns.enumerated() {
      // A number is not divided, nor parted from its unit.
      if column.alignment == .end || column.alignment == .decimal {
        widths.append(most[index])
        continue
      }
      var least = try head(column, style: style, text: text).least
      for (row, measured) in zip(table.rows, cells.rows) where row.cells[index].columnSpan == 1 {
        // What is no wider than what was found already holds no longer word.
        guard let cell = measured[index], cell.width > least else { continue }
        least = max(
          least,
          try text.widths(row.cells[index].content, role: style.tableRole(of: row.kind)).least)
      }
      widths.append(least.rounded(.up))
    }
    return widths
  }

  /// Shares in proportion to the square root of what each would like, which keeps rows low where one column
  /// holds much more text than the others; none above its `most` or below its `least`. What that cuts off or
  /// adds is settled as the flexible lengths of CSS are (Flexible Box Layout, 9.7).
  private static func shares(
    of available: Double, _ least: [Double], _ most: [Double]
  ) -> [Double] {
    var widths = least
    var open = Array(least.indices)
    while !open.isEmpty {
      let taken = widths.indices.reduce(0) { open.contains($1) ? $0 : $0 + widths[$1] }
      let level = (available - taken) / open.reduce(0) { $0 + most[$1].squareRoot() }
      var excess = 0.0
      for index in open {
        let share = level * most[index].squareRoot()
        widths[index] = min(max(share, least[index]), most[index])
        excess += widths[index] - share
      }
      let closed = open.filter { index in
        let share = level * most[index].squareRoot()
        return excess > 1e-9
          ? widths[index] > share : excess < -1e-9 ? widths[index] < share : true
      }
      open.removeAll(where: closed.contains)
    }
    return widths
  }

  private struct Span {
    var columns: Range<Int>
    var least: Double
    var most: Double
  }

  /// What cells and heads over several columns need. Headings of groups, which have the whole measure, ask
  /// for nothing.
  private static func spans(
    of table: TableBlock, _ cells: TableCells, style: StyleSheet, text: TextSetter
  ) throws(DiagnosticFailure) -> [Span] {
    var spans: [Span] = []
    for group in table.columnGroups where !group.title.isEmpty {
      let widths = try text.widths(group.title, role: style.roles.tableHead)
      spans.append(Span(columns: group.columns, least: widths.least, most: widths.most))
    }
    for (row, measured) in zip(table.rows, cells.rows) where row.kind != .group {
      for (index, cell) in row.cells.enumerated() where cell.columnSpan > 1 {
        guard let width = measured[index]?.width else { continue }
        spans.append(
          Span(
            columns: index..<min(index + cell.columnSpan, table.columns.count),
            least: try text.widths(cell.content, role: style.tableRole(of: row.kind)).least,
            most: width))
      }
    }
    return spans
  }

  /// Shares among `columns` what they lack of `width`.
  private static func widen(_ widths: inout [Double], _ columns: Range<Int>, to width: Double) {
    let own = widths[columns].reduce(0, +) + gap * Double(columns.count - 1)
    guard own < width else { return }
    for index in columns { widths[index] += ((width - own) / Double(columns.count)).rounded(.up) }
  }
}

extension TableBlock {
  /// Columns side by side with the same group title; of those without one each stands alone.
  var columnGroups: [(title: [Inline], columns: Range<Int>)] {
    var groups: [(title: [Inline], columns: Range<Int>)] = []
    for (index, column) in columns.enumerated() {
      if let last = groups.last, !column.group.isEmpty,
        last.title.plainText == column.group.plainText
      {
        groups[groups.count - 1].columns = last.columns.lowerBound..<index + 1
      } else {
        groups.append((column.group, index..<index + 1))
      }
    }
    return groups
  }
}
