import CairoExport
import Testing

@Suite struct CairoDiagnosticsTests {
  @Test func idsAreUnique() {
    #expect(Set(CairoDiagnostics.all).count == CairoDiagnostics.all.count)
  }
}
