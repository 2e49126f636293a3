import Analysis
import Facts
import Syntax
import Testing

@Suite struct DerivedRuleTests {
  /// The repository's dataset with a table of kept figures.
  private func problems(_ csv: String) throws -> [String] {
    var dataset = try repositoryDataset()
    var bag = DiagnosticBag()
    let file = SourceFile(path: "data/derived.csv", text: "id,figure\n" + csv)
    let table = try #require(CSVParser.parse(file, into: &bag))
    dataset.tables.append(DatasetTable(name: "derived", table: table))
    dataset.derived = DerivedRow.rows(of: table, into: &bag)
    DerivedRule.check(dataset, ReportScope(dataset).register, into: &bag)
    return bag.sorted.map { "\($0.id) \($0.span?.text ?? "")" }
  }

  @Test func figuresThatFollowAreLetBe() throws {
    #expect(try problems("derived.industry_size.implied.2021,761.6 billion yuan\n").isEmpty)
  }

  @Test func figuresThatNoLongerFollowAreNamed() throws {
    #expect(
      try problems("derived.industry_size.implied.2021,760 billion yuan\n")
        == ["\(DerivedRule.id) 760 billion yuan"])
    #expect(
      try problems("derived.industry_size.implied.2019,700 billion yuan\n")
        == ["\(DerivedRule.id) derived.industry_size.implied.2019"])
  }
}
