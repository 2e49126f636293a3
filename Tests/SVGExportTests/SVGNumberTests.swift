import SVGExport
import Testing

@Suite struct SVGNumberTests {
  @Test(arguments: [
    (1.0, "1"), (-0.0001, "0"), (0.5, "0.5"), (-2.25, "-2.25"), (1.23456, "1.235"), (1000, "1000"),
    (0.05, "0.05"), (-0.001, "-0.001"), (.infinity, "0"), (.nan, "0"), (1e300, "0"),
  ])
  func numbersAreShort(number: Double, text: String) {
    #expect(svgNumber(number) == text)
  }

  @Test(arguments: [
    (1.0 / 3, "0.333333"), (-0.7071067811865476, "-0.707107"), (1.5e-6, "0.000002"),
  ])
  func factorsKeepSixDecimals(number: Double, text: String) {
    #expect(svgNumber(number, decimals: 6) == text)
  }
}
