import Tables

/// Times the transform `aggregate` over rows in memory, for `scripts/bench-aggregate`: a sum by two keys of
/// text. Reading files is left out, which is why it is no command of `almanac`.
///
///     AggregateBench ROWS RUNS
///
/// prints the groups, their sum, and the seconds that each run took.
@main
enum AggregateBench {
  private static let places = 50
  private static let sectors = 20

  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard numbers.count == 2, let rows = numbers.first, let runs = numbers.last, rows > 0, runs > 0
    else {
      print("usage: AggregateBench ROWS RUNS")
      return
    }
    let table = table(rows)
    let transform = DataTransform.Aggregate(
      groupby: [FieldReference("place"), FieldReference("sector")],
      [AggregateMeasure(.sum, FieldReference("value"), as: "total")])
    var times: [String] = []
    var result = Table()
    let clock = ContinuousClock()
    for _ in 0..<runs {
      let start = clock.now
      result = try transform.apply(to: table, in: TransformContext())
      times.append("\((clock.now - start) / .seconds(1))")
    }
    var total = 0.0
    for row in 0..<result.rowCount { total += result[row, "total"].asNumber }
    print(result.rowCount, total, times.joined(separator: " "))
  }

  /// The rows that the script makes for the other tools: keys in no order, so that no cell of the sum is in
  /// the cache for the reason that its neighbour was.
  private static func table(_ rows: Int) -> Table {
    Table([
      (
        "place",
        codes(rows, places, "place") { $0 &* 7919 / 13 }
      ),
      ("sector", codes(rows, sectors, "sector") { $0 &* 104_729 / 17 }),
      ("value", .numbers((0..<rows).map { Double($0 % 9973) / 4 })),
    ])
  }

  private static func codes(
    _ rows: Int, _ count: Int, _ name: String, _ scatter: (Int) -> Int
  ) -> Column {
    .strings(
      StringColumn(
        codes: (0..<rows).map { UInt32(scatter($0) % count) },
        dictionary: (0..<count).map { "\(name)_\($0)" }))
  }
}
