import Facts
import Tables

/// The latest figure of every indicator, by topic: what a page on a topic sets out as a table.
enum TopicValues {
  /// For each topic of the dataset, in the order of its indicators, a list of facts: of each indicator and
  /// subject the latest value, or what is left out of its series where that has no value. A topic of which
  /// nothing is known yet has an empty list.
  static func object(_ analysis: DatasetAnalysis) -> Value {
    var topics: [(name: String, facts: [Value])] = []
    let observations = Dictionary(analysis.dataset.observations.map { ($0.id, $0) }) { first, _ in
      first
    }
    for (indicator, all) in analysis.series where !indicator.topic.isEmpty {
      let facts = all.compactMap { $0.latest?.fact ?? $0.excluded.last?.fact }
      let values = facts.map { value($0, observations[$0.id]) }
      if let known = topics.firstIndex(where: { $0.name == indicator.topic }) {
        topics[known].facts += values
      } else {
        topics.append((indicator.topic, values))
      }
    }
    return .object(Value.Object(topics.map { Value.Member($0.name, .array($0.facts)) }))
  }

  /// A fact, with the time that it is known to hold for: its period, or for an undated figure when the
  /// source said it.
  private static func value(_ fact: Fact, _ observation: Observation?) -> Value {
    var object = FactValues.object(fact)
    let said = fact.period == .undated ? observation?.asOf?.label : nil
    object.members.append(.init("asOf", .string(said ?? fact.period.label)))
    return .object(object)
  }
}
