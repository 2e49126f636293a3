package import Syntax

/// The facts of a workspace: what its sources say, row by row, each row leading back to its paragraph.
package struct Dataset: Sendable {
  package var package: DataPackage
  /// The tables as read, by the name of their resource, in the order of the package.
  package var tables: [DatasetTable]

  package var sources: [Source] = []
  package var indicators: [Indicator] = []
  package var observations: [Observation] = []
  package var targets: [Target] = []
  package var policies: [Policy] = []
  package var editions: [Edition] = []
  package var events: [Event] = []
  package var organisations: [Organisation] = []
  package var people: [Person] = []
  package var places: [Place] = []
  package var relations: [Relation] = []
  package var reconciliations: [Reconciliation] = []
  /// Worked-out figures that the package keeps for comparison; mostly none.
  package var derived: [DerivedRow] = []
  /// Texts of the dataset in other languages.
  package var translations: [Translation] = []

  package init(package: DataPackage, tables: [DatasetTable]) {
    self.package = package
    self.tables = tables
  }

  /// The table called `name`, or nil.
  package func table(_ name: String) -> CSVTable? {
    tables.first { $0.name == name }?.table
  }

  /// The names of tables that the package declares and that are not here as declared: the file cannot be read, or
  /// its columns are others. What seems to be missing may be in them.
  package var unreadTables: Set<String> {
    Set(
      package.resources.filter { resource in
        table(resource.name)?.columnNames != resource.schema.fields.map(\.name)
      }.map(\.name))
  }

  /// Where the cell of a row and column was written; the row where it has no such column, and nil where
  /// there is no such table.
  package func span(of table: TableName, row: Int, column: String) -> SourceSpan? {
    guard let table = self.table(table.rawValue), row >= 0, row < table.rowCount else { return nil }
    guard let index = table.columnIndex(named: column) else { return table.span(ofRow: row) }
    return table.cell(row: row, column: index).span
  }
}

/// A table of a dataset under its resource's name.
package struct DatasetTable: Sendable {
  package var name: String
  package var table: CSVTable

  package init(name: String, table: CSVTable) {
    self.name = name
    self.table = table
  }
}

/// The tables that have a meaning of their own here; a package may hold others beside them.
package enum TableName: String, Sendable, CaseIterable {
  case sources, indicators, observations, targets, policies, editions, events, organisations
  case people, places, relations, reconciliations, derived, translations

  /// Whether a dataset can do without it.
  var isRequired: Bool {
    switch self {
    case .sources, .indicators, .observations: true
    case .targets, .policies, .editions, .events, .organisations, .people, .places, .relations,
      .reconciliations, .derived, .translations:
      false
    }
  }
}
