import Charts
import Documents
import Facts
import Syntax
import Tables

/// Tells a mistake of a template from the echo of a mistake in the data.
struct Consequences {
  /// Whether the dataset is only what could be read of it.
  let dataHaveErrors: Bool
  /// Whether a table that the package declares could not be read: then any name may be one of its rows.
  private let lacksTable: Bool
  /// The first cell of every row of every table, read or not.
  private let rowIDs: Set<String>

  init(_ dataset: Dataset, hasErrors: Bool) {
    dataHaveErrors = hasErrors
    lacksTable = hasErrors && !dataset.unreadTables.isEmpty
    var ids: Set<String> = []
    for entry in hasErrors ? dataset.tables : [] {
      for row in 0..<entry.table.rowCount { ids.insert(entry.table.cell(row: row, column: 0).text) }
    }
    rowIDs = ids
  }

  /// `problems` of template and charts without those that may only follow from errors in the data: a value
  /// that is not there, a name that some row of the data does bear or that is worked out from rows, a list
  /// without values, a chart without marks, a figure that only such a text would refer to. They are told once
  /// the data are right, if they are still there.
  func withheld(from problems: DiagnosticBag) -> DiagnosticBag {
    guard dataHaveErrors else { return problems }
    return DiagnosticBag(problems.diagnostics.filter { !mayFollow($0) })
  }

  private func mayFollow(_ diagnostic: Diagnostic) -> Bool {
    switch diagnostic.id {
    case TablesDiagnostics.expressionEvaluation, DocumentDiagnostics.unprintableValue,
      DocumentDiagnostics.unmentionedLabel, ReportDiagnostics.noDocuments,
      ChartDiagnostics.emptyChart:
      true
    case TablesDiagnostics.expressionUndefined, DocumentDiagnostics.undefinedSource,
      ReportDiagnostics.viewDataID:
      lacksTable && !isSlip(diagnostic) || diagnostic.span.map { isOfRow($0.text) } ?? false
    default: false
    }
  }

  /// Whether a name is near to one that is there: then it is a slip, whatever else is missing.
  private func isSlip(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.hints.contains { $0.hasPrefix("did you mean") }
  }

  /// Whether `name`, as written in a template, is the id of a row or of what is worked out from rows.
  private func isOfRow(_ name: String) -> Bool {
    rowIDs.contains(name) || name.hasPrefix("derived.")
  }
}
