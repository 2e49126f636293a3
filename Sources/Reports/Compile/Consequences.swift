import Charts
import Documents
import Facts
import Syntax
import Tables

/// Tells a mistake of a template from the echo of a mistake in the data.
struct Consequences {
  /// Whether the dataset is only what could be read of it.
  let dataHaveErrors: Bool
  /// The first cell of every row of every table, read or not.
  private let rowIDs: Set<String>

  init(_ dataset: Dataset, hasErrors: Bool) {
    dataHaveErrors = hasErrors
    var ids: Set<String> = []
    for entry in hasErrors ? dataset.tables : [] {
      for row in 0..<entry.table.rowCount { ids.insert(entry.table.cell(row: row, column: 0).text) }
    }
    rowIDs = ids
  }

  /// `problems` of template and charts without those that may only follow from errors in the data: a value
  /// that is not there, a name that some row of the data does bear, a chart without marks. They are told
  /// once the data are right, if they are still there.
  func withheld(from problems: DiagnosticBag) -> DiagnosticBag {
    guard dataHaveErrors else { return problems }
    return DiagnosticBag(
      problems.diagnostics.filter { diagnostic in
        switch diagnostic.id {
        case TablesDiagnostics.expressionEvaluation, DocumentDiagnostics.unprintableValue,
          ChartDiagnostics.emptyChart:
          false
        case TablesDiagnostics.expressionUndefined:
          diagnostic.span.map { !rowIDs.contains($0.text) } ?? true
        default: true
        }
      })
  }
}
