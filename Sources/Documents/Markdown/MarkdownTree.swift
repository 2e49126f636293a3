import CCMark

/// The one place that talks to cmark-gfm.
enum MarkdownTree {
  /// Deeper nodes are left out and their parent marked as cut: whoever walks the tree recurses.
  static let maximumDepth = 48

  /// Extensions are kept in a table of the library's own, filled once; reading it is safe from any task.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// The tree of `text`. `heads` are ids of footnotes whose definitions may stand in it: cmark drops
  /// definitions that nothing refers to, so a line that refers to them all is put before the text and
  /// taken out of the tree again.
  static func parse(_ text: ArraySlice<UInt8>, heads: [String] = []) -> MarkdownNode {
    var input: [UInt8] = []
    input.reserveCapacity(text.count + 64)
    if !heads.isEmpty {
      input.append(contentsOf: heads.map { "[^\($0)]" }.joined(separator: " ").utf8)
      input.append(contentsOf: [0x0A, 0x0A])
    }
    input.append(contentsOf: text)
    var tree = parse(input)
    if !heads.isEmpty {
      if !tree.children.isEmpty { tree.children.removeFirst() }
      tree.moveLines(by: -2)
    }
    return tree
  }

  private static func parse(_ text: [UInt8]) -> MarkdownNode {
    let empty = MarkdownNode(
      kind: .document, line: 1, column: 1, endLine: 1, endColumn: 1, literal: "", children: [],
      isCut: false)
    guard isReady, let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return empty }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      if let known = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, known)
      }
    }
    text.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return empty }
    defer { cmark_node_free(root) }
    return copy(root, depth: 0)
  }

  private static func copy(_ node: OpaquePointer, depth: Int) -> MarkdownNode {
    var children: [MarkdownNode] = []
    var child = cmark_node_first_child(node)
    let isCut = child != nil && depth >= maximumDepth
    while let current = child, !isCut {
      children.append(copy(current, depth: depth + 1))
      child = cmark_node_next(current)
    }
    return MarkdownNode(
      kind: kind(node), line: Int(cmark_node_get_start_line(node)),
      column: Int(cmark_node_get_start_column(node)), endLine: Int(cmark_node_get_end_line(node)),
      endColumn: Int(cmark_node_get_end_column(node)),
      literal: cmark_node_get_literal(node).map { String(cString: $0) } ?? "",
      children: children, isCut: isCut)
  }

  private static func kind(_ node: OpaquePointer) -> MarkdownNode.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST:
      let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_CODE_BLOCK: return .code(info: string(cmark_node_get_fence_info(node)))
    case CMARK_NODE_HTML_BLOCK: return .html
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .noteDefinition
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .codeSpan
    case CMARK_NODE_HTML_INLINE: return .htmlSpan
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return .link(
        uri: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return .image(
        uri: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .noteReference
    default: return extensionKind(node)
    }
  }

  /// Nodes of the extensions have no constant in the installed headers, only a name.
  private static func extensionKind(_ node: OpaquePointer) -> MarkdownNode.Kind {
    switch string(cmark_node_get_type_string(node)) {
    case "item": return .item
    case "tasklist": return .task
    case "table":
      let count = Int(cmark_gfm_extensions_get_table_columns(node))
      let letters = cmark_gfm_extensions_get_table_alignments(node)
      return .table(
        (0..<count).map { index in
          switch letters?[index] {
          case UInt8(ascii: "c"): .center
          case UInt8(ascii: "r"): .end
          default: .start
          }
        })
    case "table_header": return .tableRow(isHeader: true)
    case "table_row": return .tableRow(isHeader: false)
    case "table_cell": return .tableCell
    case "strikethrough": return .strikethrough
    case let name: return .other(name)
    }
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

extension MarkdownNode {
  fileprivate mutating func moveLines(by count: Int) {
    if line > 0 { line += count }
    if endLine > 0 { endLine += count }
    for index in children.indices { children[index].moveLines(by: count) }
  }
}
