import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

@Suite struct EastAsianTests {
  private let prose = """
    “十四五”期间，上海生物医药产业规模由2020年的约6,000亿元增长至2024年的9,847亿元（含服务业）；其中，“张江药谷”\
    集聚了超过1,400家企业——包括罗氏（Roche）、诺华、强生等20家跨国公司……《行动方案》提出：到2025年，产业规模\
    超过1万亿元，增加值占全市GDP的比重达到5%左右。第3届International Biopharma Industry Week吸引了65个国家和地区的\
    1.2万名嘉宾；签约项目“12+30”个，总投资额350亿元！这意味着什么？市政府回答：“更快、更好、更开放。”
    """

  private func shaper() throws -> Shaper { try TypesettingTests.shaper("Lato", "Noto Sans CJK SC") }

  private func han(_ size: Double = 10, language: String = "zh-Hans") -> TextStyle {
    style("Lato", "Noto Sans CJK SC", size: size, language: language)
  }

  private func lines(
    _ text: String, _ measure: Double, _ alignment: Paragraph.Alignment = .justified,
    language: String = "zh-Hans"
  ) throws -> [TypesetLine] {
    try shaper().lines(
      of: Paragraph(
        spans: [TextSpan(text, style: han(language: language))], alignment: alignment),
      measure: measure)
  }

  private func text(_ lines: [TypesetLine]) -> [String] {
    lines.map { line in line.pieces.map(\.run.text).joined() }
  }

  @Test(arguments: [Paragraph.Alignment.justified, .start])
  func linesBeginAndEndAsTheyMay(alignment: Paragraph.Alignment) throws {
    let noStart = "，。、；：！？”’）》」』】〕·—…%％年月日亿万个家名"
    let noEnd = "“‘（《「『【〔第"
    for measure in stride(from: 60.0, through: 400, by: 3.7) {
      let set = text(try lines(prose, measure, alignment))
      #expect(set.joined() == prose)
      for (last, next) in zip(set, set.dropFirst()) {
        let end = try #require(last.last { !$0.isWhitespace })
        let start = try #require(next.first)
        #expect(!noEnd.contains(end), "\(measure): \(last)|\(next)")
        // A counter stays with its figure, but may begin a line elsewhere.
        let isCounter = "年月日亿万个家名".contains(start)
        if noStart.contains(start), !isCounter || end.isNumber {
          Issue.record("\(measure): \(last)|\(next)")
        }
        let isWord = { (sign: Character) in sign.isASCII && (sign.isLetter || sign.isNumber) }
        #expect(!(isWord(end) && isWord(start)) || last.hasSuffix(" "), "\(last)|\(next)")
      }
    }
  }

  @Test(arguments: [
    ("）。", 1.5), ("，“", 1.5), ("。”", 1.5), ("“《", 1.5), ("。”）", 2), ("（“", 1.5),
    ("中。国", 3), ("中（国", 3), ("。中", 2), ("：“中", 2.5), ("……", 2), ("——", 2),
  ])
  func adjacentPunctuationSharesItsBlankHalves(text: String, ems: Double) throws {
    let context = try shaper().width(of: "中中", style: han())
    let width = try shaper().width(of: "中\(text)中", style: han())
    #expect(abs(width - context - ems * 10) < 1e-9)
  }

  @Test(arguments: ["2021—2023", "16日—20"])
  func rangesStayTogether(range: String) throws {
    let prose = "产业规模在\(range)之间持续扩大，其余年度没有公布数据。"
    for measure in stride(from: 80.0, through: 200, by: 3.7) {
      let set = text(try lines(prose, measure))
      #expect(set.contains { $0.contains(range) }, "\(measure): \(set)")
    }
  }

  @Test func runsTellTheWhiteBetweenHanAndFigures() throws {
    let clusters = try shaper().shape("约40场，2场", style: han()).flatMap(\.clusters)
    #expect(clusters.map(\.spaceAfter) == [2.5, 0, 2.5, 0, 0, 2.5, 0])
  }

  @Test func aSqueezedSignKeepsItsInkInItsHalf() throws {
    let run = try #require(try shaper().shape("（《中》）", style: han()).first)
    #expect(run.glyphs.map(\.advance) == [10, 5, 10, 5, 10])
    #expect(run.glyphs.map(\.offset.x) == [0, -5, 0, 0, 0])
    expectSound(run)
  }

