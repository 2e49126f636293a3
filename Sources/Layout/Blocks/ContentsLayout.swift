import Documents
import Scene
import Syntax
import Typesetting

/// The list of headings with the pages on which they stand.
struct ContentsLayout {
  let style: StyleSheet
  let text: TextSetter

  /// Room for five figures: no folio, whatever its digits, makes a title take another line.
  private let folioWidth = 30.0
  private let indent = 14.0

  /// A fragment for each heading, its folio still to come; a section stays with its first entry.
  func fragments(
    _ headings: [References.Heading], column: Column
  ) throws(DiagnosticFailure) -> [Fragment] {
    var fragments: [Fragment] = []
    for (index, heading) in headings.enumerated() {
      let isSection = heading.level == 1
      let role = role(ofLevel: heading.level)
      let offset = isSection ? 0 : indent
      let x = column.x + offset
      let lines = try text.lines(
        [.text(heading.title.plainText)], role: role,
        measure: column.measure - offset - folioWidth, alignment: .start)
      var items: [FrameItem] = []
      for (row, line) in lines.enumerated() {
        items += text.items(of: line, x: x, y: Double(row) * role.leading, role: role)
      }
      let lastTop = Double(max(0, lines.count - 1)) * role.leading
      let right = column.x + column.measure
      let leader = (from: x + (lines.last?.width ?? 0) + 6, to: right - folioWidth)
      if leader.from < leader.to {
        items.append(leaderLine(from: leader.from, to: leader.to, y: lastTop + role.baseline))
      }
      var fragment = Fragment(height: Double(lines.count) * role.leading, items: items)
      fragment.tag = .contents
      fragment.entry = .init(
        destination: heading.destination, level: heading.level,
        corner: Point(x: right, y: lastTop))
      if isSection { fragment.spaceBefore = style.gridStep / 2 }
      if index > 0, !isSection, headings[index - 1].level == 1 {
        fragment.breakBefore = .forbidden
      }
      fragments.append(fragment)
    }
    fragments[0].spaceBefore = style.gridStep / 2
    fragments[fragments.count - 1].spaceAfter = style.gridStep
    return fragments
  }

  /// `fragments` with their folios, each entry a link to its heading.
  func numbered(
    _ fragments: [Fragment], folios: [String: String]
  ) throws(DiagnosticFailure) -> [Fragment] {
    var numbered = fragments
    for (index, fragment) in fragments.enumerated() {
      guard let entry = fragment.entry else { continue }
      let folio = try text.stack(
        [.text(folios[entry.destination] ?? "")], role: role(ofLevel: entry.level),
        x: entry.corner.x - folioWidth, y: entry.corner.y, measure: folioWidth, alignment: .end)
      let link = Group(
        link: .destination(entry.destination), tag: .link, items: fragment.items + folio.items)
      numbered[index].items = [.group(Group(tag: .contentsItem, items: [.group(link)]))]
    }
    return numbered
  }

  private func role(ofLevel level: Int) -> StyleSheet.Role {
    level == 1 ? style.roles.contentsSection : style.roles.contentsEntry
  }

  /// Dots, counted from the right so that those of all entries stand under each other.
  private func leaderLine(from start: Double, to end: Double, y: Double) -> FrameItem {
    let dots = Shape(
      .line(Point(x: end, y: y - 0.5), Point(x: start, y: y - 0.5)),
      stroke: Stroke(.solid(style.palette.muted), width: 0.75, dash: [0, 4], cap: .round))
    return .group(Group(tag: .artifact, items: [.shape(dots)]))
  }
}
