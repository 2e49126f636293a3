import Documents
import Scene
import Syntax
import Typesetting

/// Paragraphs, lists and quotations: blocks made of lines, a fragment a line, so that a page may end
/// between them.
struct TextBlockLayout {
  let style: StyleSheet
  let text: TextSetter

  /// A paragraph as one fragment a line; no page ends after its first line or before its last.
  func paragraph(
    _ inlines: [Inline], role: StyleSheet.Role, column: Column
  ) throws(DiagnosticFailure) -> [Fragment] {
    let lines = try text.lines(inlines, role: role, measure: column.measure)
    return lines.enumerated().map { index, line in
      var fragment = Fragment(
        height: role.leading, items: text.items(of: line, x: column.x, y: 0, role: role))
      fragment.tag = .paragraph
      fragment.notes = text.notes(in: line)
      fragment.isOnGrid = index == 0 || role.leading == style.gridStep
      if index == 0 { fragment.spaceBefore = style.gridStep / 2 }
      if index == lines.count - 1 { fragment.spaceAfter = style.gridStep / 2 }
      if index == 1 || index == lines.count - 1, index > 0 { fragment.breakBefore = .forbidden }
      return fragment
    }
  }

  /// Items with their bullets or numbers hung in the margin of the column. Items of one line stand close;
  /// where one runs over, a line of white parts them all.
  func list(_ list: ListBlock, column: Column) throws(DiagnosticFailure) -> [Fragment] {
    var items: [[Fragment]] = []
    for (offset, item) in list.items.enumerated() {
      var fragments = try self.item(item, column: column)
      guard !fragments.isEmpty else { continue }
      let label = list.start.map { "\($0 + offset)" } ?? "–"
      let set = try text.stack(
        [.text(label)], role: style.roles.listMarker, x: column.x, y: 0, measure: listIndent)
      fragments[0].items = set.items + fragments[0].items
      items.append(fragments)
    }
    let isClose = list.isTight && items.allSatisfy { $0.count == 1 }
    for index in items.indices {
      items[index][0].spaceBefore = index == 0 || !isClose ? style.gridStep / 2 : 0
      if isClose, index < items.count - 1 { items[index][0].spaceAfter = 0 }
    }
    return items.flatMap(\.self)
  }

  private var listIndent: Double { 18 }

  private func item(_ blocks: [Block], column: Column) throws(DiagnosticFailure) -> [Fragment] {
    let inner = Column(x: column.x + listIndent, measure: column.measure - listIndent)
    var fragments: [Fragment] = []
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines):
        fragments += try paragraph(inlines, role: style.roles.body, column: inner)
      case .list(let nested): fragments += try list(nested, column: inner)
      case .code, .division, .figure, .heading, .pageBreak, .quote, .table, .thematicBreak:
        throw DiagnosticFailure(LayoutDiagnostics.notInList(block.span))
      }
    }
    for index in fragments.indices { fragments[index].tag = .listItem }
    return fragments
  }

  /// Paragraphs indented on both sides.
  func quote(_ blocks: [Block], column outer: Column) throws(DiagnosticFailure) -> [Fragment] {
    let column = Column(x: outer.x + 14, measure: outer.measure - 28)
    var fragments: [Fragment] = []
    for block in blocks {
      guard case .paragraph(let inlines) = block.kind else {
        throw DiagnosticFailure(LayoutDiagnostics.notInQuote(block.span))
      }
      fragments += try paragraph(inlines, role: style.roles.body, column: column)
    }
    for index in fragments.indices { fragments[index].tag = .blockQuote }
    return fragments
  }

  /// Lines as written.
  func code(_ code: String, column: Column) throws(DiagnosticFailure) -> [Fragment] {
    var fragments: [Fragment] = []
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      fragments += try paragraph(
        [.text(String(line))], role: style.roles.calloutText, column: column)
    }
    for index in fragments.indices {
      fragments[index].spaceBefore = 0
      fragments[index].spaceAfter = 0
    }
    return fragments
  }
}
