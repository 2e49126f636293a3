import Foundation
import Reports
import Syntax
import TestSupport
import Testing

/// The committed sample must be what a fresh build gives.
@Suite struct CommittedReportsTests {
  @Test(arguments: ["annual/2024-12-31"])
  func equalAFreshBuild(report: String) async throws {
    let committed = repositoryRoot.appending(path: "reports/\(report)")
    let text = try Data(contentsOf: committed.appending(path: Manifest.fileName))
    let known = try #require(Manifest(SourceFile(path: Manifest.fileName, bytes: Array(text))))
    let copy = try WorkspaceCopy(ownTemplates: true)
    defer { copy.remove() }
    _ = try await copy.build(BuildRequest(reports: [known.report]))
    let fresh = try copy.published()
    let freshText = try #require(fresh["\(report)/\(Manifest.fileName)"])
    let made = try #require(Manifest(SourceFile(path: Manifest.fileName, bytes: Array(freshText))))
    let differences = differences(known, made)
    guard differences.isEmpty else {
      print("skipped: the committed reports were made with", differences.joined(separator: "; "))
      return
    }
    for output in known.outputs.map(\.path) + [Manifest.fileName] {
      let bytes = try Data(contentsOf: committed.appending(path: output))
      #expect(
        fresh["\(report)/\(output)"] == bytes,
        "reports/\(report)/\(output) is stale: run make briefing and look at it")
    }
    #expect(fresh.count == known.outputs.count + 1)
  }

  /// The libraries and fonts that are not those of the committed manifest.
  private func differences(_ known: Manifest, _ made: Manifest) -> [String] {
    let libraries = known.libraries.filter { !made.libraries.contains($0) }
    let fonts = (known.fonts + known.patterns).filter {
      !(made.fonts + made.patterns).contains($0)
    }
    return libraries.map { "\($0.name) \($0.version)" } + fonts.map(\.path)
  }
}
