import Glibc

/// How the cells of a grid are arranged (Vega's `layout`), for columns and rows.
struct GridSettings {
  enum Align: String { case none, each, all }

  var alignColumns = Align.all
  var alignRows = Align.all
  /// Whether the full extent of a cell counts, axes included, or only its own width and height.
  var isFlush = false
  var centersColumns = false
  var centersRows = false
  var columnPadding = 0.0
  var rowPadding = 0.0
  /// 0 for all in one row.
  var columns = 0
  /// Where the grid is put, and which of its edges is put there.
  var x = 0.0
  var y = 0.0
  var columnAnchor = "start"
  var rowAnchor = "start"
  var rowHeaderOffset = 0.0
  var columnHeaderOffset = 0.0
  var rowFooterOffset = 0.0
  var columnFooterOffset = 0.0
  var rowTitleOffset = 0.0
  var columnTitleOffset = 0.0
  var rowTitleAnchor = ""
  var columnTitleAnchor = ""
  var rowTitleBand = 0.5
  var columnTitleBand = 0.5
  var rowHeaderBand: Double?
  var columnHeaderBand: Double?
}

/// Puts groups into rows and columns (vega-view-transforms' `gridLayout`).
enum GridLayout {
  /// Moves `groups` to their places.
  ///
  /// - Returns: the box about them all.
  @discardableResult
  static func place(_ groups: [SceneItem], _ settings: GridSettings) -> Bounds {
    let count = groups.count
    guard count > 0 else { return Bounds(0, 0, 0, 0) }
    let columns = settings.columns > 0 ? settings.columns : count
    let rows = Int(ceil(Double(count) / Double(columns)))
    var boxes: [Bounds] = []
    var columnExtent = [Double](repeating: 0, count: columns)
    var rowExtent = [Double](repeating: 0, count: rows)
    var xMax = 0.0
    var yMax = 0.0
    var xOffset: [Double] = []
    var yOffset: [Double] = []
    func excess(_ value: Double) -> Double { value < 0 ? ceil(-value) : 0 }
    for (index, group) in groups.enumerated() {
      var box: Bounds
      if settings.isFlush {
        box = Bounds(0, 0, group.width, group.height)
      } else if group.bounds.isEmpty {
        box = Bounds(0, 0, 0, 0)
      } else {
        box = group.bounds.translated(-group.x, -group.y)
      }
      boxes.append(box)
      let (column, row) = (index % columns, index / columns)
      let (right, bottom) = (ceil(box.x2), ceil(box.y2))
      xMax = max(xMax, right)
      yMax = max(yMax, bottom)
      columnExtent[column] = max(columnExtent[column], right)
      rowExtent[row] = max(rowExtent[row], bottom)
      xOffset.append(column == 0 ? 0 : settings.columnPadding + excess(box.x1))
      yOffset.append(index < columns ? 0 : settings.rowPadding + excess(box.y1))
    }
    switch settings.alignColumns {
    case .each:
      for column in 1..<max(2, columns) where column < columns {
        let members = stride(from: column, to: count, by: columns)
        let offset = members.map { xOffset[$0] }.max() ?? 0
        for index in members { xOffset[index] = offset + columnExtent[column - 1] }
      }
    case .all:
      let offset = (0..<count).filter { $0 % columns != 0 }.map { xOffset[$0] }.max() ?? 0
      for index in 0..<count where index % columns != 0 { xOffset[index] = offset + xMax }
    case .none:
      for index in 0..<count where index % columns != 0 {
        xOffset[index] += columnExtent[index % columns - 1]
      }
    }
    switch settings.alignRows {
    case .each:
      for row in 1..<max(2, rows) where row < rows {
        let members = (row * columns)..<min(count, (row + 1) * columns)
        let offset = members.map { yOffset[$0] }.max() ?? 0
        for index in members { yOffset[index] = offset + rowExtent[row - 1] }
      }
    case .all:
      let offset = (0..<count).filter { $0 >= columns }.map { yOffset[$0] }.max() ?? 0
      for index in 0..<count where index >= columns { yOffset[index] = offset + yMax }
    case .none:
      for index in 0..<count where index >= columns {
        yOffset[index] += rowExtent[index / columns - 1]
      }
    }
    var dx = [Double](repeating: 0, count: count)
    var dy = dx
    var x = 0.0
    for index in 0..<count {
      x = xOffset[index] + (index % columns == 0 ? 0 : x)
      dx[index] = x - groups[index].x
    }
    for column in 0..<min(columns, count) {
      var y = 0.0
      for index in stride(from: column, to: count, by: columns) {
        y += yOffset[index]
        dy[index] = y - groups[index].y
      }
    }
    if settings.centersColumns, settings.alignColumns != .none, rows > 1 {
      for index in 0..<count {
        let extent = settings.alignColumns == .all ? xMax : columnExtent[index % columns]
        let rest = extent - boxes[index].x2 - groups[index].x - dx[index]
        if rest > 0 { dx[index] += rest / 2 }
      }
    }
    if settings.centersRows, settings.alignRows != .none, columns != 1 {
      for index in 0..<count {
        let extent = settings.alignRows == .all ? yMax : rowExtent[index / columns]
        let rest = extent - boxes[index].y2 - groups[index].y - dy[index]
        if rest > 0 { dy[index] += rest / 2 }
      }
    }
    var all = Bounds(0, 0, 0, 0)
    for index in 0..<count { all.union(boxes[index].translated(dx[index], dy[index])) }
    var (left, top) = (settings.x, settings.y)
    switch settings.columnAnchor {
    case "end": left -= all.width
    case "middle": left -= all.width / 2
    default: break
    }
    switch settings.rowAnchor {
    case "end": top -= all.height
    case "middle": top -= all.height / 2
    default: break
    }
    left = halfUp(left)
    top = halfUp(top)
    var result = Bounds()
    for (index, group) in groups.enumerated() {
      group.x += dx[index] + left
      group.y += dy[index] + top
      group.bounds = group.bounds.translated(dx[index] + left, dy[index] + top)
      result.union(group.bounds)
    }
    return result
  }
}
