import Documents
import Scene
import Syntax
import Typesetting

/// A tinted box that sets a remark apart from the text.
struct CalloutLayout {
  let style: StyleSheet
  let text: TextSetter

  func fragment(
    _ division: Division, column: Column
  ) throws(DiagnosticFailure) -> Fragment {
    let padding = 12.0
    let measure = column.measure - 2 * padding
    let x = column.x + padding
    var y = 10.0
    var items: [FrameItem] = []
    let title = division.title.isEmpty ? [.text(division.kind.calloutTitle)] : division.title
    let head = try text.stack(
      title, role: style.roles.calloutTitle, x: x, y: y, measure: measure)
    items.append(.group(Group(tag: .paragraph, items: head.items)))
    y += head.height
    for block in division.blocks {
      guard case .paragraph(let inlines) = block.kind else {
        throw DiagnosticFailure(LayoutDiagnostics.notInQuote(block.span))
      }
      let set = try text.stack(
        inlines, role: style.roles.calloutText, x: x, y: y, measure: measure)
      items.append(.group(Group(tag: .paragraph, items: set.items)))
      y += set.height + 3
    }
    let height = style.onGrid(y + 7)
    let box = Shape(
      .rect(Rect(x: column.x, y: 0, width: column.measure, height: height)),
      fill: .solid(style.palette.tint))
    let bar = Shape(
      .rect(Rect(x: column.x, y: 0, width: 2.5, height: height)),
      fill: .solid(style.palette.accent))
    var fragment = Fragment(
      height: height,
      items: [.group(Group(tag: .artifact, items: [.shape(box), .shape(bar)]))] + items)
    fragment.spaceBefore = style.gridStep
    fragment.spaceAfter = style.gridStep
    return fragment
  }
}

extension Division.Kind {
  /// The heading of a callout without a title of its own.
  fileprivate var calloutTitle: String {
    switch self {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    case .annex, .aside, .columns, .contents, .each, .figures, .landscape, .lead, .sources, .tables,
      .tile, .tiles, .when:
      ""
    }
  }
}
