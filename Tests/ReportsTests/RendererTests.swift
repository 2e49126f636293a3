import Documents
import Foundation
import Reports
import Syntax
import Testing

/// Who draws: the command line, else the front matter, else the workspace, else our own writers.
@Suite struct RendererTests {
  private func built(
    _ request: BuildRequest, frontMatter: String? = nil, settings: String? = nil
  ) async throws -> (files: [String: Data], problems: [Diagnostic]) {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    if let frontMatter {
      try copy.edit("templates/annual/report.md", "lang: en-GB", "lang: en-GB\n\(frontMatter)")
    }
    if let settings {
      try Data(settings.utf8).write(to: copy.folder.appending(path: "almanac.yaml"))
    }
    let result = await ReportBuilder(workspace: copy.workspace).build(request)
    return (try copy.published(), result.problems.sorted)
  }

  private func file(_ name: String, in files: [String: Data]) -> String {
    let found = files.first { $0.key.hasSuffix("/\(name)") }?.value
    return String(decoding: found ?? Data(), as: UTF8.self)
  }

  private func renderer(_ files: [String: Data]) -> String? {
    file("manifest.json", in: files).firstMatch(of: /"renderer": "([a-z]+)"/).map { String($0.1) }
  }

  private static let request = BuildRequest(reports: ["annual"], formats: [.pdf])

  @Test(
    arguments: [
      (nil, nil, nil, "almanac"), (nil, nil, "renderer: cairo", "cairo"),
      (nil, "renderer: almanac", "renderer: cairo", "almanac"),
      (nil, "renderer: cairo", nil, "cairo"), (nil, nil, "# renderer: cairo", "almanac"),
      (Renderer.almanac, "renderer: cairo", "renderer: cairo", "almanac"),
      (.cairo, "renderer: almanac", nil, "cairo"),
    ] as [(Renderer?, String?, String?, String)])
  func theNearestWordHolds(
    asked: Renderer?, frontMatter: String?, settings: String?, expected: String
  ) async throws {
    var request = Self.request
    request.renderer = asked
    let (files, problems) = try await built(request, frontMatter: frontMatter, settings: settings)
    #expect(renderer(files) == expected)
    let isCairos = file("report.pdf", in: files).contains("cairo 1.")
    #expect(isCairos == (expected == "cairo"))
    // What Cairo does not carry is told once.
    let limits = problems.filter { $0.id == ReportDiagnostics.rendererLimits }
    #expect(limits.count == (expected == "cairo" ? 1 : 0))
    #expect(file("manifest.json", in: files).contains("almanac.yaml") == (settings != nil))
  }

  @Test func cairoDrawsEveryFormat() async throws {
    let (files, problems) = try await built(
      BuildRequest(reports: ["annual"], formats: nil, renderer: .cairo))
    #expect(problems.allSatisfy { $0.severity < .error })
    let endings = Set(files.keys.compactMap { $0.split(separator: ".").last.map(String.init) })
    #expect(endings == ["pdf", "svg", "png", "ps", "eps", "json"])
    #expect(file("report.ps", in: files).hasPrefix("%!PS-Adobe-3.0\n"))
    #expect(file("page-01.svg", in: files).contains("<title>"))
    // What is told of a file names it.
    for problem in problems where problem.id.name == "cairo-raster" {
      #expect(problem.notes.contains { $0.message.hasPrefix("in `") })
    }
    let own = try await built(BuildRequest(reports: ["annual"], formats: nil)).files
    #expect(own.keys.filter { $0.hasSuffix("ps") }.isEmpty)
  }

  @Test(arguments: [ReportFormat.ps, .eps])
  func aFormatThatNeedsCairoSaysSo(format: ReportFormat) async throws {
    let (files, problems) = try await built(
      BuildRequest(reports: ["annual"], formats: [.pdf, format]))
    #expect(files.isEmpty)
    let errors = problems.filter { $0.severity == .error }
    #expect(errors.map(\.id) == [ReportDiagnostics.formatNeedsCairo])
    #expect(
      errors.first?.message
        == "the report `annual` is not drawn by Cairo, which alone writes `\(format.rawValue)`")
    #expect(errors.first?.hints.first?.contains("--renderer cairo") == true)
  }

  @Test(arguments: [
    ("renderer: kairo", "did you mean `cairo`?"), ("rendrer: cairo", "did you mean `renderer`?"),
    ("- a", ""), ("renderer: [cairo]", ""),
  ])
  func settingsThatCannotBeReadAreTold(settings: String, hint: String) async throws {
    let (files, problems) = try await built(Self.request, settings: settings)
    let errors = problems.filter { $0.severity == .error }
    #expect(errors.count == 1 && errors[0].span?.file.path == "almanac.yaml", "\(errors)")
    if !hint.isEmpty { #expect(errors.first?.hints == [hint]) }
    #expect(files.isEmpty)
  }
}
