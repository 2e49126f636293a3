import Syntax

extension DocumentConverter {
  /// The inlines of a paragraph's children.
  mutating func inlines(_ nodes: [MarkdownNode], _ locator: inout TextLocator) -> [Inline] {
    var result: [Inline] = []
    for (index, node) in nodes.enumerated() {
      if node.isCut {
        bag.add(
          DocumentDiagnostics.nesting(
            limit: MarkdownTree.maximumDepth, at: source.span(locator.range)))
        continue
      }
      switch node.kind {
      case .text:
        checkDelimiters(
          node, locator, isAfterSpace: Self.isBreak(nodes, index - 1),
          isBeforeSpace: Self.isBreak(nodes, index + 1))
        text(node, &locator, into: &result)
      case .softBreak: result.append(.softBreak)
      case .lineBreak: result.append(.lineBreak)
      case .codeSpan: result.append(.code(source.unmasked(node.literal)))
      case .emphasis, .strong:
        checkStart(of: node, after: index > 0 ? nodes[index - 1] : nil, locator)
        let content = inlines(node.children, &locator)
        result.append(node.kind == .strong ? .strong(content) : .emphasis(content))
      case .link(let uri, let title):
        result.append(link(node, uri, title, &locator))
      case .strikethrough:
        refuse("struck-out text", instead: "plain words", at: locator.locate("~", in: node))
        result += inlines(node.children, &locator)
      case .image:
        refuse(
          "a picture within a line", instead: "a picture that is a paragraph of its own",
          at: locator.locate("![", in: node))
      case .htmlSpan:
        // A comment is for the author alone.
        if !node.literal.hasPrefix("<!--") {
          refuse("raw HTML", instead: "Markdown", at: locator.locate(node.literal, in: node))
        }
      case .noteReference:
        refuse(
          "a footnote's definition here", instead: "a definition at the head of a paragraph",
          at: locator.locate("[^", in: node))
      case .document, .quote, .list, .item, .task, .code, .html, .paragraph, .heading,
        .thematicBreak, .noteDefinition, .table, .tableRow, .tableCell, .other:
        // cmark never puts these within a line.
        break
      }
    }
    return result
  }

  /// Whether a line breaks, begins or ends at `index` of `nodes`.
  private static func isBreak(_ nodes: [MarkdownNode], _ index: Int) -> Bool {
    guard nodes.indices.contains(index) else { return true }
    return nodes[index].kind == .softBreak || nodes[index].kind == .lineBreak
  }

  private mutating func refuse(_ what: String, instead: String, at range: Range<Int>) {
    bag.add(DocumentDiagnostics.unsupported(what, instead: instead, at: source.span(range)))
  }

  private mutating func link(
    _ node: MarkdownNode, _ uri: String, _ title: String, _ locator: inout TextLocator
  ) -> Inline {
    let address = source.resolved(uri)
    var hasPlaceholder = false
    for scalar in uri.unicodeScalars {
      guard let token = source.token(scalar), case .placeholder = token.kind else { continue }
      hasPlaceholder = true
      bag.add(DocumentDiagnostics.placeholderInLink(at: source.span(ofOriginal: token.range)))
    }
    var probe = locator
    let written = probe.locate(uri, in: node)
    if !hasPlaceholder,
      let problem = LinkAddress.problem(
        address, at: source.span(written.isEmpty ? locator.range : written))
    {
      bag.add(problem)
    }
    // An address between angle brackets is its own text, whose signs are no delimiters.
    let isBare = node.children.map(\.plainText).joined() == uri
    let content = isBare ? [.text(address)] : inlines(node.children, &locator)
    if content.isBlank {
      bag.add(DocumentDiagnostics.emptyText("the link", at: source.span(locator.range)))
    }
    if !title.isEmpty {
      refuse("a link's title", instead: "words in the text", at: locator.locate(title, in: node))
    }
    return .link(uri: address, content)
  }

  // MARK: Text and tokens

