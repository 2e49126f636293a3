package import Syntax

extension DataTransform {
  /// Makes of each row one for each of some fields, with the field's name and value.
  package struct Fold: Sendable {
    /// The fields, in order.
    package var fields: [FieldReference]
    /// The name of the output with the field's name; default `key`.
    package var key: String
    /// The name of the output with the field's value; default `value`.
    package var value: String

    package init(_ fields: [FieldReference], key: String = "key", value: String = "value") {
      self.fields = fields
      self.key = key
      self.value = value
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(to table: Table) throws(DiagnosticFailure) -> Table {
      let columns = try table.columns(fields)
      try Budget.claim(
        rows: table.rowCount * columns.count, fields: table.names.count + 2, at: fields.first?.span)
      var rows: [Int] = []
      var names = StringColumn()
      var values = ColumnBuilder()
      for row in 0..<table.rowCount {
        for (name, column) in columns {
          rows.append(row)
          names.append(name)
          values.append(column[row])
        }
      }
      return table.taking(rows).setting(key, .strings(names)).setting(value, values.column)
    }
  }

  /// Makes of each row one for each item of its arrays, which go in step.
  package struct Flatten: Sendable {
    /// The fields, in order.
    package var fields: [FieldReference]
    /// The names of the items; those of the fields where there are fewer.
    package var names: [String]
    /// The name of the item's index; nil to leave it out.
    package var index: String?

    package init(_ fields: [FieldReference], names: [String] = [], index: String? = nil) {
      self.fields = fields
      self.names = names
      self.index = index
    }

    /// `table` after this transform; the failure tells what is wrong and where.
    package func apply(to table: Table) throws(DiagnosticFailure) -> Table {
      var rows: [Int] = []
      var indices: [Double] = []
      var builders = fields.map { _ in ColumnBuilder() }
      let columns = try table.columns(fields)
      for row in 0..<table.rowCount {
        var arrays: [[Value]] = []
        for (place, column) in columns.enumerated() {
          switch column.column[row] {
          case .array(let items): arrays.append(items)
          case .null, .undefined: arrays.append([])
          case let other:
            throw DiagnosticFailure(
              TablesDiagnostics.notAnArray(
                column.name, kind: other.kind, row: row, at: fields[place].span))
          }
        }
        let longest = arrays.map(\.count).max() ?? 0
        try Budget.claim(
          rows: rows.count + longest, fields: table.names.count + fields.count,
          at: fields.first?.span)
        for index in 0..<longest {
          rows.append(row)
          indices.append(Double(index))
          for place in arrays.indices {
            let items = arrays[place]
            builders[place].append(index < items.count ? items[index] : .null)
          }
        }
      }
      var result = table.taking(rows)
      for (place, field) in fields.enumerated() {
        let name = place < names.count ? names[place] : field.name
        result = result.setting(name, builders[place].column)
      }
      return index.map { result.setting($0, .numbers(indices)) } ?? result
    }
  }
}
