import Documents
import Scene
import Syntax
import Typesetting

/// The list of headings, figures or tables with the pages on which they stand.
struct ContentsLayout {
  let style: StyleSheet
  let text: TextSetter

  /// Room for five figures: no folio, whatever its digits, makes a title take another line.
  private let folioWidth = 30.0
  /// How far entries of the second level stand in where sections have no numbers to stand under.
  private let indent = 14.0

  /// The contents: sections stand out, and stay with their first entry.
  func outline(
    of entries: [References.Entry], column: Column
  ) throws(DiagnosticFailure) -> [Fragment] {
    let numberWidths = [
      try numberWidth(of: entries.filter { $0.level == 1 }, style.roles.contentsSection),
      try numberWidth(of: entries.filter { $0.level > 1 }, style.roles.contentsEntry),
    ]
    var fragments: [Fragment] = []
    for (index, entry) in entries.enumerated() {
      let isSection = entry.level == 1
      let offset = isSection ? 0 : max(numberWidths[0], indent)
      var fragment = try self.fragment(
        entry, role: isSection ? style.roles.contentsSection : style.roles.contentsEntry,
        column: Column(x: column.x + offset, measure: column.measure - offset),
        numberWidth: numberWidths[isSection ? 0 : 1])
      // White parts sections from the entries under them; sections alone stand close.
      let isOpen = index + 1 < entries.count && entries[index + 1].level > 1
      let followsEntry = index > 0 && entries[index - 1].level > 1
      if isSection, isOpen || followsEntry { fragment.spaceBefore = style.white(\.text) }
      if index > 0, !isSection, entries[index - 1].level == 1 {
        fragment.breakBefore = .forbidden
      }
      fragments.append(fragment)
    }
    return spaced(fragments)
  }

  /// The list of figures or of tables.
  func captions(
    of entries: [References.Entry], column: Column
  ) throws(DiagnosticFailure) -> [Fragment] {
    let role = style.roles.contentsEntry
    let width = try numberWidth(of: entries, role)
    var fragments: [Fragment] = []
    for entry in entries {
      fragments.append(try fragment(entry, role: role, column: column, numberWidth: width))
    }
    return spaced(fragments)
  }

  /// The items of an entry with its folio, a link to what it lists.
  func numbered(
    _ items: [FrameItem], entry: Fragment.ContentsEntry, folio: String
  ) throws(DiagnosticFailure) -> [FrameItem] {
    let folio = try text.stack(
      [.text(folio)], role: entry.role,
      x: entry.corner.x - folioWidth, y: entry.corner.y, measure: folioWidth, alignment: .end)
    let link = Group(
      link: .destination(entry.destination), tag: .link, items: items + folio.items)
    return [.group(Group(tag: .contentsItem, items: [.group(link)]))]
  }

  /// The column that holds the numbers of `entries`, with the gap after it; 0 where none has a number.
  private func numberWidth(
    of entries: [References.Entry], _ role: StyleSheet.Role
  ) throws(DiagnosticFailure) -> Double {
    var widest = 0.0
    for number in entries.compactMap(\.number) {
      widest = max(widest, try text.widths([.text(number)], role: role).most)
    }
    return widest == 0 ? 0 : (widest + role.text.size).rounded(.up)
  }

  /// One entry, its folio still to come: number, title, leader.
  private func fragment(
    _ entry: References.Entry, role: StyleSheet.Role, column: Column, numberWidth: Double
  ) throws(DiagnosticFailure) -> Fragment {
    let offset = entry.number == nil ? 0 : numberWidth
    let x = column.x + offset
    let lines = try text.lines(
      [.text(text.inlines.references.plainText(of: entry.title))], role: role,
      measure: column.measure - offset - folioWidth, alignment: .start)
    var items: [FrameItem] = []
    if let number = entry.number {
      items += try text.stack(
        [.text(number)], role: role, x: column.x, y: 0, measure: numberWidth
      ).items
    }
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
      destination: entry.destination, role: role, corner: Point(x: right, y: lastTop))
    return fragment
  }

  private func spaced(_ fragments: [Fragment]) -> [Fragment] {
    guard !fragments.isEmpty else { return [] }
    var fragments = fragments
    fragments[0].spaceBefore = style.white(\.text)
    fragments[fragments.count - 1].spaceAfter = style.white(\.blocks)
    return fragments
  }

  /// Dots, counted from the right so that those of all entries stand under each other.
  private func leaderLine(from start: Double, to end: Double, y: Double) -> FrameItem {
    let dots = Shape(
      .line(Point(x: end, y: y - 0.5), Point(x: start, y: y - 0.5)),
      stroke: Stroke(.solid(style.palette.muted), width: 0.75, dash: [0, 4], cap: .round))
    return .group(Group(tag: .artifact, items: [.shape(dots)]))
  }
}
