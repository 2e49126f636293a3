import Facts
import Tables

/// Conflicts between observations and how they were settled, as rows.
enum ReconciliationRows {
  static func rows(_ analysis: DatasetAnalysis) -> [Value.Object] {
    analysis.dataset.reconciliations.compactMap { item in
      guard let used = analysis.register.fact(item.chosen),
        let other = analysis.register.fact(item.other)
      else { return nil }
      return Value.Object([
        .init("reconciliation", .string(item.id)),
        .init("kind", .string(FactValues.words(item.kind))),
        .init("kindCode", .string(item.kind)),
        .init("indicator", .string(item.indicator)),
        .init("measure", .string(analysis.names.name(item.indicator))),
        .init("subject", .string(item.subject)),
        .init("period", .string(item.period.label)),
        .init("usedFor", .string(FactValues.words(item.usedFor))),
        .init("usedForCode", .string(item.usedFor)),
        .init("used", FactValues.value(used)),
        .init("usedLabel", .string(used.text.text)),
        .init("usedFact", .string(used.id)),
        .init("usedSource", .string(used.citations.first?.sourceID ?? "")),
        .init("other", FactValues.value(other)),
        .init("otherLabel", .string(other.text.text)),
        .init("otherFact", .string(other.id)),
        .init("otherSource", .string(other.citations.first?.sourceID ?? "")),
        .init("rule", .string(item.rule.words)),
        .init("footnote", .string(item.footnote)),
      ])
    }
  }
}
