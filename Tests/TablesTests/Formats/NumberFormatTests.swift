import Tables
import Testing

/// Results that follow from the rules of ECMAScript, d3 and Vega, local time being Los Angeles.
@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("format(0, '')", "0"),
    ("format(1234567.891, '')", "1234567.891"),
    ("format(0.1+0.2, '')", "0.3"),
    ("format(1e21, '')", "1e+21"),
    ("format(1234.5, ',.2f')", "1,234.50"),
    ("format(-1234.5, '$,.2f')", "−$1,234.50"),
    ("format(0.123, '+.1%')", "+12.3%"),
    ("format(-0.5, '(.2f')", "(0.50)"),
    ("format(42e6, 's')", "42.0000M"),
    ("format(42e6, '.3s')", "42.0M"),
    ("format(0.00042, '.2s')", "420µ"),
    ("format(1.5e-26, '.2s')", "0.015y"),
    ("format(999.95, '.3s')", "1.00k"),
    ("format(123.456, '.3r')", "123"),
    ("format(0.000123456, '.2r')", "0.00012"),
    ("format(1234567, '.2r')", "1200000"),
    ("format(123456, 'e')", "1.234560e+5"),
    ("format(123456, '.2e')", "1.23e+5"),
    ("format(0.00001234, 'g')", "0.0000123400"),
    ("format(1234567890, 'g')", "1.23457e+9"),
    ("format(123.456, '.4g')", "123.5"),
    ("format(255, '#x')", "0xff"),
    ("format(255, '#X')", "0xFF"),
    ("format(5, '#b')", "0b101"),
    ("format(8, 'o')", "10"),
    ("format(65, 'c')", "65"),
    ("format(12.5, 'd')", "13"),
    ("format(-12.5, 'd')", "−13"),
    ("format(1234567, '012,d')", "0,001,234,567"),
    ("format(1234567, '15,d')", "      1,234,567"),
    ("format(42, '*^10')", "****42****"),
    ("format(-42, '=10')", "−       42"),
    ("format(42, '_<10.1f')", "42.0______"),
    ("format(1.005, '.2f')", "1.00"),
    ("format(2.5, '.0f')", "3"),
    ("format(1e20, '.3f')", "100000000000000000000.000"),
    ("format(1.10, '.4~f')", "1.1"),
    ("format(1500000, '~s')", "1.5M"),
    ("format(12345678, 'n')", "1.23457e+7"),
    ("format(0.12345, '.2p')", "12%"),
    ("format(0.5, '.0%')", "50%"),
    ("format(-0.001, '.2f')", "0.00"),
    ("format(-0.001, '+.2f')", "−0.00"),
    ("format(NaN, '.2f')", "NaN"),
    ("format(5e-324, '.3e')", "4.941e-324"),
    ("format(1.7976931348623157e308, 'f')", "1.7976931348623157e+308"),
    ("format(0, '.2s')", "0.0"),
    ("format(1234.5, 'y')", "1234.5"),
    ("format(12, '05')", "00012"),
    ("format(-12, '06.1f')", "−012.0"),
    ("format(null, '.1f')", "null"),
    ("format('12.5', '.2f')", "12.50"),
    ("format(1e15, ',d')", "1,000,000,000,000,000"),
    ("format(0.1, '.20f')", "0.10000000000000000555"),
    ("format(100, ' d')", " 100"),
  ])
  func numbersAreWrittenAsD3WritesThem(_ text: String, _ expected: String) throws {
    #expect(try evaluatedText(text) == expected)
  }

  /// On a page no number has more digits than it holds.
  @Test(arguments: [
    (1.0 / 3, ".20f"), (0.1, ".20f"), (1234567.0 / 7, ".12f"), (0.1 + 0.2, ".17r"),
    (1.0 / 7, ".15%"),
  ])
  func digitsThatNoNumberHoldsAreRefused(_ number: Double, _ specifier: String) throws {
    let format = try #require(NumberFormat(specifier))
    #expect(throws: FunctionProblem.self) { try format.printed(number) }
    let expression = try Expression("format(\(number), '\(specifier)')")
    #expect(throws: ExpressionError.self) {
      try expression.evaluate(in: EvaluationScope(isExact: true))
    }
  }

  @Test(arguments: [
    (1.0 / 3, ".15f", "0.333333333333333"), (0.5, ".20f", "0.50000000000000000000"),
    (9_007_199_254_740_991.0, ",d", "9,007,199,254,740,991"),
    (1e20, ",.2f", "100,000,000,000,000,000,000.00"),
    (2.0 / 3, ".1%", "66.7%"), (0.0, ".20f", "0.00000000000000000000"),
  ])
  func digitsThatNumbersHoldArePrinted(
    _ number: Double, _ specifier: String, _ expected: String
  ) throws {
    #expect(try NumberFormat(specifier)?.printed(number) == expected)
  }
}
