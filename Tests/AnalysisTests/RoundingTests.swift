import Analysis
import Testing

@Suite struct RoundingTests {
  @Test(arguments: [
    (761.5823, 1, "761.6"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-2.25, 1, "-2.3"),
    (1.005, 2, "1.00"), (1234.5, 0, "1235"), (0.1992, 2, "0.20"), (99.95, 1, "100.0"),
    (2.675, 2, "2.67"), (1e15, 3, "1000000000000000.000"), (.infinity, 1, "0"),
  ])
  func halvesGoAwayFromZero(value: Double, decimals: Int, text: String) {
    #expect(Rounding.text(value, decimals: decimals) == text)
  }
}
