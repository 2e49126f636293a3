import Facts
import Syntax
import Testing

@Suite struct RepositoryDatasetTests {
  @Test func theRepositorysDatasetHasNoProblem() throws {
    let (dataset, bag) = repositoryDataset()
    let problems = bag.sorted.filter { $0.severity != .note }.map { $0.rendered(as: .text) }
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    let data = try #require(dataset)
    #expect(data.sources.count == 5)
    #expect(!data.observations.isEmpty)
  }
}
