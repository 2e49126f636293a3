import Facts

/// To which editions the rows of a dataset belong, and by what.
struct EditionTies {
  /// Ids, by number.
  let editions: [String]
  /// Empty for an event beside the editions.
  private let editionOfEvent: [String: String]
  /// Events at which a policy was made public.
  private let eventsOfPolicy: [String: [String]]
  private let sourceOfPolicy: [String: String]
  /// The edition that a document tells of; none where it tells of several.
  private let editionOfSource: [String: String]

  init(_ dataset: Dataset) {
    editions = dataset.editions.sorted { $0.number < $1.number }.map(\.id)
    editionOfEvent = Dictionary(dataset.events.map { ($0.id, $0.edition) }) { first, _ in first }
    var eventsOfPolicy: [String: [String]] = [:]
    for item in dataset.relations where item.type == "announced_at" {
      eventsOfPolicy[item.subject, default: []].append(item.object)
    }
    self.eventsOfPolicy = eventsOfPolicy
    sourceOfPolicy = Dictionary(dataset.policies.map { ($0.id, $0.evidence.sourceID) }) {
      first, _ in first
    }
    var told: [String: Set<String>] = [:]
    for edition in dataset.editions {
      for source in Self.sources(of: edition, dataset.events) {
        told[source, default: []].insert(edition.id)
      }
    }
    editionOfSource = told.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Ids of the documents that tell of `edition` or of its events, each once.
  static func sources(of edition: Edition, _ events: [Event]) -> Set<String> {
    let own = events.filter { $0.edition == edition.id }
    return Set(
      ([edition.evidence.sourceID] + edition.mentions.map(\.sourceID))
        + own.flatMap { [$0.evidence.sourceID] + $0.mentions.map(\.sourceID) })
  }

  /// The editions to which the row called `id` ties whoever is tied to it; an event beside them ties to none,
  /// which is an empty id.
  func ties(of id: String) -> [(edition: String, tie: Participation.Tie)] {
    if editions.contains(id) { return [(id, .edition)] }
    if let edition = editionOfEvent[id] { return [(edition, .event(id))] }
    if let edition = editionOfSource[id] { return [(edition, .source(id))] }
    guard let source = sourceOfPolicy[id] else { return [] }
    let events = (eventsOfPolicy[id] ?? []).compactMap { event in
      editionOfEvent[event].map { (edition: $0, tie: Participation.Tie.event(event)) }
    }
    if !events.isEmpty { return events }
    return editionOfSource[source].map { [($0, .policy(id))] } ?? []
  }
}
