import Analysis
import Documents
import Facts
import Layout
import Syntax
import Wording

/// The parts of a report that the tool writes: the numbered list of sources, and the annex with every
/// figure used and its way to the source.
struct BackMatter {
  let register: FactRegister
  /// The sources used, in the dataset's order.
  let sources: [Source]
  let dataset: Dataset
  /// A document of a few pages, which opens with a band, needs no list of the pages that cite a source.
  let opening: FrontMatter.Opening
  /// The language whose typographic signs the texts out of the data are given, as the template's are.
  let language: String

  /// `blocks` with the `sources` and `annex` divisions filled.
  func fill(_ blocks: [Block], facts: [String]) -> [Block] {
    blocks.map { block in
      guard case .division(var division) = block.kind else { return block }
      switch division.kind {
      case .sources:
        division.blocks.append(Block(.table(sourceTable(block.span)), span: block.span))
      case .annex:
        division.blocks.append(Block(.table(factTable(facts, block.span)), span: block.span))
      case .tiles, .tile, .note, .tip, .important, .warning, .caution, .lead, .each, .when,
        .columns, .landscape, .contents, .figures, .tables, .aside:
        division.blocks = fill(division.blocks, facts: facts)
      }
      var block = block
      block.kind = .division(division)
      return block
    }
  }

  /// How figures and citations name the sources.
  var references: [References.Source] {
    sources.map { source in
      .init(
        id: source.id, number: number(of: source),
        short: Label.sourceShort.text(
          Wording.current.word(for: source.kind).capitalizedFirst, source.published.label))
    }
  }

  /// The place from 1 among all sources of the dataset, those of later days too: a source has one number in every
  /// document of a workspace, and a document that does not use it leaves the number out.
  private func number(of source: Source) -> Int {
    (dataset.sources.firstIndex { $0.id == source.id } ?? 0) + 1
  }

  private func sourceTable(_ span: SourceSpan) -> TableBlock {
    var typography = Typography(language: language)
    var table = TableBlock(
      columns: [
        .init(title: [.text(Label.numberHead.text)], alignment: .end),
        .init(title: [.text(Label.sourceHead.text)]),
      ],
      rows: sources.map { source in
        .init(
          [
            [.text("\(number(of: source))")],
            typography.line([.text(FactValues.citation(source))]),
          ],
          label: "source-\(source.id)")
      })
    switch opening {
    case .cover:
      table.caption = [.text(Label.sourcesTitle.text)]
      table.columns.append(.init(title: [.text(Label.citedHead.text)]))
      for (index, source) in sources.enumerated() {
        let pages = Reference(label: source.id, form: .citingPages, span: span)
        table.rows[index].cells.append(.init([.reference(pages)]))
      }
    case .band: break
    }
    return table
  }

  private func factTable(_ facts: [String], _ span: SourceSpan) -> TableBlock {
    let entries = facts.compactMap { register.entry($0) }
    var typography = Typography(language: language)
    return TableBlock(
      caption: [.text(Label.annexTitle.text)],
      columns: [
        .init(title: [.text(Label.figureHead.text)]), .init(title: [.text(Label.periodHead.text)]),
        .init(title: [.text(Label.valueHead.text)], alignment: .end),
        .init(title: [.text(Label.unitHead.text)]),
        .init(title: [.text(Label.originHead.text)]),
      ],
      rows: entries.map { entry in
        .init(
          [
            [.text(name(of: entry))], [.text(entry.period)], [.text(entry.number)],
            [.text(entry.unit)], origin(entry, span),
          ].map { typography.line($0) }, label: "fact-\(entry.id)")
      })
  }

  /// What the figure is of; of a target and of a derived figure also the indicator that it is about.
  private func name(of entry: FactEntry) -> String {
    let indicator = register.fact(entry.id).flatMap { fact in
      dataset.indicators.first { $0.id == fact.indicator }?.name
    }
    let kind = dataset.targets.first { $0.id == entry.id }?.kind ?? .target
    return switch entry.kind {
    case .observation: entry.name
    case .target:
      Label.figureNamed.text(
        Wording.current.word(for: kind.rawValue).capitalizedFirst, entry.name)
    case .derived:
      indicator.map {
        entry.name.contains($0)
          ? entry.name : Label.figureNamed.text($0, entry.name.lowercasedFirst)
      }
        ?? entry.name
    }
  }

  /// The source's own term with its paragraph, or the arithmetic.
  private func origin(_ entry: FactEntry, _ span: SourceSpan) -> [Inline] {
    guard entry.arithmetic.isEmpty else {
      // A sum is read in one piece: it is broken nowhere, but may begin a line of its own.
      let printed = register.fact(entry.id)?.derivation?.printed ?? entry.arithmetic
      let sum = printed.replacing(" ", with: "\u{A0}")
      return [.text(Label.derivationNamed.text(entry.operation, sum))]
    }
    let term = Label.quotation.text(entry.term)
    let named = entry.equivalent.isEmpty ? term : Label.unitWith.text(term, entry.equivalent)
    var inlines: [Inline] = [.text(named + " ")]
    for (index, citation) in entry.citations.enumerated() {
      if index > 0 { inlines.append(.text(Label.listSeparator.text)) }
      inlines.append(
        .citation(
          Citation(source: citation.sourceID, locator: "\(citation.locator)", span: span)))
    }
    return inlines
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
