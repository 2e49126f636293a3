package import Facts
package import Syntax

/// The way from a printed figure through its derivation to the paragraphs of its sources, as a tree.
package struct DataTrace: Sendable {
  package struct Node: Sendable {
    package var id: String
    /// What stands beside the id.
    package var title: String
    /// Lines below the title.
    package var details: [String]
    package var children: [Node]
  }

  package let root: Node

  /// The trace of the fact, row or derived figure called `id`.
  package init(
    _ id: String, in dataset: Dataset, _ scope: ReportScope
  ) throws(DiagnosticFailure) {
    let index = DatasetIndex(dataset)
    let builder = Builder(dataset: dataset, scope: scope, index: index)
    guard let node = builder.node(id, depth: 0) else {
      throw DiagnosticFailure(
        InspectionDiagnostics.unknownID(id, known: scope.register.ids + index.ids))
    }
    root = node
  }

  /// The tree, without a final line ending; details are wrapped to `width` cells.
  package func text(width: Int = 100) -> String {
    var lines: [String] = []
    func write(_ node: Node, first: String, rest: String) {
      lines.append(first + node.id + (node.title.isEmpty ? "" : "  " + node.title))
      let stem = rest + (node.children.isEmpty ? "   " : "│  ")
      for detail in node.details {
        let room = max(30, width - TerminalText.width(stem))
        for line in TerminalText.wrapped(detail, to: room) { lines.append(stem + line) }
      }
      for (place, child) in node.children.enumerated() {
        let isLast = place == node.children.count - 1
        write(child, first: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "))
      }
    }
    write(root, first: "", rest: "")
    return lines.joined(separator: "\n")
  }

  private struct Builder {
    let dataset: Dataset
    let scope: ReportScope
    let index: DatasetIndex

    /// Derivations rest on facts made before them, so the tree ends; the depth is a second guard.
    func node(_ id: String, depth: Int) -> Node? {
      guard depth < 32 else { return nil }
      if let fact = scope.register.fact(id) { return node(fact, depth) }
      if let entry = index.entry(id) { return row(id, entry) }
      return nil
    }

    private func node(_ fact: Fact, _ depth: Int) -> Node {
      var details = ["\(fact.name), \(fact.period.label)"]
      if let derivation = fact.derivation {
        details.append("\(derivation.operation): \(derivation.arithmetic), \(derivation.rounding)")
      } else {
        if !fact.term.isEmpty { details.append("the source's term: “\(fact.term)”") }
        if fact.status != .normal {
          details.append("status \(fact.status.rawValue): \(fact.status.name)")
        }
      }
      if !fact.note.isEmpty { details.append("note: \(fact.note)") }
      var children = (fact.derivation?.inputs ?? []).compactMap { node($0, depth: depth + 1) }
      if !fact.isDerived { children += fact.citations.compactMap(source) }
      return Node(id: fact.id, title: fact.text.text, details: details, children: children)
    }

    private func source(_ citation: Fact.Citation) -> Node? {
      guard let source = dataset.sources.first(where: { $0.id == citation.sourceID }) else {
        return nil
      }
      var details = [FactValues.citation(source)]
      if !source.archivedAs.isEmpty {
        details.append("\(source.archivedAs), paragraph \(citation.locator.paragraph)")
      }
      return Node(
        id: source.id, title: "\(citation.locator)", details: details, children: [])
    }

    /// A row that is no figure: what it is, and the paragraph that it rests on.
    private func row(_ id: String, _ entry: DatasetIndex.Entry) -> Node {
      let evidence: Evidence? =
        switch entry.table {
        case .observations: dataset.observations[entry.index].evidence
        case .targets: dataset.targets[entry.index].evidence
        case .policies: dataset.policies[entry.index].evidence
        case .editions: dataset.editions[entry.index].evidence
        case .events: dataset.events[entry.index].evidence
        case .organisations: dataset.organisations[entry.index].evidence
        case .people: dataset.people[entry.index].evidence
        case .places: dataset.places[entry.index].evidence
        case .relations: dataset.relations[entry.index].evidence
        case .sources, .indicators, .reconciliations, .derived, .translations: nil
        }
      var details = ["a row of \(entry.table.rawValue)"]
      if let evidence, !evidence.term.isEmpty {
        details.append("the source's term: “\(evidence.term)”")
      }
      if entry.table == .sources {
        details.append(FactValues.citation(dataset.sources[entry.index]))
      }
      var children: [Node] = []
      if entry.table == .reconciliations {
        let item = dataset.reconciliations[entry.index]
        details.append("\(item.rule.words): \(item.footnote)")
        children = [item.chosen, item.other].compactMap { node($0, depth: 1) }
      } else if let evidence {
        let citation = Fact.Citation(sourceID: evidence.sourceID, locator: evidence.locator)
        children = [source(citation)].compactMap(\.self)
      }
      return Node(
        id: id, title: entry.name == id ? "" : entry.name, details: details, children: children)
    }
  }
}
