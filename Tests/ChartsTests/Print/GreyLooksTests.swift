import Charts
import Scene
import TestSupport
import Testing

@Suite struct GreyLooksTests {
  private static let values = """
    {"values": [
      {"year": "2023", "kind": "a", "share": 3}, {"year": "2023", "kind": "b", "share": 2},
      {"year": "2023", "kind": "c", "share": 4}, {"year": "2024", "kind": "a", "share": 4},
      {"year": "2024", "kind": "b", "share": 3}, {"year": "2024", "kind": "c", "share": 5}
    ]}
    """

  private func spec(_ mark: String) -> String {
    """
    {
      "width": 120, "height": 60, "data": \(Self.values), "mark": "\(mark)",
      "encoding": {
        "x": {"field": "year", "type": "nominal", "axis": null},
        "y": {"field": "share", "type": "quantitative", "axis": null},
        "color": {"field": "kind", "type": "nominal", "title": null}
      }
    }
    """
  }

  @Test func fillsAreHatchedInTheirLegendToo() throws {
    let dump = try PrintProbe.chart(spec("bar"), theme: .almanacGrey).frame.sceneDump
    // Two bars of the third kind and its symbol.
    #expect(dump.split(separator: "\n").filter { $0.contains("fill hatch(") }.count == 3)
    try expectGolden(dump, folder: "charts", name: "grey-bars.scene")
  }

  @Test func linesAreDashedInTheirLegendToo() throws {
    let dump = try PrintProbe.chart(spec("line"), theme: .almanacGrey).frame.sceneDump
    #expect(!dump.contains("hatch("))
    try expectGolden(dump, folder: "charts", name: "grey-lines.scene")
  }

  @Test func coloursOfTheSpecificationBecomeGreyToo() throws {
    let text = spec("bar").replacing(
      #""title": null}"#,
      with: ##""title": null, "scale": {"range": ["#0B5D6B", "#C4622D", "steelblue"]}}"##)
    let dump = try PrintProbe.chart(text, theme: .almanacGrey).frame.sceneDump
    for match in dump.matches(of: /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/) {
      #expect(match.1 == match.2 && match.2 == match.3, "\(match.0)")
    }
  }

  @Test func otherThemesHaveNoHatches() throws {
    #expect(try !PrintProbe.chart(spec("bar")).frame.sceneDump.contains("hatch("))
  }
}
