import Analysis
import Facts
import TestSupport
import Testing

@Suite struct GrowthTests {
  private func series(_ unit: String, _ rows: String...) throws -> Series {
    let town = TownDataset(
      indicators: ["steel,\(unit),level,"],
      observations: rows.enumerated().map { "v\($0.offset),steel,\($0.element)" })
    return try AnalysisTests.series("steel", in: DatasetAnalysis(town.dataset()))
  }

  /// Why growth over the whole series is refused.
  private func refusal(_ unit: String, _ rows: String...) throws -> String? {
    let town = TownDataset(
      indicators: ["steel,\(unit),level,"],
      observations: rows.enumerated().map { "v\($0.offset),steel,\($0.element)" })
    let series = try AnalysisTests.series("steel", in: DatasetAnalysis(town.dataset()))
    let (start, end) = (try #require(series.points.first), try #require(series.points.last))
    do throws(Refusal) {
      _ = try Growth.perYear(from: start, to: end, in: series)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func growthOverThreeYearsIsCompound() throws {
    // 172.8 / 100 = 1.728 = 1.2³
    let growth = try series(
      "TNE", "2020,100,TNE,exact,A,,comparable", "2023,172.8,TNE,exact,A,,comparable"
    ).growth()
    #expect(isClose(growth.value, 20))
    // Printed 100 stands for 99.5…100.5, 172.8 for 172.75…172.85.
    #expect(isClose(growth.interval?.low, (172.75 / 100.5).cubeRoot * 100 - 100))
    #expect(isClose(growth.interval?.high, (172.85 / 99.5).cubeRoot * 100 - 100))
  }

  @Test func quartersAndMonthsArePartsOfAYear() throws {
    // Half a year from 100 to 121: (1.21)² − 1 = 46.41 % a year.
    let quarters = try series(
      "TNE", "2022-Q4,100,TNE,exact,A,,comparable", "2023-Q2,121,TNE,exact,A,,comparable")
    #expect(isClose(try quarters.growth().value, 46.41))
    let months = try series(
      "TNE", "2022-12,100,TNE,exact,A,,comparable", "2023-06,121,TNE,exact,A,,comparable")
    #expect(isClose(try months.growth().value, 46.41))
  }

  @Test func growthThatMeansNothingIsRefused() throws {
    #expect(
      try refusal("ORD", "2020,3,ORD,exact,A,,", "2021,1,ORD,exact,A,,")
        == "a place in an order has no growth")
    #expect(
      try refusal("TNE", "2020,100,TNE,over,A,,", "2021,120,TNE,exact,A,,")
        == "the value for 2020 is a bound, “100”")
    #expect(
      try refusal("TNE", "2020,100,TNE,exact,A,,", "2021,120,TNE,exact,B,,")
        == "the definition changed in 2021")
    #expect(
      try refusal("TNE", "2020,0,TNE,exact,A,,", "2021,120,TNE,exact,A,,")
        == "growth needs a base above zero")
    #expect(
      try refusal("TNE", "2020,100,TNE,exact,A,,", "2021-Q1,30,TNE,exact,A,,")
        == "the two values are of periods of different lengths")
    #expect(
      try refusal("TNE", "2020,100,TNE,exact,A,,", "2020,100.0,TNE,exact,A,,")
        == "the two values are of one period")
    #expect(
      try refusal("TNE", "2020,100,TNE,exact,A,,uncertain", "2021,120,TNE,exact,A,,")
        == "the value for 2020 is not comparable")
  }

  @Test func forecastsAndWhatIsNotComparableStandApart() throws {
    let series = try series(
      "TNE", "2023,100,TNE,exact,A,,", "2024,120,TNE,exact,F,,",
      "2022,90,TNE,exact,A,,not_comparable")
    #expect(series.points.map(\.fact.id) == ["v0"])
    #expect(series.excluded.map(\.reason) == ["it is a forecast", "it is not comparable"])
  }

  @Test func anImpliedValueStandsInForAnUncertainOneAndYieldsToAComparableOne() throws {
    func points(_ comparability: String) throws -> [String] {
      let town = TownDataset(
        indicators: ["steel,TNE,level,", "rise,PT,change,steel"],
        observations: [
          "base,steel,2022,101,TNE,exact,A,,\(comparability)",
          "level,steel,2023,110,TNE,exact,A,,comparable",
          "change,rise,2022/P1Y,10,PT,exact,A,level,comparable",
        ])
      return try AnalysisTests.series("steel", in: DatasetAnalysis(town.dataset())).points
        .map(\.fact.id)
    }
    #expect(try points("uncertain") == ["derived.steel.implied.2022", "level"])
    #expect(try points("comparable") == ["base", "level"])
  }

  @Test func growingBackReturnsToTheStart() throws {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<50 {
      let start = Int.random(in: 1...9_999, using: &generator)
      let end = Int.random(in: 1...9_999, using: &generator)
      let years = Int.random(in: 1...30, using: &generator)
      let series = try series(
        "TNE", "1990,\(start),TNE,exact,A,,comparable",
        "\(1990 + years),\(end),TNE,exact,A,,comparable")
      let rate = try #require(series.growth().value)
      var value = Double(start)
      for _ in 0..<years { value *= 1 + rate / 100 }
      #expect(isClose(value, Double(end)))
    }
  }
}

extension Double {
  /// By Newton's method, so that the test does not lean on the function under test.
  var cubeRoot: Double {
    var root = self
    for _ in 0..<200 { root = (2 * root + self / (root * root)) / 3 }
    return root
  }
}
