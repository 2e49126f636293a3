import Scene
import Syntax

/// Divides fragments over columns of equal height: the least that holds all of them, or as many fragments
/// as columns of the greatest height hold. Lines stand on the grid, and so level with each other.
struct ColumnBalancer {
  struct Columns {
    var contents: [PageBuilder.Content]
    var height: Double
    /// How many of the fragments they hold.
    var placed: Int
    /// Whether nothing that belongs together was parted.
    var isSound: Bool
    var problems: DiagnosticBag

    var calls: Calls { contents.reduce(into: Calls()) { $0 += $1.calls } }
  }

  /// The style of the page on which the columns stand.
  let style: StyleSheet
  let count: Int

  /// Columns of the first of `fragments`, at most `limit` points tall.
  func columns(of fragments: [Fragment], limit: Double) -> Columns {
    let total = fragments.reduce(0) { $0 + $1.height }
    var height = style.onGrid(total / Double(count))
    while height < limit {
      let columns = self.columns(of: fragments, height: height)
      if columns.placed == fragments.count, columns.isSound { return columns }
      height += style.gridStep
    }
    return columns(of: fragments, height: limit)
  }

  private func columns(of fragments: [Fragment], height: Double) -> Columns {
    var builder = PageBuilder(style: style.column(of: count, height: height), notes: [:])
    var problems = DiagnosticBag()
    builder.place(fragments, upTo: count, into: &problems)
    let contents = Array(builder.pages.prefix(count))
    return Columns(
      contents: contents, height: height,
      placed: contents.reduce(0) { $0 + $1.fragmentCount },
      isSound: !builder.hasPartedRun && problems.isEmpty, problems: problems)
  }
}
