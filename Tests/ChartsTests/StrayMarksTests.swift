import Charts
import Syntax
import Testing

/// Marks that a reader cannot see, or not whole, are counted.
@Suite struct StrayMarksTests {
  private static func spec(
    _ mark: String, y: String = "", values: String = #"[{"a": "A", "b": 10}, {"a": "B", "b": 50}]"#,
    _ more: String = ""
  ) -> String {
    #"{"data": {"values": \#(values)}, "mark": \#(mark), "encoding": {"x": {"field": "a"}, "#
      + #""y": {"field": "b", "type": "quantitative"\#(y)}}\#(more)}"#
  }

  private static let short = #", "scale": {"domain": [0, 20]}"#

  @Test(arguments: [
    (
      spec(#"{"type": "bar", "clip": true}"#, y: short),
      "1 of the 2 marks reaches beyond the plot and is cut off: `a: B; b: 50`"
    ),
    (
      spec(#"{"type": "line", "clip": true}"#, y: short),
      "the mark reaches beyond the plot and is cut off: `a: A; b: 10`"
    ),
    (spec(#""point""#, y: short), "1 of the 2 marks stands outside the plot: `a: B; b: 50`"),
    (
      spec(#"{"type": "text", "text": "x", "x": 0, "y": -500}"#, y: #", "scale": null"#)
        .replacing(
          #""y": {"field": "b", "type": "quantitative", "scale": null}"#,
          with: #""text": {"field": "b"}"#),
      "2 of the 2 marks stand outside the plot; the first shows `a: A; b: 10`"
    ),
    (
      spec(
        #"{"type": "bar", "clip": true, "cornerRadiusEnd": 3}"#, y: short,
        values:
          #"[{"f": "p", "a": "A", "b": 60}, {"f": "q", "a": "A", "b": 50}, {"f": "q", "a": "B", "b": 5}]"#
      ).replacing(#""x":"#, with: #""column": {"field": "f"}, "color": {"field": "a"}, "x":"#),
      "2 of the 3 marks reach beyond the plot and are cut off; the first shows `a: A; b: 60`"
    ),
  ])
  func areTold(_ spec: String, _ message: String) throws {
    let found = try ChartSamples.chart(spec).warnings.diagnostics
    #expect(found.map(\.message) == [message])
    #expect(found.first?.id == ChartDiagnostics.strayMarks)
    #expect(found.first?.severity == .warning)
    #expect(found.first?.span?.text.isEmpty == false)
  }

  /// What lies on the edge, or is set beside the plot on purpose, is no stray.
  @Test(arguments: [
    spec(#"{"type": "bar", "clip": true}"#), spec(#"{"type": "line", "clip": true}"#),
    spec(#"{"type": "point", "clip": true, "size": 900}"#),
    spec(#"{"type": "text", "text": "x", "dy": -30}"#),
    #"{"data": {"values": [{}]}, "height": 50, "mark": {"type": "text", "text": "note", "x": 0, "y": -20}}"#,
    #"{"data": {"values": [{"d": "2024-01-01", "v": 1}, {"d": "2024-02-01", "v": 2}]}, "mark": {"type": "bar", "clip": true}, "encoding": {"x": {"field": "d", "type": "temporal"}, "y": {"field": "v", "type": "quantitative"}}}"#,
  ])
  func edgesAndNotesAreNone(_ spec: String) throws {
    #expect(try ChartSamples.chart(spec).warnings.isEmpty)
  }
}
