import Charts
import Scene
import Syntax
import Tables
import Testing

/// Selections that have a value at first are drawn with it.
@Suite struct SelectionTests {
  private func chart(_ parameter: String, _ rest: String) throws -> Chart {
    try ChartSamples.chart(
      """
      {
        "data": {"values": [
          {"a": 1, "b": 2, "c": "x"}, {"a": 5, "b": 3, "c": "y"}, {"a": 9, "b": 4, "c": "z"}
        ]},
        "params": [\(parameter)],
        "mark": "point",
        "encoding": {
          "x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}
          \(rest)
        }
      }
      """)
  }

  private let coloured = #"""
    , "color": {"condition": {"param": "p", "value": "#ff0000"}, "value": "#999999"}
    """#

  /// The strokes of the points, row by row.
  private func colours(_ chart: Chart) -> [String] {
    chart.frame.items(in: "role-mark", "mark-symbol").compactMap { item in
      guard case .shape(let shape) = item, case .solid(let color)? = shape.stroke?.paint else {
        return nil
      }
      return color.hex
    }
  }

  @Test(arguments: [
    (#"{"name": "p", "select": {"type": "point", "fields": ["c"]}, "value": [{"c": "y"}]}"#, [1]),
    (#"{"name": "p", "select": {"type": "point", "fields": ["c"]}, "value": "z"}"#, [2]),
    (
      #"{"name": "p", "select": {"type": "point", "encodings": ["x"]}, "value": [{"x": 1}, {"x": 9}]}"#,
      [0, 2]
    ),
    (#"{"name": "p", "select": "interval", "value": {"x": [4, 10]}}"#, [1, 2]),
    (#"{"name": "p", "select": "interval", "value": {"x": [4, 10], "y": [0, 3.5]}}"#, [1]),
    (#"{"name": "p", "select": "interval"}"#, [0, 1, 2]),
  ])
  func conditionsHoldForTheRowsSelected(parameter: String, selected: [Int]) throws {
    let found = colours(try chart(parameter, coloured))
    #expect(found == (0..<3).map { selected.contains($0) ? "#ff0000" : "#999999" })
  }

  @Test func anEmptySelectionCanHoldForNoRow() throws {
    let found = colours(
      try chart(
        #"{"name": "p", "select": "point"}"#,
        coloured.replacing(#""param": "p""#, with: #""param": "p", "empty": false"#)))
    #expect(found == ["#999999", "#999999", "#999999"])
  }

  @Test func filtersKeepTheRowsSelected() throws {
    let spec = """
      {
        "data": {"values": [{"a": 1, "b": 2}, {"a": 5, "b": 3}, {"a": 9, "b": 4}]},
        "hconcat": [
          {"params": [{"name": "brush", "select": "interval", "value": {"x": [4, 10]}}],
           "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}},
          {"transform": [{"filter": {"not": {"param": "brush"}}}],
           "mark": "bar", "encoding": {"x": {"field": "a", "type": "ordinal"}}}
        ]
      }
      """
    let chart = try ChartSamples.chart(spec)
    #expect(chart.drawn.map(\.rowCount) == [3, 1])
    #expect(chart.frame.items(in: "role-selection").count == 2)
  }

  @Test func scalesFollowASelection() throws {
    let spec = """
      {
        "data": {"values": [{"a": 1}, {"a": 5}, {"a": 9}]},
        "vconcat": [
          {"mark": "point", "encoding": {"x": {
            "field": "a", "type": "quantitative", "scale": {"domain": {"param": "brush"}}}}},
          {"params": [{"name": "brush", "select": "interval", "value": {"x": [4, 6]}}],
           "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}}
        ]
      }
      """
    let labels = try ChartSamples.chart(spec).frame.texts(in: "role-axis-label")
    #expect(labels.first == "4.0" && labels.contains("6.0"))
  }
}
