import Documents
import Scene
import Syntax
import Typesetting

/// Blocks made of lines, a fragment a line, so that a page may end between them: paragraphs, lists,
/// quotations, code, and what these hold in turn.
struct TextBlockLayout {
  let style: StyleSheet
  let text: TextSetter
  /// How paragraphs are set: the body's role in the flow, smaller in callouts and notes.
  let role: StyleSheet.Role

  init(style: StyleSheet, text: TextSetter, role: StyleSheet.Role? = nil) {
    self.style = style
    self.text = text
    self.role = role ?? style.roles.body
  }

  /// What stands within `owner`, "a list item" or the like; it has no place for headings, figures and pages.
  func blocks(
    _ blocks: [Block], in owner: String, column: Column
  ) throws(DiagnosticFailure) -> [Fragment] {
    var fragments: [Fragment] = []
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines): fragments += try paragraph(inlines, column: column)
      case .list(let list): fragments += try self.list(list, column: column)
      case .quote(let inner): fragments += try quote(inner, column: column)
      case .code(let code): fragments += try self.code(code, column: column)
      case .table(let table) where table.caption.isEmpty:
        fragments += try TableLayout(style: style, text: text, column: column)
          .fragments(table, number: nil)
      case .table:
        throw DiagnosticFailure(
          LayoutDiagnostics.misplaced("a table with a caption", in: owner, at: block.span))
      case .division(let division) where division.kind.isCallout:
        fragments += try CalloutLayout(style: style, text: text)
          .fragments(division, column: column)
      case .division, .figure, .heading, .pageBreak, .thematicBreak:
        throw DiagnosticFailure(
          LayoutDiagnostics.misplaced("this block", in: owner, at: block.span))
      }
    }
    return fragments
  }

  /// A paragraph as one fragment a line; no page ends after its first line or before its last.
  func paragraph(
    _ inlines: [Inline], role: StyleSheet.Role? = nil, column: Column, looseness: Int = 0
  ) throws(DiagnosticFailure) -> [Fragment] {
    let role = role ?? self.role
    let lines = try text.lines(
      inlines, role: role, measure: column.measure, looseness: looseness)
    return lines.enumerated().map { index, line in
      var fragment = Fragment(
        height: role.leading, items: text.items(of: line, x: column.x, y: 0, role: role))
      fragment.tag = .paragraph
      fragment.calls = Calls(line)
      fragment.isOnGrid = index == 0 || role.leading == style.gridStep
      if index == 0 { fragment.spaceBefore = style.white(\.text) }
      if index == lines.count - 1 { fragment.spaceAfter = style.white(\.text) }
      if index == 1 || index == lines.count - 1, index > 0 { fragment.breakBefore = .forbidden }
      return fragment
    }
  }

  /// The message that a chapter opens with, in larger letters over both columns.
  func lead(_ blocks: [Block]) throws(DiagnosticFailure) -> [Fragment] {
    var set: [Fragment] = []
    for block in blocks {
      guard case .paragraph(let inlines) = block.kind else { continue }
      set += try paragraph(
        inlines, role: style.roles.lead, column: Column(x: 0, measure: style.textMeasure))
    }
    for index in set.indices { set[index].spansSide = true }
    set.first.map { _ in set[0].spaceBefore = style.white(\.headings) }
    return set
  }

  /// Items with their bullets or numbers hung in the margin of the column. Items of one line stand close;
  /// where one runs over, a line of white parts them all.
  func list(_ list: ListBlock, column: Column) throws(DiagnosticFailure) -> [Fragment] {
    var marker = style.roles.listMarker
    (marker.text.size, marker.leading, marker.baseline) = (
      role.text.size, role.leading, role.baseline
    )
    let labels = list.items.indices.map { index in list.start.map { "\($0 + index)" } ?? "–" }
    var widest = 0.0
    if let last = labels.last {
      widest = try text.shaper.width(of: last, style: marker.text)
    }
    let indent = max(1.8 * role.text.size, widest + 0.6 * role.text.size)
    let inner = Column(x: column.x + indent, measure: column.measure - indent)
    var items: [[Fragment]] = []
    for (label, item) in zip(labels, list.items) {
      var fragments = try blocks(item, in: "a list item", column: inner)
      guard !fragments.isEmpty else { continue }
      let set = try text.stack([.text(label)], role: marker, x: column.x, y: 0, measure: indent)
      fragments[0].items = set.items + fragments[0].items
      for index in fragments.indices {
        if fragments[index].tag == .paragraph { fragments[index].tag = .listItem }
        // What stands in an item without empty lines stands close.
        if list.isTight, index > 0 {
          fragments[index - 1].spaceAfter = 0
          fragments[index].spaceBefore = 0
        }
      }
      items.append(fragments)
    }
    let isClose = list.isTight && items.allSatisfy { $0.count == 1 }
    for index in items.indices {
      items[index][0].spaceBefore = index == 0 || !isClose ? style.white(\.text) : 0
      if isClose, index < items.count - 1 { items[index][0].spaceAfter = 0 }
    }
    return items.flatMap(\.self)
  }

  /// Blocks indented on both sides.
  func quote(_ blocks: [Block], column outer: Column) throws(DiagnosticFailure) -> [Fragment] {
    let column = Column(x: outer.x + 14, measure: outer.measure - 28)
    var fragments = try self.blocks(blocks, in: "a quotation", column: column)
    for index in fragments.indices where fragments[index].tag == .paragraph {
      fragments[index].tag = .blockQuote
    }
    return fragments
  }

  /// Lines as written.
  func code(_ code: String, column: Column) throws(DiagnosticFailure) -> [Fragment] {
    var fragments: [Fragment] = []
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      fragments += try paragraph(
        [.text(String(line))], role: style.roles.code, column: column)
    }
    for index in fragments.indices {
      fragments[index].spaceBefore = 0
      fragments[index].spaceAfter = 0
    }
    fragments.first.map { _ in fragments[0].spaceBefore = style.white(\.text) }
    fragments.last.map { _ in fragments[fragments.count - 1].spaceAfter = style.white(\.text) }
    return fragments
  }
}
