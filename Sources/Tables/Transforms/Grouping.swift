package import Syntax

/// The rows of a table in groups of equal keys, the groups in order of first appearance.
package struct Grouping: Sendable {
  /// The group of each row.
  package let groupOfRow: [UInt32]
  /// The first row of each group.
  package let firstRows: [Int]

  /// How many there are.
  package var count: Int { firstRows.count }

  /// The rows of `table` grouped by `fields`; all of them one group where there is no field.
  package init(_ table: Table, by fields: [FieldReference]) throws(DiagnosticFailure) {
    var columns: [Column] = []
    for field in fields { columns.append(try field.column(of: table)) }
    self.init(columns, rowCount: table.rowCount)
  }

  /// The rows grouped by the values of `columns`.
  package init(_ columns: [Column], rowCount: Int) {
    guard let first = columns.first else {
      groupOfRow = [UInt32](repeating: 0, count: rowCount)
      firstRows = rowCount > 0 ? [0] : []
      return
    }
    let start = KeyCodes(first)
    let combined = columns.dropFirst().reduce(start) { $0.combined(with: KeyCodes($1)) }
    (groupOfRow, firstRows) = combined.numberedByAppearance()
  }

  /// The rows of each group, in their order.
  package func rowLists() -> [[Int]] {
    var sizes = [Int](repeating: 0, count: count)
    for group in groupOfRow { sizes[Int(group)] += 1 }
    var lists = sizes.map { size -> [Int] in
      var list: [Int] = []
      list.reserveCapacity(size)
      return list
    }
    for (row, group) in groupOfRow.enumerated() { lists[Int(group)].append(row) }
    return lists
  }
}

/// The values of a column, or of several, as small whole numbers: equal numbers for equal values.
struct KeyCodes: Sendable {
  let codes: [UInt32]
  /// One more than the greatest code.
  let cardinality: Int

  init(codes: [UInt32], cardinality: Int) {
    self.codes = codes
    self.cardinality = cardinality
  }

  init(_ column: Column) {
    switch column {
    case .strings(let strings):
      // The dictionary has done the work; null gets the code after the last string.
      let null = UInt32(strings.dictionary.count)
      codes = strings.codes.map { min($0, null) }
      cardinality = Int(null) + 1
    case .booleans(let values, let validity):
      codes = values.indices.map { validity[$0] ? values[$0] ? 1 : 0 : 2 }
      cardinality = 3
    case .numbers(let values, let validity), .dates(let values, let validity):
      var known: [UInt64: UInt32] = [:]
      var null: UInt32?
      var next: UInt32 = 0
      codes = values.indices.map { row in
        guard validity[row] else {
          if let null { return null }
          null = next
          next += 1
          return next - 1
        }
        let value = values[row]
        // One pattern for every NaN, and one for both zeros.
        let bits = value.isNaN ? Double.nan.bitPattern : value == 0 ? 0 : value.bitPattern
        if let code = known[bits] { return code }
        known[bits] = next
        next += 1
        return next - 1
      }
      cardinality = Int(next)
    case .values(let values):
      var known: [Value: UInt32] = [:]
      codes = values.map { value in
        let key = value.isInvalid && !value.isAbsent ? Value.string("\u{0}NaN") : value
        if let code = known[key] { return code }
        known[key] = UInt32(known.count)
        return UInt32(known.count - 1)
      }
      cardinality = known.count
    }
  }

  /// The codes of the pairs of this and `other`.
  func combined(with other: KeyCodes) -> KeyCodes {
    let (product, overflow) = cardinality.multipliedReportingOverflow(by: other.cardinality)
    if !overflow, product <= max(1 << 16, codes.count), product < Int(UInt32.max) {
      let width = UInt32(other.cardinality)
      var pairs = [UInt32](repeating: 0, count: codes.count)
      for row in codes.indices { pairs[row] = codes[row] &* width &+ other.codes[row] }
      return KeyCodes(codes: pairs, cardinality: max(product, 1))
    }
    var known: [UInt64: UInt32] = [:]
    let pairs = codes.indices.map { row in
      let key = UInt64(codes[row]) << 32 | UInt64(other.codes[row])
      if let code = known[key] { return code }
      known[key] = UInt32(known.count)
      return UInt32(known.count - 1)
    }
    return KeyCodes(codes: pairs, cardinality: known.count)
  }

  /// The codes numbered anew in order of first appearance, and the first row of each.
  func numberedByAppearance() -> (groups: [UInt32], firstRows: [Int]) {
    let unset = UInt32.max
    var numberOf = [UInt32](repeating: unset, count: max(cardinality, 1))
    var firstRows: [Int] = []
    var groups = codes
    for row in groups.indices {
      let code = Int(groups[row])
      var number = numberOf[code]
      if number == unset {
        number = UInt32(firstRows.count)
        numberOf[code] = number
        firstRows.append(row)
      }
      groups[row] = number
    }
    return (groups, firstRows)
  }
}
