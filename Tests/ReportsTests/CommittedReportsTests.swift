import Documents
import Facts
import Foundation
import Reports
import Syntax
import TestSupport
import Testing

/// The committed sample must be what a fresh build gives: every document in every language.
@Suite struct CommittedReportsTests {
  /// All documents are built in one run, those of other days than the templates' own in one a day.
  @Test func equalAFreshBuild() async throws {
    let committed = try files(below: repositoryRoot.appending(path: "reports"))
    let copy = try WorkspaceCopy(ownTemplates: true)
    defer { copy.remove() }
    try await build(BuildRequest(jobs: 2), in: copy)
    // As `make reports` has it: the English briefing by Cairo.
    try await build(
      BuildRequest(
        reports: ["annual"], language: "en-GB", formats: [.pdf, .svg, .eps], renderer: .cairo,
        output: copy.workspace.location("reports/annual-cairo"), jobs: 2), in: copy)
    let days = Set(try copy.published().keys.map(Self.reportAndDay))
    for known in Set(committed.keys.map(Self.reportAndDay)).subtracting(days)
    where known.count == 2 {
      // `annual-cairo` has no folders of days.
      guard let day = CalendarDate(known[1]) else { continue }
      try await build(BuildRequest(reports: [known[0]], asOf: day, jobs: 2), in: copy)
    }
    let fresh = try copy.published()
    let differences = try Self.differences(committed, fresh)
    guard differences.isEmpty else {
      let reason = "the committed reports were made with \(differences.joined(separator: "; "))"
      if ExternalTool.mustBeThere { Issue.record("\(reason)") } else { print("skipped: \(reason)") }
      return
    }
    for path in Set(committed.keys).union(fresh.keys).sorted() {
      #expect(
        committed[path] == fresh[path],
        "reports/\(path) is stale: run make reports and look at it")
    }
  }

  private func build(_ request: BuildRequest, in copy: WorkspaceCopy) async throws {
    let result = await ReportBuilder(workspace: copy.workspace).build(request)
    #expect(
      result.problems.sorted.filter { $0.severity == .error }.map { $0.rendered(as: .text) } == [])
  }

  /// `annual` and `2024-12-31` of a path below `reports/`.
  private static func reportAndDay(_ path: String) -> [String] {
    path.split(separator: "/").prefix(2).map(String.init)
  }

  private func files(below folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let root = folder.path(percentEncoded: false)
    for path in FileManager.default.subpaths(atPath: root) ?? [] {
      let url = folder.appending(path: path)
      if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: url)
      }
    }
    return files
  }

  /// The libraries, fonts and patterns of committed manifests that this machine does not have.
  private static func differences(
    _ committed: [String: Data], _ fresh: [String: Data]
  ) throws -> [String] {
    func manifests(_ files: [String: Data]) -> [Manifest] {
      files.keys.filter { $0.hasSuffix(Manifest.fileName) }.sorted().compactMap { path in
        Manifest(SourceFile(path: path, bytes: Array(files[path] ?? Data())))
      }
    }
    let made = manifests(fresh)
    var found: [String] = []
    for known in manifests(committed) {
      let libraries = known.libraries.filter { library in
        !made.contains { $0.libraries.contains(library) }
      }
      let fonts = (known.fonts + known.patterns).filter { font in
        !made.contains { ($0.fonts + $0.patterns).contains(font) }
      }
      found += libraries.map { "\($0.name) \($0.version)" } + fonts.map(\.path)
    }
    return Set(found).sorted()
  }
}
