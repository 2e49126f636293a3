import Charts
import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

@Suite struct ChartFootTests {
  private func chart(usermeta: String, size: Size? = nil) throws -> Chart {
    let text = """
      {
        "usermeta": \(usermeta),
        "width": 200, "height": 40,
        "data": {"values": [{"a": "x", "b": 1}]},
        "mark": "bar",
        "encoding": {
          "x": {"field": "b", "type": "quantitative", "axis": null},
          "y": {"field": "a", "type": "nominal", "axis": null}
        }
      }
      """
    var bag = DiagnosticBag()
    let spec = try #require(
      ChartSpec.parse(SourceFile(path: "foot.vl.json", text: text), into: &bag))
    let theme = ChartTheme.almanac
    let fonts = try FontBook(families: theme.families + ["sans-serif"], generics: theme.fonts)
    return try ChartCompiler.compile(
      spec,
      in: ChartContext(
        shaper: Shaper(fonts: fonts), theme: theme, width: size?.width, height: size?.height))
  }

  @Test(arguments: ["{}", #"{"almanac": {"source": "Yearbook", "notes": ["One", "Two"]}}"#])
  func aSizeThatIsAskedForHoldsWithTheFoot(usermeta: String) throws {
    let size = Size(width: 560, height: 300)
    #expect(try chart(usermeta: usermeta, size: size).frame.size == size)
  }

  @Test func sourceAndNotesStandUnderTheChartWithinItsWidth() throws {
    let plain = try chart(usermeta: "{}")
    let noted = try chart(
      usermeta: """
        {"almanac": {
          "source": "Yearbook", "notes": "A note that is longer than the chart is wide, so it breaks"
        }}
        """)
    #expect(noted.frame.size.width == plain.frame.size.width)
    // Source, and a note over two lines: 10 of white, three lines of 14, and the last descenders.
    #expect(noted.frame.size.height == plain.frame.size.height + 10 + 2 * 14 + 15)
    try expectGolden(noted.frame.sceneDump, folder: "charts", name: "foot.scene")
  }
}
