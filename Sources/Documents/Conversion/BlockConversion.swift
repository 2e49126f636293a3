import Syntax

extension DocumentConverter {
  /// Deeper lists and quotes are refused.
  private static let maximumDepth = 12
  /// The deepest heading that a briefing's contents and bookmarks show.
  private static let maximumLevel = 4

  /// Adds what `node` stands for to its earlier siblings `blocks`.
  mutating func convert(_ node: MarkdownNode, depth: Int, into blocks: inout [Block]) {
    let span = span(of: node)
    guard depth <= Self.maximumDepth, !node.isCut else {
      bag.add(DocumentDiagnostics.nesting(limit: Self.maximumDepth, at: span))
      return
    }
    switch node.kind {
    case .paragraph: paragraph(node, span, depth: depth, into: &blocks)
    case .heading(let level): blocks.append(heading(node, level, span))
    case .quote: blocks.append(quote(node, span, depth: depth))
    case .list(let start, let isTight):
      let items = node.children.map { item -> [Block] in
        if case .task = item.kind {
          bag.add(
            DocumentDiagnostics.unsupported(
              "a task list", instead: "a plain list", at: self.span(of: item)))
        }
        return self.blocks(item.children, depth: depth + 1)
      }
      blocks.append(
        Block(.list(ListBlock(start: start, isTight: isTight, items: items)), span: span))
    case .code(let info): code(node, info, span, depth: depth, into: &blocks)
    case .html: html(node, span)
    case .thematicBreak: blocks.append(Block(.thematicBreak, span: span))
    case .noteDefinition:
      let head = noteHead(of: node)
      if let head, isLeftOut(head) { return }
      isInNote = true
      let content = self.blocks(node.children, depth: depth + 1)
      isInNote = false
      if let head {
        footnotes.append(
          Footnote(
            id: source.file.text(in: head), blocks: content, span: source.span(ofOriginal: head)))
      }
    case .table(let alignments):
      blocks.append(Block(.table(table(node, alignments)), span: span))
    case .item, .task, .document:
      blocks += self.blocks(node.children, depth: depth + 1)
    case .other(let name):
      bag.add(
        DocumentDiagnostics.unsupported("`\(name)`", instead: "what the reference lists", at: span))
    case .tableRow, .tableCell, .text, .softBreak, .lineBreak, .codeSpan, .htmlSpan, .emphasis,
      .strong, .strikethrough, .link, .image, .noteReference:
      // cmark never puts these where a block stands.
      break
    }
  }

  mutating func blocks(_ nodes: [MarkdownNode], depth: Int) -> [Block] {
    var blocks: [Block] = []
    for node in nodes { convert(node, depth: depth, into: &blocks) }
    return blocks
  }

  /// From the node's first byte to the end of its last line that is not empty.
  func span(of node: MarkdownNode) -> SourceSpan {
    let start = source.offset(line: node.line, column: node.column)
    var end = source.lineRange(max(node.line, node.endLine)).upperBound
    while end > start, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return source.span(start..<max(start, end))
  }

  // MARK: Headings and quotes

  private mutating func heading(_ node: MarkdownNode, _ level: Int, _ span: SourceSpan) -> Block {
    if level > Self.maximumLevel {
      bag.add(DocumentDiagnostics.headingDepth(level, limit: Self.maximumLevel, at: span))
    }
    var locator = TextLocator(node, in: source)
    let (children, attributes) = takeAttributes(node.children)
    var block = Block(
      .heading(level: min(level, Self.maximumLevel), inlines(children, &locator)), span: span)
    guard let attributes else { return block }
    block.label = attributes.label?.text
    block.labelSpan = attributes.label?.span
    if let label = attributes.label {
      checkLabel(label, kind: .section)
    }
    let known = ["unnumbered", "unlisted"]
    for name in attributes.classes {
      if known.contains(name.text) {
        block.classes.append(name.text)
      } else {
        bag.add(DocumentDiagnostics.unknownClass(name.text, known: known, at: name.span))
      }
    }
    for pair in attributes.pairs {
      if pair.name.text == "needs" {
        block.needs = Placeholder(expression: pair.value.text, span: pair.value.span)
      } else {
        bag.add(
          DocumentDiagnostics.unknownAttribute(
            pair.name.text, of: "a heading", known: ["needs"], at: pair.name.span))
      }
    }
    return block
  }

