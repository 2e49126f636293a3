import Analysis
import Facts
import Testing

@Suite struct SeriesTests {
  @Test func theSizeOfTheIndustryHasPublishedImpliedAndExcludedValues() throws {
    let size = try series("industry_size", in: DatasetAnalysis(repositoryDataset()))
    #expect(
      size.points.map { "\($0.fact.period) \($0.kind.rawValue) \($0.fact.text.text)" } == [
        "2020 published 600 billion yuan", "2021 implied 761.6 billion yuan",
        "2022 published 853.7 billion yuan", "2023 published 933.7 billion yuan",
      ])
    #expect(size.excluded.map(\.fact.id) == ["industry_size_undated"])
    #expect(size.excluded.first?.reason == "the source ties it to no period")
    #expect(size.footnotes.count == 3)
    #expect(size.first?.fact.period == .year(2021))
    #expect(size.latest?.fact.period == .year(2023))
    #expect(size.previous?.fact.period == .year(2022))
  }

  @Test func theBaseOfAStatedChangeIsTheLevelDividedByTheChange() throws {
    let size = try series("industry_size", in: DatasetAnalysis(repositoryDataset()))
    let base = try #require(size.point(year: 2021)?.fact)
    // 933.7 billion after +22.6 %: 933.7 / 1.226 = 761.582…
    #expect(isClose(base.value, 761.582382))
    // Printed 933.7 stands for 933.65…933.75, 22.6 % for 22.55…22.65 %:
    // 933.65 / 1.2265 = 761.231…, 933.75 / 1.2255 = 761.933…
    #expect(isClose(base.interval?.low, 933.65 / 1.2265))
    #expect(isClose(base.interval?.high, 933.75 / 1.2255))
    #expect(base.id == "derived.industry_size.implied.2021")
    #expect(base.status == .estimated)
    #expect(base.derivation?.arithmetic == "933.7 / (1 + 22.6 / 100)")
    #expect(base.derivation?.inputs == ["industry_size_2023", "industry_size_change_2021_2023"])
    #expect(base.citations.map { "\($0.sourceID) \($0.locator)" } == ["forum_2024 p11"])
  }

  @Test func growthRunsBetweenComparableEndsOnly() throws {
    let size = try series("industry_size", in: DatasetAnalysis(repositoryDataset()))
    let growth = try size.growth()
    // Two years at +22.6 % together: √1.226 − 1 = 10.724… % a year.
    #expect(isClose(growth.value, 10.724885))
    #expect(growth.text.text == "10.7 percent")
    #expect(growth.id == "derived.industry_size.growth.2021-2023")
    #expect(growth.derivation?.arithmetic == "(√(933.7 / 761.582) − 1) × 100")
    #expect(growth.derivation?.rounding == "rounded to one decimal")
    let change = try size.latestChange()
    // 933.7 / 853.7 = 1.093709…
    #expect(isClose(change.value, 9.370974))
    #expect(change.text.text == "9.4 percent")
    #expect(change.citations.map(\.sourceID) == ["forum_2024", "opening_2023"])
  }

  @Test func growthFromAnUncertainBaseIsRefusedWithTheReason() throws {
    let size = try series("industry_size", in: DatasetAnalysis(repositoryDataset()))
    let (start, end) = (try #require(size.point(year: 2020)), try #require(size.latest))
    let refusal = #expect(throws: Refusal.self) {
      try Growth.perYear(from: start, to: end, in: size)
    }
    #expect(refusal?.facts == ["industry_size_2020"])
    #expect(
      refusal?.reason.hasPrefix("the value for 2020 is not comparable: Printed as a valuation")
        == true)
  }

  @Test func manufacturingOutputGrewByLessThanFourPercentAYear() throws {
    let output = try series("manufacturing_output", in: DatasetAnalysis(repositoryDataset()))
    // 186 / 1.08 = 172.222…; √1.08 − 1 = 3.923… %.
    #expect(isClose(output.point(year: 2021)?.fact.value, 172.222222))
    #expect(output.point(year: 2021)?.fact.text.text == "172 billion yuan")
    #expect(isClose(try output.growth().value, 3.923048))
    #expect(output.point(year: 1993)?.isComparable == false)
  }

  @Test func changesRunFromEachComparableValueToTheNext() throws {
    let analysis = try DatasetAnalysis(repositoryDataset())
    let changes = try #require(analysis.outlines["industry_size"]).changes
    // 853.7 / 761.582 = 1.120956…; 933.7 / 853.7 = 1.093709…
    #expect(
      changes.map(\.id) == [
        "derived.industry_size.change.2021-2022", "derived.industry_size.change.2022-2023",
      ])
    #expect(changes.map(\.text.text) == ["12.1 percent", "9.4 percent"])
    // The two steps make the whole: 1.120956 × 1.093709 = 1.226.
    let product = changes.compactMap(\.value).reduce(1) { $0 * (1 + $1 / 100) }
    #expect(isClose(product, 1.226))
  }

  @Test func editionsMakeOneSeriesWithReconciledValues() throws {
    let analysis = try DatasetAnalysis(repositoryDataset())
    let forums = try series("edition_parallel_events", in: analysis)
    #expect(
      forums.points.map(\.fact.text.text) == [
        "over 20 industry forums", "about 40 parallel events",
        "about 40 subforums and industry activities",
      ])
    #expect(forums.excluded.first?.reason == "the source gives no figure")
    let participants = try series("edition_participants", in: analysis)
    #expect(participants.points.map(\.fact.id) == ["edition_participants_2023_a"])
    #expect(
      participants.excluded.first?.reason
        == "edition_participants_2023_a is used: the later report, which names the year, is used")
  }

  @Test func theRatioOfTwoIndicatorsIsOfOnePeriod() throws {
    let analysis = try DatasetAnalysis(repositoryDataset())
    let output = try series("manufacturing_output", in: analysis)
    let size = try series("industry_size", in: analysis)
    let (top, bottom) = (try #require(output.latest), try #require(size.latest))
    let ratio = try Ratio.of(top, in: output, to: bottom, in: size)
    // 186 / 933.7 = 0.199207…
    #expect(isClose(ratio.value, 0.199207))
    #expect(ratio.text.text == "0.20")
    #expect(ratio.name == "Ratio: Manufacturing output / Size of the industry")
    let earlier = try #require(size.previous)
    let refusal = #expect(throws: Refusal.self) {
      try Ratio.of(top, in: output, to: earlier, in: size)
    }
    #expect(refusal?.reason == "the values are of 2023 and 2022")
  }

  @Test func ratiosStandForEveryCommonPeriodAndForTargetsOfOnePlan() throws {
    let analysis = try DatasetAnalysis(repositoryDataset())
    let ratio = try #require(
      analysis.ratios.first {
        $0.numerator.id == "manufacturing_output" && $0.denominator.id == "industry_size"
      })
    // 2020 is left out: neither value is comparable. 2022 has no output.
    #expect(ratio.values.map(\.period) == [.year(2021), .year(2023)])
    #expect(ratio.values.map(\.text.text) == ["0.23", "0.20"])
    #expect(ratio.aims.map(\.id) == ["derived.output_target_2025.ratio.size_target_2025"])
    // The size is to be over 1,000 billion, so the ratio is below 240 / 1,000.
    #expect(ratio.aims.first?.text.text == "less than 0.24")
    #expect(ratio.aims.first?.interval?.low == nil)
    #expect(isClose(ratio.aims.first?.interval?.high, 0.24))
    let inverse = try #require(
      analysis.ratios.first {
        $0.numerator.id == "industry_size" && $0.denominator.id == "manufacturing_output"
      })
    #expect(inverse.aims.first?.quantity.qualifier == .over)
  }

  @Test func targetsOfDifferentPlansMakeNoRatio() throws {
    let analysis = try DatasetAnalysis(repositoryDataset())
    let (size, plan) = (
      try progress("size_target_2025", in: analysis),
      try progress("output_target_three_year", in: analysis)
    )
    let refusal = #expect(throws: Refusal.self) { try Ratio.ofTargets(plan, to: size) }
    #expect(refusal?.reason == "the targets are not of one policy and deadline")
  }
}
