import Documents
import Scene
import Syntax
import Typesetting

/// A row of key figures over the whole measure, each under a rule of its own.
struct TilesLayout {
  let style: StyleSheet
  let text: TextSetter

  /// `blocks` holds `tile` divisions: their first paragraph is the figure, the second the label, any
  /// others, and lists, what the figure is compared with. A fragment a row, `perRow` tiles in each; nil puts all
  /// into one.
  func fragments(_ blocks: [Block], perRow: Int?) throws(DiagnosticFailure) -> [Fragment] {
    let tiles = blocks.compactMap { block -> [Block]? in
      guard case .division(let division) = block.kind, division.kind == .tile else { return nil }
      return division.blocks
    }
    let count = max(1, perRow ?? tiles.count)
    var rows: [Fragment] = []
    for start in stride(from: 0, to: tiles.count, by: count) {
      let end = min(start + count, tiles.count)
      var row = try self.row(Array(tiles[start..<end]), count: count)
      row.spaceBefore = (start == 0 ? 2 : 1) * style.white(\.blocks)
      if start > 0 { row.breakBefore = .forbidden }
      rows.append(row)
    }
    return rows
  }

  /// Tiles side by side, each as wide as `count` of them allow.
  private func row(_ tiles: [[Block]], count: Int) throws(DiagnosticFailure) -> Fragment {
    let gap = 14.0
    let width = (style.page.measure - gap * Double(count - 1)) / Double(count)
    var items: [FrameItem] = []
    var height = 0.0
    var calls = Calls()
    for (index, blocks) in tiles.enumerated() {
      let tile = try self.tile(
        blocks, column: Column(x: Double(index) * (width + gap), measure: width))
      items.append(.group(Group(tag: .section, items: tile.items)))
      height = max(height, tile.height)
      calls += tile.calls
    }
    var fragment = Fragment(height: style.onGrid(height), items: items)
    fragment.calls = calls
    fragment.spansSide = true
    fragment.spaceAfter = style.white(\.blocks)
    return fragment
  }

  private func tile(
    _ blocks: [Block], column: Column
  ) throws(DiagnosticFailure) -> Fragment {
    let roles = style.roles
    var tile = Fragment(
      height: 6,
      items: [
        .group(
          Group(
            tag: .artifact,
            items: [
              .rule(
                from: column.x, length: column.measure, y: 0.75, style.palette.accent, width: 1.5)
            ]))
      ])
    for (index, block) in blocks.enumerated() {
      let role = index == 0 ? roles.tileFigure : index == 1 ? roles.tileLabel : roles.tileNote
      if index == 2 { tile.height += 2 }
      let set = try TextBlockLayout(style: style, text: text, role: role)
        .blocks([block], in: "a tile", column: column).stacked()
      tile.items += set.items.moved(y: tile.height)
      tile.height += set.height
      tile.calls += set.calls
    }
    return tile
  }
}
