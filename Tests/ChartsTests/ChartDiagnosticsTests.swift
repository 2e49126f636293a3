import Charts
import Testing

@Suite struct ChartDiagnosticsTests {
  @Test func idsAreUnique() {
    #expect(Set(ChartDiagnostics.all).count == ChartDiagnostics.all.count)
  }
}
