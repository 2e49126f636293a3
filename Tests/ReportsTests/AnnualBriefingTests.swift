import Facts
import Foundation
import Syntax
import TestSupport
import Testing

@testable import Reports

/// The annual briefing of this repository, in both languages, as it would have been known earlier.
@Suite struct AnnualBriefingTests {
  /// What each day must show, and what had not been published by then.
  static let days: [(day: String, shows: [String], hides: [String])] = [
    ("2021-10-01", ["600", "6000亿元"], ["853.7", "933.7", "9337"]),
    ("2022-11-30", ["600", "Shanghai Vision"], ["853.7", "933.7", "9337"]),
  ]

  /// What the tool adds out of the data is set as the template is.
  @Test func theAnnexHasTypographicSigns() async throws {
    let copy = try WorkspaceCopy(ownTemplates: true)
    defer { copy.remove() }
    let request = BuildRequest(reports: ["annual"], language: "en-GB")
    let run = await RunInputs.load(request, from: copy.workspace)
    var bag = run.problems
    let plan = try #require(await run.plans(request, in: copy.workspace, into: &bag).first)
    let result = try await ReportCompiler(
      workspace: copy.workspace, data: try #require(run.data), text: .live, jobs: 2
    ).compile(plan).get()
    let text = PageOutline.text(of: result.pages)
    #expect(text.contains("\u{2019}s manufacturing"))
    #expect(!text.contains("'"))
  }

  @Test(arguments: days)
  func readsOnAnEarlierDay(day: String, shows: [String], hides: [String]) async throws {
    let copy = try WorkspaceCopy(ownTemplates: true)
    defer { copy.remove() }
    let result = await ReportBuilder(workspace: copy.workspace).build(
      BuildRequest(reports: ["annual"], asOf: CalendarDate(day), formats: [.svg], jobs: 2))
    #expect(
      result.problems.sorted.filter { $0.severity == .error }.map { $0.rendered(as: .text) } == [])
    let charts = try copy.published().filter { $0.key.hasSuffix(".svg") }
    #expect(Set(charts.keys.map { $0.split(separator: "/").dropLast().last }).count == 2)
    let text = charts.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    for words in shows { #expect(text.contains(words), "\(day): \(words)") }
    for words in hides { #expect(!text.contains(words), "\(day): \(words)") }
  }
}
