import Charts
import Scene
import Syntax
import TestSupport
import Testing

@Suite struct TargetTests {
  @Test func linesAndBandsBearTheirLabelsOutsideThePlot() throws {
    let chart = try PrintProbe.chart(
      PrintProbe.bars(
        """
        "targets": [
          {"value": 7, "label": "Plan: 7"}, {"band": [2, 3], "label": "usual range"}
        ]
        """))
    #expect(chart.frame.size.width > 300 + 6 + 50)
    try expectGolden(chart.frame.sceneDump, folder: "charts", name: "target-lines.scene")
  }

  @Test func labelsOfNearTargetsStandApart() throws {
    let chart = try PrintProbe.chart(
      PrintProbe.bars(
        #""targets": [{"value": 4, "label": "goal one"}, {"value": 4.1, "label": "goal two"}]"#))
    let places = chart.frame.sceneDump.split(separator: "\n").filter {
      $0.contains("start \"goal ")
    }
    .compactMap { $0.split(separator: " ").dropFirst(2).first.flatMap { Double($0) } }
    #expect(places.count == 2)
    #expect(abs(places[0] - places[1]) >= 13.99)
  }

  @Test func aFieldGivesEachBarATick() throws {
    let chart = try PrintProbe.chart(
      PrintProbe.bars(#""targets": [{"value": {"field": "planned"}, "label": "plan"}]"#))
    #expect(chart.frame.sceneDump.contains("Marker: plan"))
    try expectGolden(chart.frame.sceneDump, folder: "charts", name: "target-ticks.scene")
  }

  @Test func aLabelOverThePlotKeepsWithinItsWidth() throws {
    let text = """
      {
        "usermeta": {"almanac": {"targets": [{"value": 9.9, "label": "the plan for 2025"}]}},
        "width": 200, "height": 60, "config": {"axisX": {"labelFlush": true}},
        "data": {"values": [{"a": "x", "b": 10}]}, "mark": "bar",
        "encoding": {
          "x": {"field": "b", "type": "quantitative", "axis": null},
          "y": {"field": "a", "type": "nominal", "axis": null}
        }
      }
      """
    #expect(try PrintProbe.chart(text).frame.size.width == 204)
  }

  @Test func theWordsForThePictureAreThoseOfItsData() throws {
    let plain = try PrintProbe.chart(PrintProbe.bars(""))
    let aimed = try PrintProbe.chart(PrintProbe.bars(#""targets": [{"band": [1, 2]}]"#))
    #expect(aimed.alternative == plain.alternative)
  }

  @Test func aFieldThatTheDataLackIsAnError() {
    let problems = PrintProbe.problems(
      PrintProbe.bars(#""targets": [{"value": {"field": "plannd"}}]"#))
    #expect(problems.map(\.id).contains(ChartDiagnostics.unknownField))
  }

  @Test func aChartOfSeveralViewsIsRefused() {
    let view = #"{"mark": "bar", "encoding": {"x": {"field": "a", "type": "nominal"}}}"#
    let problems = PrintProbe.problems(
      """
      {
        "usermeta": {"almanac": {"targets": [{"value": 1}]}},
        "data": {"values": [{"a": "x"}]}, "hconcat": [\(view), \(view)]
      }
      """)
    #expect(problems.map(\.message) == ["an array does not fit `/usermeta/almanac/targets`"])
    #expect(problems.first?.expected == "a chart of one view")
  }

  @Test func targetsAloneAreNoChart() {
    let problems = PrintProbe.problems(
      """
      {
        "usermeta": {"almanac": {"targets": [{"value": 1, "label": "goal"}]}},
        "data": {"values": []}, "mark": "bar",
        "encoding": {
          "x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}
        }
      }
      """)
    #expect(problems.map(\.id).contains(ChartDiagnostics.emptyChart))
  }
}
