import Syntax

/// A document as small indented text, for goldens and for looking at what a template was understood as.
package struct DocumentDump {
  private var lines: [String] = []
  private var depth = 0

  /// The text of `document`: front matter, blocks, footnotes; a line a block.
  package static func text(of document: Document) -> String {
    var dump = DocumentDump()
    dump.frontMatter(document.frontMatter)
    dump.blocks(document.blocks)
    for note in document.footnotes {
      dump.line("footnote \(note.id)")
      dump.nested { $0.blocks(note.blocks) }
    }
    return dump.lines.joined(separator: "\n") + "\n"
  }

  private mutating func line(_ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func nested(_ body: (inout DocumentDump) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  private mutating func frontMatter(_ front: FrontMatter) {
    line("front matter (\(front.language))")
    nested { dump in
      dump.words("title", front.title)
      dump.words("subtitle", front.subtitle)
      dump.words("description", front.description)
      for (name, text) in [
        ("author", front.author), ("publisher", front.publisher), ("as-of", front.asOf),
        ("opening", front.opening == .cover ? "" : front.opening.rawValue),
        ("cover", front.cover ?? ""), ("theme", front.theme ?? ""),
        ("keywords", front.keywords.joined(separator: "; ")),
      ] where !text.isEmpty {
        dump.line("\(name): \(text)")
      }
      if front.numbersSections { dump.line("number-sections") }
      for parameter in front.parameters {
        dump.line("param \(parameter.name): \(parameter.kind)")
      }
      for view in front.views { dump.line("view \(view.name)") }
    }
  }

  private mutating func words(_ name: String, _ inlines: [Inline]) {
    if !inlines.isEmpty { line("\(name): \(Self.text(of: inlines))") }
  }

  private mutating func blocks(_ blocks: [Block]) {
    for item in blocks { block(item) }
  }

  private mutating func block(_ block: Block) {
    let label = block.label.map { " #\($0)" } ?? ""
    let needs = block.needs.map { " needs \($0.expression)" } ?? ""
    let suffix = label + block.classes.map { " .\($0)" }.joined() + needs
    switch block.kind {
    case .heading(let level, let inlines):
      line("heading \(level)\(suffix): \(Self.text(of: inlines))")
    case .paragraph(let inlines):
      let looseness = block.looseness == 0 ? "" : " looseness \(block.looseness)"
      line("paragraph\(looseness): \(Self.text(of: inlines))")
    case .list(let list):
      line("list\(list.start.map { " from \($0)" } ?? "")\(list.isTight ? "" : " loose")")
      nested { dump in
        for item in list.items {
          dump.line("item")
          dump.nested { $0.blocks(item) }
        }
      }
    case .quote(let inner):
      line("quote")
      nested { $0.blocks(inner) }
    case .code(let text):
      line("code")
      nested { dump in
        for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
          dump.line("| \(row)")
        }
      }
    case .figure(let figure):
      line("\(figure.content == .image ? "picture" : "figure")\(suffix) \(figure.spec)")
      nested { dump in
        dump.words("caption", figure.caption)
        dump.words("subtitle", figure.subtitle)
        dump.words("note", figure.note)
        dump.words("alternative", figure.alternative ?? [])
      }
    case .table(let table): self.table(table, suffix)
    case .division(let division):
      line("division .\(division.kind.rawValue)\(label)")
      nested { dump in
        dump.words("title", division.title)
        for attribute in division.attributes where attribute.name != "title" {
          dump.line("\(attribute.name)=\"\(attribute.value)\"")
        }
        dump.blocks(division.blocks)
      }
    case .pageBreak: line("page break")
    case .thematicBreak: line("thematic break")
    }
  }

  private mutating func table(_ table: TableBlock, _ suffix: String) {
    line("table\(suffix)\(table.each.map { " each \(Self.text(of: $0))" } ?? "")")
    nested { dump in
      dump.words("caption", table.caption)
      for column in table.columns {
        let value = column.value.map { " = \(Self.text(of: $0))" } ?? ""
        dump.words("group", column.group)
        dump.line(
          "column \(column.alignment)\(column.merges ? ", merged" : ""): "
            + "\(Self.text(of: column.title))\(value)")
      }
      if let key = table.groupBy { dump.line("group by \(Self.text(of: key))") }
      if table.hasTotal { dump.line("the last row is a total") }
      for row in table.rows {
        let kind = row.kind == .body ? "row" : "\(row.kind) row"
        dump.line("\(kind): " + row.cells.map(Self.text).joined(separator: " | "))
      }
      dump.words("note", table.note)
    }
  }

  private static func text(of cell: TableBlock.Cell) -> String {
    if cell.isCovered { return "covered" }
    let isSingle = cell.columnSpan == 1 && cell.rowSpan == 1
    return (isSingle ? "" : "(\(cell.columnSpan) by \(cell.rowSpan)) ") + text(of: cell.content)
  }

  // MARK: Inlines

  private static func text(of placeholder: Placeholder) -> String {
    let start = placeholder.span.start
    return "{{\(placeholder.expression)}}@\(start.line):\(start.column)"
  }

  private static func text(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .emphasis(let inner): "<em>\(Self.text(of: inner))</em>"
      case .strong(let inner): "<strong>\(Self.text(of: inner))</strong>"
      case .code(let text): "<code>\(text)</code>"
      case .link(let uri, let inner): "<a \(uri)>\(Self.text(of: inner))</a>"
      case .reference(let reference):
        "<ref \(reference.label)\(reference.form == .name ? "" : ", \(reference.form)")>"
      case .citation(let citation):
        "<cite \(citation.source)\(citation.locator.isEmpty ? "" : ", \(citation.locator)")>"
      case .noteReference(let id, _): "<note \(id)>"
      case .placeholder(let placeholder): Self.text(of: placeholder)
      case .value(let value):
        "<value \(value.text)\(value.facts.map { " ←\($0)" }.joined())>"
      case .softBreak: "⏎"
      case .lineBreak: "<br>"
      }
    }.joined()
  }
}
