import Analysis
import Facts
import Testing

@Suite struct TargetProgressTests {
  @Test func theOutputTargetOf2025IsBehind() throws {
    let output = try progress("output_target_2025", in: DatasetAnalysis(repositoryDataset()))
    #expect(output.status == .behind)
    #expect(output.latest?.id == "manufacturing_output_2023")
    // 186 / 240 = 77.5 %
    #expect(isClose(output.attained?.value, 77.5))
    #expect(output.attained?.text.text == "77.5 percent")
    // 240 − 186 = 54
    #expect(output.gap?.text.text == "54 billion yuan")
    // √(240 / 186) − 1 = 13.592… % a year over 2023–2025
    #expect(isClose(output.required?.value, 13.592366))
    #expect(output.required?.derivation?.arithmetic == "(√(240 / 186) − 1) × 100")
    // √1.08 − 1 = 3.923… %
    #expect(output.achieved?.text.text == "3.9 percent")
    #expect(output.reason.isEmpty)
  }

  @Test func theSizeTargetToTopATrillionIsOnTrack() throws {
    let size = try progress("size_target_2025", in: DatasetAnalysis(repositoryDataset()))
    #expect(size.status == .onTrack)
    #expect(size.fact.text.text == "over 1 trillion yuan")
    #expect(size.fact.value == 1000)
    #expect(size.fact.multiple == 9)
    // 933.7 / 1,000 = 93.37 %, and less than that of a figure to be topped
    #expect(isClose(size.attained?.value, 93.37))
    #expect(size.attained?.text.text == "less than 93.4 percent")
    #expect(size.attained?.derivation?.arithmetic == "933.7 / 1,000 × 100")
    // 1,000 − 933.7 = 66.3, and more than that to top it; 66.25 if 933.7 stands for 933.75
    #expect(size.gap?.text.text == "over 66 billion yuan")
    #expect(size.gap?.derivation?.rounding == "rounded down to a whole number")
    // √(1000 / 933.7) − 1 = 3.489508… %, and more than that
    #expect(isClose(size.required?.value, 3.489508))
    #expect(size.required?.text.text == "over 3.4 percent")
    #expect(size.achieved?.text.text == "10.7 percent")
  }

  @Test(arguments: [
    (
      "output_target_three_year",
      "whether it is the manufacturing output value of the later sources"
    ),
    ("exports_target_2027", "the sources used have no dated and comparable value"),
    ("factory_space_target_2024", "the sources used have no dated and comparable value"),
    ("sequencer_target_2027", "the source gives no figure"),
  ])
  func whatCannotBeMeasuredSaysWhy(id: String, reason: String) throws {
    let target = try progress(id, in: DatasetAnalysis(repositoryDataset()))
    #expect(target.status == .notMeasurable)
    #expect(target.reason.contains(reason), "\(target.reason)")
    #expect(target.attained == nil && target.gap == nil && target.required == nil)
  }

  @Test func asKnownInNovember2022TheTargetHadNoComparableValue() throws {
    let day = try #require(CalendarDate("2022-11-30"))
    let analysis = try DatasetAnalysis(repositoryDataset(), asOf: day)
    #expect(analysis.dataset.sources.map(\.id) == ["preview_2021", "release_2022"])
    #expect(analysis.dataset.editions.map(\.id) == ["edition_2021", "edition_2022"])
    let size = try progress("size_target_2025", in: analysis)
    #expect(size.status == .notMeasurable)
    #expect(analysis.progress.contains { $0.target.id == "exports_target_2027" } == false)
    #expect(analysis.register.fact("industry_size_2023") == nil)
  }
}
