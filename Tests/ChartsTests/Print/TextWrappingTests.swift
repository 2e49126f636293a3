import Charts
import Scene
import TestSupport
import Testing

@Suite struct TextWrappingTests {
  private func spec(_ usermeta: String = "{}") -> String {
    """
    {
      "usermeta": \(usermeta),
      "title": {
        "text": "Advanced manufacturing grew fastest of all the industries this year",
        "subtitle": "Output value of the pilot industries and the new tracks, billion yuan, 2024"
      },
      "width": 300, "height": 60,
      "data": {"values": [
        {"industry": "Integrated circuits", "output": 3}, {"industry": "Biomedicine", "output": 5},
        {"industry": "Artificial intelligence and data", "output": 4}
      ]},
      "mark": "bar",
      "encoding": {
        "x": {"field": "industry", "type": "nominal", "title": null},
        "y": {"field": "output", "type": "quantitative", "axis": null}
      }
    }
    """
  }

  @Test func titlesAndLabelsAreBrokenWithinTheChart() throws {
    let chart = try PrintProbe.chart(spec())
    // The view and the padding of the theme: the title makes it no wider.
    #expect(chart.frame.size.width == 304)
    try expectGolden(chart.frame.sceneDump, folder: "charts", name: "wrapped.scene")
  }

  @Test func wrapHoldsAgainstTheTheme() throws {
    let whole = try PrintProbe.chart(spec(#"{"almanac": {"wrap": false}}"#))
    #expect(whole.frame.size.width > 400)
    let plain = try PrintProbe.chart(spec(), theme: .vegaLite)
    let wrapped = try PrintProbe.chart(spec(#"{"almanac": {"wrap": true}}"#), theme: .vegaLite)
    #expect(wrapped.frame.size.width < plain.frame.size.width)
  }

  @Test func aLineHeightOfNothingIsNoTrouble() throws {
    let chart = try PrintProbe.chart(
      """
      {
        "config": {"axis": {"labelLineHeight": 0, "labelLimit": 40}},
        "data": {"values": [{"a": "A label that is much longer than its limit", "b": 1}]},
        "mark": "bar",
        "encoding": {
          "y": {"field": "a", "type": "nominal"}, "x": {"field": "b", "type": "quantitative"}
        }
      }
      """)
    #expect(chart.frame.size.height.isFinite)
  }
}
