import Analysis
import Documents
import Facts

/// Which facts and sources a report uses, gathered from its tree in reading order.
struct FactUse {
  /// Each id once, in the order of first use; what a derived fact rests on follows it.
  private(set) var facts: [String] = []
  /// Ids of the sources that stand behind the facts, or are cited.
  private(set) var sources: Set<String> = []
  /// Citations as written, to be checked.
  private(set) var citations: [Citation] = []
  private var seen: Set<String> = []
  private let register: FactRegister

  init(register: FactRegister) { self.register = register }

  /// What the whole of `document` uses, its charts too.
  init(of document: Document, _ figures: ReportFigures, register: FactRegister) {
    self.init(register: register)
    add(document.frontMatter)
    add(document.blocks)
    for footnote in document.footnotes { add(footnote.blocks) }
    for (_, block) in document.blocks.figures {
      for fact in figures.facts(of: block) { add(fact) }
      add(sources: figures.sources(of: block))
    }
  }

  mutating func add(_ id: String) {
    guard let fact = register.fact(id), seen.insert(id).inserted else { return }
    facts.append(id)
    for citation in fact.citations { sources.insert(citation.sourceID) }
    for input in fact.derivation?.inputs ?? [] { add(input) }
    if let threshold = fact.threshold { add(threshold.id) }
  }

  mutating func add(sources ids: [String]) { sources.formUnion(ids) }

  mutating func add(_ matter: FrontMatter) {
    add(matter.title)
    add(matter.subtitle)
    add(matter.description)
  }

  mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines): add(inlines)
      case .list(let list): for item in list.items { add(item) }
      case .quote(let inner): add(inner)
      case .division(let division):
        add(division.title)
        add(division.blocks)
      case .figure(let figure):
        add(figure.caption)
        add(figure.subtitle)
        add(figure.note)
      case .table(let table):
        for text in table.texts { add(text) }
      case .code, .pageBreak, .thematicBreak: break
      }
    }
  }

  mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .value(let value): for fact in value.facts { add(fact) }
      case .citation(let citation):
        citations.append(citation)
        sources.insert(citation.source)
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): add(inner)
      case .text, .code, .reference, .noteReference, .placeholder, .softBreak, .lineBreak: break
      }
    }
  }
}
