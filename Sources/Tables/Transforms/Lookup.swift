package import Syntax

extension DataTransform {
  /// Adds to each row fields of the row of another table that has its key.
  package struct Lookup: Sendable {
    /// Where the other table is.
    package enum Source: Sendable {
      /// A table of the context, by name.
      case named(String, SourceSpan?)
      /// A Vega-Lite data description, which whoever loads data replaces by a table.
      case data(JSONNode, SourceSpan?)
      case table(Table)
    }

    /// The field of this table that holds the key.
    package var field: FieldReference
    /// Where the other table is.
    package var source: Source
    /// The field of the other table that holds the key.
    package var key: FieldReference
    /// The fields to add; none to add the whole row as one object.
    package var fields: [FieldReference]
    /// The names to add them under; the fields' own where there are none.
    package var names: [String]
    /// What stands where no row has the key.
    package var fallback: Value

    package init(
      _ field: FieldReference, from source: Source, key: FieldReference,
      fields: [FieldReference] = [], names: [String] = [], fallback: Value = .null
    ) {
      self.field = field
      self.source = source
      self.key = key
      self.fields = fields
      self.names = names
      self.fallback = fallback
    }

    /// `table` after this transform; the failure tells what is wrong and where. Keys without a match are
    /// reported into `bag`, where nothing is given to stand for them.
    package func apply(
      to table: Table, in context: TransformContext, into bag: inout DiagnosticBag
    ) throws(DiagnosticFailure) -> Table {
      let other = try otherTable(in: context)
      // As in JavaScript's maps of objects keys are compared as text, and the last of several holds.
      let keys = try key.column(of: other)
      var rowOf: [String: Int] = [:]
      for row in 0..<other.rowCount { rowOf[keys[row].lookupKey] = row }
      let wanted = try field.column(of: table)
      let rows = (0..<table.rowCount).map { rowOf[wanted[$0].lookupKey] ?? -1 }
      if fallback == .null { reportMissing(rows, wanted, into: &bag) }
      if fields.isEmpty {
        try Budget.claim(rows: table.rowCount, fields: other.names.count, at: field.span)
        let found = rows.map { $0 < 0 ? fallback : .object(other.row($0)) }
        return table.setting(names.first ?? "_lookup", .values(found))
      }
      var result = table
      for (place, field) in fields.enumerated() {
        var column = try field.column(of: other).taking(rows)
        if fallback != .null, rows.contains(where: { $0 < 0 }) {
          column = Column(rows.indices.map { rows[$0] < 0 ? fallback : column[$0] })
        }
        result = result.setting(place < names.count ? names[place] : field.name, column)
      }
      return result
    }

    private func reportMissing(
      _ rows: [Int], _ wanted: Column, into bag: inout DiagnosticBag
    ) {
      // A row without a key has nothing to look for.
      let keyed = rows.indices.filter { !wanted.isNull(at: $0) && wanted[$0] != .string("") }
      let missing = keyed.filter { rows[$0] < 0 }
      guard let first = missing.first else { return }
      bag.add(
        TablesDiagnostics.noMatch(
          wanted[first].asText, in: field.name, row: first, count: missing.count, of: keyed.count,
          at: field.span))
    }

    private func otherTable(
      in context: TransformContext
    ) throws(DiagnosticFailure) -> Table {
      switch source {
      case .table(let table): return table
      case .named(let name, let span):
        if let table = context.tables[name] { return table }
        throw DiagnosticFailure(
          TablesDiagnostics.unknownTable(name, known: context.tables.keys.sorted(), at: span))
      case .data(_, let span):
        throw DiagnosticFailure(TablesDiagnostics.dataNotLoaded(at: span))
      }
    }
  }
}

extension Value {
  /// The value as a key of a lookup; a date is its milliseconds.
  fileprivate var lookupKey: String { withoutDate.asText }
}
