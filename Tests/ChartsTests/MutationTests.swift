import Charts
import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

/// Specifications changed at random are drawn or refused; nothing else happens to them.
@Suite struct MutationTests {
  private static let spare: [JSONNode.Value] = [
    .null, .bool(false), .number(-1), .number(0), .number(1e9), .number(-1e300), .number(0.1),
    .string(""),
    .string("x"), .string("temporal"), .string("log"), .string("datum.value"), .array([]),
    .object([]),
  ]

  /// The node with one value in it changed.
  private static func changed(_ node: JSONNode, by random: inout SeededGenerator) -> JSONNode {
    var node = node
    switch node.value {
    case .object(var members) where !members.isEmpty && Int.random(in: 0..<9, using: &random) > 0:
      let index = Int.random(in: 0..<members.count, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: members.remove(at: index)
      case 1: members[index].name += "s"
      default: members[index].node = changed(members[index].node, by: &random)
      }
      node.value = .object(members)
    case .array(var items) where !items.isEmpty && Int.random(in: 0..<9, using: &random) > 0:
      let index = Int.random(in: 0..<items.count, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: items.remove(at: index)
      case 1: items.append(items[index])
      default: items[index] = changed(items[index], by: &random)
      }
      node.value = .array(items)
    case .object, .array, .null, .bool, .number, .string:
      node.value = spare[Int.random(in: 0..<spare.count, using: &random)]
    }
    return node
  }

  /// Views small enough to be drawn in no time.
  private static let view =
    #""config": {"view": {"continuousWidth": 40, "continuousHeight": 30}}, "#

  /// Small specifications of every composition and most marks, guides and transforms.
  private static let small = [
    #""mark": "bar", "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative", "axis": {"format": ".1f"}}}"#,
    #""mark": {"type": "line", "point": true, "tooltip": true}, "encoding": {"x": {"field": "t", "type": "temporal", "timeUnit": "yearmonth"}, "y": {"aggregate": "mean", "field": "b", "type": "quantitative"}, "color": {"field": "a", "legend": {"orient": "bottom", "columns": 2}}}"#,
    #""layer": [{"mark": "area", "encoding": {"y": {"field": "b", "type": "quantitative", "stack": "normalize"}}}, {"mark": {"type": "rule", "strokeDash": [2, 1]}, "encoding": {"y": {"datum": 2}}}], "encoding": {"x": {"field": "c", "type": "quantitative", "bin": {"maxbins": 3}}}"#,
    #""hconcat": [{"mark": "arc", "encoding": {"theta": {"field": "b", "type": "quantitative"}, "color": {"field": "a"}}}, {"mark": "tick", "encoding": {"x": {"field": "c", "type": "quantitative", "scale": {"type": "log", "nice": true}}}}], "resolve": {"scale": {"color": "independent"}}"#,
    #""facet": {"column": {"field": "a", "header": {"titleOrient": "bottom"}}}, "spec": {"mark": "circle", "encoding": {"x": {"field": "b", "type": "quantitative"}, "size": {"field": "c", "type": "quantitative"}}}"#,
    #""repeat": ["b", "c"], "spec": {"mark": "boxplot", "encoding": {"y": {"field": {"repeat": "repeat"}, "type": "quantitative"}}}"#,
    #""transform": [{"calculate": "datum.b * 2 + (datum.c || 1)", "as": "d"}, {"window": [{"op": "rank", "as": "r"}], "sort": [{"field": "d"}]}, {"filter": {"field": "r", "lte": 5}}, {"fold": ["b", "c"], "as": ["k", "v"]}], "mark": {"type": "text", "dx": 2, "angle": 30}, "encoding": {"x": {"field": "k", "sort": "-y"}, "y": {"field": "v", "type": "quantitative"}, "text": {"field": "d", "format": ".2s"}}"#,
    #""params": [{"name": "p", "select": {"type": "interval", "encodings": ["x"]}, "value": {"x": [1, 3]}}, {"name": "n", "value": 4}], "mark": {"type": "point", "size": {"expr": "n * 9"}}, "encoding": {"x": {"field": "b", "type": "quantitative"}, "opacity": {"condition": {"param": "p", "value": 1}, "value": 0.3}, "shape": {"field": "a"}}"#,
    #""usermeta": {"almanac": {"directLabels": true, "missing": {"look": "hatch"}, "targets": [{"value": 2, "label": "t"}], "notes": ["n"]}}, "title": {"text": "A title", "subtitle": "of two"}, "mark": "bar", "encoding": {"y": {"field": "a"}, "x": {"field": "b", "type": "quantitative"}, "yOffset": {"field": "t"}}"#,
    #""mark": {"type": "rect", "cornerRadius": 2}, "encoding": {"x": {"field": "a"}, "y": {"field": "t"}, "color": {"field": "b", "type": "quantitative", "scale": {"scheme": "viridis", "domainMid": 2}}}, "config": {"axis": {"tickBand": "extent", "grid": true}, "view": {"stroke": null}}"#,
  ].map {
    #"{\#($0.contains(#""config""#) ? "" : view)"data": {"values": [{"a": "x", "b": 1, "c": 10, "t": "2024-01-05"}, {"a": "y", "b": 2.5, "c": 3, "t": "2024-02-09"}, {"a": "z", "b": null, "c": 1, "t": "2024-04-01"}]}, \#($0)}"#
  }

  @Test func theSmallSpecificationsAreFine() throws {
    for text in Self.small { #expect(try ChartSamples.problems(text).isEmpty, "\(text)") }
  }

  /// Ten thousand in all.
  @Test(arguments: 1...20)
  func changedSmallSpecificationsAreDrawnOrRefused(shard: UInt64) throws {
    for (index, text) in Self.small.enumerated() {
      try drawChanged(text, seed: shard << 8 | UInt64(index), count: 50)
    }
  }

  @Test(arguments: ChartSamples.names)
  func changedSpecificationsAreDrawnOrRefused(name: String) throws {
    try drawChanged(ChartSamples.text(of: name), seed: UInt64(name.utf8.count), count: 20)
  }

  private func drawChanged(_ text: String, seed: UInt64, count: Int) throws {
    let shaper = try ChartSamples.shaper()
    var bag = DiagnosticBag()
    let file = SourceFile(path: "chart.vl.json", text: text)
    let root = try #require(JSONParser.parse(file, into: &bag))
    var random = SeededGenerator(seed: seed)
    for _ in 0..<count {
      var changed = Self.changed(root, by: &random)
      if Bool.random(using: &random) { changed = Self.changed(changed, by: &random) }
      do {
        let chart = try ChartSamples.chart(changed.jsonText, shaper: shaper)
        #expect(chart.frame.size.width.isFinite && chart.frame.size.height.isFinite)
      } catch let failure as DiagnosticFailure {
        #expect(!failure.bag.isEmpty)
      }
    }
  }
}
