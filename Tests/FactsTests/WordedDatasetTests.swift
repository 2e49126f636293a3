import Facts
import Syntax
import Testing
import Wording

@Suite struct WordedDatasetTests {
  /// Written, value, multiplier, unit, counted, qualifier; then the text in Chinese.
  @Test(arguments: [
    ("933.7 billion yuan", "933.7", 9, Unit.yuan, "", Qualifier.exact, "9337亿元"),
    ("nearly 200 billion yuan", "200", 9, .yuan, "", .nearly, "近2000亿元"),
    ("top 1 trillion yuan", "1", 12, .yuan, "", .over, "超过1万亿元"),
    ("0.25 billion yuan", "0.25", 9, .yuan, "", .exact, "2.5亿元"),
    ("0.05 billion", "0.05", 9, .yuan, "", .exact, "0.5亿元"),
    ("171.6 million", "171.6", 6, .yuan, "", .about, "约17160万元"),
    ("12 thousand", "12", 3, .person, "", .upTo, "至多12000人"),
    ("-7 million", "-7", 6, .yuan, "", .exact, "−700万元"),
    ("22.6 percent", "22.6", 0, .percent, "", .exact, "22.6%"),
    ("2 points", "2", 0, .percentagePoint, "", .exact, "2个百分点"),
    ("over 1,400", "1400", 0, .number, "家企业", .over, "超过1400家企业"),
    ("third", "3", 0, .ordinal, "", .exact, "第三"),
    ("12th", "12", 0, .ordinal, "", .exact, "第12"),
    ("12,000 mu", "12000", 0, .mu, "", .exact, "1.2万亩"),
    ("over 120,000", "120000", 0, .person, "", .over, "超过12万人"),
    ("12,345 mu", "12345", 0, .mu, "", .exact, "12345亩"),
    ("9000 mu", "9000", 0, .mu, "", .exact, "9000亩"),
  ])
  func figuresAreCountedInTheLanguagesPowers(
    written: String, value: String, multiplier: Int, unit: Unit, counted: String,
    qualifier: Qualifier, text: String
  ) throws {
    let number = try #require(DecimalText(value))
    Wording.$current.withValue(.chinese) {
      let power = Multiple.counted(multiplier)
      let quantity = Quantity(
        written: written, number: number.shifted(by: multiplier - power), multiplier: power,
        unit: unit, counted: counted, qualifier: qualifier)
      #expect(QuantityText(quantity).text == text)
      let before = Quantity(
        written: written, number: number, multiplier: multiplier, unit: unit, counted: counted,
        qualifier: qualifier)
      // Digits added by moving the point are no more exact than those written.
      let (own, other) = (quantity.interval(in: power), before.interval(in: power))
      for (a, b) in [(own?.low, other?.low), (own?.high, other?.high)] {
        #expect((a == nil) == (b == nil))
        if let a, let b { #expect(abs(a - b) < 1e-9 * max(1, abs(b))) }
      }
    }
  }

  @Test(arguments: [
    ("2023", "2023年"), ("2023-Q4", "2023年第4季度"), ("2023-10", "2023年10月"),
    ("2024-12-31", "2024年12月31日"), ("2021/2023", "2021—2023年"),
    ("2023-10-16/2023-10-20", "2023年10月16—20日"),
    ("2023-10-30/2023-11-02", "2023年10月30日—11月2日"),
    ("2023-12-30/2024-01-02", "2023年12月30日—2024年1月2日"), ("undated", "未注明时间"),
  ])
  func periodsAreInTheLanguage(written: String, text: String) {
    Wording.$current.withValue(.chinese) { #expect(Period(written)?.label == text) }
  }

  @Test func textsAreTranslatedWhereThereIsATranslation() throws {
    let data = SmallDataset.valid.adding(
      """
      table,row_id,field,language,text
      places,town,name,zh-Hans,小镇
      indicators,output,name,zh-Hans,产值
      indicators,output,name,fr,Production
      """, to: "translations")
    let loaded = data.load()
    #expect(loaded.bag.isEmpty)
    let dataset = try #require(loaded.dataset)
    Wording.$current.withValue(.chinese) {
      let worded = dataset.worded()
      #expect(worded.places.first?.name == "小镇")
      #expect(worded.indicators.map(\.name) == ["产值", "Change of output"])
      #expect(worded.observations.first?.quantity.number?.text == "1000")
      #expect(worded.observations.first?.quantity.multiplier == 8)
    }
    #expect(dataset.worded().places.first?.name == "Town")
    #expect(dataset.worded().observations == dataset.observations)
  }
}
