import Charts
import Scene
import Syntax
import TestSupport
import Testing
import Typesetting
import Wording

/// What a chart says of itself, in the language of its report.
@Suite struct ChartWordsTests {
  private static func chart(_ text: String, theme: ChartTheme = .almanac) throws -> Chart {
    let file = SourceFile(path: "chart.vl.json", text: text)
    var bag = DiagnosticBag()
    guard let spec = ChartSpec.parse(file, into: &bag) else { throw DiagnosticFailure(bag) }
    let fonts = try FontBook(
      families: ["Lato"] + spec.families(of: .debian), withHan: true,
      generics: ["sans-serif": "Lato"])
    return try ChartCompiler.compile(
      spec,
      in: ChartContext(shaper: Shaper(fonts: fonts), theme: theme, wording: .chinese))
  }

  @Test func monthsAreThoseOfTheLanguage() throws {
    let chart = try Self.chart(
      #"""
      {"data": {"values": [{"d": "2023-11-01", "v": 1}, {"d": "2024-03-01", "v": 2}]},
       "mark": "line", "description": "Months",
       "encoding": {"x": {"field": "d", "type": "temporal"},
                    "y": {"field": "v", "type": "quantitative", "title": "值"},
                    "tooltip": {"field": "d", "type": "temporal", "format": "%b %d, %Y"}}}
      """#)
    let labels = chart.frame.texts(in: "role-axis-label")
    #expect(labels.prefix(2) == ["11月5日", "11月12日"] && labels.contains("1月7日"))
    let letters = labels.joined().unicodeScalars.filter { ("A"..."z").contains($0) }
    #expect(letters.isEmpty)
    // The description in English is none in Chinese.
    #expect(chart.alternative.contains("值"))
  }

  @Test func marksAreDescribedAsPeopleWrite() throws {
    let text = #"""
      {"data": {"values": [{"gross_output": 7615.82381729, "year": "2021"}]}, "mark": "bar",
       "encoding": {"x": {"field": "year", "title": "年份"},
                    "y": {"field": "gross_output", "type": "quantitative", "title": null}}}
      """#
    let dump = try Self.chart(text).frame.sceneDump
    #expect(dump.contains("年份：2021；gross output：7,615.82"))
    #expect(dump.contains("X轴“年份”，1个值：2021"))
    #expect(dump.contains("数值从0到8,000"))
    #expect(!dump.contains("kind=\"bar\""))
  }

  @Test func daysOfAnAxisAreHeardWithoutMidnight() throws {
    let text = #"""
      {"data": {"values": [{"d": "2023-11-01T00:00", "v": 1}, {"d": "2024-03-01T00:00", "v": 2}]},
       "mark": "point", "title": {"text": "题", "subtitle": "副题"},
       "encoding": {"x": {"field": "d", "type": "temporal", "title": "日"}, "y": {"field": "v"}}}
      """#
    let dump = try Self.chart(text).frame.sceneDump
    #expect(dump.contains("X轴“日”，数值从2023年11月1日到2024年3月1日"))
    #expect(dump.contains("kind=\"副标题\"") && !dump.contains("kind=\"point\""))
  }

  /// Viewers put no quarter-em between Han and digits, so clusters say where it is.
  @Test func spacesBetweenScriptsAreKnownApart() throws {
    let text = #"""
      {"data": {"values": [{"d": "2月6日", "v": 1}]}, "width": 200, "mark": "bar",
       "encoding": {"x": {"field": "d", "title": null}, "y": {"field": "v", "axis": null}}}
      """#
    var runs: [GlyphRun] = []
    for case .text(let item) in try Self.chart(text).frame.items(in: "mark-text", "role-axis-label")
    {
      runs += item.lines.joined()
    }
    let size = try #require(runs.first?.size)
    #expect(runs.map(\.text).joined() == "2月6日")
    let space = runs.flatMap(\.clusters).map(\.spaceAfter).reduce(0, +)
    #expect(space == size * 3 / 4)
  }

  @Test func anUnseenTextIsNotHeard() throws {
    let text = #"""
      {"data": {"values": [{"a": "x", "b": 1}]},
       "mark": {"type": "text", "opacity": 0}, "encoding": {"y": {"field": "a"}, "text": {"field": "b"}}}
      """#
    let items = try Self.chart(text).frame.items(in: "mark-text", "role-mark")
    #expect(!items.isEmpty)
    for case .text(let item) in items {
      #expect(item.semantics?.isHidden == true && item.semantics?.label == nil)
    }
  }

  @Test(arguments: [
    (#"{"field": "u"}"#, "javascript:alert(1)"), (#"{"value": "data:text/html,x"}"#, "x"),
    (#"{"field": "u"}"#, "java\\tscript:x"),
  ])
  func linksLeadWhereTheyMay(href: String, address: String) throws {
    let problems = try ChartSamples.problems(
      #"{"data": {"values": [{"v": 1, "u": "\#(address)"}]}, "mark": "bar","#
        + #" "encoding": {"x": {"field": "v", "type": "quantitative"}, "href": \#(href)}}"#)
    #expect(problems.map(\.id) == [SyntaxDiagnostics.linkAddress])
    #expect(problems.first?.span.map { $0.text.contains(":") || $0.text.contains("u") } == true)
  }

  @Test func aSignWithoutAGlyphIsShownWhereItWasWritten() throws {
    let problems = try ChartSamples.problems(ChartSamples.bars(#"{"title": "up 上"}"#))
    #expect(problems.map(\.id) == [TypesettingDiagnostics.missingGlyph])
    #expect(problems.first?.span?.text == "\"up 上\"")
  }

  @Test func aFamilyOfTheCatalogueIsThatOfTheMark() throws {
    let text = #"""
      {"data": {"values": [{"t": "上海"}]}, "width": 200, "height": 60,
       "mark": {"type": "text", "font": "Noto Sans CJK SC"}, "encoding": {"text": {"field": "t"}}}
      """#
    let chart = try Self.chart(text, theme: .vegaLite)
    #expect(chart.warnings.isEmpty)
    for case .text(let item) in chart.frame.items(in: "mark-text", "role-mark") {
      #expect(item.lines.joined().map(\.face.family) == ["Noto Sans CJK SC"])
    }
  }
}
