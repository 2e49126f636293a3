import Facts
import Tables

/// Editions as values of the expression language, with what is counted of them and took place at them.
struct EditionValues {
  let analysis: DatasetAnalysis
  private let comparison: EditionComparison
  private let context: EditionContext
  private let participants: [Value.Object]
  private let events: [Value.Object]
  /// Indicators that are observed of editions, those of later sources with them, so that what a template
  /// asks for has a name on every day.
  private let indicators: [Indicator]

  init(_ analysis: DatasetAnalysis) {
    self.analysis = analysis
    comparison = EditionComparison(analysis)
    context = EditionContext(analysis)
    participants = EditionRows.participants(analysis)
    events = EditionRows.events(analysis)
    let editions = Set(analysis.whole.editions.map(\.id))
    let observed = Set(
      analysis.whole.observations.filter { editions.contains($0.subject) }.map(\.indicator))
    indicators = analysis.whole.indicators.filter { observed.contains($0.id) }
  }

  /// In the order of their numbers. What is not stated is null, or a cell that says so.
  var objects: [(id: String, object: Value.Object)] {
    comparison.editions.enumerated().map { place, edition in
      (edition.id, object(edition, at: place))
    }
  }

  private func object(_ edition: Edition, at place: Int) -> Value.Object {
    let venue = analysis.dataset.places.first { $0.id == edition.venue }?.name ?? edition.venue
    return Value.Object(
      [
        .init("id", .string(edition.id)),
        .init("label", .string(edition.label)),
        .init("name", .string(edition.name)),
        .init("number", .number(Double(edition.number))),
        .init("numberBasis", .string(FactValues.words(edition.numberBasis.rawValue))),
        .init("numberBasisCode", .string(edition.numberBasis.rawValue)),
        .init("year", FactValues.number(edition.year.year.map(Double.init))),
        .init("yearBasis", .string(FactValues.words(edition.yearBasis.rawValue))),
        .init("inferred", .bool(edition.yearBasis == .inferred)),
        .init("yearBasisCode", .string(edition.yearBasis.rawValue)),
        .init("dates", edition.start == nil ? .null : .string(edition.period.label)),
        .init("start", edition.start?.start.map { .date($0.milliseconds) } ?? .null),
        .init("end", edition.end?.end.map { .date($0.milliseconds) } ?? .null),
        .init(
          "datesInferred", .bool([edition.startBasis, edition.endBasis].contains(.inferred))),
        .init("dateNote", .string(edition.dateNote)),
        .init("theme", edition.theme.map { .string($0) } ?? .null),
        .init("venue", venue.map { .string($0) } ?? .null),
        .init("venueNote", .string(edition.venueNote)),
        .init("counts", counts(at: place)),
        .init("bodies", bodies(at: place)),
        .init("events", own(events, of: edition)),
        .init("participants", own(participants, of: edition)),
      ] + context.members(of: edition) + RecordValues.evidence(edition.evidence))
  }

  private func counts(at place: Int) -> Value {
    .object(
      Value.Object(
        indicators.map { indicator in
          let fact = comparison.counts.first { $0.indicator.id == indicator.id }?.facts[place]
          return .init(indicator.id, EditionRows.cell(fact.map(EditionComparison.Cell.init)))
        }))
  }

  private func bodies(at place: Int) -> Value {
    .object(
      Value.Object(
        EditionComparison.organiserKinds.map { type, name in
          let row = comparison.rows.first { $0.name == name }
          return .init(type, EditionRows.cell(row?.cells[place]))
        }))
  }

  private func own(_ rows: [Value.Object], of edition: Edition) -> Value {
    .array(rows.filter { $0["edition"] == .string(edition.id) }.map { .object($0) })
  }
}
