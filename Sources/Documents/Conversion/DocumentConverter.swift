import Syntax

/// Turns cmark's tree into blocks: folds `:::` lines into divisions and gives tokens their meaning.
struct DocumentConverter {
  let source: MaskedSource
  var bag = DiagnosticBag()
  var typedNumbers: [TypedNumber] = []
  var footnotes: [Footnote] = []
  /// Every mention of a footnote, in the order of the tree.
  var noteUses: [Reference] = []
  /// The heads of all footnotes' definitions, those of included files among them.
  var noteDefinitions: [Reference] = []
  var includes: IncludeReader?
  /// The language asked for; nil for the template's first.
  var wanted: String?
  var languages = LanguageChoice.standard
  /// Ranges of the file that are written for other languages.
  private var leftOut: [Range<Int>] = []
  /// Whether what is being converted is a footnote's text.
  var isInNote = false
  /// Masked ranges of code, in which nothing that looks like a footnote's head is one.
  private var codeRanges: [Range<Int>] = []
  private let heads: [Range<Int>]

  init(_ source: MaskedSource, _ includes: IncludeReader? = nil) {
    self.source = source
    self.includes = includes
    heads = source.noteHeads
  }

  /// The blocks of the whole body.
  mutating func convert() -> [Block] {
    let ids = heads.map { source.file.text(in: $0) }
    let tree = MarkdownTree.parse(
      source.bytes[source.bodyStart...], heads: source.maskedNoteHeads)
    let blocks = foldedBlocks(tree.children)
    for (id, range) in zip(ids, heads) where !isCode(range) && !isLeftOut(range) {
      noteDefinitions.append(Reference(label: id, span: source.span(ofOriginal: range)))
    }
    return blocks
  }

  /// Whether a range of the file lies in a block of code.
  private func isCode(_ range: Range<Int>) -> Bool {
    codeRanges.contains {
      source.originalOffset($0.lowerBound) <= range.lowerBound
        && range.upperBound <= source.originalOffset($0.upperBound)
    }
  }

  /// Whether a range of the file is written for another language.
  func isLeftOut(_ range: Range<Int>) -> Bool { leftOut.contains { $0.overlaps(range) } }

  // MARK: Divisions

  /// A `:::` that waits for its end.
  private struct OpenDivision {
    enum Purpose: Equatable {
      /// Becomes a division.
      case division
      /// Says the language of what it holds, which takes its place.
      case language
      /// Says how many lines more or fewer its paragraphs are to have; they take its place.
      case looseness(Int)
      /// Is in another language, or within what is: what it holds is not read.
      case leftOut
    }

    var span: SourceSpan
    var attributes: AttributeList
    var start: Int
    var purpose = Purpose.division
  }

  /// Deeper divisions are refused.
  private static let maximumDivisions = 16

  private mutating func foldedBlocks(_ nodes: [MarkdownNode]) -> [Block] {
    var open: [OpenDivision] = []
    var blocks: [Block] = []
    var refused = 0
    for node in nodes {
      let isLeftOut = open.last?.purpose == .leftOut
      guard let (token, content) = fence(in: node) else {
        if !isLeftOut || node.kind == .noteDefinition { append(node, to: &blocks) }
        continue
      }
      let span = source.span(ofOriginal: token.range)
      guard content.isEmpty else {
        guard open.count < Self.maximumDivisions else {
          if refused == 0 {
            bag.add(DocumentDiagnostics.nesting(limit: Self.maximumDivisions, at: span))
          }
          refused += 1
          continue
        }
        open.append(opened(content, at: span, start: blocks.count, isLeftOut: isLeftOut))
        continue
      }
      if refused > 0 {
        refused -= 1
      } else if let division = open.popLast() {
        close(division, at: token.range.upperBound, in: &blocks)
      } else {
        bag.add(DocumentDiagnostics.strayFence(at: span))
      }
    }
    while let division = open.popLast() {
      bag.add(DocumentDiagnostics.unclosedDivision(at: division.span))
      close(division, at: source.file.bytes.count, in: &blocks)
    }
    return blocks
  }

  /// The division that the line of `content` begins.
  private mutating func opened(
    _ content: Range<Int>, at span: SourceSpan, start: Int, isLeftOut: Bool
  ) -> OpenDivision {
    guard !isLeftOut else {
      return OpenDivision(
        span: span, attributes: AttributeList(span: span), start: start, purpose: .leftOut)
    }
    var attributes = fenceAttributes(content)
    var purpose = OpenDivision.Purpose.division
    if let index = attributes.pairs.firstIndex(where: { $0.name.text == "lang" }) {
      let language = attributes.pairs.remove(at: index).value
      if !languages.declared.contains(language.text) {
        bag.add(
          DocumentDiagnostics.unknownLanguage(
            language.text, known: languages.declared, at: language.span))
      }
      let isAlone =
        attributes.classes.isEmpty && attributes.pairs.isEmpty && attributes.label == nil
      purpose =
        language.text != languages.chosen ? .leftOut : isAlone ? .language : .division
    }
    if case .division = purpose, let lines = looseness(&attributes) {
      purpose = .looseness(lines)
    }
    return OpenDivision(span: span, attributes: attributes, start: start, purpose: purpose)
  }

