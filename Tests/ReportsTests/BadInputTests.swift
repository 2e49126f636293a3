import Facts
import Foundation
import Reports
import Syntax
import TestSupport
import Testing

/// A mistake in a workspace, and how it is told.
struct Mistake: Sendable, CustomStringConvertible {
  var path: String
  var old: String
  var new: String
  /// What the first diagnostic at the mistake holds.
  var id: String
  var line: Int
  var column: Int
  var hint: String

  var description: String { id }

  static let all = [
    Mistake(
      path: "data/observations.csv", old: ",written,value,", new: ",written,vallue,",
      id: "data-column", line: 1, column: 62, hint: "did you mean `value`?"),
    Mistake(
      path: "data/observations.csv", old: "853.7,9,CNY", new: "853;7,9,CNY",
      id: "cell-value", line: 3, column: 147, hint: ""),
    Mistake(
      path: "data/observations.csv", old: "yuan,186,9,CNY", new: "yuan,186,9,yuan",
      id: "cell-code", line: 10, column: 166, hint: "did you mean `CNY`?"),
    Mistake(
      path: "data/targets.csv", old: "target,industry_size,", new: "target,industry_sise,",
      id: "row-reference", line: 4, column: 48, hint: "did you mean `industry_size`?"),
    Mistake(
      path: "templates/annual/charts/targets.vl.json", old: "\"field\": \"attained\"",
      new: "\"field\": \"atained\"", id: "chart-field", line: 18, column: 20,
      hint: "did you mean `attained`?"),
    Mistake(
      path: "templates/annual/report.md", old: "series.industry_size.latest.number",
      new: "series.industry_sze.latest.number", id: "expression-undefined", line: 17, column: 11,
      hint: "did you mean `industry_size`?"),
    Mistake(
      path: "templates/annual/report.md", old: "lang: en-GB", new: "theme: breifing",
      id: "unknown-theme", line: 6, column: 8, hint: "did you mean `briefing`?"),
  ]
}

