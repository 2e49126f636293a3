import Facts
import Foundation
import Reports
import Syntax
import TestSupport
import Testing

/// The annual briefing of this repository, in both languages, as it would have been known earlier.
@Suite struct AnnualBriefingTests {
  /// What each day must show, and what had not been published by then.
  static let days: [(day: String, shows: [String], hides: [String])] = [
    ("2021-10-01", ["600", "6000亿元"], ["853.7", "933.7", "9337"]),
    ("2022-11-30", ["600", "Shanghai Vision"], ["853.7", "933.7", "9337"]),
  ]

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