  private mutating func text(
    _ node: MarkdownNode, _ locator: inout TextLocator, into result: inout [Inline]
  ) {
    guard MaskedSource.mayHoldToken(node.literal) else {
      add(node.literal, node, &locator, into: &result)
      return
    }
    var plain = ""
    for scalar in node.literal.unicodeScalars {
      guard let token = source.token(scalar) else {
        plain.unicodeScalars.append(scalar)
        continue
      }
      switch token.kind {
      case .joint: continue
      case .escape:
        plain += source.file.text(in: token.range).dropFirst()
        continue
      default: break
      }
      if !plain.isEmpty { add(plain, node, &locator, into: &result) }
      plain = ""
      result += inlines(of: token)
    }
    if !plain.isEmpty { add(plain, node, &locator, into: &result) }
  }

  private mutating func add(
    _ text: String, _ node: MarkdownNode, _ locator: inout TextLocator, into result: inout [Inline]
  ) {
    for number in NumberScanner.numbers(in: text) {
      let range = locator.locate(number.text, in: node)
      typedNumbers.append(
        TypedNumber(
          text: number.text, before: number.before, after: number.after, span: source.span(range)))
    }
    if case .text(let before)? = result.last {
      result[result.count - 1] = .text(before + text)
    } else {
      result.append(.text(text))
    }
  }

  private mutating func inlines(of token: Token) -> [Inline] {
    let span = source.span(ofOriginal: token.range)
    func text(_ range: Range<Int>) -> String { source.file.text(in: range) }
    switch token.kind {
    case .placeholder(let range):
      return [
        .placeholder(
          Placeholder(expression: text(range), span: source.span(ofOriginal: range)))
      ]
    case .reference(let label): return [.reference(Reference(label: text(label), span: span))]
    case .noteReference(let id):
      if isInNote {
        bag.add(
          DocumentDiagnostics.unsupported(
            "a footnote within a footnote", instead: "the words themselves", at: span))
        return []
      }
      noteUses.append(Reference(label: text(id), span: span))
      return [.noteReference(id: text(id), span: span)]
    case .citation(let range): return citations(range)
    case .unclosedPlaceholder: bag.add(DocumentDiagnostics.unclosedPlaceholder(at: span))
    case .strayClose: bag.add(DocumentDiagnostics.strayPlaceholderEnd(at: span))
    case .shortcode: bag.add(DocumentDiagnostics.shortcodeWithinText(at: span))
    case .attributes: bag.add(DocumentDiagnostics.misplacedAttributes(at: span))
    case .mention:
      bag.add(DocumentDiagnostics.bareMention(String(text(token.range).dropFirst()), at: span))
    case .inlineNote:
      bag.add(
        DocumentDiagnostics.unsupported(
          "a note within the line", instead: "`[^id]`, and `[^id]: …` below", at: span))
    case .command:
      bag.add(
        DocumentDiagnostics.unsupported(
          "a LaTeX command", instead: "Markdown; for a backslash `\\\\`", at: span))
    case .fence: bag.add(DocumentDiagnostics.indentedFence(at: span))
    case .literal, .noteHead: return [.text(text(token.range))]
    case .joint, .escape: break  // Part of the text about it.
    }
    return []
  }

