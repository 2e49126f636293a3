package import Facts
import Wording

/// Who took part in which edition, in what part. Names are as printed; two that may be one body stay
/// two, with the doubt beside them.
package struct Participation: Sendable {
  package struct Entry: Hashable, Sendable {
    package var edition: String
    /// The event of the edition; empty for a part in the edition as a whole.
    package var event: String
    /// Id of the person, organisation or place.
    package var participant: String
    package var name: String
    package var table: TableName
    /// Role of a person as printed, or the kind of an organisation; may be empty.
    package var role: String
    /// What they did, in words, such as `spoke at`.
    package var part: String
    /// Names of rows that may be the same body.
    package var possiblySameAs: [String]
    package var evidence: Evidence
  }

  /// By edition, then in the order of the data.
  package var entries: [Entry]

  /// Relations that lead from a participant to an event.
  private static let forward = ["took_part_in", "spoke_at", "moderated", "joined"]
  /// Relations that lead from an edition or event to a participant.
  private static let backward = [
    "guided_by", "hosted_by", "co_hosted_by", "organised_by", "co_organised_by", "awarded_to",
    "signed_by", "carried_out_by",
  ]

  package init(_ analysis: DatasetAnalysis) {
    let (dataset, names) = (analysis.dataset, analysis.names)
    let editionOf = Dictionary(dataset.events.map { ($0.id, $0.edition) }) { first, _ in first }
    let editions = dataset.editions.sorted { $0.number < $1.number }.map(\.id)
    var doubts: [String: [String]] = [:]
    for item in dataset.relations where item.type == "possibly_same_as" {
      doubts[item.subject, default: []].append(names.name(item.object))
      doubts[item.object, default: []].append(names.name(item.subject))
    }
    var found: [String: [Entry]] = [:]
    for item in dataset.relations {
      let (participant, held): (String, String)
      if Self.forward.contains(item.type) {
        (participant, held) = (item.subject, item.object)
      } else if Self.backward.contains(item.type) {
        (participant, held) = (item.object, item.subject)
      } else {
        continue
      }
      let isEdition = editions.contains(held)
      guard let edition = isEdition ? held : editionOf[held], !edition.isEmpty,
        let entry = names.entry(participant)
      else { continue }
      found[edition, default: []].append(
        Entry(
          edition: edition, event: isEdition ? "" : held, participant: participant,
          name: entry.name, table: entry.table, role: Self.role(entry, dataset),
          part: Self.part(item.type), possiblySameAs: doubts[participant] ?? [],
          evidence: item.evidence))
    }
    entries = editions.flatMap { found[$0] ?? [] }
  }

  private static func role(_ entry: DatasetIndex.Entry, _ dataset: Dataset) -> String {
    switch entry.table {
    case .people: dataset.people[entry.index].role
    case .organisations: FactValues.words(dataset.organisations[entry.index].kind)
    case .places: FactValues.words(dataset.places[entry.index].kind)
    case .sources, .indicators, .observations, .targets, .policies, .editions, .events, .relations,
      .reconciliations, .derived, .translations:
      ""
    }
  }

  /// The part as said of the participant.
  private static func part(_ type: String) -> String {
    switch type {
    case "guided_by": Label.guided.text
    case "hosted_by": Label.hosted.text
    case "co_hosted_by": Label.coHosted.text
    case "organised_by": Label.organised.text
    case "co_organised_by": Label.coOrganised.text
    case "awarded_to": Label.wasAwarded.text
    case "signed_by": Label.signed.text
    case "carried_out_by": Label.carriedOut.text
    default: FactValues.words(type)
    }
  }
}
