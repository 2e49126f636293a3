import Facts
import Testing

/// What a row may say of a printed figure, and what it may not.
@Suite struct WrittenFigureTests {
  /// A row's columns beside its printed form.
  struct Row: Sendable, CustomTestStringConvertible {
    var written: String
    var value: String
    var multiplier: Int
    var unit: Unit
    var qualifier: Qualifier

    init(
      _ written: String, _ value: String, _ multiplier: Int, _ unit: Unit,
      _ qualifier: Qualifier = .exact
    ) {
      self.written = written
      self.value = value
      self.multiplier = multiplier
      self.unit = unit
      self.qualifier = qualifier
    }

    var testDescription: String { "\(written) \(value) \(multiplier) \(unit) \(qualifier)" }

    func contradiction(in language: WrittenLanguage) throws -> WrittenFigure.Contradiction? {
      WrittenFigure(written, in: language).contradiction(
        try #require(DecimalText(value)), multiplier, unit, qualifier)
    }
  }

  @Test(arguments: [
    Row("nearly 1 trillion yuan", "1", 12, .yuan, .nearly),
    Row("933.7 billion yuan", "933.7", 9, .yuan),
    Row("933.7 billion yuan", "933700", 6, .yuan), Row("US$5bn", "5", 9, .usDollar),
    Row("top 1 trillion yuan", "1", 12, .yuan, .over),
    Row("As many as 5 million square meters", "5", 6, .squareMetre, .upTo),
    Row("top 20", "20", 0, .number), Row("some 40 subforums", "40", 0, .number, .about),
    Row("over $150 million", "150", 6, .usDollar, .over), Row("12,000 mu", "12000", 0, .mu),
    Row("1,400 or more companies", "1400", 0, .number, .atLeast), Row("250 Mt", "250", 6, .tonne),
    Row("net zero", "0", 6, .tonne), Row("no companies", "0", 0, .number),
    Row("fell 5 percent", "-5", 0, .percent), Row("−5%", "-5", 0, .percent),
    Row("half a million people", "0.5", 6, .person), Row("a million", "1", 6, .number),
    Row("five days", "5", 0, .number), Row("four-day", "4", 0, .day),
    Row("30th anniversary", "30", 0, .year), Row("third straight year", "3", 0, .ordinal),
    Row("more than doubled, by 3.4 percentage points", "3.4", 0, .percentagePoint),
    Row("no more than 10 percent", "10", 0, .percent, .upTo), Row("5m tonnes", "5", 6, .tonne),
    Row("two thirds", "66.7", 0, .percent), Row("roughly a third", "33", 0, .percent, .about),
    Row("two-thirds", "0.667", 0, .percent), Row("half of all firms", "50", 0, .percent),
    Row("one in five", "20", 0, .percent), Row("three quarters", "75", 0, .percent),
    Row("½ million", "0.5", 6, .number), Row("2½%", "2.5", 0, .percent),
    Row("1 1/2 percent", "1.5", 0, .percent), Row("three and a half million", "3.5", 6, .number),
    Row("a million and a half", "1.5", 6, .number),
    Row("two thousand three hundred", "2300", 0, .number),
    Row("between 5 and 6 billion", "5", 9, .euro),
    Row("between 5 and 6 billion", "5.5", 9, .euro, .about),
    Row("5–6 billion", "6", 9, .euro), Row("5 to 6 billion euros", "5", 9, .euro, .atLeast),
    Row("minus 4 percent", "-4", 0, .percent), Row("(3.2%)", "-3.2", 0, .percent),
    Row("1990 levels minus 55%", "55", 0, .percent), Row("1 234.5", "1234.5", 0, .number),
    Row("1\u{A0}234\u{202F}567 tonnes", "1234567", 0, .tonne), Row("1’234", "1234", 0, .number),
    Row("12,5 %", "12.5", 0, .percent), Row("1.234,5", "1234.5", 0, .number),
    Row("12,34,567", "1234567", 0, .number), Row(".5%", "0.5", 0, .percent),
    Row("1.2×10⁶", "1.2", 6, .number), Row("1.2 x 10^6", "1.2", 6, .number),
    Row("1.2e6", "1.2", 6, .number), Row("10³", "1000", 0, .number),
    Row("5.4%¹", "5.4", 0, .percent), Row("5‰", "0.5", 0, .percent),
    Row("30 basis points", "0.3", 0, .percentagePoint), Row("doubled", "100", 0, .percent),
    Row("halved", "-50", 0, .percent), Row("a threefold rise", "3", 0, .number),
    Row("A$5m", "5", 6, .number), Row("5.4% (Q4 2023)", "5.4", 0, .percent),
    // A table's digits are in the power of ten at its head.
    Row("1666", "1666", 9, .usDollar), Row("1,666.5", "1666.5", 9, .usDollar, .about),
  ])
  func whatIsPrintedInEnglishMayStand(row: Row) throws {
    #expect(try row.contradiction(in: .english) == nil)
  }

