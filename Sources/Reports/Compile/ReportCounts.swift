import Analysis
import Tables

/// How much a report rests on, counted from what it prints: `report.counts` of prose, which is known once the
/// annex is gathered and no sooner.
struct ReportCounts: Equatable {
  /// The name under which expressions find it.
  static let name = "report"

  /// The rows of the annex: every figure printed, and what those that are worked out rest on.
  var figures: Int
  /// Those of them that a source states, targets among them.
  var stated: Int
  /// Those of them that are worked out.
  var derived: Int
  /// The rows of the list of sources.
  var sources: Int

  init(_ use: FactUse, register: FactRegister) {
    figures = use.facts.count
    derived = use.facts.count { register.fact($0)?.isDerived == true }
    stated = figures - derived
    sources = use.sources.count
  }

  /// `report`.
  var value: Value {
    let counts = [
      ("figures", figures), ("stated", stated), ("derived", derived), ("sources", sources),
    ]
    return .object(
      Value.Object([
        .init("counts", .object(.init(counts.map { .init($0, .number(Double($1))) })))
      ]))
  }
}
