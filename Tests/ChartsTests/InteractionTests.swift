import Charts
import SVGExport
import Scene
import Syntax
import Testing

/// What a chart says beyond its picture: tooltips and links go into SVG.
@Suite struct InteractionTests {
  private func svg(_ mark: String, _ encoding: String = "") throws -> String {
    let chart = try ChartSamples.chart(
      """
      {
        "data": {"values": [{"a": "A", "b": 28, "u": "https://example.org/?a=1&b=2"}]},
        "mark": \(mark),
        "encoding": {
          "x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}
          \(encoding)
        }
      }
      """)
    return SVGExporter.svg(of: chart.frame)
  }

  @Test(arguments: [
    (#""bar""#, #", "tooltip": {"field": "b", "type": "quantitative", "format": ".1f"}"#, "28.0"),
    (
      #""bar""#,
      #", "tooltip": [{"field": "a"}, {"field": "b", "type": "quantitative", "title": "B < C"}]"#,
      "a: A\nB &lt; C: 28"
    ),
    (#""bar""#, #", "tooltip": {"value": "all of it"}"#, "all of it"),
    (#"{"type": "bar", "tooltip": true}"#, "", "a: A\nb: 28"),
    (
      #"{"type": "bar", "tooltip": {"content": "data"}}"#, "",
      "a: A\nb: 28\nu: https://example.org/?a=1&amp;b=2\nb_start: 0\nb_end: 28"
    ),
    (#"{"type": "bar", "tooltip": {"expr": "datum.b + 1"}}"#, "", "29"),
  ])
  func tooltipsAreTitlesOfTheirMarks(mark: String, encoding: String, words: String) throws {
    #expect(try svg(mark, encoding).contains("><title>\(words)</title></rect>"))
  }

  @Test(arguments: [
    (#""bar""#, ""), (#"{"type": "bar", "tooltip": null}"#, ""),
    (#"{"type": "bar", "tooltip": true}"#, #", "tooltip": null"#),
  ])
  func marksHaveNoTooltipUnlessTheyAreGivenOne(mark: String, encoding: String) throws {
    #expect(try !svg(mark, encoding).contains("<title>"))
  }

  @Test func addressesAreLinks() throws {
    let text = try svg(#""bar""#, #", "href": {"field": "u"}"#)
    #expect(text.contains(#"<a href="https://example.org/?a=1&amp;b=2">"#))
  }

  @Test func blendedMarksAreSo() throws {
    let text = try svg(#"{"type": "bar", "blend": "multiply"}"#)
    #expect(text.contains(#"<g style="mix-blend-mode:multiply">"#))
  }

  @Test func gradientsCanBeRadial() throws {
    let text = try svg(
      #"""
      {"type": "bar", "color": {"gradient": "radial", "r1": 0.1, "stops": [
        {"offset": 0, "color": "white"}, {"offset": 1, "color": "navy"}]}}
      """#)
    #expect(text.contains(#"fx="0.5" fy="0.5" fr="0.1" cx="0.5" cy="0.5" r="0.5""#))
  }

  @Test func offsetsTurnArcs() throws {
    func path(_ mark: String) throws -> Shape.Geometry? {
      let chart = try ChartSamples.chart(
        #"{"data": {"values": [{}]}, "mark": \#(mark), "encoding": {"theta": {"value": 1}}}"#)
      guard case .shape(let shape)? = chart.frame.items(in: "role-mark").first else { return nil }
      return shape.geometry
    }
    let turned = try path(#"{"type": "arc", "thetaOffset": 0.5, "radius2": 0, "radius2Offset": 4}"#)
    #expect(try turned != path(#"{"type": "arc"}"#))
    #expect(
      try turned
        == path(
          #"{"type": "arc", "theta2": 0.5, "thetaOffset": 0.5, "innerRadius": 4, "theta2Offset": 0}"#
        ))
  }
}