  @Test(arguments: [
    (Row("933.7 billion yuan", "339.7", 9, .yuan), WrittenFigure.Contradiction.number),
    (Row("933.7 billion yuan", "933.7", 6, .yuan), .number),
    (Row("1666", "1667", 9, .usDollar), .number), (Row("12,000 mu", "12000", 4, .mu), .number),
    (Row("two thirds", "60", 0, .percent), .number), (Row("a third", "34", 0, .percent), .number),
    (Row("2½%", "2", 0, .percent), .number), (Row(".5%", "5", 0, .percent), .number),
    (Row("between 5 and 6 billion", "7", 9, .euro), .number),
    (Row("5–6 billion", "4", 9, .euro), .number), (Row("minus 4", "4", 0, .number), .number),
    (Row("1 234 567 tonnes", "1234568", 0, .tonne), .number),
    (Row("12,5 %", "12.6", 0, .percent), .number), (Row("1.2e6", "1.2", 9, .number), .number),
    (Row("5‰", "5", 0, .percent), .number),
    (Row("In 2023, 5,400 firms", "3000", 0, .number), .number),
    (Row("−5%", "5", 0, .percent), .number), (Row("5%", "-5", 0, .percent), .number),
    (Row("933.7 billion yuan", "933.7", 9, .usDollar), .unit([.yuan])),
    (Row("HK$5 billion", "5", 9, .usDollar), .unit([.hongKongDollar])),
    (Row("22.6 percent", "22.6", 0, .percentagePoint), .unit([.percent])),
    (Row("22.6 percent", "22.6", 0, .number), .unit([.percent])),
    (Row("five days", "5", 0, .month), .unit([.day])),
    (Row("nearly 200 billion yuan", "200", 9, .yuan), .qualifier([.nearly])),
    (Row("over 1,400", "1400", 0, .number, .about), .qualifier([.over])),
    (Row("1,400+", "1400", 0, .number), .qualifier([.over, .atLeast])),
    (Row("no more than 10 percent", "10", 0, .percent, .over), .qualifier([.upTo])),
    (Row("933.7 billion yuan", "933.7", 9, .yuan, .over), .qualifier([])),
  ])
  func whatIsNotPrintedInEnglishMayNot(row: Row, found: WrittenFigure.Contradiction) throws {
    #expect(try row.contradiction(in: .english) == found)
  }

  @Test(arguments: [
    Row("近2000亿元", "200", 9, .yuan, .nearly), Row("9337亿元", "933.7", 9, .yuan),
    Row("１.２万亿元", "1.2", 12, .yuan), Row("超过1万亿元", "1", 12, .yuan, .over),
    Row("1400多家", "1400", 0, .number, .over), Row("约40场", "40", 0, .number, .about),
    Row("22.6%", "22.6", 0, .percent), Row("百分之二十二点六", "22.6", 0, .percent),
    Row("八成以上", "80", 0, .percent, .over), Row("三千五百万美元", "35", 6, .usDollar),
    Row("570万平方米", "5.7", 6, .squareMetre), Row("3亿5000万元", "3.5", 8, .yuan),
    Row("第三届", "3", 0, .ordinal), Row("首批", "1", 0, .ordinal), Row("五天", "5", 0, .day),
    Row("不超过500万吨", "5", 6, .tonne, .upTo), Row("两家企业", "2", 0, .number),
    Row("1.2万余家", "12000", 0, .number, .over), Row("40场左右", "40", 0, .number, .about),
    Row("下降5.5%", "-5.5", 0, .percent), Row("十四", "14", 0, .number),
    Row("一万二千", "1.2", 4, .number), Row("三万五", "35000", 0, .number),
    Row("一千五", "1500", 0, .number), Row("一千零五", "1005", 0, .number),
    Row("三分之一", "33.3", 0, .percent), Row("约1/3", "33", 0, .percent, .about),
    Row("千分之五", "0.5", 0, .percent), Row("七成半", "75", 0, .percent),
    Row("三成五", "35", 0, .percent), Row("一半", "50", 0, .percent), Row("翻一番", "2", 0, .number),
    Row("翻一番", "100", 0, .percent), Row("增长一倍", "100", 0, .percent),
    Row("5至6亿元", "5", 8, .yuan), Row("5～6亿元", "6", 8, .yuan), Row("5-6亿元", "6", 8, .yuan),
    Row("五六十家", "50", 0, .number, .about), Row("壹佰万元", "1", 6, .yuan),
    Row("兩億元", "2", 8, .yuan), Row("12,000萬元", "1.2", 8, .yuan),
    Row("负3.2%", "-3.2", 0, .percent),
  ])
  func whatIsPrintedInChineseMayStand(row: Row) throws {
    #expect(try row.contradiction(in: .chinese) == nil)
  }

