/// Rows of named values, kept by column. A value: every change makes a new table that shares what stayed.
///
/// ```swift
/// let table = Table(rows: [Value.Object([.init("year", .number(2024))])])
/// table[0, "year"]  // .number(2024)
/// ```
package struct Table: Sendable {
  /// How many rows there are.
  package let rowCount: Int
  /// The names of the columns, in order.
  package private(set) var names: [String]
  /// The columns, in the order of `names`.
  package private(set) var columns: [Column]
  private var indexOf: [String: Int]

  /// A table of `columns`, in that order; of two with one name the later one holds. All have the same
  /// count, `rowCount` where there is none.
  package init(_ columns: [(name: String, column: Column)] = [], rowCount: Int? = nil) {
    self.rowCount = rowCount ?? columns.first?.column.count ?? 0
    names = []
    self.columns = []
    indexOf = [:]
    for (name, column) in columns { set(name, column) }
  }

  /// The column called `name`, or nil.
  package func column(_ name: String) -> Column? { indexOf[name].map { columns[$0] } }

  /// The place of the column called `name`, or nil.
  package func index(of name: String) -> Int? { indexOf[name] }

  /// The values at `path` in all rows: the column of that very name, or else a column and the nested
  /// members of its values. Nil where no column has the name of the first step.
  package func column(at path: FieldPath) -> Column? {
    if let column = column(path.text) ?? column(path.flatName) { return column }
    guard let column = column(path.steps[0]) else { return nil }
    if path.steps.count == 1 { return column }
    return Column(
      column.values.map { value in
        path.steps.dropFirst().reduce(value) { $0.member($1) ?? .undefined }
      })
  }

  /// The value of the column `name` in `row`; undefined where there is no such column.
  package subscript(_ row: Int, _ name: String) -> Value {
    column(name)?[row] ?? .undefined
  }

  /// Row `index` as an object, members in the order of the columns.
  package func row(_ index: Int) -> Value.Object {
    var members: [Value.Member] = []
    members.reserveCapacity(names.count)
    for (name, column) in zip(names, columns) { members.append(.init(name, column[index])) }
    return Value.Object(members)
  }

  /// All rows as objects.
  package var rows: [Value.Object] { (0..<rowCount).map { row($0) } }

  private mutating func set(_ name: String, _ column: Column) {
    precondition(
      column.count == rowCount, "column `\(name)` has \(column.count) rows of \(rowCount)")
    if let index = indexOf[name] {
      columns[index] = column
    } else {
      indexOf[name] = names.count
      names.append(name)
      columns.append(column)
    }
  }

  /// The table with `column` as `name`: in the place of the one of that name, else at the end.
  package func setting(_ name: String, _ column: Column) -> Table {
    var table = self
    table.set(name, column)
    return table
  }

  /// The table with the columns `names` alone, in that order; names that it lacks are left out.
  package func selecting(_ names: [String]) -> Table {
    Table(names.compactMap { name in column(name).map { (name, $0) } }, rowCount: rowCount)
  }

  /// The rows numbered in `rows`, in that order; a negative number gives a row of nulls.
  package func taking(_ rows: [Int]) -> Table {
    Table(zip(names, columns).map { ($0, $1.taking(rows)) }, rowCount: rows.count)
  }

  /// The rows of this table, then those of `other`; a column that one lacks is undefined
  /// there.
  package func appending(_ other: Table) -> Table {
    var result: [(name: String, column: Column)] = []
    for name in names + other.names where !result.contains(where: { $0.name == name }) {
      var builder = ColumnBuilder()
      for table in [self, other] {
        let column = table.column(name)
        for row in 0..<table.rowCount { builder.append(column?[row] ?? .undefined) }
      }
      result.append((name, builder.column))
    }
    return Table(result, rowCount: rowCount + other.rowCount)
  }
}

extension Table: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.rowCount == right.rowCount && left.names == right.names && left.columns == right.columns
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(names)
    hasher.combine(columns)
  }
}
