import Glibc

/// Lays the entries of a horizontal legend into rows where one row is wider than the room there is, so that
/// a legend never runs off the chart nor takes its width from the plot. Vega leaves that to the author
/// (`columns`), whose word counts here too.
struct LegendRows {
  let measurer: TextMeasurer
  /// The width that legends above or below the view may take.
  let room: Double

  /// Chooses the columns of a legend, before it is placed.
  func fit(_ legend: SceneItem) {
    guard let entryMark = legend.marks.first, let entry = entryMark.items.first else { return }
    let isGrid = legend.layout.isSymbolLegend && entry.layout.grid?.columns == 0
    let cells = isGrid ? entry.marks.first?.items ?? [] : []
    raiseTitle(of: legend, above: entry, cells)
    guard let grid = entry.layout.grid, isGrid, cells.count > 1 else { return }
    let space = room - titleWidth(of: legend) - 2 * legend.layout.padding
    func width(_ columns: Int) -> Double {
      Self.width(cells, columns: columns, padding: grid.columnPadding)
    }
    guard width(cells.count) > space else { return }
    let most = (1..<cells.count).last { width($0) <= space } ?? 1
    // As many rows as the widest arrangement needs, evenly filled.
    let rows = (cells.count + most - 1) / most
    entry.layout.grid?.columns = (cells.count + rows - 1) / rows
    if most == 1 { breakLabels(of: cells, within: space) }
  }

  /// How many of `legends` stand beside each other.
  func columns(of legends: [SceneItem], margin: Double) -> Int {
    let widths = legends.map(\.width)
    return (1...max(1, legends.count)).last { columns in
      let starts = stride(from: 0, to: widths.count, by: columns)
      let extents = (0..<columns).map { column in
        starts.compactMap { $0 + column < widths.count ? widths[$0 + column] : nil }.max() ?? 0
      }
      return extents.reduce(0, +) + margin * Double(columns - 1) <= room
    } ?? 1
  }

  /// A title at the left that leaves less than half of the room, or too little for one entry, goes above.
  private func raiseTitle(of legend: SceneItem, above entry: SceneItem, _ cells: [SceneItem]) {
    guard legend.layout.hasTitle, legend.layout.titleOrient == "left", legend.marks.count > 1,
      let title = legend.marks[1].items.first
    else { return }
    let space = room - titleWidth(of: legend) - 2 * legend.layout.padding
    let least =
      cells.isEmpty
      ? entry.bounds.width : Self.width(cells, columns: 1, padding: 0)
    guard space < room / 2 || space < least else { return }
    legend.layout.titleOrient = "top"
    legend.layout.titleAnchor = "start"
    title.text?.baseline = "top"
    title.text?.align = "left"
    if let text = title.text, text.lines.count == 1, let line = text.lines.first {
      title.text?.lines = measurer.lines(line, text, within: room)
    }
    ItemBounds(measurer: measurer).update(legend.marks[1])
  }

  private func titleWidth(of legend: SceneItem) -> Double {
    guard legend.layout.hasTitle, legend.layout.titleOrient == "left", legend.marks.count > 1,
      let title = legend.marks[1].items.first
    else { return 0 }
    return ceil(title.bounds.width) + legend.layout.titlePadding
  }

  /// The width of entries in a grid whose columns are as wide as their widest, as `GridLayout` counts it.
  private static func width(_ cells: [SceneItem], columns: Int, padding: Double) -> Double {
    (0..<columns).reduce(0) { sum, column in
      let members = stride(from: column, to: cells.count, by: columns).map { cells[$0].bounds }
      let extent = members.map { ceil($0.x2) }.max() ?? 0
      let excess = members.map { max(0, ceil(-$0.x1)) }.max() ?? 0
      return sum + extent + (column == 0 ? 0 : padding + excess)
    }
  }

  /// A name that is wider than all the room is broken into lines.
  private func breakLabels(of cells: [SceneItem], within space: Double) {
    let bounds = ItemBounds(measurer: measurer)
    for cell in cells where cell.bounds.x2 > space {
      for mark in cell.marks where mark.role == "legend-label" {
        for item in mark.items {
          guard let text = item.text, text.lines.count == 1, let line = text.lines.first else {
            continue
          }
          item.text?.lines = measurer.lines(
            line, text, within: max(text.size, space - item.x))
          item.text?.limit = 0
        }
        bounds.update(mark)
      }
      cell.bounds = bounds.groupBounds(cell)
    }
  }
}
