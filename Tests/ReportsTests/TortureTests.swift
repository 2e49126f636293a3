import Foundation
import Scene
import Syntax
import TestSupport
import Testing

@testable import Reports

/// A document of forty pages with every construct of a template, in both languages: what stands where,
/// line by line. Each page has been looked at.
@Suite struct TortureTests {
  /// A workspace of the torture template and the small dataset of the command's tests.
  private func workspace() throws -> (folder: URL, workspace: Workspace) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "almanac-torture-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: repositoryRoot.appending(path: "Tests/CommandTests/Workspace/data"),
      to: folder.appending(path: "data"))
    try FileManager.default.copyItem(
      at: repositoryRoot.appending(path: "Tests/Torture/templates"),
      to: folder.appending(path: "templates"))
    let path = folder.path(percentEncoded: false)
    return (folder, Workspace(root: path.hasSuffix("/") ? String(path.dropLast()) : path))
  }

  @Test(arguments: ["en-GB", "zh-Hans"])
  func everyConstructOnItsPage(language: String) async throws {
    let (folder, workspace) = try workspace()
    defer { try? FileManager.default.removeItem(at: folder) }
    let request = BuildRequest(reports: ["torture"], language: language)
    let run = await RunInputs.load(request, from: workspace)
    var bag = run.problems
    let plan = try #require(await run.plans(request, in: workspace, into: &bag).first)
    let result = try await ReportCompiler(
      workspace: workspace, data: try #require(run.data), text: .live, jobs: 2
    ).compile(plan).get()
    bag.add(contentsOf: result.warnings)
    // The one note: a section of which the data know nothing is left out.
    #expect(bag.sorted.map(\.severity) == [.note])
    #expect(result.pages.pages.count >= 38)
    try expectGolden(
      PageOutline.text(of: result.pages), folder: "torture", name: "\(language).txt")
  }
}
