import Foundation
import Reports
import Syntax
import Testing

/// What a document says of itself is counted from it.
@Suite struct ReportCountsTests {
  private func words(_ copy: WorkspaceCopy) async throws -> String {
    try await copy.build(BuildRequest(reports: ["annual"], formats: [.pagesSVG]))
    return try copy.published().filter { $0.key.contains("/page-") }
      .sorted { $0.key < $1.key }
      .map { String(decoding: $0.value, as: UTF8.self) }.joined()
  }

  @Test func theFiguresCountedAreTheRowsOfTheAnnex() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try copy.edit(
      "templates/annual/report.md", "# Growth and targets",
      "# {{ 'N' + report.counts.figures + 'F' + report.counts.stated + 'D' + report.counts.derived }}"
    )
    let pages = try await words(copy)
    let match = try #require(pages.firstMatch(of: /N(\d+)F(\d+)D(\d+)/))
    let (all, stated, derived) = (Int(match.1), Int(match.2), Int(match.3))
    #expect((all ?? 0) == (stated ?? 0) + (derived ?? 0))
    // A second figure in prose that stood nowhere before is one row more.
    try copy.edit(
      "templates/annual/report.md", "## How to read the figures",
      "## How to read the figures\n\nThere are {{ facts.specialised_parks_undated }}."
    )
    let more = try #require(try await words(copy).firstMatch(of: /N(\d+)F(\d+)D(\d+)/))
    #expect(Int(more.1) == all.map { $0 + 1 })
    #expect(Int(more.2) == stated.map { $0 + 1 })
    #expect(Int(more.3) == derived)
  }

  /// A figure that comes in with the count would be one that the count has not counted.
  @Test func aCountDoesNotBringFiguresOfItsOwn() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try copy.edit(
      "templates/annual/report.md", "# Growth and targets",
      "# Growth\n\n{{ report.counts.figures + facts.specialised_parks_undated.text }}")
    let result = await ReportBuilder(workspace: copy.workspace).build(
      BuildRequest(reports: ["annual"], formats: [.pagesSVG]))
    #expect(
      result.problems.sorted.filter { $0.severity == .error }.map(\.id)
        == [ReportDiagnostics.reportCounts])
  }

  /// The third source is cited nowhere: its number is left out, and the later ones keep theirs.
  @Test func aSourceKeepsItsNumberWhereAnotherIsNotUsed() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    let pages = try await words(copy)
    #expect(pages.contains("[5]"))
    #expect(!pages.contains("[3]"))
  }
}
