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

  /// Items with their bullets or numbers hung in the margin of the column.
  func list(_ list: ListBlock, column: Column) throws(DiagnosticFailure) -> [Fragment] {
    let role = style.roles.body
    let marker = style.roles.listMarker
    let indent = 18.0
    var all: [Fragment] = []
    for (offset, item) in list.items.enumerated() {
      let inner = Column(x: column.x + indent, measure: column.measure - indent)
      var fragments: [Fragment] = []
      for block in item {
        switch block.kind {
        case .paragraph(let inlines):
          fragments += try paragraph(inlines, role: role, column: inner)
        case .list(let nested): fragments += try self.list(nested, column: inner)
        case .code, .division, .figure, .heading, .pageBreak, .quote, .table, .thematicBreak:
          throw DiagnosticFailure(LayoutDiagnostics.notInList(block.span))
        }
      }
      guard !fragments.isEmpty else { continue }
      let label = list.start.map { "\($0 + offset)" } ?? "–"
      let set = try text.stack(
        [.text(label)], role: marker, x: column.x, y: 0, measure: indent)
      fragments[0].items = set.items + fragments[0].items
      fragments[0].spaceBefore = offset == 0 || !list.isTight ? style.gridStep / 2 : 0
      if list.isTight, offset < list.items.count - 1 {
        fragments[fragments.count - 1].spaceAfter = 0
      }
      for index in fragments.indices { fragments[index].tag = .listItem }
      all += fragments
    }
    return all
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
