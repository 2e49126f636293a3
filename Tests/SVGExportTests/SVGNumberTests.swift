import SVGExport
import Testing

@Suite struct SVGNumberTests {
  @Test(arguments: [(1.0, "1"), (-0.0001, "0"), (0.5, "0.5"), (-2.25, "-2.25"), (1.23456, "1.235")])
  func numbersAreShort(number: Double, text: String) {
    #expect(svgNumber(number) == text)
  }
}
