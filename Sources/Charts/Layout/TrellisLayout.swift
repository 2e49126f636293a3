import Glibc

/// Lays out the cells of a facet or concatenation with their headers, footers and titles
/// (vega-view-transforms' `trellisLayout`).
enum TrellisLayout {
  static func place(_ group: SceneItem, _ settings: GridSettings) {
    func items(_ role: String) -> [SceneItem] {
      group.marks.filter { $0.kind == .group && $0.role == role }.flatMap(\.items)
    }
    let known: Set<String> = [
      "axis", "legend", "title", "row-header", "row-footer", "column-header", "column-footer",
      "row-title", "column-title",
    ]
    let cellMarks = group.marks.filter { $0.kind == .group && !known.contains($0.role) }
    let cells = cellMarks.flatMap(\.items)
    let columns = settings.columns > 0 ? settings.columns : max(1, cells.count)
    let rows = Int(ceil(Double(cells.count) / Double(columns)))
    let bounds = GridLayout.place(cells, settings)
    for mark in cellMarks { mark.updateBounds() }

    func headers(
      _ role: String, limit: Int, offset: Double, isColumn: Bool, atEnd: Bool, start: Int,
      stride step: Int, back: Int, band: Double?
    ) -> Double {
      guard !cells.isEmpty else { return 0 }
      func edge(_ box: Bounds) -> Double {
        isColumn ? (atEnd ? box.y2 : box.y1) : (atEnd ? box.x2 : box.x1)
      }
      func cellEdge(_ cell: SceneItem) -> Double {
        guard settings.isFlush else { return edge(cell.bounds) }
        return isColumn
          ? (atEnd ? cell.y + cell.height : cell.y) : (atEnd ? cell.x + cell.width : cell.x)
      }
      func outer(_ a: Double, _ b: Double) -> Double { atEnd ? ceil(max(a, b)) : floor(min(a, b)) }
      var margin = 0.0
      for index in Swift.stride(from: start, to: cells.count, by: step) {
        margin = outer(margin, cellEdge(cells[index]))
      }
      let marks = group.marks.filter { $0.kind == .group && $0.role == role }
      let heads = Array(marks.flatMap(\.items).prefix(limit))
      guard !heads.isEmpty else { return margin }
      margin += offset
      var result = 0.0
      for (order, head) in heads.enumerated() {
        var index = start + order * step
        while index >= cells.count, index - back >= 0 { index -= back }
        guard index < cells.count else { continue }
        let cell = cells[index]
        let (x, y): (Double, Double)
        if isColumn {
          x = band.map { halfUp(cell.bounds.x1 + $0 * cell.bounds.width) } ?? cell.x
          y = margin
        } else {
          x = margin
          y = band.map { halfUp(cell.bounds.y1 + $0 * cell.bounds.height) } ?? cell.y
        }
        head.bounds = head.bounds.translated(x - head.x, y - head.y)
        head.x = x
        head.y = y
        result = outer(result, edge(head.bounds))
      }
      for mark in marks { mark.updateBounds() }
      return result
    }
    let cellCount = rows * columns
    let left = headers(
      "row-header", limit: rows, offset: -settings.rowHeaderOffset, isColumn: false, atEnd: false,
      start: 0, stride: columns, back: 1, band: settings.rowHeaderBand)
    let top = headers(
      "column-header", limit: columns, offset: -settings.columnHeaderOffset, isColumn: true,
      atEnd: false, start: 0, stride: 1, back: columns, band: settings.columnHeaderBand)
    let right = headers(
      "row-footer", limit: rows, offset: settings.rowFooterOffset, isColumn: false, atEnd: true,
      start: columns - 1, stride: columns, back: 1, band: nil)
    let bottom = headers(
      "column-footer", limit: columns, offset: settings.columnFooterOffset, isColumn: true,
      atEnd: true, start: cellCount - columns, stride: 1, back: columns, band: nil)
    if let title = items("row-title").first {
      let x =
        settings.rowTitleAnchor == "end"
        ? right + settings.rowTitleOffset : left - settings.rowTitleOffset
      move(title, x: x, y: halfUp(bounds.y1 + settings.rowTitleBand * bounds.height))
    }
    if let title = items("column-title").first {
      let y =
        settings.columnTitleAnchor == "end"
        ? bottom + settings.columnTitleOffset : top - settings.columnTitleOffset
      move(title, x: halfUp(bounds.x1 + settings.columnTitleBand * bounds.width), y: y)
    }
    for mark in group.marks where mark.role == "row-title" || mark.role == "column-title" {
      mark.updateBounds()
    }
  }

  private static func move(_ item: SceneItem, x: Double, y: Double) {
    item.bounds = item.bounds.translated(x - item.x, y - item.y)
    item.x = x
    item.y = y
  }
}
