import Charts
import Scene
import TestSupport
import Testing

@Suite struct BarLabelsTests {
  private func spec(
    _ values: [Double], members: String = #""directLabels": true"#, width: Int = 300,
    stack: Bool = false, isVertical: Bool = true
  ) -> String {
    let rows = values.enumerated().map { index, value in
      #"{"c": "\#(stack ? index / 2 : index)", "k": "\#(index % 2)", "v": \#(value)}"#
    }
    let (category, measure) = isVertical ? ("x", "y") : ("y", "x")
    return """
      {
        "usermeta": {"almanac": {\(members)}},
        "width": \(width), "height": 120,
        "data": {"values": [\(rows.joined(separator: ", "))]},
        "mark": "bar",
        "encoding": {
          "\(category)": {"field": "c", "type": "nominal", "axis": null},
          "\(measure)": {"field": "v", "type": "quantitative", "axis": null}
          \(stack ? #", "color": {"field": "k", "type": "nominal", "legend": null}"# : "")
        }
      }
      """
  }

  private func labels(_ text: String, theme: ChartTheme = .almanac) throws -> [TextItem] {
    try PrintProbe.chart(text, theme: theme).frame.items(in: "role-direct-label").compactMap {
      if case .text(let item) = $0 { item } else { nil }
    }
  }

  private func words(_ items: [TextItem]) -> [String] {
    items.map { $0.lines.joined().map(\.text).joined() }
  }

  @Test(arguments: [true, false]) func valuesStandBeyondTheEndsOfBars(isVertical: Bool) throws {
    let chart = try PrintProbe.chart(spec([4, 9, -2], isVertical: isVertical))
    try expectGolden(
      chart.frame.sceneDump, folder: "charts",
      name: isVertical ? "bar-labels.scene" : "bar-labels-across.scene")
  }

  @Test func theLongestBarHasItsValueWithin() throws {
    let items = try labels(spec([4, 10]))
    #expect(words(items) == ["4", "10"])
    // Dark on the page, white on the bar.
    #expect(items.map(\.fill) == [.solid(Color(rgb: 0x1F2A2E)), .solid(.white)])
  }

  @Test func partsOfAStackHaveTheirsWhereTheyFit() throws {
    let items = try labels(spec([40, 50, 1, 60], stack: true))
    #expect(words(items) == ["40", "50", "60"])
    #expect(items.allSatisfy { $0.anchor == .middle })
  }

  @Test func valuesThatWouldCoverEachOtherAreLeftOut() throws {
    let text = spec((0..<30).map { 1000 + Double($0) }, width: 200)
    let items = try labels(text)
    #expect(items.count < 30)
    let places = items.map { ($0.origin.x, $0.lines.joined().reduce(0) { $0 + $1.width }) }
    for (index, a) in items.enumerated() {
      for other in items.indices where other > index {
        let isApart =
          abs(places[index].0 - places[other].0) >= (places[index].1 + places[other].1) / 2
        #expect(isApart || abs(a.origin.y - items[other].origin.y) >= 7.9)
      }
    }
  }

  @Test func valuesAreWrittenAsTheAxisWritesThem() throws {
    #expect(try words(labels(spec([52300, 12.5]))).sorted() == ["12.5", "52,300"])
  }

  @Test func aFormatOfItsOwnIsTaken() throws {
    let items = try labels(spec([4], members: #""directLabels": {"format": ".1f"}"#))
    #expect(words(items) == ["4.0"])
  }

  @Test func lettersOnAHatchHaveAGround() throws {
    let text = spec([40, 50], stack: true)
    let colour = try PrintProbe.chart(text).frame.sceneDump
    #expect(!colour.contains("role-label-ground"))
    // The third look in grey is a hatch.
    let three = text.replacing(
      #"{"c": "0", "k": "1""#, with: #"{"c": "0", "k": "2", "v": 30}, {"c": "0", "k": "1""#)
    let grey = try PrintProbe.chart(three, theme: .almanacGrey).frame.sceneDump
    #expect(grey.contains("role-label-ground"))
  }
}
