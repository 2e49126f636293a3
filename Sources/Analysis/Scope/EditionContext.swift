import Facts
import Tables
import Wording

/// What a document on one edition tells of it beyond its row and its events: who organised it, who
/// appeared, every figure printed, and the plans and targets that were told of with it.
struct EditionContext {
  private let analysis: DatasetAnalysis
  private let names: DatasetIndex
  private let participation: [Participation.Entry]

  init(_ analysis: DatasetAnalysis) {
    self.analysis = analysis
    names = analysis.names
    participation = Participation(analysis).entries
  }

  /// The members of the edition's object.
  func members(of edition: Edition) -> [Value.Member] {
    let events = analysis.dataset.events.filter { $0.edition == edition.id }
    let sources = EditionTies.sources(of: edition, events)
    let own = participation.filter { $0.edition == edition.id }
    let named = own.filter { $0.tie != .edition }
    let documents = analysis.dataset.sources.filter { sources.contains($0.id) }
    return [
      .init("isReported", .bool(events.contains { $0.basis == .actual })),
      .init("organisers", .array(own.filter { $0.tie == .edition }.map(organiser))),
      .init("people", .array(appearances(named.filter { $0.table == .people }))),
      .init("organisations", .array(appearances(named.filter { $0.table != .people }))),
      .init("statements", .array(statements(edition, events))),
      .init("plans", .array(plans(events, sources))),
      .init("targets", .array(targets(sources))),
      .init("sources", .array(documents.map { .object(FactValues.object($0)) })),
    ]
  }

  private func organiser(_ entry: Participation.Entry) -> Value {
    .object(
      Value.Object([
        .init("name", .string(entry.name)),
        .init("kind", .string(entry.role)),
        .init("part", .string(entry.part)),
        .init(
          "possiblySameAs",
          .string(entry.possiblySameAs.joined(separator: Label.listSeparator.text))),
        .init("source", .string(entry.evidence.sourceID)),
        .init("locator", .string("\(entry.evidence.locator)")),
      ]))
  }

  /// Who appeared, each once, in the order of the data, with everything that they did.
  private func appearances(_ entries: [Participation.Entry]) -> [Value] {
    var order: [String] = []
    var parts: [String: [Participation.Entry]] = [:]
    for entry in entries {
      if parts[entry.participant] == nil { order.append(entry.participant) }
      parts[entry.participant, default: []].append(entry)
    }
    return order.compactMap { id in
      guard let own = parts[id], let first = own.first else { return nil }
      return .object(
        Value.Object([
          .init("id", .string(id)),
          .init("name", .string(first.name)),
          .init("role", .string(first.role)),
          .init("kind", .string(first.table.rawValue)),
          .init(
            "parts",
            .array(
              own.map { entry in
                .object(
                  Value.Object([
                    .init("part", .string(entry.part)),
                    .init("event", .string(entry.event.isEmpty ? "" : names.name(entry.event))),
                    .init("stated", .bool(entry.evidence.isStated)),
                  ]))
              })),
          .init("partList", .string(Self.partList(own))),
          .init("stated", .bool(own.allSatisfy(\.evidence.isStated))),
          .init("source", .string(first.evidence.sourceID)),
          .init("locator", .string("\(first.evidence.locator)")),
        ]))
    }
  }

  /// What somebody did, each once, with the sign of what is inferred where nothing says it outright.
  private static func partList(_ entries: [Participation.Entry]) -> String {
    var parts: [(part: String, isStated: Bool)] = []
    for entry in entries {
      if let place = parts.firstIndex(where: { $0.part == entry.part }) {
        parts[place].isStated = parts[place].isStated || entry.evidence.isStated
      } else {
        parts.append((entry.part, entry.evidence.isStated))
      }
    }
    return parts.map { $0.isStated ? $0.part : $0.part + Participation.Entry.impliedSign }
      .joined(separator: Label.listSeparator.text)
  }

  /// Every figure that a source prints of the edition or of one of its events; those in contradiction too.
  private func statements(_ edition: Edition, _ events: [Event]) -> [Value] {
    let ids = Set(events.map(\.id) + [edition.id])
    let others = Set(analysis.dataset.reconciliations.map(\.other))
    let actual = Set(events.filter { $0.basis == .actual }.map(\.id))
    let held = Dictionary(
      grouping: analysis.dataset.relations.filter {
        $0.type == "counts" && actual.contains($0.object)
      }, by: \.subject)
    return analysis.dataset.observations.compactMap { item -> Value? in
      guard ids.contains(item.subject), let fact = analysis.register.fact(item.id),
        analysis.dataset.indicators.first(where: { $0.id == item.indicator })?.kind != .rank
      else { return nil }
      var object = FactValues.object(fact)
      object.members += [
        .init("basis", .string((item.countBasis ?? .unknown).rawValue)),
        .init("event", .string(item.subject == edition.id ? "" : names.name(item.subject))),
        .init("counted", .string(item.quantity.counted)),
        .init("isUsed", .bool(!others.contains(item.id))),
        .init(
          "held",
          .string(
            (held[item.id] ?? []).map { names.name($0.object) }
              .joined(separator: Label.recordSeparator.text))),
      ]
      return .object(object)
    }
  }

  /// Policies made public at an event of the edition, those that were foreseen for it, and those of which the
  /// same documents tell beside.
  private func plans(_ events: [Event], _ sources: Set<String>) -> [Value] {
    let basis = Dictionary(events.map { ($0.id, $0.basis) }) { first, _ in first }
    var links: [String: String] = [:]
    for relation in analysis.dataset.relations where relation.type == "announced_at" {
      guard let basis = basis[relation.object] else { continue }
      links[relation.subject] = basis == .actual ? "released" : "foreseen"
    }
    let entries = PolicyRegister(analysis).entries.compactMap { entry -> (String, Policy)? in
      if let link = links[entry.policy.id] { return (link, entry.policy) }
      return sources.contains(entry.policy.evidence.sourceID) ? ("mentioned", entry.policy) : nil
    }
    return ["released", "foreseen", "mentioned"].flatMap { link in
      entries.filter { $0.0 == link }.map { _, policy in
        var object = RecordValues.object(policy, analysis.dataset)
        object.members += [
          .init("link", .string(link)),
          .init("horizon", .string(RecordRows.horizon(policy))),
        ]
        return .object(object)
      }
    }
  }

  /// Targets of which the documents tell, whether or not they name a plan for them.
  private func targets(_ sources: Set<String>) -> [Value] {
    analysis.progress.filter { sources.contains($0.target.evidence.sourceID) }.map {
      .object(TargetValues.object($0, analysis.dataset))
    }
  }
}