  @Test(arguments: [
    (Row("9337亿元", "933.7", 8, .yuan), WrittenFigure.Contradiction.number),
    (Row("三分之一", "43", 0, .percent), .number), (Row("负3.2%", "3.2", 0, .percent), .number),
    (Row("一万二千", "12001", 0, .number), .number), (Row("5至6亿元", "7", 8, .yuan), .number),
    (Row("五六十家", "56", 8, .number), .number),
    (Row("9337亿元", "9337", 9, .yuan), .number), (Row("1.2万亿元", "1.2", 8, .yuan), .number),
    (Row("35亿美元", "3.5", 9, .yuan), .unit([.usDollar])),
    (Row("近2000亿元", "200", 9, .yuan), .qualifier([.nearly])),
    (Row("不超过500万吨", "5", 6, .tonne, .over), .qualifier([.upTo])),
    (Row("9337亿元", "933.7", 9, .yuan, .about), .qualifier([])),
  ])
  func whatIsNotPrintedInChineseMayNot(row: Row, found: WrittenFigure.Contradiction) throws {
    #expect(try row.contradiction(in: .chinese) == found)
  }

  /// Whatever power of ten the words name: the digits are compared.
  @Test(arguments: [
    (Row("933,7 Milliarden Euro", "933.7", 9, .euro), true),
    (Row("1.400 Firmen", "1400", 0, .number), true),
    (Row("5 Mrd. €", "5", 9, .euro), true), (Row("zwölf", "12", 0, .number), true),
    (Row("933,7 Milliarden Euro", "339.7", 9, .euro), false),
    (Row("12 von 20", "13", 0, .number), false), (Row("1½ Prozent", "1.5", 0, .percent), true),
    (Row("2 Mio. 500 Tsd.", "2.5", 6, .number), true),
    (Row("2.723.000 Menschen im Mai 2024", "2723000", 0, .person), true),
    (Row("2.723.000 Menschen im Mai 2024", "2732000", 0, .person), false),
    (Row("ein Drittel im Jahr 2023", "33.3", 0, .percent), true),
    (Row("1950", "1960", 0, .number), false), (Row("−3,2 %", "3.2", 0, .percent), false),
    (Row("−3,2 %", "-3.2", 0, .percent), true), (Row("(3,2)", "-3.2", 0, .percent), true),
  ])
  func inOtherLanguagesDigitsAreCompared(row: Row, stands: Bool) throws {
    #expect(try row.contradiction(in: .other) == (stands ? nil : .number))
  }

  @Test(arguments: [
    ("en", "x", WrittenLanguage.english), ("en-GB", "x", .english), ("zh-Hans", "x", .chinese),
    ("", "5 billion", .english), ("", "5亿", .chinese), ("de-AT", "x", .german),
    ("de-CH", "x", .swissGerman), ("fr-CA", "x", .french), ("es", "x", .spanish),
    ("es-MX", "x", .pointSpanish), ("sv", "x", .other),
  ])
  func aSourceWithoutALanguageIsReadByItsScript(
    tag: String, text: String, language: WrittenLanguage
  ) {
    #expect(WrittenLanguage(tag, of: text) == language)
  }
}

@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("by 2027", "2027", false), ("by 2027", "2028", true),
    ("Shanghai Vision for 2025", "2019", true),
    ("within five years", "2027", false), ("2024-25", "2025", false),
    ("the end of ’25", "2025", false),
    ("October 16 to 20", "2023-10-16", false), ("October 16 to 20", "2023-10-20", false),
    ("October 16 to 20", "2023-11-16", true), ("October 16 to 20", "2023-10-17", true),
    ("by June 2025", "2025-07", true), ("by June 2025", "2025", false),
    ("16 October 2023", "2022-10-16", true),
  ])
  func daysAndYearsInEnglish(written: String, period: String, contradicts: Bool) throws {
    let period = try #require(Period(period))
    let date = try #require(period.end)
    #expect(PrintedDates(written, in: .english).contradicts(date, of: period) == contradicts)
  }

  @Test(arguments: [
    ("到2025年底", "2025", false), ("到2025年底", "2026", true),
    ("2023年10月16日至20日", "2023-10-20", false), ("2023年10月16日至20日", "2023-09-20", true),
    ("10月16日", "2023-10-17", true),
  ])
  func daysAndYearsInChinese(written: String, period: String, contradicts: Bool) throws {
    let period = try #require(Period(period))
    let date = try #require(period.end)
    #expect(PrintedDates(written, in: .chinese).contradicts(date, of: period) == contradicts)
  }
}
