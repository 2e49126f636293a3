import Tables
import TestSupport
import Testing

@Suite struct NumberRoundingTests {
  // Halves of the exact binary value go away from zero: 1.005 is a little less than it looks, 1.45 more.
  @Test(arguments: [
    (1.005, 2, "1.00"), (1.45, 1, "1.4"), (8.345, 2, "8.35"), (0.5, 0, "1"), (2.5, 0, "3"),
    (-2.5, 0, "-3"), (0.000001, 7, "0.0000010"), (123.456, 0, "123"), (1e21, 2, "1e+21"),
    (4.35, 20, "4.34999999999999964473"), (0.9999, 2, "1.00"), (1e-300, 3, "0.000"),
  ])
  func fixedIsExact(_ number: Double, _ places: Int, _ text: String) {
    #expect(NumberRounding.fixed(number, places) == text)
  }

  @Test(arguments: [
    (123456.0, 2, "1.2e+5"), (0.00001, 2, "0.000010"), (0.0000001, 2, "1.0e-7"), (99.99, 3, "100"),
    (1e21, 3, "1.00e+21"), (0, 4, "0.000"), (25.0, 1, "3e+1"),
  ])
  func precisionIsExact(_ number: Double, _ count: Int, _ text: String) {
    #expect(NumberRounding.precision(number, count) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1e21, "1e+21"), (123e-20, "1.23e-18"), (1e-6, "0.000001"),
    (1.5e-7, "1.5e-7"), (.nan, "NaN"), (-.infinity, "-Infinity"), (1 / 3, "0.3333333333333333"),
    (1e20, "100000000000000000000"),
  ])
  func numbersAreWrittenAsJavaScriptWritesThem(_ number: Double, _ text: String) {
    #expect(NumberText.text(of: number) == text)
  }

  @Test func theQuickWayAndTheExactWayAgreeWithReadingBack() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let number = Double.random(in: -1e6...1e6, using: &generator)
      // Seventeen significant digits identify a double, however they were found.
      #expect(Double(NumberRounding.precision(number, 17)) == number)
      #expect(Double(NumberText.text(of: number)) == number)
      let whole = Double(Int(number * 8)) / 8
      #expect(Double(NumberRounding.fixed(whole, 3)) == whole)
    }
  }

  @Test(arguments: [(0.01, 2), (1, 0), (0.5, 1), (100, 0), (0.025, 2)])
  func stepsTellTheDigits(_ step: Double, _ digits: Int) {
    #expect(NumberPrecision.fixed(step: step) == digits)
  }

  @Test func formatsKeepAnSIPrefix() throws {
    let format = try #require(NumberFormat(".1"))
    #expect(format.text(of: 1_500_000, prefixedLike: 1000) == "1500.0k")
    #expect(format.text(of: 0.0042, prefixedLike: 0.001) == "4.2m")
  }

  @Test(arguments: [".q.", "..2f", ".f", "abc", "1.2.3", "$$", ",,"])
  func whatIsNoFormatIsRefused(_ text: String) { #expect(NumberFormat(text) == nil) }

  @Test func directivesThatD3LacksAreTold() {
    #expect(TimeFormat.unknownDirectives(in: "%Y %K %-d %%") == ["K"])
  }
}