  @Test func blankHalvesStandOutsideTheMeasure() throws {
    for alignment in [Paragraph.Alignment.justified, .start, .end] {
      let line = try #require(try lines("（中文）", 100, alignment).first)
      #expect(line.pieces.first?.x == (alignment == .end ? 65 : -5))
      #expect(line.width == (alignment == .end ? 100 : 30))
    }
    // Thirty characters in three lines of ten, of which the first ends with a comma.
    let set = try lines("一二三四五六七八九，一二三四五六七八九十一二三四五六七八九。", 95, .start)
    #expect(set.map(\.width) == [95, 90, 95, 5].prefix(set.count).map { $0 } || set.count == 4)
    #expect(text(set).first == "一二三四五六七八九，")
  }

  @Test func justifiedLinesOfHanFillTheMeasure() throws {
    for measure in stride(from: 150.0, through: 300, by: 7) {
      for line in try lines(prose, measure).dropLast() {
        #expect(abs(line.width - measure) < 1e-6, "\(line.pieces.map(\.run.text))")
      }
    }
  }

  @Test(arguments: [
    ("中a", 0.25), ("a中", 0.25), ("中2024年", 0.5), ("中5%的", 0.5), ("中 a", 0), ("，a", 0),
    ("中（a）", 0), ("a，", 0),
  ])
  func aQuarterEmPartsHanFromTheWest(text: String, ems: Double) throws {
    let runs = try shaper().shape(text, style: han())
    let apart = try text.map { try shaper().width(of: String($0), style: han()) }.reduce(0, +)
    let width = runs.reduce(0) { $0 + $1.width }
    // Figures and letters are kerned by next to nothing.
    #expect(abs(width - apart - ems * 10) < 0.3)
    let line = try #require(try lines(text, 200, .start).first)
    #expect(abs(line.pieces.reduce(0) { $0 + $1.run.width } - width) < 1e-9)
  }

  @Test func theQuarterEmVanishesAtTheEndOfALine() throws {
    let set = try lines("中文中文word", 45, .start)
    #expect(text(set) == ["中文中文", "word"])
    #expect(set[0].width == 40)
    #expect(set[1].width == (try shaper().width(of: "word", style: han())))
  }

  @Test(arguments: [
    ("zh-Hans", "他说“好”", ["Lato": "", "Noto Sans CJK SC": "他说“好”"]),
    ("zh-Hans", "看“Nature”，", ["Lato": "Nature", "Noto Sans CJK SC": "看“”，"]),
    ("zh-Hans", "中 the firm’s “own” 中", ["Lato": " the firm’s “own” ", "Noto Sans CJK SC": "中中"]),
    ("zh-Hans", "图 they ‘are none’. 中", ["Lato": " they ‘are none’. ", "Noto Sans CJK SC": "图中"]),
    ("zh-Hans", "Only “English”", ["Lato": "Only “English”", "Noto Sans CJK SC": ""]),
    ("en", "the “中” sign", ["Lato": "the “” sign", "Noto Sans CJK SC": "中"]),
  ])
  func signsOfBothWorldsAreThoseOfTheText(
    language: String, text: String, expected: [String: String]
  ) throws {
    let runs = try shaper().shape(text, style: han(language: language))
    for (family, part) in expected {
      #expect(runs.filter { $0.face.family == family }.map(\.text).joined() == part)
    }
  }

  /// The file of Han is not even opened for text without it.
  @Test func aFamilyOfHanIsOpenedOnlyForHan() throws {
    let catalogue = FontCatalogue(
      families: FontCatalogue.debian.families.filter { $0.name == "Lato" } + [
        .init(
          "Broken", debianPackage: "none", directory: "/etc", pattern: "*", styles: ["passwd": 400])
      ])
    let shaper = Shaper(fonts: try FontBook(families: ["Lato", "Broken"], catalogue: catalogue))
    #expect(try shaper.shape("Lato", style: style("Lato", "Broken")).count == 1)
    let failure = #expect(throws: DiagnosticFailure.self) {
      try shaper.shape("中", style: style("Lato", "Broken"))
    }
    #expect(failure?.bag.diagnostics.map(\.id) == [TypesettingDiagnostics.unreadableFile])
  }

  @Test func aStyleThatNamesTheHanFamilyFirstUsesItsLatin() throws {
    let runs = try shaper().shape("中a", style: style("Noto Sans CJK SC"))
    #expect(runs.map(\.face.family).allSatisfy { $0 == "Noto Sans CJK SC" })
  }
}
