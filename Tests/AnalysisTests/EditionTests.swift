import Analysis
import Facts
import Tables
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
        "11–14 October 2021", "14–18 November 2022 (inferred)", "16–20 October 2023",
        "not stated",
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
    #expect(
      first.filter { $0.tie == .edition }.map(\.part)
        == Array(repeating: "co-organised", count: 5))
    let roche = try #require(participation.entries.first { $0.participant == "roche" })
    #expect(roche.edition == "edition_2023")
    #expect(roche.part == "signed")
    #expect(roche.possiblySameAs == ["Roche Group"])
    let speaker = try #require(
      participation.entries.first { $0.participant == "severin_schwan" && $0.part == "spoke" })
    #expect(speaker.event == "keynote_schwan_2023")
    #expect(speaker.role == "Chairman of the Board of Directors for the Roche Group")
  }

  /// Whatever relation ties a person or a body to an event, its row names them.
  @Test func nobodyWhoIsTiedToAnEventIsLeftOut() throws {
    let analysis = try DatasetAnalysis(repositoryDataset())
    let (dataset, names) = (analysis.dataset, analysis.names)
    let scope = ReportScope(dataset)
    let rows = try #require(scope.rows(of: "events"))
    var ties: [(event: String, name: String)] = []
    for item in dataset.relations {
      for (one, other) in [(item.subject, item.object), (item.object, item.subject)] {
        guard let who = names.entry(one), names.entry(other)?.table == .events,
          who.table == .people || who.table == .organisations
        else { continue }
        ties.append((other, who.name))
      }
      // Whoever released a plan is named where it was released.
      guard item.type == "released_by" || item.type == "announced_by" else { continue }
      for place in dataset.relations where place.type == "announced_at" {
        if place.subject == item.subject { ties.append((place.object, names.name(item.object))) }
      }
    }
    #expect(ties.count > 40)
    for tie in ties {
      guard
        case .string(let named)? = rows.first(where: { $0["event"] == .string(tie.event) })?[
          "participants"]
      else {
        Issue.record("no row of \(tie.event)")
        continue
      }
      #expect(named.contains(tie.name), "\(tie.event): \(tie.name)")
    }
    let release = rows.first { $0["event"] == .string("hub_plan_release_2023") }
    #expect(release?["participants"] == .string("Zhuang Mudi"))
    let forum = rows.first { $0["event"] == .string("keynotes_2024") }
    #expect(forum?["participants"] == .string("not stated"))
  }

  @Test func whatIsImpliedBearsASign() throws {
    let rows = try #require(ReportScope(repositoryDataset()).rows(of: "events"))
    let talk = rows.first { $0["event"] == .string("talk_wang_2022") }
    #expect(talk?["participants"] == .string("Leon WANG*"))
    #expect(talk?["stated"] == .bool(false))
    #expect(talk?["participantsStated"] == .bool(false))
    let panel = rows.first { $0["event"] == .string("panel_2022") }
    #expect(panel?["participantsStated"] == .bool(true))
  }

  @Test func anInferredLastDayMarksTheEditionInTime() throws {
    let timeline = try Timeline(repositoryDataset())
    #expect(timeline.dated.first { $0.id == "edition_2022" }?.basis == .inferred)
    #expect(timeline.dated.first { $0.id == "edition_2023" }?.basis == .stated)
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
