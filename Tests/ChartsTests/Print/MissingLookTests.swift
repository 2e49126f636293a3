import Charts
import Scene
import TestSupport
import Testing

@Suite struct MissingLookTests {
  private func spec(_ missing: String, mark: String = #""bar""#, rest: String = "") -> String {
    """
    {
      "usermeta": {"almanac": {"missing": \(missing)}},
      "width": 200, "height": 80,
      "data": {"values": [
        {"year": "2022", "kind": "a", "v": 3}, {"year": "2023", "kind": "a", "v": null},
        {"year": "2024", "kind": "a", "v": 4}, {"year": "2024", "kind": "b", "v": 2}
      ]},
      "mark": \(mark),
      "encoding": {
        "x": {"field": "year", "type": "ordinal"},
        "y": {"field": "v", "type": "quantitative", "axis": null}\(rest)
      }
    }
    """
  }

  @Test(arguments: ["text", "hatch"]) func placesWithoutAValueAreMarked(look: String) throws {
    let chart = try PrintProbe.chart(
      spec(#"{"look": "\#(look)", "label": "n/a", "note": "n/a: not published."}"#))
    #expect(chart.frame.texts(in: "role-missing-label") == ["n/a"])
    #expect(chart.frame.texts(in: "chart-foot") == ["n/a: not published."])
    try expectGolden(chart.frame.sceneDump, folder: "charts", name: "missing-\(look).scene")
  }

  @Test func groupedBarsCountOneByOne() throws {
    let chart = try PrintProbe.chart(spec("true", rest: #", "xOffset": {"field": "kind"}"#))
    // Of 2022 `b` is missing, of 2023 both.
    #expect(chart.frame.texts(in: "role-missing-label") == ["n/a", "n/a", "n/a"])
  }

  @Test func linesCountWhereNoneHasAValue() throws {
    let text = spec("true", mark: #""line""#, rest: #", "color": {"field": "kind"}"#)
      .replacing(#""type": "ordinal""#, with: #""type": "temporal""#)
    #expect(try PrintProbe.chart(text).frame.texts(in: "role-missing-label") == ["n/a"])
  }

  @Test func nothingIsMarkedUnlessAskedFor() throws {
    #expect(try !PrintProbe.chart(spec("false")).frame.sceneDump.contains("missing"))
  }
}