  /// `@a, p. 3; @b` as citations; `[@fig-x]` is a reference.
  private mutating func citations(_ range: Range<Int>) -> [Inline] {
    let bytes = source.file.bytes
    var result: [Inline] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: ";"))
      var item = start..<(end ?? range.upperBound)
      start = item.upperBound + 1
      while let first = item.first, bytes[first] <= 0x20 { item = item.dropFirst() }
      while let last = item.last, bytes[last] <= 0x20 { item = item.dropLast() }
      let text = source.file.text(in: item)
      let span = source.span(ofOriginal: item)
      let comma = text.firstIndex(of: ",") ?? text.endIndex
      let name = text[..<comma].dropFirst()
      guard text.hasPrefix("@"), !name.isEmpty,
        !name.contains(where: { $0 == " " || $0 == "\n" || $0 == "@" })
      else {
        bag.add(DocumentDiagnostics.citation(text, at: span))
        continue
      }
      if ["fig-", "tbl-", "sec-"].contains(where: { name.hasPrefix($0) }) {
        result.append(reference(String(name), locator(text[comma...]), at: span))
      } else {
        result.append(
          .citation(
            Citation(
              source: String(name), locator: locator(text[comma...]), span: span)))
      }
    }
    return result
  }

  /// What follows the comma, its spaces single.
  private func locator(_ text: Substring) -> String {
    text.dropFirst().split { $0.isWhitespace }.joined(separator: " ")
  }

  /// `[@fig-x]`, or with `page` as its locator the page of it.
  private mutating func reference(
    _ label: String, _ locator: String, at span: SourceSpan
  ) -> Inline {
    if !locator.isEmpty, locator != "page" {
      bag.add(DocumentDiagnostics.referenceForm(locator, label: label, at: span))
    }
    return .reference(
      Reference(label: label, form: locator == "page" ? .page : .name, span: span))
  }

  // MARK: Attributes at the end

  /// `nodes` without the `{…}` at their end, and what it holds.
  mutating func takeAttributes(_ nodes: [MarkdownNode]) -> ([MarkdownNode], AttributeList?) {
    guard let last = nodes.last, last.kind == .text else { return (nodes, nil) }
    var scalars = last.literal.unicodeScalars
    while let scalar = scalars.last, scalar == " " { scalars.removeLast() }
    guard let scalar = scalars.last, let token = source.token(scalar),
      case .attributes = token.kind
    else { return (nodes, nil) }
    scalars.removeLast()
    while let scalar = scalars.last, scalar == " " { scalars.removeLast() }
    var rest = nodes
    if scalars.isEmpty {
      rest.removeLast()
    } else {
      rest[rest.count - 1].literal = String(scalars)
    }
    return (rest, AttributeReader.read(token.range, of: source, into: &bag))
  }

  // MARK: Text of options

  /// The inlines of `text`, the value of `name`, which is to say something.
  mutating func words(_ text: String, of name: String, at span: SourceSpan) -> [Inline] {
    let result = inlines(ofText: text, at: span)
    if result.isBlank { bag.add(DocumentDiagnostics.emptyText("`\(name)`", at: span)) }
    return result
  }

  /// The inlines of `text`, a value written at `span` of the file.
  mutating func inlines(ofText text: String, at span: SourceSpan) -> [Inline] {
    var range = span.range
    if span.text != text, range.count >= 2, let first = span.text.utf8.first,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    let snippet: MaskedSource
    if span.file.text(in: range) == text, source.origin == nil {
      snippet = TemplateScanner.scan(span.file, range: range, into: &bag)
    } else {
      // Folded or escaped: what it holds is where the whole is.
      let copy = SourceFile(path: span.file.path, text: text)
      var masked = TemplateScanner.scan(copy, range: 0..<copy.bytes.count, into: &bag)
      masked.origin = span
      snippet = masked
    }
    var converter = DocumentConverter(snippet)
    let result = converter.snippetInlines()
    bag.add(contentsOf: converter.bag)
    typedNumbers += converter.typedNumbers
    noteUses += converter.noteUses
    return result
  }

  /// The inlines of the whole source, which is one line of text. A heading's content is what cmark reads
  /// as inlines alone.
  private mutating func snippetInlines() -> [Inline] {
    var line = source.bytes
    for index in line.indices where line[index] == UInt8(ascii: "\n") { line[index] = 0x20 }
    let prefix = Array("# ".utf8)
    let tree = MarkdownTree.parse((prefix + line)[...])
    guard let heading = tree.children.first else { return [] }
    var locator = TextLocator(
      snippet: 0..<source.bytes.count, firstColumn: prefix.count + 1, in: source)
    return inlines(heading.children, &locator)
  }
}

extension [Inline] {
  /// Whether there is nothing to be read.
  var isBlank: Bool {
    allSatisfy { inline in
      switch inline {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak: true
      case .emphasis(let inner), .strong(let inner): inner.isBlank
      default: false
      }
    }
  }
}
