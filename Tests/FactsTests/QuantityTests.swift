import Facts
import Testing
import Wording

@Suite struct QuantityTests {
  /// Written, value, multiplier, unit, counted, qualifier; then the text.
  @Test(arguments: [
    ("933.7 billion yuan", "933.7", 9, Unit.yuan, "", Qualifier.exact, "933.7 billion yuan"),
    ("nearly 200 billion yuan", "200", 9, .yuan, "", .nearly, "nearly 200 billion yuan"),
    ("top 1 trillion yuan", "1", 12, .yuan, "", .over, "over 1 trillion yuan"),
    ("over 1,400", "1400", 0, .number, "companies", .over, "over 1,400 companies"),
    ("As many as 5 million", "5", 6, .squareMetre, "", .upTo, "up to 5 million square metres"),
    ("less than 5 billion", "5", 9, .yuan, "", .lessThan, "less than 5 billion yuan"),
    ("some 40 subforums", "40", 0, .number, "subforums", .about, "about 40 subforums"),
    ("a keynote forum", "1", 0, .number, "keynote forums", .exact, "a keynote forum"),
    ("dozens", "", 0, .number, "forums", .vague, "dozens"),
    ("12,000 mu", "12000", 0, .mu, "", .exact, "12,000 mu"),
    ("one day", "1", 0, .day, "", .exact, "1 day"),
    ("third", "3", 0, .ordinal, "", .exact, "third"),
    ("22nd", "22", 0, .ordinal, "", .exact, "22nd"),
    ("112th", "112", 0, .ordinal, "", .exact, "112th"),
    ("5 yi", "5", 8, .yuan, "", .exact, "5 hundred million yuan"),
    ("5 x 10^7", "5", 7, .yuan, "", .exact, "5 × 10^7 yuan"),
    ("-1234567.5", "-1234567.5", 0, .percent, "", .exact, "−1,234,567.5 percent"),
  ])
  func figuresArePrintedWithQualifierAndUnit(
    written: String, value: String, multiplier: Int, unit: Unit, counted: String,
    qualifier: Qualifier, text: String
  ) {
    let quantity = Quantity(
      written: written, number: DecimalText(value), multiplier: multiplier, unit: unit,
      counted: counted, qualifier: qualifier)
    #expect(QuantityText(quantity).text == text)
  }

  @Test func aFigureIsPrintedWithWhatItIsDrawnFrom() {
    var quantity = Quantity(
      written: "Sixteen", number: DecimalText("16"), multiplier: 0, unit: .number,
      counted: "companies", qualifier: .exact)
    quantity.outOf = "the top 20"
    #expect(QuantityText(quantity).text == "16 companies of the top 20")
    quantity.condition = "Sales: over 10 billion yuan"
    #expect(
      QuantityText(quantity).text == "16 companies of the top 20 (Sales: over 10 billion yuan)")
    quantity.equivalent = "US$1"
    #expect(QuantityText.whole("5 yuan", of: quantity) == "5 yuan (US$1)")
    Wording.$current.withValue(.chinese) {
      quantity.condition = ""
      quantity.counted = "家"
      quantity.outOf = "20强"
      #expect(QuantityText(quantity).text == "16家（20强中）")
    }
  }

  @Test(arguments: [
    ("12000", 4, "1.2"), ("120000", 4, "12"), ("7", 2, "0.07"), ("-12345", 4, "-1.2345"),
    ("1.5", 4, "1.5"),
  ])
  func thePointMovesDownWithoutZeros(text: String, places: Int, lowered: String) {
    #expect(DecimalText(text)?.lowered(by: places).text == lowered)
  }

  /// The interval that the printed rule gives.
  @Test(
    arguments: [
      ("933.7", Unit.yuan, Qualifier.exact, 933.65, 933.75),
      ("600", .yuan, .exact, 599.5, 600.5),
      ("26", .number, .exact, 26, 26),
      ("40", .number, .about, 38, 42),
      ("200", .yuan, .nearly, 190, 200),
      ("1400", .number, .over, 1400, nil),
      ("20", .number, .atLeast, 20, nil),
      ("5", .squareMetre, .upTo, nil, 5),
      ("5", .yuan, .lessThan, nil, 5),
    ] as [(String, Unit, Qualifier, Double?, Double?)])
  func aFigureStandsForAnInterval(
    value: String, unit: Unit, qualifier: Qualifier, low: Double?, high: Double?
  ) throws {
    let interval = try #require(Interval(of: DecimalText(value), qualifier: qualifier, unit: unit))
    for (found, wanted) in [(interval.low, low), (interval.high, high)] {
      switch (found, wanted) {
      case (let found?, let wanted?): #expect(abs(found - wanted) < 1e-9)
      case (nil, nil): break
      case (.some, nil), (nil, .some): Issue.record("\(String(describing: found))")
      }
    }
  }

  @Test func valuesMoveBetweenMultiples() {
    let trillion = Quantity(
      written: "1 trillion", number: DecimalText("1"), multiplier: 12, unit: .yuan, counted: "",
      qualifier: .over)
    #expect(trillion.value(in: 9) == 1000)
    let size = Quantity(
      written: "933.7", number: DecimalText("933.7"), multiplier: 9, unit: .yuan, counted: "",
      qualifier: .exact)
    #expect(abs((size.value(in: 12) ?? 0) - 0.9337) < 1e-12)
  }

  @Test(arguments: ["1e5", "inf", "nan", ".5", "5.", "1,000", "--1", "1.2.3", "+1", "", "０"])
  func onlyDecimalTextIsANumber(text: String) { #expect(DecimalText(text) == nil) }
}
