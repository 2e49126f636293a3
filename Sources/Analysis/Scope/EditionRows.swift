import Facts
import Tables
import Wording

/// Editions, what is counted of them, and who took part, as rows. What is not stated says so.
enum EditionRows {
  static func editions(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.dataset.editions.sorted { $0.number < $1.number }.map { edition in
      Value.Object([
        .init("edition", .string(edition.id)),
        .init("label", .string(edition.label)),
        .init("name", .string(edition.name)),
        .init("number", .number(Double(edition.number))),
        .init("year", FactValues.number(edition.year.year.map(Double.init))),
        .init("yearBasis", .string(FactValues.words(edition.yearBasis.rawValue))),
        .init("yearBasisCode", .string(edition.yearBasis.rawValue)),
        .init(
          "dates", .string(edition.start == nil ? RecordRows.unknown : edition.period.label)),
        .init("start", (edition.start?.start).map { .date($0.milliseconds) } ?? .null),
        .init("end", (edition.end?.end).map { .date($0.milliseconds) } ?? .null),
        .init("yearStart", (edition.year.start).map { .date($0.milliseconds) } ?? .null),
        .init("yearEnd", (edition.year.end).map { .date($0.milliseconds) } ?? .null),
        .init("theme", .string(edition.theme ?? RecordRows.unknown)),
        .init(
          "venue", .string(edition.venue.map { analysis.names.name($0) } ?? RecordRows.unknown)),
        .init("source", .string(edition.evidence.sourceID)),
        .init("locator", .string("\(edition.evidence.locator)")),
        .init("note", .string(edition.evidence.note)),
      ])
    }
  }

  /// A row an indicator and edition, with nulls where no source says anything.
  static func counts(_ analysis: DatasetAnalysis) -> [Value.Object] {
    let comparison = EditionComparison(analysis)
    return comparison.counts.flatMap { count in
      zip(comparison.editions, count.facts).map { edition, fact in
        let own: [Value.Member] = [
          .init("edition", .string(edition.id)),
          .init("editionLabel", .string(edition.label)),
          .init("editionNumber", .number(Double(edition.number))),
          .init("editionYear", FactValues.number(edition.year.year.map(Double.init))),
          .init("stated", .bool(fact != nil)),
        ]
        guard let fact else {
          return Value.Object(
            [
              .init("fact", .null), .init("indicator", .string(count.indicator.id)),
              .init("name", .string(count.indicator.name)), .init("value", .null),
              .init("low", .null), .init("high", .null), .init("counted", .string("")),
              .init("label", .string(RecordRows.unknown)),
              .init("number", .string(RecordRows.unknown)), .init("qualifier", .string("")),
              .init("source", .string("")),
            ] + own)
        }
        return Value.Object(
          [
            .init("fact", .string(fact.id)), .init("indicator", .string(count.indicator.id)),
            .init("name", .string(count.indicator.name)),
            .init("value", FactValues.number(fact.value)),
            .init("low", FactValues.number(fact.interval?.low)),
            .init("high", FactValues.number(fact.interval?.high)),
            .init("counted", .string(fact.quantity.counted)),
            .init("label", .string(fact.text.text)), .init("number", .string(fact.text.number)),
            .init("qualifier", .string(fact.quantity.qualifier.rawValue)),
            .init("source", .string(fact.citations.first?.sourceID ?? "")),
          ] + own, fact: fact.id)
      }
    }
  }

  /// A row a measure, a column an edition, named by the edition's id: an object with `text`, `stated` and
  /// the `source`, which is a fact where it prints one.
  static func comparison(_ analysis: DatasetAnalysis) -> [Value.Object] {
    let comparison = EditionComparison(analysis)
    return comparison.rows.map { row in
      var members: [Value.Member] = [.init("measure", .string(row.name))]
      for (edition, cell) in zip(comparison.editions, row.cells) {
        members.append(.init(edition.id, Self.cell(cell)))
      }
      return Value.Object(members)
    }
  }

  static func cell(_ cell: EditionComparison.Cell?) -> Value {
    let cell = cell ?? .notStated
    return .object(
      Value.Object(
        [
          .init("text", .string(cell.text)), .init("stated", .bool(cell.isStated)),
          .init("source", .string(cell.sourceIDs.first ?? "")),
        ], fact: cell.facts.first))
  }

  /// What happened or was announced at editions and beside them, in the order of the data.
  static func events(_ analysis: DatasetAnalysis) -> [Value.Object] {
    let people = Participation(analysis).entries
    return analysis.dataset.events.map { event in
      let present = people.filter { $0.event == event.id }
      let speakers = Self.unique(present.filter { $0.table == .people }.map(\.name))
      return Value.Object([
        .init("event", .string(event.id)),
        .init("edition", .string(event.edition)),
        .init("kind", .string(FactValues.words(event.kind))),
        .init("kindCode", .string(event.kind)),
        .init("name", .string(event.name)),
        .init("description", .string(event.description)),
        .init("period", .string(event.date?.label ?? RecordRows.unknown)),
        .init("dateBasis", .string(FactValues.words(event.dateBasis.rawValue))),
        .init("dateBasisCode", .string(event.dateBasis.rawValue)),
        .init("place", .string(event.place.map { analysis.names.name($0) } ?? RecordRows.unknown)),
        .init("hasPlace", .bool(event.place != nil)),
        .init("basis", .string(event.basis.rawValue)),
        .init("people", .string(speakers.joined(separator: Label.listSeparator.text))),
        .init(
          "participants",
          .string(
            present.isEmpty
              ? RecordRows.unknown
              : Self.unique(present.map(\.markedName))
                .joined(separator: Label.listSeparator.text))),
        .init("participantsStated", .bool(present.allSatisfy(\.evidence.isStated))),
        .init("stated", .bool(event.evidence.isStated)),
        .init("source", .string(event.evidence.sourceID)),
        .init("locator", .string("\(event.evidence.locator)")),
        .init("note", .string(event.evidence.note)),
      ])
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  static func participants(_ analysis: DatasetAnalysis) -> [Value.Object] {
    let names = analysis.names
    return Participation(analysis).entries.map { entry in
      Value.Object([
        .init("edition", .string(entry.edition)),
        .init("editionName", .string(names.name(entry.edition))),
        .init("event", .string(entry.event.isEmpty ? "" : names.name(entry.event))),
        .init("participant", .string(entry.participant)),
        .init("name", .string(entry.name)),
        .init("kind", .string(entry.table.rawValue)),
        .init("role", .string(entry.role)),
        .init("part", .string(entry.part)),
        .init("stated", .bool(entry.evidence.isStated)),
        .init("possiblySameAs", .string(entry.possiblySameAs.joined(separator: "; "))),
        .init("source", .string(entry.evidence.sourceID)),
        .init("locator", .string("\(entry.evidence.locator)")),
      ])
    }
  }
}
