import Syntax

/// What a document's text points to, and what can be pointed to, in the order of the text.
struct DocumentMentions {
  struct Target {
    enum Kind { case figure, table, section, other }

    var label: String
    var kind: Kind
    var span: SourceSpan
  }

  var targets: [Target] = []
  /// `@fig-x`
  var references: [Reference] = []
  /// `[words](#label)`
  var links: [Reference] = []
  var citations: [Citation] = []
  var notes: [Reference] = []
  /// Where text being collected stands, for what has no place of its own.
  private var span: SourceSpan?

  mutating func collect(_ document: Document) {
    collect(document.frontMatter.title)
    collect(document.frontMatter.subtitle)
    collect(document.frontMatter.description)
    collect(document.blocks)
    for note in document.footnotes { collect(note.blocks) }
  }

  mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      span = block.span
      if let label = block.label {
        targets.append(
          Target(label: label, kind: Self.kind(of: block), span: block.labelSpan ?? block.span))
      }
      collect(block)
    }
  }

  private static func kind(of block: Block) -> Target.Kind {
    switch block.kind {
    case .figure: .figure
    case .table: .table
    case .heading: .section
    case .paragraph, .list, .quote, .code, .division, .pageBreak, .thematicBreak: .other
    }
  }

  private mutating func collect(_ block: Block) {
    switch block.kind {
    case .heading(_, let inlines), .paragraph(let inlines): collect(inlines)
    case .list(let list): for item in list.items { collect(item) }
    case .quote(let blocks): collect(blocks)
    case .figure(let figure):
      collect(figure.caption)
      collect(figure.subtitle)
      collect(figure.note)
      collect(figure.alternative ?? [])
    case .table(let table):
      for text in table.texts { collect(text) }
    case .division(let division):
      collect(division.title)
      collect(division.blocks)
    case .code, .pageBreak, .thematicBreak: break
    }
  }

  mutating func collect(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .emphasis(let inner), .strong(let inner): collect(inner)
      case .link(let uri, let inner):
        if uri.hasPrefix("#"), let span {
          links.append(Reference(label: String(uri.dropFirst()), span: span))
        }
        collect(inner)
      case .reference(let reference): references.append(reference)
      case .citation(let citation): citations.append(citation)
      case .noteReference(let id, let span): notes.append(Reference(label: id, span: span))
      case .text, .code, .placeholder, .value, .softBreak, .lineBreak: break
      }
    }
  }
}

extension Document {
  /// Every `@fig-…`, `@tbl-…` and `@sec-…` of the text, in its order.
  package var references: [Reference] {
    var mentions = DocumentMentions()
    mentions.collect(self)
    return mentions.references
  }
}

extension Block {
  /// Every reference of its text, in its order.
  package var references: [Reference] {
    var mentions = DocumentMentions()
    mentions.collect([self])
    return mentions.references
  }
}

extension [Inline] {
  /// Every reference of these words, in its order.
  package var references: [Reference] {
    var mentions = DocumentMentions()
    mentions.collect(self)
    return mentions.references
  }
}
