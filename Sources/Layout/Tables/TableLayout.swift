import Documents
import Scene
import Syntax
import Typesetting
import Wording

/// A table: caption, heads, rows, source and note. Each row is a fragment, so that a table goes on over
/// pages with its heads repeated.
struct TableLayout {
  let style: StyleSheet
  let text: TextSetter
  let column: Column

  /// White between the caption and the heads.
  private let captionGap = 4.0

  /// `number` is nil for a table without a caption: a list in columns.
  func fragments(_ table: TableBlock, number: Int?) throws(DiagnosticFailure) -> [Fragment] {
    let cells = try TableCells(table, style: style, text: text)
    let inner = Column(
      x: column.x + style.tableInset, measure: column.measure - 2 * style.tableInset)
    let setter = TableRowSetter(
      style: style, text: text,
      columns: try TableColumns(of: table, cells, in: inner, style: style, text: text))
    let head = try setter.head(of: table)
    let top = try self.top(table, number: number, head: head)
    let continuation = try self.continuation(number: number, head: head)
    var fragments = [top]
    fragments += try rows(
      table, cells, setter, continuation: continuation,
      // With the heads above it and a line of white, the tallest part of a row fills a page.
      tallest: style.page.height - max(top.height, continuation.height) - style.gridStep)
    fragments.append(try foot(of: table))
    let height = fragments.reduce(0) { $0 + $1.height }
    if height <= style.page.height * Fragment.keptWhole {
      for index in fragments.indices.dropFirst() { fragments[index].breakBefore = .forbidden }
      fragments[0].floats = number != nil
    }
    return fragments
  }

  private func top(
    _ table: TableBlock, number: Int?, head: TextSetter.Stack
  ) throws(DiagnosticFailure) -> Fragment {
    var top = Fragment(height: head.height, items: head.items)
    top.calls = head.calls
    if let number {
      let caption = try CaptionLayout(style: style, text: text).items(
        label: Label.table.text(String(number)), title: table.caption, subtitle: [],
        measure: column.measure)
      let height = caption.height + captionGap
      top = Fragment(
        height: height + head.height,
        items: [.group(Group(tag: .caption, items: caption.items))] + head.items.moved(y: height))
      top.calls = caption.calls + head.calls
    }
    top.spaceBefore = style.white(number == nil ? \.blocks : \.figures)
    top.spansSide = column.x == 0
    top.tag = .table
    return top
  }

  // MARK: Rows

  private func rows(
    _ table: TableBlock, _ cells: TableCells, _ setter: TableRowSetter,
    continuation: Fragment.Continuation, tallest: Double
  ) throws(DiagnosticFailure) -> [Fragment] {
    var set: [TableRowSetter.SetRow] = []
    set.reserveCapacity(table.rows.count)
    for (row, measured) in zip(table.rows, cells.rows) {
      set.append(try setter.set(row, measured))
    }
    let spans = RowSpans(&set)
    var fragments: [Fragment] = []
    var grouped = continuation
    var band = 0
    for (index, row) in set.enumerated() {
      band = row.kind == .body ? band + 1 : 0
      var own = row.kind == .group ? continuation : grouped
      for (start, cell) in spans.open(at: index) {
        let drawn = setter.draw(cell, lines: 0..<cell.lines.count, role: set[start].role)
        own.items += drawn.items.moved(y: own.height)
      }
      var look = Look(
        row: row, isLast: index == set.count - 1,
        nextIsTotal: index + 1 < set.count && set[index + 1].kind == .total,
        isBanded: style.table.isZebra && band % 2 == 1)
      look.ruled = spans.ruledColumns(under: index, of: table.columns.count)
      var pieces = self.pieces(look, setter, tallest: tallest)
      for piece in pieces.indices { pieces[piece].continuation = own }
      pieces[0].destinations = [table.rows[index].label].compactMap(\.self)
      if isKept(index, set, spans) { pieces[0].breakBefore = .forbidden }
      fragments += pieces
      if row.kind == .group {
        grouped = try continued(table.rows[index], setter, under: continuation)
      }
    }
    return fragments
  }

  /// Whether a row stays with the one above: no page begins or ends with a lone row, a heading stays with
  /// the first two of its rows, a sum with what it is the sum of.
  private func isKept(_ index: Int, _ rows: [TableRowSetter.SetRow], _ spans: RowSpans) -> Bool {
    index < 2 || index == rows.count - 1 || rows[index].kind == .total
      || rows[index - 1].kind == .group || rows[index - 2].kind == .group
      || spans.reach(over: index, tallest: style.page.height * Fragment.keptWhole / 2)
  }

