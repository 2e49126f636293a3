package import Facts
import Wording

/// Editions of a recurring event side by side: a column an edition, a row a measure. What no source
/// states is a cell that says so, never a blank.
package struct EditionComparison: Sendable {
  package struct Cell: Hashable, Sendable {
    /// Ready to print; `not stated` where nothing is known.
    package var text: String
    package var isStated: Bool
    /// Ids of the facts that the text prints.
    package var facts: [String]
    /// Sources of the text, each once.
    package var sourceIDs: [String]

    /// A cell that prints a fact.
    init(_ fact: Fact) {
      self.init(
        text: fact.text.text, isStated: true, facts: [fact.id],
        sourceIDs: EditionComparison.unique(fact.citations.map(\.sourceID)))
    }

    init(text: String, isStated: Bool, facts: [String], sourceIDs: [String]) {
      self.text = text
      self.isStated = isStated
      self.facts = facts
      self.sourceIDs = sourceIDs
    }

    static var notStated: Cell {
      Cell(text: Label.notStated.text, isStated: false, facts: [], sourceIDs: [])
    }
  }

  package struct Row: Hashable, Sendable {
    package var name: String
    /// One for each edition, in their order.
    package var cells: [Cell]
  }

  /// What is counted of editions: for each of them, in their order, the reconciled figure, one in words
  /// that name none, or nil.
  package struct Count: Sendable {
    package var indicator: Indicator
    package var facts: [Fact?]
  }

  /// By number.
  package var editions: [Edition]
  package var counts: [Count]
  package var rows: [Row]

  package init(_ analysis: DatasetAnalysis) {
    let dataset = analysis.dataset
    let names = analysis.names
    editions = dataset.editions.sorted { $0.number < $1.number }
    let editions = editions
    counts = Self.counts(analysis, editions)
    func row(_ name: String, _ cell: (Edition) -> Cell) -> Row {
      Row(name: name, cells: editions.map(cell))
    }
    func text(_ text: String?, _ sources: [String], inferred: Bool = false) -> Cell {
      guard let text else { return .notStated }
      return Cell(
        text: inferred ? Label.inferred.text(text) : text, isStated: true, facts: [],
        sourceIDs: sources)
    }
    rows = [
      row(Label.datesRow.text) { edition in
        text(
          edition.start == nil ? nil : edition.period.label, [edition.evidence.sourceID],
          inferred: [edition.startBasis, edition.endBasis].contains(.inferred))
      },
      row(Label.themeRow.text) { text($0.theme, $0.themeMention.map { [$0.sourceID] } ?? []) },
      row(Label.venueRow.text) { edition in
        text(edition.venue.map { names.name($0) }, [edition.evidence.sourceID])
      },
    ]
    rows += Self.organisers(dataset, names, editions)
    rows += counts.map { count in
      Row(
        name: count.indicator.name,
        cells: count.facts.map { $0.map(Cell.init) ?? .notStated })
    }
    rows += Self.happenings(dataset, editions)
  }

  /// Relations from an edition to those who stood behind it, with the names of their rows.
  static var organiserKinds: [(type: String, name: String)] {
    [
      ("guided_by", Label.guidedByRow.text), ("hosted_by", Label.hostedByRow.text),
      ("co_hosted_by", Label.coHostedByRow.text), ("organised_by", Label.organisedByRow.text),
      ("co_organised_by", Label.coOrganisedByRow.text),
    ]
  }

  /// Rows for those who guided, hosted and organised, from the relations of the editions.
  private static func organisers(
    _ dataset: Dataset, _ names: DatasetIndex, _ editions: [Edition]
  ) -> [Row] {
    organiserKinds.compactMap { type, name in
      let relations = dataset.relations.filter { $0.type == type && $0.subjectTable == "editions" }
      guard !relations.isEmpty else { return nil }
      return Row(
        name: name,
        cells: editions.map { edition in
          let own = relations.filter { $0.subject == edition.id }
          if own.isEmpty { return .notStated }
          return Cell(
            text: Wording.current.list(own.map { names.name($0.object) }),
            isStated: true,
            facts: [], sourceIDs: unique(own.map(\.evidence.sourceID)))
        })
    }
  }

  /// Every indicator that is observed of editions.
  private static func counts(_ analysis: DatasetAnalysis, _ editions: [Edition]) -> [Count] {
    let ids = Set(editions.map(\.id))
    return analysis.series.compactMap { entry in
      let points = entry.series.flatMap(\.points).map(\.fact).filter { ids.contains($0.subject) }
      let vague = entry.series.flatMap(\.excluded).map(\.fact)
        .filter { ids.contains($0.subject) && $0.value == nil }
      // A place in the order of editions heads the column; it is no row of its own.
      guard !points.isEmpty || !vague.isEmpty, entry.indicator.kind != .rank else { return nil }
      return Count(
        indicator: entry.indicator,
        facts: editions.map { edition in
          points.first { $0.subject == edition.id } ?? vague.first { $0.subject == edition.id }
        })
    }
  }

  /// Rows for what took place, by the kind of event.
  private static func happenings(_ dataset: Dataset, _ editions: [Edition]) -> [Row] {
    let ids = Set(editions.map(\.id))
    var kinds: [String] = []
    for event in dataset.events where ids.contains(event.edition) && !kinds.contains(event.kind) {
      kinds.append(event.kind)
    }
    return kinds.map { kind in
      Row(
        name: heading(kind),
        cells: editions.map { edition in
          let own = dataset.events.filter { $0.edition == edition.id && $0.kind == kind }
          if own.isEmpty { return .notStated }
          return Cell(
            text: own.map { $0.basis == .announced ? Label.announced.text($0.name) : $0.name }
              .joined(separator: Label.recordSeparator.text),
            isStated: true, facts: [], sourceIDs: unique(own.map(\.evidence.sourceID)))
        })
    }
  }

  private static func heading(_ kind: String) -> String {
    let words = FactValues.words(kind)
    guard Wording.current.isOfData else { return words }
    let plural = words.hasSuffix("y") ? words.dropLast() + "ies" : words + "s"
    return plural.prefix(1).uppercased() + plural.dropFirst()
  }

  fileprivate static func unique(_ items: [String]) -> [String] {
    items.enumerated().filter { items.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }
}
