package import Facts
package import Syntax

/// One row of a dataset, or one derived figure, with all that is known of it.
package struct DataRecord: Sendable {
  /// Name and value, in the order of the table.
  package private(set) var fields: [(name: String, value: String)] = []
  /// The table that it is of, and what it says as a page prints it.
  package private(set) var heading: String

  /// The row or figure called `id`.
  package init(
    _ id: String, in dataset: Dataset, _ scope: ReportScope
  ) throws(DiagnosticFailure) {
    let index = DatasetIndex(dataset)
    if let fact = scope.register.fact(id), fact.isDerived {
      heading = "\(id): \(fact.name), \(fact.text.text)"
      let entry = FactEntry(fact)
      fields = [
        ("indicator", fact.indicator), ("subject", fact.subject), ("period", entry.period),
        ("figure", entry.text), ("low", Self.number(fact.interval?.low)),
        ("high", Self.number(fact.interval?.high)), ("operation", entry.operation),
        ("arithmetic", entry.arithmetic), ("rounding", entry.rounding),
        ("inputs", entry.inputs.joined(separator: ", ")),
        ("sources", entry.sourceIDs.joined(separator: ", ")), ("note", entry.note),
      ].filter { !$0.1.isEmpty }
      return
    }
    guard let entry = index.entry(id), let table = dataset.table(entry.table.rawValue),
      let column = table.columnIndex(named: "id"),
      let row = (0..<table.rowCount).first(where: { table.cell(row: $0, column: column).text == id }
      )
    else {
      throw DiagnosticFailure(
        InspectionDiagnostics.unknownID(id, known: index.ids + scope.register.ids))
    }
    let figure = scope.register.fact(id).map { ": \($0.text.text)" } ?? ""
    heading = "\(id): \(entry.name)\(figure)"
    fields = [("table", entry.table.rawValue)]
    for (place, name) in table.columnNames.enumerated() where name != "id" {
      let text = table.cell(row: row, column: place).text
      if !text.isEmpty { fields.append((name, text)) }
    }
    fields.append(("written in", "\(table.file.path):\(table.span(ofRow: row).start.line)"))
    addUses(of: id, in: dataset, scope)
  }

  /// What refers to the row: derived figures, reconciliations, relations.
  private mutating func addUses(of id: String, in dataset: Dataset, _ scope: ReportScope) {
    let derived = scope.register.ids.filter { key in
      scope.register.fact(key)?.derivation?.inputs.contains(id) == true
    }
    if !derived.isEmpty { fields.append(("used by", derived.joined(separator: ", "))) }
    let settled = dataset.reconciliations.filter { $0.chosen == id || $0.other == id }
    for item in settled {
      let verb = item.chosen == id ? "chosen over \(item.other)" : "set aside for \(item.chosen)"
      fields.append(("reconciliation", "\(verb): \(item.rule.words)"))
    }
    for item in dataset.relations where item.subject == id || item.object == id {
      fields.append(
        ("relation", "\(item.subject) \(FactValues.words(item.type)) \(item.object)"))
    }
  }

  private static func number(_ value: Double?) -> String {
    value.map { Rounding.text($0, decimals: 3) } ?? ""
  }

  /// The record, without a final line ending; values are wrapped to `width` cells.
  package func text(width: Int = 100) -> String {
    let stem = fields.map { TerminalText.width($0.name) }.max() ?? 0
    var lines = [heading]
    for (name, value) in fields {
      let wrapped = TerminalText.wrapped(value, to: max(30, width - stem - 4))
      for (place, line) in wrapped.enumerated() {
        let label = TerminalText.padded(place == 0 ? name : "", to: stem)
        lines.append("  \(label)  \(line)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
