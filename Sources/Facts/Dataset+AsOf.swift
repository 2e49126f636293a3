extension Dataset {
  /// The dataset as known on `day`: rows of sources that had come out by then at the latest, and
  /// reconciliations between such rows. Places, people and indicators stay, since they are names.
  package func known(on day: CalendarDate) -> Dataset {
    let known = Set(sources.filter { $0.publishedTo <= day }.map(\.id))
    var result = self
    result.sources.removeAll { !known.contains($0.id) }
    result.observations.removeAll { !known.contains($0.evidence.sourceID) }
    result.targets.removeAll { !known.contains($0.evidence.sourceID) }
    result.policies.removeAll { !known.contains($0.evidence.sourceID) }
    result.editions.removeAll { !known.contains($0.evidence.sourceID) }
    result.events.removeAll { !known.contains($0.evidence.sourceID) }
    result.relations.removeAll { !known.contains($0.evidence.sourceID) }
    let observed = Set(result.observations.map(\.id))
    result.reconciliations.removeAll {
      !observed.contains($0.chosen) || !observed.contains($0.other)
    }
    return result
  }
}
