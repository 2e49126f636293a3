import Charts
import Scene
import TestSupport
import Testing

@Suite struct DirectLabelsTests {
  private func spec(_ usermeta: String, mark: String = #""line""#) -> String {
    """
    {
      "usermeta": \(usermeta),
      "width": 160, "height": 80,
      "data": {"values": [
        {"year": "2023", "kind": "Alpha", "share": 3}, {"year": "2023", "kind": "Beta", "share": 2},
        {"year": "2023", "kind": "Gamma", "share": 4}, {"year": "2024", "kind": "Alpha", "share": 4},
        {"year": "2024", "kind": "Beta", "share": 4.1}, {"year": "2024", "kind": "Gamma", "share": 1}
      ]},
      "mark": \(mark),
      "encoding": {
        "x": {"field": "year", "type": "ordinal", "axis": null, "scale": {"padding": 0}},
        "y": {"field": "share", "type": "quantitative", "axis": null},
        "color": {"field": "kind", "type": "nominal", "title": null}
      }
    }
    """
  }

  @Test func namesStandAtTheEndsOfLinesAndTheLegendGoes() throws {
    let chart = try PrintProbe.chart(spec(#"{"almanac": {"directLabels": true}}"#))
    #expect(!chart.frame.sceneDump.contains("role-legend"))
    // The names have room to the right of the view.
    #expect(chart.frame.size.width > 160 + 16 + 30)
    try expectGolden(chart.frame.sceneDump, folder: "charts", name: "direct-labels.scene")
  }

  @Test func pointsOnTheLinesNeedNoLegendEither() throws {
    let chart = try PrintProbe.chart(
      spec(
        #"{"almanac": {"directLabels": true}}"#, mark: #"{"type": "line", "point": true}"#))
    #expect(!chart.frame.sceneDump.contains("role-legend"))
    #expect(chart.frame.sceneDump.contains(#""Gamma""#))
  }

  @Test func withoutTheKeyTheLegendStays() throws {
    let plain = try PrintProbe.chart(spec("{}"))
    let off = try PrintProbe.chart(spec(#"{"almanac": {"directLabels": false}}"#))
    #expect(plain.frame == off.frame)
    #expect(plain.frame.sceneDump.contains("role-legend"))
  }

  /// The distances between what `count` seeded labels get are never below the distance asked for.
  @Test(arguments: 1...40) func namesNeverOverlap(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<12).map { index in
      let share = Double.random(in: 0...100, using: &generator).rounded()
      return
        #"{"x": 0, "k": "s\#(index)", "v": \#(share)}, {"x": 1, "k": "s\#(index)", "v": \#(share)}"#
    }
    let chart = try PrintProbe.chart(
      """
      {
        "usermeta": {"almanac": {"directLabels": true}},
        "width": 100, "height": 240,
        "data": {"values": [\(values.joined(separator: ", "))]},
        "mark": "line",
        "encoding": {
          "x": {"field": "x", "type": "quantitative", "axis": null},
          "y": {"field": "v", "type": "quantitative", "axis": null},
          "color": {"field": "k", "type": "nominal"}
        }
      }
      """)
    let lines = chart.frame.sceneDump.split(separator: "\n").filter { $0.contains("\"s") }
    let places = lines.compactMap { line in
      line.split(separator: " ").dropFirst(2).first.flatMap { Double($0) }
    }.sorted()
    #expect(places.count == 12)
    for (a, b) in zip(places, places.dropFirst()) { #expect(b - a >= 13.99) }
  }
}