  /// How a row is drawn.
  private struct Look {
    var row: TableRowSetter.SetRow
    var isLast: Bool
    var nextIsTotal: Bool
    var isBanded: Bool
    /// Columns under which a rule may stand: no cell reaches over it.
    var ruled: [Range<Int>] = []
  }

  /// The row, or where it is taller than a page its parts.
  private func pieces(_ look: Look, _ setter: TableRowSetter, tallest: Double) -> [Fragment] {
    let row = look.row
    let lineCount = row.lineCount
    let perPage = max(1, Int((tallest - 2 * row.padding) / row.role.leading))
    var pieces: [Fragment] = []
    for start in stride(from: 0, to: lineCount, by: perPage) {
      let isWhole = row.height <= tallest
      let end = isWhole ? Int.max : min(start + perPage, lineCount)
      let isEnd = isWhole || end >= lineCount
      let drawn = setter.draw(row, lines: start..<end)
      var items = drawn.items
      let height = isWhole ? row.height : row.height(of: end - start)
      if look.isBanded { items.insert(band(height: height), at: 0) }
      if isEnd { items += rules(look, setter, y: height) }
      var piece = Fragment(
        height: height, items: [.group(Group(tag: .tableRow, items: items))])
      piece.isOnGrid = false
      piece.spansSide = column.x == 0
      piece.tag = .table
      piece.calls = drawn.calls
      pieces.append(piece)
      if isWhole { break }
    }
    return pieces
  }

  private func rules(_ look: Look, _ setter: TableRowSetter, y: Double) -> [FrameItem] {
    if look.isLast { return [] }
    if look.nextIsTotal {
      let all = 0..<setter.columns.extents.count
      return [setter.rule(under: all, y: y, style.palette.accent)]
    }
    if look.row.kind == .body, style.table.isZebra || style.table.rules == .head { return [] }
    return look.ruled.map { setter.rule(under: $0, y: y, style.palette.rule, width: 0.35) }
  }

  private func band(height: Double) -> FrameItem {
    let box = Rect(x: column.x, y: 0, width: column.measure, height: height)
    return .group(
      Group(tag: .artifact, items: [.shape(Shape(.rect(box), fill: .solid(style.palette.tint)))]))
  }

  // MARK: Above and below

  /// What stands above the first row of each further page.
  private func continuation(
    number: Int?, head: TextSetter.Stack
  ) throws(DiagnosticFailure) -> Fragment.Continuation {
    guard let number else { return .init(height: head.height, items: head.items) }
    var caption = CaptionLayout(style: style, text: text).rule(
      x: column.x, measure: column.measure)
    caption += try text.stack(
      [.text(Label.continued.text(Label.table.text(String(number))))],
      role: style.roles.captionLabel, x: column.x, y: caption.height,
      measure: column.measure)
    return .init(
      height: caption.height + head.height,
      items: caption.items + head.items.moved(y: caption.height))
  }

  /// The same with the heading of the group that goes on.
  private func continued(
    _ row: TableBlock.Row, _ setter: TableRowSetter, under above: Fragment.Continuation
  ) throws(DiagnosticFailure) -> Fragment.Continuation {
    let title = row.cells[0].content.continued
    let again = TableBlock.Row(group: title, over: row.cells.count)
    let role = style.tableRole(of: .group)
    let set = try setter.set(
      again,
      [try MeasuredCell(title, role: role, alignment: .start, text: text)])
    let drawn = setter.draw(set, lines: 0..<set.lineCount)
    let rule = setter.rule(
      under: 0..<row.cells.count, y: set.height, style.palette.rule, width: 0.35)
    return .init(
      height: above.height + set.height,
      items: above.items + (drawn.items + [rule]).moved(y: above.height))
  }

  private func foot(of table: TableBlock) throws(DiagnosticFailure) -> Fragment {
    let lines = try SourceLine(style: style, text: text).items(
      sources: table.sources, note: table.note, y: 4, measure: column.measure)
    var foot = Fragment(
      height: lines.height + 4,
      items: [
        .group(
          Group(
            tag: .artifact,
            items: [
              .rule(from: column.x, length: column.measure, y: 0, style.palette.accent)
            ]))
      ] + lines.items)
    foot.isOnGrid = false
    foot.spansSide = column.x == 0
    foot.breakBefore = .forbidden
    foot.spaceAfter = style.white(\.blocks)
    foot.tag = .table
    foot.calls = lines.calls
    return foot
  }
}

extension [Inline] {
  /// The heading of a group that goes on, with what says so about it.
  fileprivate var continued: [Inline] {
    let parts = Label.continued.text("\u{0}").split(
      separator: "\u{0}", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return self }
    return [.text(String(parts[0]))] + self + [.text(String(parts[1]))]
  }
}
