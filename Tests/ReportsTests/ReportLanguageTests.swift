import Foundation
import Reports
import Syntax
import Testing
import Wording

@Suite struct ReportLanguageTests {
  private func problems(_ front: String, _ body: String = "") async throws -> [Diagnostic] {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    let folder = copy.folder.appending(path: "templates/short")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = "---\ntitle: Short\nas-of: 2024-12-31\n\(front)---\n\n# Head\n\n\(body)\n"
    try Data(text.utf8).write(to: folder.appending(path: "report.md"))
    return await ReportBuilder(workspace: copy.workspace).check(["short"]).sorted
      .filter { $0.severity == .error }
  }

  @Test func aLanguageWithoutLabelsSaysWhichFileToWrite() async throws {
    let found = try await problems("lang: fr\n", "Bonjour.")
    #expect(found.map(\.id) == [ReportDiagnostics.languageLabels])
    #expect(found.first?.expected == "a file `templates/labels/fr.yaml` with a text for each label")
    #expect(found.first?.span?.text == "fr")
  }

  @Test func labelsOfAWorkspaceMustBeWhole() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    for name in ["short", "labels"] {
      try FileManager.default.createDirectory(
        at: copy.folder.appending(path: "templates/\(name)"), withIntermediateDirectories: true)
    }
    try Data("---\ntitle: Court\nas-of: 2024-12-31\nlang: fr\n---\n\nBonjour.\n".utf8)
      .write(to: copy.folder.appending(path: "templates/short/report.md"))
    let labels = copy.folder.appending(path: "templates/labels/fr.yaml")
    func check(_ lines: some Sequence<Label>) async throws -> [String] {
      let text = lines.map { "\($0.rawValue): \"x\"\n" }.joined()
      try Data(text.utf8).write(to: labels)
      return await ReportBuilder(workspace: copy.workspace).check(["short"]).sorted
        .filter { $0.severity == .error }.map(\.message)
    }
    #expect(try await check(Label.allCases).isEmpty)
    #expect(
      try await check(Label.allCases.dropFirst(2)) == [
        "the key `figure` is missing", "the key `table` is missing",
      ])
  }

  @Test func viewsAreTablesForChartsTablesAndProse() async throws {
    let views = """
      views:
        levels:
          data: { name: series_industry_size }
          transform:
            - filter: datum.year >= params.from
        last:
          data: { name: levels }
          transform:
            - filter: datum.year == 2023
      params:
        from: { type: integer, default: 2022 }

      """
    let body = """
      {{ count(views.levels) }} years; in {{ first(views.last).period }} it was {{ first(views.last).label }}.
      See @tbl-levels.

      ```{table}
      #| label: tbl-levels
      #| tbl-cap: Levels
      #| each: views.levels
      #| columns:
      #|   - { title: Year, value: row.period }
      ```
      """
    #expect(try await problems(views, body).isEmpty)
  }

  @Test func aViewOfNothingIsToldAtItsName() async throws {
    let views = """
      views:
        levels:
          data: { name: series_industry_sice }
        targets:
          data: { name: series }
          transform: [{ filtre: "true" }]
        odd:
          data: { name: series }
          transform: [{ filter: "datum.year >" }]

      """
    let found = try await problems(views, "Text.")
    #expect(
      found.map(\.id.name) == ["view-data", "view-name", "transform-kind", "expression-syntax"])
    #expect(found.first?.span?.text == "series_industry_sice")
    #expect(found.first?.hints == ["did you mean `series_industry_size`?"])
    #expect(found.first { $0.id == ReportDiagnostics.viewNameID }?.span?.text == "targets")
    #expect(ReportDiagnostics.viewDataID.name == "view-data")
  }
}
