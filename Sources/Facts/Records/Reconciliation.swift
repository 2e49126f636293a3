import Wording

/// Which of two observations is used for what, and by which rule. The other one stays in the data;
/// values are never averaged.
package struct Reconciliation: Record, Hashable {
  package enum Rule: String, Sendable, CaseIterable {
    case datedBeatsUndated = "dated_beats_undated"
    case preciseBeatsRounded = "precise_beats_rounded"
    case authorityBeatsNarrative = "authority_beats_narrative"
    /// A later report replaces an earlier year only if it names that year.
    case laterNamesYear = "later_names_year"

    /// The rule in the present wording.
    package var words: String {
      switch self {
      case .datedBeatsUndated: Label.datedBeatsUndated.text
      case .preciseBeatsRounded: Label.preciseBeatsRounded.text
      case .authorityBeatsNarrative: Label.authorityBeatsNarrative.text
      case .laterNamesYear: Label.laterNamesYear.text
      }
    }
  }

  package var id: String
  package var row: Int
  package var kind: String
  package var indicator: String
  package var subject: String
  package var period: Period
  /// What the chosen observation is used for, such as `level` or `growth`.
  package var usedFor: String
  package var chosen: String
  package var other: String
  package var rule: Rule
  /// The note to print beside the figure.
  package var footnote: String
  package var note: String

  package struct Columns {
    let id: Int, kind: Int, indicator: Int, subject: Int, period: Int, usedFor: Int, chosen: Int
    let other: Int, rule: Int, footnote: Int, note: Int
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(
      id: header.required("id"), kind: header.optional("kind"),
      indicator: header.required("indicator"), subject: header.optional("subject"),
      period: header.required("period"), usedFor: header.optional("used_for"),
      chosen: header.required("chosen"), other: header.required("other"),
      rule: header.required("rule"), footnote: header.required("footnote"),
      note: header.optional("note"))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id),
      let indicator = reader.required(columns.indicator),
      let period = reader.period(columns.period), let chosen = reader.required(columns.chosen),
      let other = reader.required(columns.other),
      let rule = reader.code(columns.rule, as: Rule.self),
      let footnote = reader.required(columns.footnote)
    else { return nil }
    self.id = id
    row = reader.row
    kind = reader.text(columns.kind)
    self.indicator = indicator
    subject = reader.text(columns.subject)
    self.period = period
    usedFor = reader.text(columns.usedFor)
    self.chosen = chosen
    self.other = other
    self.rule = rule
    self.footnote = footnote
    note = reader.text(columns.note)
  }
}
