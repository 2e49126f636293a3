/// Counts and sums of one column by one or two dictionary columns, in one pass over the rows: the codes
/// are the place of the cell, so that nothing is hashed and no group numbers are written down.
///
/// It serves the commonest aggregation at the speed of memory; every other goes through `Grouping`.
struct DirectSums {
  /// The first row of each group, in order of first appearance.
  let firstRows: [Int]
  /// The number of rows of each group.
  let counts: Column
  /// The sum of each group; undefined where it has no number.
  let sums: Column

  private struct Cell {
    var sum = 0.0
    var valid = 0
    var rows = 0
    var firstRow = 0
  }

  /// More cells than this are not laid out.
  private static let maximumCells = 1 << 16

  /// Nil where the keys or the values are not of the kind that this serves.
  init?(keys: [Column], of value: Column, rowCount: Int) {
    guard case .numbers(let numbers, .all) = value else { return nil }
    var columns: [StringColumn] = []
    for key in keys {
      guard case .strings(let column) = key else { return nil }
      columns.append(column)
    }
    // Null has the place after the last string.
    let widths = columns.map { $0.dictionary.count + 1 }
    guard let first = columns.first, columns.count <= 2,
      widths.reduce(1, *) <= Self.maximumCells
    else { return nil }
    var cells = [Cell](repeating: Cell(), count: widths.reduce(1, *))
    var order: [Int] = []
    let second = columns.count == 2 ? columns[1] : nil
    cells.withUnsafeMutableBufferPointer { cells in
      numbers.withUnsafeBufferPointer { numbers in
        first.codes.withUnsafeBufferPointer { codes in
          let last = UInt32(widths[0] - 1)
          guard let second else {
            for row in 0..<rowCount {
              Self.add(numbers[row], row, Int(min(codes[row], last)), cells, &order)
            }
            return
          }
          let width = widths[1]
          second.codes.withUnsafeBufferPointer { others in
            for row in 0..<rowCount {
              let place =
                Int(min(codes[row], last)) &* width &+ Int(min(others[row], UInt32(width - 1)))
              Self.add(numbers[row], row, place, cells, &order)
            }
          }
        }
      }
    }
    firstRows = order.map { cells[$0].firstRow }
    counts = .numbers(order.map { Double(cells[$0].rows) })
    sums = Column(sums: order.map { cells[$0].sum }, where: order.map { cells[$0].valid > 0 })
  }

  @inline(__always)
  private static func add(
    _ number: Double, _ row: Int, _ place: Int, _ cells: UnsafeMutableBufferPointer<Cell>,
    _ order: inout [Int]
  ) {
    if cells[place].rows == 0 {
      cells[place].firstRow = row
      order.append(place)
    }
    cells[place].rows &+= 1
    if !number.isNaN {
      cells[place].sum += number
      cells[place].valid &+= 1
    }
  }
}
