import Charts
import Syntax
import TestSupport
import Testing

@Suite struct SpecRequirementTests {
  /// The problem stands at the marker; its message names the path.
  @Test(arguments: [
    (#"{"mark": 1️⃣{"color": "red"}}"#, "`/mark`"),
    (#"{"mark": {"type": "bar", "color": 1️⃣{"gradient": "linear"}}}"#, "`/mark/color`"),
    (#"{"mark": {"type": "point", "shape": 1️⃣"sqare"}}"#, "`/mark/shape`"),
    (#"1️⃣{"facet": {"field": "a"}}"#, "`/`"),
    (#"1️⃣{"repeat": ["a", "b"]}"#, "`/`"),
    (#"{"mark": "bar", "params": [1️⃣{"select": "point"}]}"#, "`/params/0`"),
    (
      #"{"mark": "bar", "encoding": {"color": {"field": "a", "scale": {"range": ["red", 1️⃣"blu"]}}}}"#,
      "`/encoding/color/scale/range/1`"
    ),
    (
      #"{"layer": [{"mark": "bar", "encoding": {1️⃣"row": {"field": "a"}}}]}"#,
      "`/layer/0/encoding/row`"
    ),
    (#"{"mark": "bar", "encoding": {"x": 1️⃣null}}"#, "`/encoding/x`"),
  ])
  func whatIsMissingOrMisplacedIsTold(text: String, path: String) throws {
    let source = MarkedSource(text)
    var bag = DiagnosticBag()
    #expect(ChartSpec.parse(source.file, into: &bag) == nil)
    #expect(bag.diagnostics.count == 1)
    let diagnostic = try #require(bag.diagnostics.first)
    #expect(diagnostic.span?.range.lowerBound == source.offsets["1️⃣"])
    #expect(diagnostic.message.contains(path))
  }

  /// A layer drops a channel of its parent; a chart may have no background.
  @Test(arguments: [
    #"{"layer": [{"mark": "bar", "encoding": {"x": null}}], "encoding": {"x": {"datum": 1}}}"#,
    #"{"mark": "bar", "background": null}"#,
    #"{"mark": {"type": "point", "shape": "M0,0L1,1Z"}}"#,
  ])
  func whatIsFitIsTaken(text: String) {
    var bag = DiagnosticBag()
    #expect(ChartSpec.parse(SourceFile(path: "chart.vl.json", text: text), into: &bag) != nil)
    #expect(bag.diagnostics.map(\.message) == [])
  }
}