@Suite struct BadInputTests {
  private func diagnostics(of copy: WorkspaceCopy, output: String? = nil) async throws
    -> [Diagnostic]
  {
    let failure = await #expect(throws: DiagnosticFailure.self) {
      try await copy.build(
        BuildRequest(reports: ["annual"], output: output))
    }
    #expect(try copy.published().isEmpty, "something was written")
    return failure?.bag.sorted.filter { $0.severity == .error } ?? []
  }

  @Test(arguments: Mistake.all)
  func eachIsToldAtItsPlace(mistake: Mistake) async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try copy.edit(mistake.path, mistake.old, mistake.new)
    let found = try await diagnostics(of: copy)
    let diagnostic = try #require(found.first { $0.id.name == mistake.id })
    let span = try #require(diagnostic.span)
    #expect(span.file.path == mistake.path)
    #expect(span.start == SourcePosition(line: mistake.line, column: mistake.column))
    #expect(diagnostic.hints.first ?? "" == mistake.hint)
  }

  @Test func allAreToldInOneRun() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    for mistake in Mistake.all { try copy.edit(mistake.path, mistake.old, mistake.new) }
    let obstacle = copy.folder.appending(path: "file")
    try Data().write(to: obstacle)
    let found = try await diagnostics(of: copy, output: "\(copy.workspace.root)/file/out")
    for id in Mistake.all.map(\.id) + ["unwritable-output"] {
      #expect(found.contains { $0.id.name == id }, "\(id) is not told")
    }
    // What only follows from another mistake is not told beside it.
    #expect(found.count == Mistake.all.count + 1, "\(found.map { "\($0.id) \($0.message)" })")
  }

  /// Names of rows that are not there for want of the table are not told beside it.
  @Test(arguments: ["targets", "observations", "indicators", "sources"])
  func aTableThatIsNotThereIsToldAlone(name: String) async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try FileManager.default.removeItem(at: copy.folder.appending(path: "data/\(name).csv"))
    let found = try await diagnostics(of: copy)
    #expect(found.map(\.id) == [SyntaxDiagnostics.fileMissing])
    #expect(found.first?.span?.file.path == "data/datapackage.json")
  }

  @Test(arguments: [("title: ", "title: [", "yaml-syntax"), ("---\n", "", "front-matter")])
  func aFrontMatterThatCannotBeReadIsToldAlone(old: String, new: String, id: String) async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try copy.edit("templates/annual/report.md", old, new)
    let found = try await diagnostics(of: copy)
    #expect(!found.contains { $0.id == ReportDiagnostics.missingDate })
    #expect(found.contains { $0.id.name == id })
  }

  @Test func aReportThatIsNotThereNamesThoseThatAre() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    let failure = await #expect(throws: DiagnosticFailure.self) {
      try await copy.build(BuildRequest(reports: ["anual"]))
    }
    let diagnostic = try #require(failure?.bag.diagnostics.first)
    #expect(diagnostic.id == ReportDiagnostics.unknownReport)
    #expect(diagnostic.hints == ["did you mean `annual`?"])
  }

  @Test(arguments: [
    ("colour=red", ReportDiagnostics.unknownParameter),
    ("size=tall", ReportDiagnostics.parameterValue),
    ("size=9", ReportDiagnostics.parameterValue),
  ])
  func parametersAreHeldAgainstTheirDeclaration(given: String, id: DiagnosticID) async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try copy.edit(
      "templates/annual/report.md", "as-of: 2024-12-31",
      "as-of: 2024-12-31\nparams:\n  size: {type: integer, default: 1, enum: [1, 2]}")
    let parts = given.split(separator: "=").map(String.init)
    let failure = await #expect(throws: DiagnosticFailure.self) {
      try await copy.build(
        BuildRequest(reports: ["annual"], parameters: [(parts[0], parts[1])]))
    }
    #expect(failure?.bag.diagnostics.contains { $0.id == id } == true)
  }

  /// A day that is none, none at all, and one before anything is known: each told once, where it is written.
  @Test(
    arguments: [
      ("as-of: 2024-02-30", "front-matter", 3, 8), ("as-of: 0000-01-01", "front-matter", 3, 8),
      ("# as-of", "as-of-missing", 1, 1), ("as-of: 1990-01-01", "as-of-early", 3, 8),
    ])
  func aDayOfNoUseIsToldOnce(written: String, id: String, line: Int, column: Int) async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    let report = copy.folder.appending(path: "templates/annual/report.md")
    let text = "---\ntitle: T\n\(written)\nlang: en\n---\n\n{{ series.industry_size.latest }}\n"
    try Data(text.utf8).write(to: report)
    let found = try await diagnostics(of: copy)
    #expect(found.map(\.id.name) == [id])
    #expect(found.first?.span?.start == SourcePosition(line: line, column: column))
  }

  @Test func aDayThatIsAskedForAndEarlyIsToldOnce() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    let failure = await #expect(throws: DiagnosticFailure.self) {
      try await copy.build(BuildRequest(reports: ["annual"], asOf: CalendarDate("1990-01-01")))
    }
    #expect(failure?.bag.diagnostics.map(\.id) == [ReportDiagnostics.earlyDate])
    #expect(failure?.bag.diagnostics.first?.expected?.contains("2021-09-18") == true)
  }

  @Test func aPictureThatIsNoneIsTold() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    try Data("no picture".utf8).write(to: copy.folder.appending(path: "templates/annual/a.png"))
    try copy.edit(
      "templates/annual/report.md", "# Growth and targets",
      "# Growth and targets\n\n![A caption](a.png){#fig-a fig-alt=\"words\"}\n\nSee @fig-a.")
    let found = try await diagnostics(of: copy)
    #expect(found.map(\.id) == [ReportDiagnostics.figureFile])
  }

  /// In every format, at its place, before a pixel is asked for.
  @Test(arguments: [
    (SampleImages.png(saying: 60_000, by: 60_000), "image-size"),
    (Array(SampleImages.png.prefix(45)), "image-file"),
    (Array(SampleImages.jpeg.dropLast(4)), "image-file"),
  ])
  func aPictureThatNothingCanShowIsTold(file: [UInt8], id: String) async throws {
    for formats in [[ReportFormat.pdf], [.pagesSVG], [.pagesPNG]] {
      let copy = try WorkspaceCopy()
      defer { copy.remove() }
      try Data(file).write(to: copy.folder.appending(path: "templates/annual/a.png"))
      try copy.edit(
        "templates/annual/report.md", "# Growth and targets",
        "# Growth and targets\n\n![A caption](a.png){#fig-a fig-alt=\"words\"}\n\nSee @fig-a.")
      let failure = await #expect(throws: DiagnosticFailure.self) {
        try await copy.build(BuildRequest(reports: ["annual"], formats: formats))
      }
      let found = failure?.bag.diagnostics.filter { $0.severity == .error } ?? []
      #expect(found.map(\.id) == [DiagnosticID(id)])
      #expect(found.first?.message.contains("`a.png`") == true)
      #expect(try copy.published().isEmpty)
    }
  }

  @Test func aStyleOfTheWorkspaceIsReadAndListed() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    let folder = copy.folder.appending(path: "templates/themes")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "ours.yaml")
    try Data("colours: { accent: \"#123a6b\" }".utf8).write(to: file)
    try copy.edit("templates/annual/report.md", "lang: en-GB", "lang: en-GB\ntheme: ours")
    _ = try await copy.build(
      BuildRequest(reports: ["annual"], formats: []))
    let manifest = try #require(
      try copy.published().first { $0.key.hasSuffix("manifest.json") }?.value)
    #expect(String(decoding: manifest, as: UTF8.self).contains("templates/themes/ours.yaml"))
    try copy.edit("templates/annual/report.md", "theme: ours", "theme: hours")
    let failure = await #expect(throws: DiagnosticFailure.self) {
      try await copy.build(BuildRequest(reports: ["annual"]))
    }
    #expect(
      failure?.bag.diagnostics.first { $0.id.name == "unknown-theme" }?.hints == [
        "did you mean `ours`?"
      ])
  }
}
