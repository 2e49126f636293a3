import Facts
import Reports
import Testing

/// The documents of the worked example that open with a band.
@Suite struct SheetTests {
  @Test(arguments: [
    ("factsheet", "2024-12-31", 1), ("factsheet", "2022-11-30", 1), ("targets", "2024-12-31", 2),
    ("targets", "2022-11-30", 2),
  ])
  func aSheetKeepsToItsPagesInEachLanguage(report: String, asOf: String, pages: Int) async throws {
    let copy = try WorkspaceCopy(ownTemplates: true)
    defer { copy.remove() }
    try await copy.build(
      BuildRequest(reports: [report], asOf: CalendarDate(asOf), formats: [.pagesSVG]))
    let files = try copy.published().filter { $0.key.contains("/page-") }
    #expect(files.keys.count { $0.contains("/en-GB/") } == pages)
    #expect(files.keys.count { $0.contains("/zh-Hans/") } == pages)
    // A word that a chart does not have would stand there as nothing at all.
    #expect(files.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("null") })
  }

  /// A sheet for each edition known on the day; that of the first on two pages, and so on.
  @Test(arguments: [("2024-12-31", [2, 3, 3, 2]), ("2022-11-30", [2, 3])])
  func eachEditionHasItsSheet(asOf: String, pages: [Int]) async throws {
    let copy = try WorkspaceCopy(ownTemplates: true)
    defer { copy.remove() }
    try await copy.build(
      BuildRequest(reports: ["event"], asOf: CalendarDate(asOf), formats: [.pagesSVG]))
    let names = try copy.published().keys.filter { $0.contains("/page-") }
    for language in ["en-GB", "zh-Hans"] {
      let counts = (0..<4).map { index in
        names.count { $0.contains("edition_\(2021 + index)/\(language)/") }
      }
      #expect(counts == pages + Array(repeating: 0, count: 4 - pages.count))
    }
  }

  /// On one page or two a reader sees where a source is cited.
  @Test func aSheetHasNoColumnOfPages() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    func text() async throws -> String {
      try await copy.build(BuildRequest(reports: ["annual"], formats: [.pagesSVG]))
      return try copy.published().filter { $0.key.contains("/page-") }.map {
        String(decoding: $0.value, as: UTF8.self)
      }.joined()
    }
    #expect(try await text().contains("Cited"))
    try copy.edit("templates/annual/report.md", "\ncover: charts/cover.vl.json", "\nopening: band")
    #expect(try await !text().contains("Cited"))
  }
}
