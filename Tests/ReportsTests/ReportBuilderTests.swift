import Documents
import Facts
import Foundation
import Reports
import Syntax
import TestSupport
import Testing

@Suite struct ReportBuilderTests {
  private let annual = BuildRequest(reports: ["annual"])

  private func withCopy(_ body: (WorkspaceCopy) async throws -> Void) async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try await body(copy)
  }

  @Test func theAnnualBriefingIsPublishedWithItsChartsAndManifest() async throws {
    try await withCopy { copy in
      guard case .written(let paths) = try await copy.build(annual)
      else {
        Issue.record("nothing was written")
        return
      }
      let names = paths.compactMap { $0.split(separator: "/").last.map(String.init) }
      #expect(names == ["report.pdf", "growth.svg", "targets.svg", "manifest.json"])
      #expect(paths.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    }
  }

  @Test func pagesAndChartsComeInTheFormatsAskedFor() async throws {
    try await withCopy { copy in
      let request = BuildRequest(reports: ["annual"], formats: ReportFormat.all(by: .almanac))
      _ = try await copy.build(request)
      let files = try copy.published()
      let folder = "annual/2024-12-31"
      let names = Set(files.keys.map { String($0.dropFirst(folder.count + 1)) })
      #expect(
        names.isSuperset(of: [
          "report.pdf", "growth.svg", "growth.png", "growth-social.png", "pages/page-01.svg",
          "pages/page-01.png", "manifest.json",
        ]))
      // Width and height stand in the sixteenth byte of a PNG, big endian.
      let social = try #require(files["\(folder)/growth-social.png"])
      #expect(Array(social[16..<24]) == [0, 0, 0x04, 0xB0, 0, 0, 0x02, 0xA3])
      let page = try #require(files["\(folder)/pages/page-02.svg"])
      #expect(String(decoding: page, as: UTF8.self).contains("<text"))
    }
  }

  @Test func outlinesLeaveNoTextInDrawings() async throws {
    try await withCopy { copy in
      let request = BuildRequest(reports: ["annual"], formats: [.svg, .pagesSVG], text: .outlines)
      _ = try await copy.build(request)
      for (path, bytes) in try copy.published() where path.hasSuffix(".svg") {
        let svg = String(decoding: bytes, as: UTF8.self)
        #expect(!svg.contains("<text"), "\(path)")
        #expect(svg.contains("<path"), "\(path)")
      }
    }
  }

  @Test func aChartThatIsForItsPageAloneIsNotPublished() async throws {
    try await withCopy { copy in
      try copy.edit(
        "templates/annual/report.md", "#| spec: charts/growth.vl.json",
        "#| spec: charts/growth.vl.json\n#| publish: page")
      try copy.edit(
        "templates/annual/report.md", "#| spec: charts/targets.vl.json",
        "#| spec: charts/targets.vl.json\n#| publish: web")
      let request = BuildRequest(reports: ["annual"], formats: [.svg, .png])
      _ = try await copy.build(request)
      let names = try copy.published().keys.map { $0.split(separator: "/").last.map(String.init) }
      #expect(!names.contains("growth.svg"))
      #expect(!names.contains("growth-social.png"))
      #expect(names.contains("targets.png"))
      #expect(!names.contains("targets-social.png"))
    }
  }

  @Test func twoBuildsGiveTheSameBytes() async throws {
    try await withCopy { first in
      try await withCopy { second in
        _ = try await first.build(annual)
        _ = try await second.build(annual)
        let one = try first.published()
        #expect(one.count == 4)
        #expect(one == (try second.published()))
      }
    }
  }

  @Test func aBuildWithoutChangesWritesNothing() async throws {
    try await withCopy { copy in
      _ = try await copy.build(annual)
      guard case .unchanged(let folder) = try await copy.build(annual) else {
        Issue.record("it was written again")
        return
      }
      #expect(folder.hasSuffix("reports/annual/2024-12-31"))
    }
  }

  @Test func aChangedFigureChangesTheReport() async throws {
    try await withCopy { copy in
      _ = try await copy.build(annual)
      let before = try copy.published()
      try copy.edit("templates/annual/report.md", "## Findings", "## What we found")
      guard case .written = try await copy.build(annual) else {
        Issue.record("the change was not noticed")
        return
      }
      let after = try copy.published()
      #expect(before["annual/2024-12-31/report.pdf"] != after["annual/2024-12-31/report.pdf"])
      #expect(before["annual/2024-12-31/growth.svg"] == after["annual/2024-12-31/growth.svg"])
    }
  }

  @Test func theManifestNamesEveryInputAndOutput() async throws {
    try await withCopy { copy in
      _ = try await copy.build(annual)
      let files = try copy.published()
      let text = try #require(files["annual/2024-12-31/manifest.json"])
      let manifest = try #require(
        Manifest(SourceFile(path: "manifest.json", bytes: Array(text))))
      #expect(manifest.inputs.contains { $0.path == "templates/annual/charts/growth.vl.json" })
      #expect(manifest.inputs.contains { $0.path == "data/observations.csv" })
      #expect(manifest.inputs.map(\.path) == manifest.inputs.map(\.path).sorted())
      #expect(manifest.outputs.map(\.path) == ["report.pdf", "growth.svg", "targets.svg"])
      for output in manifest.outputs {
        let bytes = try #require(files["annual/2024-12-31/\(output.path)"])
        #expect(Fingerprint(of: Array(bytes)) == output.fingerprint)
      }
      #expect(manifest.fonts.contains { $0.path == "Lato-Bold.ttf" })
      #expect(manifest.libraries.map(\.name).contains("cairo"))
    }
  }

  @Test func anEarlierDayLeavesOutWhatWasNotKnown() async throws {
    try await withCopy { copy in
      let early = BuildRequest(reports: ["annual"], asOf: CalendarDate("2022-12-31"))
      let failure = await #expect(throws: DiagnosticFailure.self) {
        try await copy.build(early)
      }
      // The template names figures of 2023: it says so, rather than print a gap.
      #expect(failure?.bag.hasErrors == true)
      let published = try copy.published()
      #expect(published.isEmpty)
    }
  }

  @Test func aReportIsBuiltInTheLanguageAskedFor() async throws {
    try await withCopy { copy in
      try copy.edit("templates/annual/report.md", "lang: en-GB", "languages: [en-GB, zh-Hans]")
      try copy.edit(
        "templates/annual/report.md", "## Findings",
        "::: {lang=zh-Hans}\n{{ lang }}{{ 1 / nothing }}\n:::\n\n## Findings")
      let english = BuildRequest(reports: ["annual"], language: "en-GB")
      guard case .written = try await copy.build(english) else {
        Issue.record("nothing was written in English")
        return
      }
      let failure = await #expect(throws: DiagnosticFailure.self) {
        try await copy.build(BuildRequest(reports: ["annual"], language: "zh-Hans"))
      }
      #expect(
        failure?.bag.diagnostics.filter { $0.severity == .error }.map(\.message)
          == ["`nothing` is not defined here"])
      #expect(await ReportBuilder(workspace: copy.workspace).check(["annual"]).hasErrors)
      let unknown = await #expect(throws: DiagnosticFailure.self) {
        try await copy.build(BuildRequest(reports: ["annual"], language: "fr"))
      }
      #expect(
        unknown?.bag.diagnostics.contains { $0.expected == "one of `en-GB`, `zh-Hans`" } == true)
    }
  }
}
