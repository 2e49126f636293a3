package import Facts

/// Policies with the targets that they set, in order of issue; those without a date come last.
package struct PolicyRegister: Sendable {
  package struct Entry: Sendable {
    package var policy: Policy
    /// Targets that the source ties to it.
    package var targets: [TargetProgress]
    /// Where it was announced or released: names of events, people and organisations.
    package var announced: [String]
    /// Names of policies that may be the same one.
    package var possiblySameAs: [String]
  }

  package var entries: [Entry]

  package init(_ analysis: DatasetAnalysis) {
    let (dataset, names) = (analysis.dataset, analysis.names)
    var announced: [String: [String]] = [:]
    var doubts: [String: [String]] = [:]
    for item in dataset.relations {
      switch item.type {
      case "announced_at", "announced_by", "released_by":
        announced[item.subject, default: []].append(names.name(item.object))
      case "possibly_same_as":
        doubts[item.subject, default: []].append(names.name(item.object))
        doubts[item.object, default: []].append(names.name(item.subject))
      default: break
      }
    }
    let sorted = dataset.policies.enumerated().sorted { left, right in
      let (a, b) = (left.element.issued ?? .undated, right.element.issued ?? .undated)
      if a < b { return true }
      return b < a ? false : left.offset < right.offset
    }.map(\.element)
    entries = sorted.map { policy in
      Entry(
        policy: policy, targets: analysis.progress.filter { $0.target.policyID == policy.id },
        announced: announced[policy.id] ?? [], possiblySameAs: doubts[policy.id] ?? [])
    }
  }
}