  private mutating func quote(_ node: MarkdownNode, _ span: SourceSpan, depth: Int) -> Block {
    guard let first = node.children.first, case .paragraph = first.kind,
      let marker = first.children.first, case .text = marker.kind,
      marker.literal.hasPrefix("[!"), marker.literal.hasSuffix("]"),
      first.children.count == 1 || first.children[1].kind == .softBreak
    else { return Block(.quote(blocks(node.children, depth: depth + 1)), span: span) }
    var rest = node.children
    rest[0].children.removeFirst(min(2, first.children.count))
    if rest[0].children.isEmpty { rest.removeFirst() }
    let name = String(marker.literal.dropFirst(2).dropLast())
    let content = blocks(rest, depth: depth + 1)
    let alert = Division.Kind.alerts.first { $0.name == name.uppercased() }
    guard let alert else {
      bag.add(
        DocumentDiagnostics.unknownCallout(
          name, known: Division.Kind.alerts.map(\.name), at: self.span(of: first)))
      return Block(.quote(content), span: span)
    }
    return Block(.division(Division(kind: alert.kind, blocks: content)), span: span)
  }

  // MARK: Paragraphs

  private mutating func paragraph(
    _ node: MarkdownNode, _ span: SourceSpan, depth: Int, into blocks: inout [Block]
  ) {
    if let image = node.children.first, case .image = image.kind,
      let block = self.image(node, span)
    {
      blocks.append(block)
      return
    }
    if let shortcodes = shortcodes(in: node) {
      for content in shortcodes { shortcode(content, into: &blocks) }
      return
    }
    if case .text? = node.children.first?.kind, let text = node.children.first?.literal {
      if text.hasPrefix(": "), case .table(let table)? = blocks.last?.kind, table.caption.isEmpty {
        return caption(node, skipping: 2, of: table, into: &blocks)
      }
      if let (what, instead) = Self.foreignBlock(text) {
        bag.add(DocumentDiagnostics.unsupported(what, instead: instead, at: span))
        return
      }
      if text.hasPrefix("#######") {
        let level = text.prefix { $0 == "#" }.count
        bag.add(DocumentDiagnostics.headingDepth(level, limit: Self.maximumLevel, at: span))
        return
      }
      if text.hasPrefix(":::") {
        bag.add(DocumentDiagnostics.indentedFence(at: span))
        return
      }
    }
    for (before, next) in zip(node.children, node.children.dropFirst())
    where before.kind == .softBreak && next.kind == .text && next.literal.hasPrefix(": ") {
      bag.add(
        DocumentDiagnostics.unsupported(
          "a definition list", instead: "a list with the term in bold", at: span))
      return
    }
    var locator = TextLocator(node, in: source)
    let content = inlines(node.children, &locator)
    // A paragraph of comments alone says nothing.
    if !content.isEmpty { blocks.append(Block(.paragraph(content), span: span)) }
  }

  /// Blocks of Pandoc and LaTeX that the dialect leaves out, by how their first line begins.
  private static func foreignBlock(_ text: String) -> (what: String, instead: String)? {
    if text.hasPrefix("+--") || text.hasPrefix("+==") {
      return ("a grid table", "a pipe table or a `{table}` block")
    }
    if text.hasPrefix(": ") {
      return (
        "a caption or definition with no table before it", "a caption right after its table"
      )
    }
    if text.hasPrefix("$$") { return ("a formula", "words, or a picture of the formula") }
    return nil
  }

