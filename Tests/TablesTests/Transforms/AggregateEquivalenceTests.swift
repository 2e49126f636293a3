import Syntax
import Tables
import TestSupport
import Testing

@Suite struct AggregateEquivalenceTests {
  private func randomTable(_ generator: inout SeededGenerator) -> Table {
    let count = Int.random(in: 1...300, using: &generator)
    func strings(_ distinct: Int) -> Column {
      Column(
        (0..<count).map { _ in
          let pick = Int.random(in: 0...distinct, using: &generator)
          return pick == 0 ? .null : .string("s\(pick)")
        })
    }
    let values = (0..<count).map { _ -> Value in
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: .number(.nan)
      default: .number(Double(Int.random(in: -50...50, using: &generator)) / 4)
      }
    }
    return Table([("a", strings(4)), ("b", strings(7)), ("v", Column(values))])
  }

  private func apply(_ transform: DataTransform, to table: Table) -> Table {
    var context = TransformContext()
    var bag = DiagnosticBag()
    let result = transform.apply(to: table, in: &context, into: &bag)
    #expect(bag.isEmpty)
    return result
  }

  // Quarters of whole numbers add without rounding, so that any order of adding gives the same sum.
  @Test func aggregationByCodesAgreesWithAggregationByValues() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      let table = randomTable(&generator)
      let keys = [FieldReference("a"), FieldReference("b")]
      let measures = [
        AggregateMeasure(.count, nil, as: "n"),
        AggregateMeasure(.sum, FieldReference("v"), as: "s"),
      ]
      let direct = apply(.aggregate(.init(groupby: keys, measures)), to: table)
      // The same values in columns of mixed kind go the general way.
      let mixed = Table(
        zip(table.names, table.columns).map { ($0, Column.values($1.values)) })
      let general = apply(.aggregate(.init(groupby: keys, measures)), to: mixed)
      #expect(direct.rows == general.rows)
      #expect(general.rows.allSatisfy { $0.members.count == 4 })
    }
  }

  @Test func groupsSumToTheTotalAndRowsCount() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<60 {
      let table = randomTable(&generator)
      let sum = AggregateMeasure(.sum, FieldReference("v"), as: "s")
      let count = AggregateMeasure(.count, nil, as: "n")
      let groups = apply(
        .aggregate(.init(groupby: [FieldReference("a")], [sum, count])), to: table)
      let total = apply(.aggregate(.init(groupby: [], [sum, count])), to: table)
      let sums = (groups.column("s")?.values ?? []).reduce(0) {
        $0 + ($1.isAbsent ? 0 : $1.asNumber)
      }
      #expect(sums == (total[0, "s"].isAbsent ? 0 : total[0, "s"].asNumber))
      let counts = (groups.column("n")?.values ?? []).reduce(0) { $0 + $1.asNumber }
      #expect(counts == Double(table.rowCount))
    }
  }

  @Test func aRunningSumEndsAtTheSumOfItsGroup() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      let table = randomTable(&generator)
      let window = DataTransform.window(
        .init(
          [.init(.aggregate(.sum), FieldReference("v"), as: "c")],
          groupby: [FieldReference("a")], sort: [SortKey(FieldReference("b"))]))
      let joined = DataTransform.joinAggregate(
        .init(groupby: [FieldReference("a")], [.init(.sum, FieldReference("v"), as: "t")]))
      let result = apply(joined, to: apply(window, to: table))
      let last = DataTransform.window(
        .init(
          [.init(.ranking(.lastValue), FieldReference("c"), as: "e")],
          groupby: [FieldReference("a")], sort: [SortKey(FieldReference("b"))],
          frame: (nil, nil)))
      let ended = apply(last, to: result)
      #expect(ended.column("e")?.values == ended.column("t")?.values)
    }
  }

  @Test func samplesAndIntervalsComeFromTheSeed() {
    let table = Table([("v", .numbers((0..<500).map { Double($0) }))])
    let sample = DataTransform.sample(.init(size: 20))
    let kept = apply(sample, to: table)
    #expect(kept == apply(sample, to: table))
    #expect(Set(kept.column("v")?.values ?? []).count == 20)
    let interval = apply(
      .aggregate(
        .init(
          groupby: [],
          [
            .init(.ci0, FieldReference("v"), as: "low"),
            .init(.ci1, FieldReference("v"), as: "high"),
            .init(.values, FieldReference("v"), as: "all"),
          ])), to: table)
    // The mean is 249.5; its standard error 144.5 / √500 = 6.46, so that 95% lie within about 12.7.
    #expect(abs(interval[0, "low"].asNumber - 236.8) < 2)
    #expect(abs(interval[0, "high"].asNumber - 262.2) < 2)
    #expect(interval[0, "all"].member("length") == .number(500))
  }

  @Test func twoRandomColumnsDiffer() throws {
    let table = Table([("v", .numbers([1, 2, 3]))])
    var context = TransformContext()
    var bag = DiagnosticBag()
    let random = try Expression("random()")
    let result = [
      DataTransform.calculate(.init(random, as: "x")), .calculate(.init(random, as: "y")),
    ].apply(to: table, in: &context, into: &bag)
    #expect(result.column("x") != result.column("y"))
  }
}
