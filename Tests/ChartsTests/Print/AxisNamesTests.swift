import Charts
import Scene
import Syntax
import Testing

/// Names along an axis in print: broken, turned, given more room, or an error; never left out nor cut.
@Suite struct AxisNamesTests {
  private static func chart(
    _ names: [String], width: Double, side: String = "x"
  ) throws -> Chart {
    let rows = names.enumerated().map { #"{"k": "\#($1)", "v": \#($0 + 1)}"# }
    let other = side == "x" ? "y" : "x"
    return try ChartSamples.chart(
      """
      {"data": {"values": [\(rows.joined(separator: ","))]}, "mark": "bar", "encoding": {
        "\(side)": {"field": "k", "type": "nominal", "sort": null},
        "\(other)": {"field": "v", "type": "quantitative"}}}
      """, theme: .almanac, width: width)
  }

  private static func names(in chart: Chart) -> [String] {
    chart.frame.groups.filter { $0.semantics?.classes.contains("role-axis-label") ?? false }
      .flatMap(\.items).compactMap { item -> String? in
        guard case .text(let text) = item, text.opacity > 0 else { return nil }
        return text.lines.map { $0.map(\.text).joined() }.joined(separator: " ")
      }
  }

  private static let long = [
    "Leasing of medical products", "Testing of biotechnology products",
    "Manufacture of pharmaceutical products", "Wholesale of reagents",
  ]

  @Test(arguments: [200.0, 300, 483, 700], [1, 2, 3])
  func allNamesStandUnderAnAxis(width: Double, times: Int) throws {
    let names = (0..<times).flatMap { index in Self.long.map { "\($0) \("abc".prefix(index + 1))" }
    }
    let found = Self.names(in: try Self.chart(names, width: width))
    for name in names { #expect(found.contains(name)) }
  }

  @Test func namesAtTheSideAreNotCut() throws {
    let names = [
      "Manufacture of basic pharmaceutical products and pharmaceutical preparations", "B",
    ]
    let found = Self.names(in: try Self.chart(names, width: 483, side: "y"))
    for name in names { #expect(found.contains(name)) }
  }

  @Test func namesWithoutRoomAreAnError() {
    let names = (0..<60).map { "Region number \($0)" }
    let failure = #expect(throws: DiagnosticFailure.self) {
      try Self.chart(names.map { "Name \($0)" }, width: 300)
    }
    #expect(failure?.bag.diagnostics.map(\.id.name) == ["chart-room"])
  }

  @Test func aPlotWithoutRoomIsAnError() {
    let failure = #expect(throws: DiagnosticFailure.self) {
      try Self.chart(
        [String(repeating: "Pharmaceuticals ", count: 30)], width: 260, side: "y")
    }
    #expect(failure?.bag.diagnostics.map(\.id.name) == ["chart-room"])
  }

  @Test func yearsAreThinnedAsOnAnyAxis() throws {
    let years = (1950..<2024).map { "\($0)" }
    let found = Self.names(in: try Self.chart(years, width: 483))
    #expect(found.contains("1950") && !found.contains("1951"))
  }
}
