import Reports
import Testing

@Suite struct ToolVersionTests {
  @Test func versionHasThreeParts() {
    #expect(toolVersion.split(separator: ".").count == 3)
  }
}
