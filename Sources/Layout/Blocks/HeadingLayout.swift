import Documents
import Scene
import Syntax
import Typesetting

/// A heading: of the first level over both columns under a bar, of the second in the side column beside what
/// it heads, of the others on lines of their own.
struct HeadingLayout {
  /// Where a heading stands.
  enum Place: Sendable {
    case acrossColumns
    case besideText
    case aboveText

    /// - Parameter isInColumns: whether the text is in columns, which have no side column.
    init(level: Int, isInColumns: Bool) {
      switch level {
      case 1: self = .acrossColumns
      case 2 where !isInColumns: self = .besideText
      default: self = .aboveText
      }
    }
  }

  let style: StyleSheet
  let text: TextSetter

  /// - Parameter title: with its number, if it has one.
  func fragments(
    _ title: [Inline], level: Int, place: Place
  ) throws(DiagnosticFailure) -> [Fragment] {
    let roles = style.roles
    switch place {
    case .acrossColumns:
      let set = try text.stack(
        title, role: roles.heading1, x: 0, y: style.gridStep, measure: style.fullColumn.measure)
      let bar = Shape(
        .rect(Rect(x: 0, y: 0, width: 28, height: 2.5)), fill: .solid(style.palette.accent))
      var fragment = Fragment(
        height: style.onGrid(style.gridStep + set.height),
        items: [.group(Group(tag: .artifact, items: [.shape(bar)]))] + set.items)
      fragment.spansSide = true
      fragment.spaceBefore = style.white(\.sections)
      fragment.spaceAfter = style.white(\.headings)
      fragment.tag = .heading(level)
      fragment.calls = set.calls
      return [fragment]
    case .besideText:
      let set = try text.stack(
        title, role: roles.heading2, x: 0, y: 0, measure: style.sideColumn, alignment: .start)
      var fragment = Fragment(height: set.height, items: set.items)
      fragment.tag = .heading(level)
      fragment.calls = set.calls
      return [fragment]
    case .aboveText:
      var lines = try TextBlockLayout(style: style, text: text).paragraph(
        title, role: level == 2 ? roles.heading2 : roles.heading3, column: style.mainColumn)
      // Of signs that are never seen no line is made, and what follows still asks for one.
      if lines.isEmpty { lines = [Fragment(height: 0, items: [])] }
      lines[0].spaceBefore = style.white(\.headings)
      for index in lines.indices { lines[index].tag = .heading(level) }
      return lines
    }
  }
}
