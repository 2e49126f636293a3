package import Facts
import Wording

/// Who is named with which edition, and in what part. Names are as printed; two that may be one body stay
/// two, with the doubt beside them.
///
/// Every relation is followed that has a person or a body at one end, whatever its type, and whoever a source
/// credits with an event or a plan: a dataset may name relations as it likes.
package struct Participation: Sendable {
  /// What ties a participant to the edition.
  package enum Tie: Hashable, Sendable {
    /// A part in the edition as a whole, such as its host's.
    case edition
    case event(String)
    /// A plan or measure of which the edition's documents tell.
    case policy(String)
    /// A document on the edition, in which they appear.
    case source(String)
  }

  package struct Entry: Hashable, Sendable {
    /// Empty for an event beside the editions.
    package var edition: String
    package var tie: Tie
    /// Id of the person, organisation or place.
    package var participant: String
    package var name: String
    package var table: TableName
    /// Role of a person as printed, or the kind of an organisation; may be empty.
    package var role: String
    /// What they did, in words, such as `spoke`.
    package var part: String
    /// Names of rows that may be the same body.
    package var possiblySameAs: [String]
    package var evidence: Evidence

    /// The event of the edition; empty for other ties.
    package var event: String { if case .event(let id) = tie { id } else { "" } }

    /// The name with the sign of what is inferred, where no source says in so many words that they took part.
    package var markedName: String { evidence.isStated ? name : name + Self.impliedSign }

    /// Stands after what follows from a source without being said in it.
    static let impliedSign = "*"
  }

  /// By edition, those of events beside them last; then in the order of the data.
  package var entries: [Entry]

  package init(_ analysis: DatasetAnalysis) {
    let (dataset, names) = (analysis.dataset, analysis.names)
    let ties = EditionTies(dataset)
    let doubts = Self.doubts(dataset, names)
    var found: [String: [Entry]] = [:]
    func add(_ participant: String, to thing: String, as type: String, _ evidence: Evidence) {
      guard let entry = names.entry(participant), let role = Self.role(entry, dataset) else {
        return
      }
      for (edition, tie) in ties.ties(of: thing) {
        // Places are hosts and issuers; that a plan is theirs does not bring them to an edition.
        if entry.table == .places, case .policy = tie { continue }
        found[edition, default: []].append(
          Entry(
            edition: edition, tie: tie, participant: participant, name: entry.name,
            table: entry.table, role: role, part: Self.part(type),
            possiblySameAs: doubts[participant] ?? [], evidence: evidence))
      }
    }
    for item in dataset.relations {
      if names.entry(item.subject)?.table != .places {
        add(item.subject, to: item.object, as: item.type, item.evidence)
      }
      // A place acts where a thing is done by it; else it is where the thing is.
      let isActing = item.type.hasSuffix("_by")
      // Those behind a document are its issuers: it tells of others.
      let isOfSource = names.entry(item.subject)?.table == .sources
      if !isOfSource, isActing || names.entry(item.object)?.table != .places {
        add(item.object, to: item.subject, as: item.type, item.evidence)
      }
    }
    // To be credited says less than any other part: with a plan it counts where there is no other.
    func credit(_ evidence: Evidence, _ id: String) {
      let isKnown = ties.ties(of: id).contains { edition, tie in
        (found[edition] ?? []).contains {
          $0.participant == evidence.attribution && ($0.tie == tie || tie == .policy(id))
        }
      }
      if !isKnown { add(evidence.attribution, to: id, as: Self.creditType, evidence) }
    }
    for item in dataset.events { credit(item.evidence, item.id) }
    for item in dataset.policies { credit(item.evidence, item.id) }
    entries = (ties.editions + [""]).flatMap { found[$0] ?? [] }
  }

  /// The part of whoever a source credits without a relation that says more.
  private static let creditType = "credited"

  private static func doubts(_ dataset: Dataset, _ names: DatasetIndex) -> [String: [String]] {
    var doubts: [String: [String]] = [:]
    for item in dataset.relations where item.type == "possibly_same_as" {
      doubts[item.subject, default: []].append(names.name(item.object))
      doubts[item.object, default: []].append(names.name(item.subject))
    }
    return doubts
  }

  /// Nil for rows that are neither a person nor a body nor a place.
  private static func role(_ entry: DatasetIndex.Entry, _ dataset: Dataset) -> String? {
    switch entry.table {
    case .people: dataset.people[entry.index].role
    case .organisations: FactValues.words(dataset.organisations[entry.index].kind)
    case .places: FactValues.words(dataset.places[entry.index].kind)
    case .sources, .indicators, .observations, .targets, .policies, .editions, .events, .relations,
      .reconciliations, .derived, .translations:
      nil
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
    case "took_part_in": Label.tookPart.text
    case "spoke_at": Label.spoke.text
    case "quoted_in": Label.wasQuoted.text
    case "announced_by": Label.didAnnounce.text
    case "released_by", "issued_by": Label.released.text
    case "set_by": Label.set.text
    case "launched": Label.wasLaunched.text
    case Self.creditType: Label.wasCredited.text
    default: FactValues.words(type)
    }
  }
}
