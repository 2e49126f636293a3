import Analysis
import Documents
import Facts
import Layout
import Syntax

/// The parts of a report that the tool writes: the numbered list of sources, and the annex with every
/// figure used and its way to the source.
struct BackMatter {
  let register: FactRegister
  /// The sources used, in the dataset's order; a source's number is its place from 1.
  let sources: [Source]
  let indicators: [Indicator]

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
    sources.enumerated().map { index, source in
      .init(
        id: source.id, number: index + 1,
        short: "\(source.kindInWords.capitalizedFirst), \(source.published.label)")
    }
  }

  private func sourceTable(_ span: SourceSpan) -> TableBlock {
    TableBlock(
      columns: [
        .init(title: [.text("No.")], alignment: .end), .init(title: [.text("Source")]),
        .init(title: [.text("Cited on page")]),
      ],
      rows: sources.enumerated().map { index, source in
        .init(
          [
            [.text("\(index + 1)")], [.text(FactValues.citation(source))],
            [.reference(Reference(label: source.id, form: .citingPages, span: span))],
          ],
          label: "source-\(source.id)")
      })
  }

  private func factTable(_ facts: [String], _ span: SourceSpan) -> TableBlock {
    let entries = facts.compactMap { register.entry($0) }
    return TableBlock(
      columns: [
        .init(title: [.text("Figure")]), .init(title: [.text("Period")]),
        .init(title: [.text("Value")], alignment: .end), .init(title: [.text("Unit")]),
        .init(title: [.text("Where it comes from")]),
      ],
      rows: entries.map { entry in
        .init(
          [
            [.text(name(of: entry))], [.text(entry.period)], [.text(entry.number)],
            [.text(entry.unit)], origin(entry, span),
          ], label: "fact-\(entry.id)")
      })
  }

  /// What the figure is of; of a target and of a derived figure also the indicator that it is about.
  private func name(of entry: FactEntry) -> String {
    let indicator = register.fact(entry.id).flatMap { fact in
      indicators.first { $0.id == fact.indicator }?.name
    }
    return switch entry.kind {
    case .observation: entry.name
    case .target: "Target: \(entry.name)"
    case .derived:
      indicator.map { entry.name.contains($0) ? entry.name : "\($0): \(entry.name.lowercasedFirst)" }
        ?? entry.name
    }
  }

  /// The source's own term with its paragraph, or the arithmetic.
  private func origin(_ entry: FactEntry, _ span: SourceSpan) -> [Inline] {
    guard entry.arithmetic.isEmpty else {
      return [.text("\(entry.operation): \(entry.arithmetic)")]
    }
    var inlines: [Inline] = [.text("“\(entry.term)” ")]
    for (index, citation) in entry.citations.enumerated() {
      if index > 0 { inlines.append(.text(", ")) }
      inlines.append(
        .citation(
          Citation(source: citation.sourceID, locator: "\(citation.locator)", span: span)))
    }
    return inlines
  }
}

extension Source {
  /// `press_release` as `press release`.
  fileprivate var kindInWords: String { String(kind.map { $0 == "_" ? " " : $0 }) }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
