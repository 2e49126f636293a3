import Foundation
import TestSupport
import Testing

/// What another program, the one that the Frictionless project keeps, says of the data packages.
@Suite(.enabled(if: ExternalTool.python.isAvailable, "scripts/checkers makes what judges"))
struct DataPackageTests {
  @Test func theRepositoryHasASoundOne() throws {
    try expectSound(in: repositoryRoot)
  }

  @Test func aNewWorkspaceHasASoundOne() throws {
    let workspace = try Workspace()
    defer { workspace.remove() }
    _ = try workspace.run("almanac new mills")
    try expectSound(in: workspace.folder.appending(path: "mills"))
  }

  private func expectSound(in folder: URL) throws {
    let outcome = try ExternalTool.python.run(
      ["-m", "frictionless", "validate", "data/datapackage.json"], in: folder)
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("VALID"))
    #expect(!outcome.output.contains("INVALID"))
  }
}
