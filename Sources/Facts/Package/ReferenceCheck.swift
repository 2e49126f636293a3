import Syntax

/// Holds the foreign keys of all tables against the tables they refer to.
struct ReferenceCheck {
  private let tables: [(resource: DataPackage.Resource, table: CSVTable)]
  private let declared: [String]
  /// Keys already gathered, by table and columns.
  private var known: [String: Set<String>] = [:]

  /// Reports into `bag` every reference that names no row.
  static func run(
    _ tables: [(resource: DataPackage.Resource, table: CSVTable)], of package: DataPackage,
    into bag: inout DiagnosticBag
  ) {
    var check = ReferenceCheck(tables: tables, declared: package.resources.map(\.name))
    for (resource, table) in tables {
      var report = TableReport(table.file)
      let implied = ImpliedKeys.keys(of: resource, declared: check.declared)
      for key in resource.schema.foreignKeys + implied {
        check.follow(key, from: resource, table, into: &report)
      }
      report.finish(into: &bag)
    }
  }

  private mutating func follow(
    _ key: ForeignKey, from resource: DataPackage.Resource, _ table: CSVTable,
    into report: inout TableReport
  ) {
    let name = key.resource.isEmpty ? resource.name : key.resource
    guard let target = tables.first(where: { $0.resource.name == name }) else {
      // A table that is declared and cannot be read was told about when it was read.
      if !declared.contains(name) {
        report.add(FactsDiagnostics.unknownResource(name, known: declared, at: key.span))
      }
      return
    }
    let columns = key.fields.compactMap { table.columnIndex(named: $0) }
    guard columns.count == key.fields.count,
      let keys = keys(of: target.table, key.targets, table: name)
    else { return }
    // Rows of one source or indicator stand together: what equals the last known key is known.
    var accepted = 0..<0
    for row in 0..<table.rowCount {
      let first: CSVCell
      let text: String
      if columns.count == 1 {
        first = table.cell(row: row, column: columns[0])
        if first.isEmpty || table.hasEqualBytes(first.range, accepted) { continue }
        text = first.text
      } else {
        let cells = columns.map { table.cell(row: row, column: $0) }
        guard let filled = cells.first(where: { !$0.isEmpty }) else { continue }
        first = filled
        text = cells.map(\.text).joined(separator: "\u{1F}")
      }
      if keys.contains(text) {
        if columns.count == 1 { accepted = first.range }
      } else {
        report.add(
          FactsDiagnostics.reference(
            first.text, table: name, known: keys.sorted(), at: first.span))
      }
    }
  }

  private mutating func keys(of table: CSVTable, _ fields: [String], table name: String) -> Set<
    String
  >? {
    let slot = "\(name)\u{1F}\(fields.joined(separator: "\u{1F}"))"
    if let keys = known[slot] { return keys }
    let columns = fields.compactMap { table.columnIndex(named: $0) }
    guard columns.count == fields.count else { return nil }
    var keys = Set<String>(minimumCapacity: table.rowCount)
    for row in 0..<table.rowCount {
      keys.insert(columns.map { table.cell(row: row, column: $0).text }.joined(separator: "\u{1F}"))
    }
    known[slot] = keys
    return keys
  }
}
