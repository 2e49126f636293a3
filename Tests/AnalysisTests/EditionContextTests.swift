import Analysis
import Facts
import Tables
import Testing

/// What templates can say of one edition.
@Suite struct EditionContextTests {
  private func edition(_ id: String, asOf: CalendarDate? = nil) throws -> Value.Object {
    let scope = try ReportScope(repositoryDataset(), asOf: asOf)
    guard case .object(let editions)? = scope.values["editions"],
      case .object(let edition)? = editions[id]
    else { throw FactsMissing() }
    return edition
  }

  private struct FactsMissing: Error {}

  private func list(_ name: String, of object: Value.Object) -> [Value.Object] {
    guard case .array(let items)? = object[name] else { return [] }
    return items.compactMap { if case .object(let item) = $0 { item } else { nil } }
  }

  private func texts(_ name: String, of items: [Value.Object]) -> [String] {
    items.compactMap { if case .string(let text)? = $0[name] { text } else { nil } }
  }

  @Test func whoeverAppearedSeveralTimesIsNamedOnce() throws {
    let people = list("people", of: try edition("edition_2022"))
    #expect(texts("name", of: people).count == 11)
    let chen = try #require(people.first { $0["id"] == .string("kaixian_chen") })
    #expect(texts("part", of: list("parts", of: chen)) == ["took part", "took part"])
    #expect(
      texts("event", of: list("parts", of: chen)) == [
        "Opening ceremony of the second week", "Panel on the city's future role in common health",
      ])
  }

  /// The vice mayor spoke of a plan, others are quoted; neither is said to have been at an event.
  @Test(arguments: [
    ("edition_2021", "Liu Ping", "was quoted"), ("edition_2021", "Li Jia", "announced, was quoted"),
    ("edition_2022", "Qing LI", "was quoted"),
    ("edition_2023", "Chen Jie", "announced, was quoted"),
    ("edition_2022", "Thomas Sudhof", "took part, spoke*, was quoted"),
    ("edition_2024", "Mohammed Tawil", "spoke*, was quoted"),
  ])
  func whoeverASourceNamesIsThere(id: String, name: String, parts: String) throws {
    let people = list("people", of: try edition(id))
    let person = try #require(people.first { $0["name"] == .string(name) })
    #expect(person["partList"] == .string(parts))
  }

  @Test func anOpeningThatWasReportedIsNotUnstated() throws {
    let counts = list("statements", of: try edition("edition_2022"))
    let main = try #require(counts.first { $0["indicator"] == .string("edition_main_events") })
    #expect(main["held"] == .string("Opening ceremony of the second week"))
    let others = list("statements", of: try edition("edition_2021"))
    #expect(others.allSatisfy { $0["held"] == .string("") })
  }

  @Test func organisersStandApartFromThoseWhoAppeared() throws {
    let edition = try edition("edition_2022")
    #expect(
      texts("part", of: list("organisers", of: edition))
        == ["guided", "hosted"] + Array(repeating: "co-hosted", count: 6))
    let names = texts("name", of: list("organisations", of: edition))
    #expect(names.contains("BeiGene") && !names.contains("Zhangjiang Group"))
  }

  @Test(arguments: [
    ("edition_2021", false), ("edition_2022", true), ("edition_2023", true), ("edition_2024", true),
  ])
  func anEditionThatWasOnlyAnnouncedSaysSo(id: String, isReported: Bool) throws {
    #expect(try edition(id)["isReported"] == .bool(isReported))
  }

  @Test func figuresInContradictionAreBothThere() throws {
    let edition = try edition("edition_2023")
    let participants = list("statements", of: edition).filter {
      $0["indicator"] == .string("edition_participants")
    }
    #expect(texts("number", of: participants) == ["about 1,000", "over 1,000"])
    #expect(texts("basis", of: participants) == ["announced", "announced"])
  }

  @Test func plansAnnouncedThereComeBeforeThoseToldOfBeside() throws {
    let plans = list("plans", of: try edition("edition_2022"))
    #expect(plans.first?["id"] == .string("shanghai_vision"))
    #expect(plans.filter { $0["link"] == .string("released") }.count == 1)
    let later = list("plans", of: try edition("edition_2023"))
    #expect(
      later.first { $0["id"] == .string("special_plans_2023") }?["link"] == .string("foreseen"))
    #expect(texts("id", of: plans).contains("cell_therapy_plan"))
    let targets = list("targets", of: try edition("edition_2022"))
    #expect(texts("id", of: targets).prefix(2) == ["output_target_2025", "size_target_2025"])
  }

  @Test func onlyWhatWasKnownOnTheDayIsTold() throws {
    let edition = try edition(
      "edition_2021", asOf: CalendarDate("2022-11-30"))
    #expect(texts("id", of: list("sources", of: edition)) == ["preview_2021"])
    #expect(texts("id", of: list("targets", of: edition)) == ["output_target_three_year"])
  }

  /// Conditions compare codes, since the words change with the language.
  @Test func wordsHaveTheirCodeBeside() throws {
    let edition = try edition("edition_2024")
    #expect(edition["yearBasisCode"] == .string("inferred"))
    let forum = try #require(list("events", of: edition).first)
    #expect(forum["kindCode"] == .string("forum"))
    #expect(forum["hasPlace"] == .bool(false))
  }
}
