import Glibc
import Syntax

/// Puts the parts of a legend together (`legendLayout`).
enum LegendLayout {
  static func place(_ legend: SceneItem, measurer: TextMeasurer) {
    let notes = legend.layout
    let bounds = ItemBounds(measurer: measurer)
    guard let entryMark = legend.marks.first, let entry = entryMark.items.first else { return }
    if let grid = entry.layout.grid, let cells = entry.marks.first {
      GridLayout.place(cells.items, grid)
      cells.updateBounds()
      entry.bounds = bounds.groupBounds(entry)
      entryMark.bounds = entry.bounds
    }
    arrange(legend, entry, entryMark, measurer)
    var box = Bounds()
    for mark in legend.marks { box.union(mark.bounds) }
    box.x1 = notes.padding
    box.y1 = notes.padding
    var width = 2 * notes.padding
    var height = width
    if !box.isEmpty {
      width = ceil(box.x2 - box.x1 + width)
      height = ceil(box.y2 - box.y1 + height)
    }
    if notes.orient != "none" {
      legend.x = 0
      legend.y = 0
    }
    legend.width = width
    legend.height = height
    legend.bounds = ItemBounds.stroked(
      Bounds(legend.x, legend.y, legend.x + width, legend.y + height), legend)
  }

  private static func move(_ item: SceneItem, _ mark: SceneMark, _ dx: Double, _ dy: Double) {
    guard dx != 0 || dy != 0 else { return }
    item.x += dx
    item.y += dy
    item.bounds = item.bounds.translated(dx, dy)
    mark.bounds = mark.bounds.translated(dx, dy)
  }

  private static func arrange(
    _ legend: SceneItem, _ entry: SceneItem, _ entryMark: SceneMark, _ measurer: TextMeasurer
  ) {
    let notes = legend.layout
    let pad = notes.padding
    var ex = pad - entry.x
    var ey = pad - entry.y
    guard notes.hasTitle, legend.marks.count > 1, let title = legend.marks[1].items.first else {
      move(entry, entryMark, ex, ey)
      return
    }
    let titleMark = legend.marks[1]
    var tx = pad - title.x
    var ty = pad - title.y
    switch notes.titleOrient {
    case "left": ex += ceil(title.bounds.width) + notes.titlePadding
    case "right", "bottom": break
    default: ey += title.bounds.height + notes.titlePadding
    }
    move(entry, entryMark, ex, ey)
    func offset(_ anchor: String, _ y: Int, _ isSide: Bool, noBar: Bool = false) -> Double {
      let isGradient = !notes.isSymbolLegend
      let isVertical = notes.isVerticalGradient
      let box: Bounds
      if isGradient, isSide || !isVertical, !noBar {
        box = (entry.marks.first?.items.first?.bounds ?? Bounds())
          .translated(entry.x, entry.y)
      } else {
        box = entry.bounds
      }
      // The bar's bounds are those within the entry group, as Vega has them.
      let local = isGradient && (isSide || !isVertical) && !noBar
      let s =
        (local
          ? (y != 0 ? box.y2 - entry.y : box.x2 - entry.x) : (y != 0 ? box.y2 : box.x2)) - pad
      let u = isVertical && isSide ? s : 0
      let v = isVertical && isSide ? 0 : s
      let lines =
        y <= 0
        ? 0 : title.text.map { $0.lineStep * Double(max(0, $0.lines.count - 1)) } ?? 0
      return halfUp(
        anchor == "start" ? u : anchor == "end" ? v - lines : 0.5 * (s - lines))
    }
    switch notes.titleOrient {
    case "left": ty += offset(notes.titleAnchor, 1, true)
    case "right":
      tx += offset("end", 0, false) + notes.titlePadding
      ty += offset(notes.titleAnchor, 1, true)
    case "bottom":
      tx += offset(notes.titleAnchor, 0, false)
      ty += offset("end", -1, false, noBar: true) + notes.titlePadding
    default: tx += offset(notes.titleAnchor, 0, false)
    }
    move(title, titleMark, tx, ty)
    let overshoot = halfUp(title.bounds.x1 - pad)
    if overshoot < 0 {
      move(entry, entryMark, -overshoot, 0)
      move(title, titleMark, -overshoot, 0)
    }
  }
}

/// Where legends of one side are put (`legendParams`).
struct LegendArrangement {
  /// The `layout` section of the legend configuration, laid over Vega's default.
  let configuration: JSONNode

  private func value(_ orient: String, _ name: String) -> JSONNode? {
    if let own = configuration[orient]?[name] { return own }
    return configuration[name]
  }

  func settings(
    _ legends: [SceneItem], orient: String, xBounds: Bounds, yBounds: Bounds, width: Double,
    height: Double
  ) -> GridSettings {
    let offset =
      legends.map(\.layout.offset).filter { !$0.isNaN }.max() ?? value(orient, "offset")?.number
      ?? 18
    let anchor = value(orient, "anchor")?.string ?? "start"
    let share: Double = anchor == "end" ? 1 : anchor == "middle" ? 0.5 : 0
    let isVertical =
      value(orient, "direction")?.string.map { $0 == "vertical" }
      ?? (orient == "left" || orient == "right")
    var settings = GridSettings()
    settings.alignColumns = .each
    settings.alignRows = .each
    settings.isFlush = (value(orient, "bounds")?.string ?? "flush") == "flush"
    settings.columns = isVertical ? 1 : legends.count
    let margin = value(orient, "margin")?.number ?? 8
    settings.columnPadding = margin
    settings.rowPadding = margin
    let centers = value(orient, "center")?.bool ?? false
    settings.centersRows = centers
    settings.centersColumns = centers
    switch orient {
    case "left":
      settings.x = floor(xBounds.x1) - offset
      settings.columnAnchor = "end"
      settings.y = share * (height != 0 ? height : xBounds.height + 2 * xBounds.y1)
      settings.rowAnchor = anchor
    case "top":
      settings.y = floor(yBounds.y1) - offset
      settings.rowAnchor = "end"
      settings.x = share * (width != 0 ? width : yBounds.width + 2 * yBounds.x1)
      settings.columnAnchor = anchor
    case "bottom":
      settings.y = ceil(yBounds.y2) + offset
      settings.x = share * (width != 0 ? width : yBounds.width + 2 * yBounds.x1)
      settings.columnAnchor = anchor
    case "top-left": (settings.x, settings.y) = (offset, offset)
    case "top-right":
      (settings.x, settings.y) = (width - offset, offset)
      settings.columnAnchor = "end"
    case "bottom-left":
      (settings.x, settings.y) = (offset, height - offset)
      settings.rowAnchor = "end"
    case "bottom-right":
      (settings.x, settings.y) = (width - offset, height - offset)
      settings.columnAnchor = "end"
      settings.rowAnchor = "end"
    default:
      settings.x = ceil(xBounds.x2) + offset
      settings.y = share * (height != 0 ? height : xBounds.height + 2 * xBounds.y1)
      settings.rowAnchor = anchor
    }
    return settings
  }
}
