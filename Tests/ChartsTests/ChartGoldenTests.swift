import Charts
import SVGExport
import Scene
import TestSupport
import Testing

/// Whole charts against committed scenes. Each specification shows one rule of the language, which its file
/// name states.
@Suite struct ChartGoldenTests {
  @Test(arguments: ChartSamples.names)
  func scenesAreAsRecorded(name: String) throws {
    let chart = try ChartSamples.chart(try ChartSamples.text(of: name))
    try expectGolden(chart.frame.sceneDump, folder: "charts", name: "\(name).scene")
  }

  @Test(arguments: ["bar-stacked-by-colour", "facet-in-columns"])
  func drawingsAreAsRecorded(name: String) throws {
    let chart = try ChartSamples.chart(try ChartSamples.text(of: name), theme: .almanac)
    let options = SVGOptions(
      title: chart.title, description: chart.alternative, background: chart.background)
    try expectGolden(
      SVGExporter.svg(of: chart.frame, options: options), folder: "charts", name: "\(name).svg")
  }

  @Test(arguments: ChartSamples.names)
  func aSecondRunGivesTheSameScene(name: String) throws {
    let text = try ChartSamples.text(of: name)
    #expect(
      try ChartSamples.chart(text).frame.sceneDump == ChartSamples.chart(text).frame.sceneDump)
  }
}
