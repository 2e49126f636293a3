import Analysis
import Facts
import Testing

@Suite struct EditionTests {
  @Test func editionsAreComparedWithCellsThatSayNotStated() throws {
    let comparison = try EditionComparison(DatasetAnalysis(repositoryDataset()))
    #expect(comparison.editions.map(\.number) == [1, 2, 3, 4])
    func row(_ name: String) throws -> [String] {
      try #require(comparison.rows.first { $0.name == name }, "no row \(name)").cells.map(\.text)
    }
    #expect(
      try row("Dates") == [
        "11–14 October 2021", "14–18 November 2022", "16–20 October 2023", "not stated",
      ])
    #expect(
      try row("Theme") == [
        "not stated", "Striving Together, Upgrading the Biopharma Industry",
        "Striving together for a thriving industry", "not stated",
      ])
    #expect(
      try row("Length of the edition") == ["4 days", "5 days", "not stated", "not stated"])
    #expect(
      try row("Participants") == [
        "not stated", "not stated", "about 1,000 people invited", "not stated",
      ])
    let hosts = try row("Hosted by")
    #expect(hosts[1] == "Shanghai Biopharma Industry Promotion Center")
    #expect(hosts[0] == "not stated")
    #expect(comparison.rows.allSatisfy { row in row.cells.allSatisfy { !$0.text.isEmpty } })
  }

  @Test func aComparedFigureBearsItsFactAndSource() throws {
    let comparison = try EditionComparison(DatasetAnalysis(repositoryDataset()))
    let cells = try #require(comparison.rows.first { $0.name == "Parallel events" }).cells
    #expect(cells[1].facts == ["edition_parallel_events_2022"])
    #expect(cells[1].sourceIDs == ["release_2022"])
  }

  @Test func participationNamesWhoDidWhatAndKeepsDoubtsOnIdentity() throws {
    let participation = try Participation(DatasetAnalysis(repositoryDataset()))
    let first = participation.entries.filter { $0.edition == "edition_2021" }
    #expect(first.map(\.part) == Array(repeating: "co-organised", count: 5))
    let roche = try #require(participation.entries.first { $0.participant == "roche" })
    #expect(roche.edition == "edition_2023")
    #expect(roche.part == "signed")
    #expect(roche.possiblySameAs == ["Roche Group"])
    let speaker = try #require(
      participation.entries.first { $0.participant == "severin_schwan" && $0.part == "spoke at" })
    #expect(speaker.event == "keynote_schwan_2023")
    #expect(speaker.role == "Chairman of the Board of Directors for the Roche Group")
  }

  @Test func theTimelineRunsInOrderAndKeepsWhatIsUndatedApart() throws {
    let timeline = try Timeline(repositoryDataset())
    let starts = timeline.dated.compactMap(\.period)
    #expect(zip(starts, starts.dropFirst()).allSatisfy { !($1 < $0) })
    #expect(timeline.dated.first?.id == "key_industry_1993")
    #expect(timeline.dated.last?.period == .year(2027))
    #expect(timeline.undated.contains { $0.id == "three_year_plan" })
    #expect(timeline.undated.allSatisfy { $0.basis == .notStated })
  }

  @Test func policiesStandWithTheirTargets() throws {
    let register = try PolicyRegister(DatasetAnalysis(repositoryDataset()))
    let vision = try #require(register.entries.first { $0.policy.id == "shanghai_vision" })
    #expect(vision.targets.map(\.target.id) == ["output_target_2025", "size_target_2025"])
    #expect(vision.announced == ["Unveiling of the Biopharma Shanghai Vision"])
    let blueprint = try #require(register.entries.first { $0.policy.id == "blueprint_2023" })
    #expect(
      blueprint.possiblySameAs == [
        "Action plan for a leading hub of biopharma innovation",
        "Action plans for synthetic biology, gene therapy and medical robots",
        "Research and production of gene and cell therapy",
      ])
  }
}
