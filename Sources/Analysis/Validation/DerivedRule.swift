package import Facts
package import Syntax

/// Worked-out figures that the package keeps must still follow from their inputs.
///
/// `almanac data list facts --where "kind == 'derived'" --columns id,figure --format csv` writes the
/// table `derived`.
package enum DerivedRule {
  package static let id = DiagnosticID("derived-stale")

  /// Reports into `bag` every kept figure that the analysis of the whole dataset does not give.
  package static func check(
    _ dataset: Dataset, _ register: FactRegister, into bag: inout DiagnosticBag
  ) {
    for row in dataset.derived {
      guard let fact = register.fact(row.id), fact.isDerived else {
        bag.add(
          Diagnostic(
            id, at: dataset.span(of: .derived, row: row.row, column: "id"),
            "`\(row.id)` no longer follows from the data",
            expected: "the id of a derived fact",
            hints: nearestName(to: row.id, among: register.ids)
              .map { ["did you mean `\($0)`?"] } ?? ["take the row out"]))
        continue
      }
      let text = fact.text.text
      if text != row.figure {
        bag.add(
          Diagnostic(
            id, at: dataset.span(of: .derived, row: row.row, column: "figure"),
            "`\(row.figure)` no longer follows from its inputs", expected: "`\(text)`",
            hints: ["`almanac data trace \(row.id)` shows the arithmetic"]))
      }
    }
  }
}