  /// What a division without a class says of the lines of its paragraphs; takes the attribute out.
  private mutating func looseness(_ attributes: inout AttributeList) -> Int? {
    guard attributes.classes.isEmpty,
      let index = attributes.pairs.firstIndex(where: { $0.name.text == "looseness" })
    else { return nil }
    let value = attributes.pairs.remove(at: index).value
    for pair in attributes.pairs {
      bag.add(
        DocumentDiagnostics.unknownAttribute(
          pair.name.text, of: "a division with `looseness`", known: ["lang"], at: pair.name.span))
    }
    guard let lines = Int(value.text), (-3...3).contains(lines) else {
      bag.add(
        DocumentDiagnostics.attributeValue(
          value.text, of: "looseness", expected: "a whole number from -3 to 3", at: value.span))
      return 0
    }
    return lines
  }

  private mutating func append(_ node: MarkdownNode, to blocks: inout [Block]) {
    if case .code = node.kind { codeRanges.append(TextLocator(node, in: source).range) }
    convert(node, depth: 0, into: &blocks)
  }

  /// The token of a `:::` line and what follows its colons.
  func fence(in node: MarkdownNode) -> (Token, Range<Int>)? {
    guard case .html = node.kind, node.literal.hasPrefix("<?"),
      let scalar = node.literal.unicodeScalars.dropFirst(2).first,
      let token = source.token(scalar), case .fence(let content) = token.kind
    else { return nil }
    return (token, content)
  }

  /// `{.class key="v"}`, or a single word for the class.
  private mutating func fenceAttributes(_ content: Range<Int>) -> AttributeList {
    let text = source.file.text(in: content)
    if text.hasPrefix("{"), text.hasSuffix("}") {
      return AttributeReader.read(content, of: source, into: &bag)
    }
    let span = source.span(ofOriginal: content)
    var list = AttributeList(span: span)
    if text.contains(where: { " {}=\"".contains($0) }) {
      bag.add(DocumentDiagnostics.fence(at: span))
    }
    list.classes = [.init(text: text, span: span)]
    return list
  }

  private mutating func close(_ open: OpenDivision, at end: Int, in blocks: inout [Block]) {
    switch open.purpose {
    case .division: break
    case .language: return
    case .looseness(let lines):
      for index in blocks.indices.dropFirst(open.start) {
        guard case .paragraph = blocks[index].kind else {
          bag.add(
            DocumentDiagnostics.divisionContent(
              "a division with `looseness`", expected: "paragraphs alone",
              at: blocks[index].span))
          continue
        }
        blocks[index].looseness = lines
      }
      return
    case .leftOut:
      leftOut.append(open.span.range.lowerBound..<max(open.span.range.upperBound, end))
      return
    }
    let inner = Array(blocks[min(open.start, blocks.count)...])
    blocks.removeLast(inner.count)
    if let division = division(open.attributes, inner) {
      blocks.append(
        Block(
          .division(division), label: open.attributes.label?.text,
          labelSpan: open.attributes.label?.span,
          classes: open.attributes.classes.dropFirst().map(\.text), span: open.span))
    } else {
      // Its class was refused: what it holds is still looked at by the checks that follow.
      blocks += inner
    }
  }

  // MARK: Footnotes

  /// Compares the notes' definitions with their mentions, over all files.
  mutating func checkNotes() {
    var first: [String: SourceSpan] = [:]
    var known: [String] = []
    for definition in noteDefinitions {
      if let earlier = first[definition.label] {
        bag.add(
          DocumentDiagnostics.duplicateFootnote(
            definition.label, at: definition.span, first: earlier))
      } else {
        first[definition.label] = definition.span
        known.append(definition.label)
      }
    }
    let used = Set(noteUses.map(\.label))
    for use in noteUses where first[use.label] == nil {
      bag.add(DocumentDiagnostics.undefinedFootnote(use.label, known: known, at: use.span))
    }
    for id in known where !used.contains(id) {
      if let span = first[id] { bag.add(DocumentDiagnostics.unusedFootnote(id, at: span)) }
    }
  }

  /// Where the id of the definition `node` stands: in the head right before what it says.
  func noteHead(of node: MarkdownNode) -> Range<Int>? {
    let start = source.originalOffset(source.offset(line: node.line, column: node.column))
    return heads.last { $0.upperBound <= start }
  }
}
