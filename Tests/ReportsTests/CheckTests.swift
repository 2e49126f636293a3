import Foundation
import Reports
import Syntax
import Testing

@Suite struct CheckTests {
  /// The rule looks at the whole dataset, and so belongs to no document.
  @Test func figuresThatWereKeptAreHeldAgainstTheirInputs() async throws {
    let copy = try WorkspaceCopy()
    defer { copy.remove() }
    let clean = await ReportBuilder(workspace: copy.workspace).check(["annual"])
    #expect(!clean.diagnostics.contains { $0.id.name == "derived-stale" })
    try Data("id,figure\nderived.industry_size.implied.2021,17 parsecs\n".utf8).write(
      to: copy.folder.appending(path: "data/derived.csv"))
    let resource = """
      {"name": "derived", "path": "derived.csv", "schema": {
        "fields": [{"name": "id", "type": "string"}, {"name": "figure", "type": "string"}]}},
      """
    try copy.edit("data/datapackage.json", "\"resources\": [", "\"resources\": [\(resource)")
    let found = await ReportBuilder(workspace: copy.workspace).check(["annual"])
    #expect(found.diagnostics.contains { $0.id.name == "derived-stale" })
  }
}
