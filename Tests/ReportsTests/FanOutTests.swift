import Documents
import Facts
import Foundation
import Reports
import Syntax
import Testing

/// One template, several documents: for each value of a parameter, in each language.
@Suite struct FanOutTests {
  private static let template = """
    ---
    title: "{{ editions[params.edition].name }}"
    languages: [en-GB, en-US]
    as-of: 2024-12-31
    for-each: edition
    params:
      edition: { type: string, enum: "pluck(editionList, 'id')" }
    ---

    # The week

    {{ editions[params.edition].name }}. @fig-size shows the size.

    ```{chart}
    #| label: fig-size
    #| spec: charts/size.vl.json
    #| fig-cap: The industry
    ```
    """
  private static let chart = """
    {"data": {"name": "series_industry_size"}, "mark": "bar", "encoding": {
      "x": {"field": "year", "type": "ordinal"}, "y": {"field": "value", "type": "quantitative"}}}
    """

  private func withEvents(
    _ template: String = FanOutTests.template, _ body: (WorkspaceCopy) async throws -> Void
  ) async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try FileManager.default.removeItem(at: copy.folder.appending(path: "templates/annual"))
    let folder = copy.folder.appending(path: "templates/event/charts")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(template.utf8).write(to: copy.folder.appending(path: "templates/event/report.md"))
    try Data(Self.chart.utf8).write(to: folder.appending(path: "size.vl.json"))
    try await body(copy)
  }

  private func folders(_ copy: WorkspaceCopy) throws -> Set<String> {
    Set(
      try copy.published().keys.filter { $0.hasSuffix("manifest.json") }
        .map { String($0.dropLast("/manifest.json".count)) })
  }

  @Test func eachValueAndLanguageHasAFolder() async throws {
    try await withEvents { copy in
      try await copy.build(BuildRequest())
      var expected: Set<String> = []
      for year in 2021...2024 {
        for language in ["en-GB", "en-US"] {
          expected.insert("event/2024-12-31/edition_\(year)/\(language)")
        }
      }
      #expect(try folders(copy) == expected)
      let text = try #require(
        try copy.published()["event/2024-12-31/edition_2023/en-US/manifest.json"])
      let manifest = try #require(
        Manifest(SourceFile(path: Manifest.fileName, bytes: Array(text))))
      #expect(manifest.language == "en-US")
      #expect(manifest.parameters == ["edition=edition_2023"])
      #expect(manifest.outputs.map(\.path) == ["report.pdf", "size.svg"])
    }
  }

  @Test func aValueAndALanguageCanBeChosen() async throws {
    try await withEvents { copy in
      let request = BuildRequest(
        reports: ["event"], parameters: [("edition", "edition_2022")], language: "en-GB")
      try await copy.build(request)
      #expect(try folders(copy) == ["event/2024-12-31/edition_2022/en-GB"])
      var elsewhere = request
      elsewhere.output = copy.folder.appending(path: "reports/draft").path
      try await copy.build(elsewhere)
      let folders = try folders(copy)
      #expect(folders.contains("draft"))
    }
  }

  @Test func aValueThatIsNotThereListsThoseThatAre() async throws {
    try await withEvents { copy in
      let failure = await #expect(throws: DiagnosticFailure.self) {
        try await copy.build(BuildRequest(parameters: [("edition", "edition_2020")]))
      }
      let diagnostic = try #require(failure?.bag.sorted.first)
      #expect(diagnostic.id == ReportDiagnostics.parameterValue)
      #expect(
        diagnostic.expected
          == "one of `edition_2021`, `edition_2022`, `edition_2023`, `edition_2024`")
      let published = try copy.published()
      #expect(published.isEmpty)
    }
  }

  @Test func onAnEarlierDayThereAreFewer() async throws {
    try await withEvents { copy in
      try await copy.build(BuildRequest(asOf: CalendarDate("2022-11-30")))
      let folders = try folders(copy)
      #expect(
        folders == [
          "event/2022-11-30/edition_2021/en-GB", "event/2022-11-30/edition_2021/en-US",
          "event/2022-11-30/edition_2022/en-GB", "event/2022-11-30/edition_2022/en-US",
        ])
    }
  }

  @Test(arguments: [1, 2, 7])
  func theNumberOfJobsReachesNoByte(jobs: Int) async throws {
    try await withEvents { one in
      try await withEvents { other in
        var request = BuildRequest(formats: ReportFormat.all(by: .almanac))
        _ = try await one.build(request)
        request.jobs = jobs
        let result = await ReportBuilder(workspace: other.workspace).build(request)
        #expect(result.outcomes.count == 8)
        let (first, second) = (try one.published(), try other.published())
        #expect(first == second)
      }
    }
  }

  @Test func aDocumentWithAProblemDoesNotHoldTheOthersBack() async throws {
    let template = Self.template.replacing(
      "# The week", with: "# The week\n\n{{ params.edition == 'edition_2022' ? null : 'x' }}")
    try await withEvents(template) { copy in
      let result = await ReportBuilder(workspace: copy.workspace).build(
        BuildRequest(language: "en-GB", jobs: 2))
      #expect(result.outcomes.map { $0 == .failed } == [false, true, false, false])
      #expect(result.problems.sorted.filter { $0.severity == .error }.count == 1)
      let folders = try folders(copy)
      #expect(folders.count == 3)
    }
  }

  @Test(arguments: [
    ("enum: \"pluck(editionList, 'id')\"", "enum: editionList", "parameter-list"),
    ("enum: \"pluck(editionList, 'id')\"", "enum: dataset", "parameter-list"),
    ("enum: \"pluck(editionList, 'id')\"", "enum: [\"../x\"]", "folder-name"),
    (
      "enum: \"pluck(editionList, 'id')\"", "enum: \"pluck(editionsList, 'id')\"",
      "expression-undefined"
    ),
    ("for-each: edition", "for-each: editon", "for-each"),
  ])
  func mistakesAreTold(old: String, new: String, id: String) async throws {
    try await withEvents(Self.template.replacing(old, with: new)) { copy in
      let failure = await #expect(throws: DiagnosticFailure.self) {
        try await copy.build(BuildRequest(language: "en-GB"))
      }
      #expect(failure?.bag.diagnostics.contains { $0.id.name == id } == true)
      let published = try copy.published()
      #expect(published.isEmpty)
    }
  }

  @Test func noValueAtAllIsAWarning() async throws {
    let template = Self.template.replacing(
      "pluck(editionList, 'id')", with: "slice(pluck(editionList, 'id'), 9)")
    try await withEvents(template) { copy in
      let result = await ReportBuilder(workspace: copy.workspace).build(BuildRequest())
      #expect(result.outcomes.isEmpty)
      #expect(result.problems.sorted.map(\.id) == [ReportDiagnostics.noDocuments])
    }
  }

  @Test func aSectionThatIsLeftOutIsTold() async throws {
    let template = Self.template.replacing(
      "# The week", with: "# Gone {needs=\"series.nothing\"}\n\n{{ nought }}\n\n# The week")
    try await withEvents(template) { copy in
      let result = await ReportBuilder(workspace: copy.workspace).build(
        BuildRequest(language: "en-GB"))
      #expect(result.problems.sorted.map(\.id.name) == ["section-left-out"])
      #expect(!result.problems.hasErrors)
      let found = await ReportBuilder(workspace: copy.workspace).check([])
      #expect(found.diagnostics.contains { $0.id.name == "section-left-out" })
    }
  }
}
