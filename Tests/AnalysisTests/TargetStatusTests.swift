import Analysis
import Facts
import Testing

@Suite struct TargetStatusTests {
  /// The progress of a target of 200 (or as given) for an indicator that went from 100 in 2021 to 121 in
  /// 2023: 10 % a year.
  private func progress(
    _ target: String, unit: String = "TNE", asOf: String? = nil,
    values: [String] = ["2021,100", "2023,121"]
  ) throws -> TargetProgress {
    let town = TownDataset(
      indicators: ["steel,\(unit),level,"],
      observations: values.enumerated().map {
        "v\($0.offset),steel,\($0.element),\(unit),exact,A,,comparable"
      },
      targets: ["aim,steel,\(target)"])
    let day = try asOf.map { try #require(CalendarDate($0)) }
    return try AnalysisTests.progress("aim", in: DatasetAnalysis(town.dataset(), asOf: day))
  }

  @Test(arguments: [
    // Reached, and reached exactly.
    ("2025,120,TNE,exact,up", TargetStatus.met), ("2025,121,TNE,exact,up", .met),
    ("2025,121,TNE,at_least,up", .met),
    // To top 121 is more than 121: 0 % a year more would do, and 10 % was achieved.
    ("2025,121,TNE,over,up", .onTrack),
    // 146.41 = 121 × 1.1²: exactly the pace achieved.
    ("2025,146.4,TNE,exact,up", .onTrack), ("2025,147,TNE,exact,up", .behind),
    ("2023,130,TNE,exact,up", .missed), ("2022,130,TNE,exact,up", .missed),
    ("not_stated,130,TNE,exact,up", .notMeasurable), ("not_stated,120,TNE,exact,up", .met),
    ("2025,150,TNE,up_to,up", .notMeasurable), ("2025,150,TNE,less_than,up", .notMeasurable),
    // Downwards: 121 is above 100, and growing.
    ("2025,100,TNE,exact,down", .behind), ("2025,100,TNE,up_to,down", .behind),
    ("2025,100,TNE,less_than,down", .behind), ("2025,130,TNE,up_to,down", .met),
    ("2025,121,TNE,up_to,down", .met), ("2025,121,TNE,less_than,down", .behind),
    ("2023,100,TNE,exact,down", .missed),
  ])
  func theStatusFollowsThePrintedRule(target: String, status: TargetStatus) throws {
    let progress = try progress(target)
    #expect(progress.status == status, "\(progress.reason)")
    #expect((status == .notMeasurable) == !progress.reason.isEmpty)
  }

  @Test func aTargetDownwardsIsMetFromAbove() throws {
    let progress = try progress("2025,130,TNE,exact,down", values: ["2021,150", "2023,121"])
    #expect(progress.status == .met)
  }

  @Test func aDeadlineThatPassedWithoutAValueIsNotMeasurable() throws {
    let progress = try progress("2024-05,130,TNE,exact,up", asOf: "2024-07-01")
    #expect(progress.status == .notMeasurable)
    #expect(progress.reason == "the deadline has passed and the sources used have no value for it")
  }

  @Test func anIndicatorInPercentIsPacedInPercentagePoints() throws {
    let progress = try progress(
      "2027,60,PT,exact,up", unit: "PT", values: ["2021,40", "2023,44"])
    // From 44 to 60 in four years: 4 points a year; achieved (44 − 40) / 2 = 2.
    #expect(progress.required?.text.text == "4.0 percentage points")
    #expect(progress.required?.derivation?.arithmetic == "(60 − 44) / 4")
    #expect(progress.achieved?.text.text == "2.0 percentage points")
    #expect(progress.status == .behind)
  }

  @Test func withoutGrowthTheReasonIsTheRefusal() throws {
    let progress = try progress("2025,200,TNE,exact,up", values: ["2023,121"])
    #expect(progress.status == .notMeasurable)
    #expect(progress.reason == "the two values are of one period")
    #expect(progress.gap?.text.text == "79 tonnes")
    // Growth from 121 to 200 in two years: √(200 / 121) − 1 = 28.56 %.
    #expect(progress.required?.text.text == "28.6 percent")
  }
}