  private mutating func html(_ node: MarkdownNode, _ span: SourceSpan) {
    if let (token, _) = fence(in: node) {
      bag.add(DocumentDiagnostics.indentedFence(at: source.span(ofOriginal: token.range)))
    } else if !node.literal.hasPrefix("<!--") {
      bag.add(
        DocumentDiagnostics.unsupported(
          "raw HTML", instead: "Markdown, or a `:::` division", at: span))
    }
  }

  // MARK: Shortcodes

  /// The contents of the shortcodes that `node` consists of, or nil where it holds anything else.
  private func shortcodes(in node: MarkdownNode) -> [Range<Int>]? {
    var found: [Range<Int>] = []
    for child in node.children {
      if child.kind == .softBreak { continue }
      guard child.kind == .text else { return nil }
      for scalar in child.literal.unicodeScalars where scalar != " " {
        guard let token = source.token(scalar), case .shortcode(let content) = token.kind else {
          return nil
        }
        found.append(content)
      }
    }
    return found.isEmpty ? nil : found
  }

  private mutating func shortcode(_ content: Range<Int>, into blocks: inout [Block]) {
    var content = content
    while let first = content.first, source.file.bytes[first] <= 0x20 {
      content = content.dropFirst()
    }
    while let last = content.last, source.file.bytes[last] <= 0x20 { content = content.dropLast() }
    let span = source.span(ofOriginal: content)
    let words = source.file.text(in: content).split { $0 == " " || $0 == "\t" || $0 == "\n" }
    switch words.first {
    case "pagebreak":
      if words.count > 1 {
        bag.add(DocumentDiagnostics.shortcodeArguments("pagebreak", expected: "none", at: span))
      }
      blocks.append(Block(.pageBreak, span: span))
    case "include":
      guard words.count == 2 else {
        bag.add(DocumentDiagnostics.shortcodeArguments("include", expected: "one path", at: span))
        return
      }
      let start = content.upperBound - words[1].utf8.count
      include(
        String(words[1]), at: source.span(ofOriginal: start..<content.upperBound), into: &blocks)
    default:
      bag.add(DocumentDiagnostics.unknownShortcode(words.first.map(String.init) ?? "", at: span))
    }
  }

  private mutating func include(
    _ path: String, at span: SourceSpan, into blocks: inout [Block]
  ) {
    guard var reader = includes, let file = reader.enter(path, at: span, into: &bag) else { return }
    let inner = TemplateScanner.scan(file, into: &bag)
    var converter = DocumentConverter(inner, reader)
    converter.languages = languages
    if let front = inner.frontMatter {
      bag.add(DocumentDiagnostics.includedFrontMatter(at: inner.span(front)))
    }
    blocks += converter.convert()
    bag.add(contentsOf: converter.bag)
    typedNumbers += converter.typedNumbers
    footnotes += converter.footnotes
    noteUses += converter.noteUses
    noteDefinitions += converter.noteDefinitions
    converter.includes?.leave()
    includes = converter.includes
  }

  // MARK: Code

  private mutating func code(
    _ node: MarkdownNode, _ info: String, _ span: SourceSpan, depth: Int, into blocks: inout [Block]
  ) {
    guard info.hasPrefix("{"), info.hasSuffix("}") else {
      var text = source.unmasked(node.literal)
      if text.last == "\n" { text.removeLast() }
      blocks.append(Block(.code(text), span: span))
      return
    }
    let name = info.dropFirst().dropLast()
    guard name == "chart" || name == "table" else {
      bag.add(DocumentDiagnostics.unknownBlock(source.unmasked(info), at: span))
      return
    }
    guard depth == 0, node.column == 1 else {
      bag.add(DocumentDiagnostics.indentedBlock(info, at: span))
      return
    }
    if let block = name == "chart" ? figure(node, span) : dataTable(node, span) {
      blocks.append(block)
    }
  }
}
