import Syntax
import Tables
import TestSupport
import Testing

/// Every aggregate over every kind of frame, held against the frames gone through one by one.
@Suite struct WindowFrameTests {
  private static let operations = AggregateOperation.allCases.filter {
    ![.ci0, .ci1].contains($0)
  }

  @Test(arguments: UInt64(0)..<12)
  func framesGiveWhatTheirRowsGive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...40, using: &random)
    let values = (0..<count).map { _ -> Value in
      switch Int.random(in: 0..<10, using: &random) {
      case 0: .null
      case 1: .undefined
      case 2: .number(.nan)
      default: .number(Double(Int.random(in: -9...9, using: &random)))
      }
    }
    let keys = (0..<count).map { _ in Value.number(Double(Int.random(in: 0...6, using: &random))) }
    let table = Table([("v", Column(values)), ("k", Column(keys))])
    let ends: [Int?] = [nil, 0, 1, 3, -2, 50]
    for before in ends {
      for after in ends {
        let sort = Bool.random(using: &random) ? [SortKey(FieldReference("k"))] : []
        try check(table, sort, (before, after), ignoresPeers: Bool.random(using: &random))
      }
    }
  }

  private func check(
    _ table: Table, _ sort: [SortKey], _ frame: (before: Int?, after: Int?), ignoresPeers: Bool
  ) throws {
    let context = TransformContext()
    let outputs = Self.operations.map {
      DataTransform.Window.Output(.aggregate($0), FieldReference("v"), as: $0.rawValue)
    }
    let result = try DataTransform.Window(
      outputs, sort: sort, frame: frame, ignoresPeers: ignoresPeers
    ).apply(to: table, in: context)
    let rows = try RowOrder(sort, of: table).sorted(Array(0..<table.rowCount))
    for place in rows.indices {
      var low = frame.before.map { max(0, place - abs($0)) } ?? 0
      var high = frame.after.map { min(rows.count - 1, place + abs($0)) } ?? rows.count - 1
      if !sort.isEmpty, !ignoresPeers {
        while low > 0, table[rows[low - 1], "k"] == table[rows[low], "k"] { low -= 1 }
        while high < rows.count - 1, table[rows[high + 1], "k"] == table[rows[high], "k"] {
          high += 1
        }
      }
      let measures = Self.operations.map {
        AggregateMeasure($0, FieldReference("v"), as: $0.rawValue)
      }
      let expected = try DataTransform.Aggregate(groupby: [], measures)
        .apply(to: table.taking(Array(rows[low...high])), in: context)
      for operation in Self.operations {
        let (own, brute) = (
          result[rows[place], operation.rawValue], expected[0, operation.rawValue]
        )
        #expect(
          isAlike(own, brute), "\(operation) at \(place) of \(frame): \(own), not \(brute)")
      }
    }
  }

  private func isAlike(_ a: Value, _ b: Value) -> Bool {
    if case .number(let a) = a, case .number(let b) = b {
      return a == b || a.isNaN && b.isNaN || abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1)
    }
    return a.asText == b.asText
  }
}
