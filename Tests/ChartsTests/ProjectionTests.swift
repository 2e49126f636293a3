import Charts
import Scene
import Syntax
import Testing

/// Places on maps, against what d3-geo gives.
@Suite struct ProjectionTests {
  private static func places(_ projection: String, _ longitude: Double, _ latitude: Double) throws
    -> [Point]
  {
    let chart = try ChartSamples.chart(
      """
      {
        "projection": {"type": "\(projection)", "scale": 100, "translate": [0, 0], "precision": 0},
        "data": {"values": [{"x": \(longitude), "y": \(latitude)}]},
        "mark": {"type": "text", "text": "x", "clip": false},
        "encoding": {
          "longitude": {"field": "x", "type": "quantitative"},
          "latitude": {"field": "y", "type": "quantitative"}
        }
      }
      """)
    return chart.frame.items(in: "mark-text", "role-mark").compactMap { item in
      if case .text(let text) = item { text.origin } else { nil }
    }
  }

  @Test(arguments: [
    ("equirectangular", 52.36, -78.54), ("mercator", 52.36, -88.14),
    ("equalEarth", 38.66, -86.02), ("naturalEarth1", 41.07, -79.31),
    ("orthographic", 35.36, -70.71),
  ])
  func aPlaceLiesWhereItsProjectionPutsIt(name: String, x: Double, y: Double) throws {
    let place = try #require(try Self.places(name, 30, 45).first)
    #expect(abs(place.x - x) < 0.5)
    // The text stands on its middle, three pixels above its baseline.
    #expect(abs(place.y - 3 - y) < 1)
  }
}
