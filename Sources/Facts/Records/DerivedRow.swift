package import Syntax

/// A worked-out figure as a table of the package keeps it, so that a change of the data shows in a
/// comparison of two versions. Never typed: it is the output of the analysis, and is held against it.
package struct DerivedRow: Record, Hashable {
  /// Id of the derived fact, such as `derived.industry_size.growth.2021-2023`.
  package var id: String
  package var row: Int
  /// The figure as printed, such as `10.7 percent`.
  package var figure: String

  package struct Columns {
    let id: Int, figure: Int
  }

  package static func columns(_ header: inout HeaderReader) -> Columns {
    Columns(id: header.required("id"), figure: header.required("figure"))
  }

  package init?(_ reader: inout RowReader, _ columns: Columns) {
    guard let id = reader.required(columns.id), let figure = reader.required(columns.figure) else {
      return nil
    }
    self.id = id
    row = reader.row
    self.figure = figure
  }

  /// The rows of a table of kept figures.
  package static func rows(of table: CSVTable, into bag: inout DiagnosticBag) -> [DerivedRow] {
    RowReader.records(of: DerivedRow.self, in: table, named: "derived", into: &bag)
  }
}
