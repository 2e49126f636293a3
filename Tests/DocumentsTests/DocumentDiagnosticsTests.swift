import Documents
import Testing

@Suite struct DocumentDiagnosticsTests {
  @Test func idsAreUnique() {
    #expect(Set(DocumentDiagnostics.all).count == DocumentDiagnostics.all.count)
  }
}
