import Syntax

/// Gathers the points that are computed for each group into a table: the group's keys, then two numbers.
struct GroupCurves {
  private var rows: [Int] = []
  private var first: [Double] = []
  private var second: [Double] = []

  var count: Int { rows.count }

  mutating func append(_ points: [CurvePoint], ofGroupAt row: Int) {
    for point in points {
      rows.append(row)
      first.append(point.x)
      second.append(point.y)
    }
  }

  /// The table of the points; `keys` are the columns that the groups were made by.
  func table(
    keys: [(name: String, column: Column)], names: (x: String, y: String)
  ) -> Table {
    let columns = keys.map { (name: $0.name, column: $0.column.taking(rows)) }
    return Table(
      columns + [(names.x, .numbers(first)), (names.y, .numbers(second))], rowCount: rows.count)
  }
}
