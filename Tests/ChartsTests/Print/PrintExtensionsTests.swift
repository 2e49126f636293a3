import Charts
import Foundation
import Syntax
import TestSupport
import Testing

@Suite struct PrintExtensionsTests {
  @Test(arguments: [
    (#""wrap": 1"#, "a number does not fit `/usermeta/almanac/wrap`"),
    (#""wrpa": true"#, "the member `wrpa` does not fit `/usermeta/almanac`"),
    (#""source": 5"#, "a number does not fit `/usermeta/almanac/source`"),
    (#""notes": ["a", 1]"#, "a number does not fit `/usermeta/almanac/notes`"),
    (#""status": 1"#, "a number does not fit `/usermeta/almanac/status`"),
    (#""status": {}"#, "an object does not fit `/usermeta/almanac/status`"),
    (
      #""status": {"field": "estimate", "look": "dotted"}"#,
      "`dotted` does not fit `/usermeta/almanac/status/look`"
    ),
    (
      #""status": {"field": "estimate", "values": "x"}"#,
      "`x` does not fit `/usermeta/almanac/status/values`"
    ),
    (#""directLabels": "yes""#, "`yes` does not fit `/usermeta/almanac/directLabels`"),
    (
      #""directLabels": {"form": ".1f"}"#,
      "the member `form` does not fit `/usermeta/almanac/directLabels`"
    ),
    (
      #""directLabels": {"format": ".2q"}"#,
      "`.2q` does not fit `/usermeta/almanac/directLabels/format`"
    ),
    (#""missing": 0"#, "a number does not fit `/usermeta/almanac/missing`"),
    (
      #""missing": {"look": "dotted"}"#,
      "`dotted` does not fit `/usermeta/almanac/missing/look`"
    ),
    (
      #""missing": {"label": null}"#, "null does not fit `/usermeta/almanac/missing/label`"
    ),
    (#""targets": 7"#, "a number does not fit `/usermeta/almanac/targets`"),
    (#""targets": [{}]"#, "an object does not fit `/usermeta/almanac/targets/0`"),
    (
      #""targets": [{"value": true}]"#,
      "a boolean does not fit `/usermeta/almanac/targets/0/value`"
    ),
    (
      #""targets": [{"value": 1}, {"band": [1]}]"#,
      "an array does not fit `/usermeta/almanac/targets/1/band`"
    ),
    (
      #""targets": [{"value": 1, "axis": "z"}]"#,
      "`z` does not fit `/usermeta/almanac/targets/0/axis`"
    ),
    (
      #""targets": [{"value": 1, "lable": "a"}]"#,
      "the member `lable` does not fit `/usermeta/almanac/targets/0`"
    ),
  ])
  func wrongValuesAreRefusedWhereTheyStand(members: String, message: String) throws {
    let problems = PrintProbe.problems(PrintProbe.bars(members))
    #expect(problems.map(\.message) == [message])
    #expect(problems.map(\.id) == [ChartDiagnostics.wrongValue])
    #expect(problems.allSatisfy { $0.span != nil })
  }

  @Test(arguments: ["directLabels", "missing"])
  func extensionsThatWouldDoNothingAreRefused(member: String) throws {
    let text = PrintProbe.bars("\"\(member)\": true")
      .replacing(#""mark": "bar""#, with: #""mark": "text""#)
      .replacing("\"type\": \"quantitative\"", with: "\"type\": \"ordinal\"")
    #expect(
      PrintProbe.problems(text).map(\.message)
        == ["`\(member)` does not fit `/usermeta/almanac/\(member)`"])
  }

  @Test func everyExampleOfTheDocumentationIsDrawn() throws {
    let text = try String(
      contentsOf: repositoryRoot.appending(path: "docs/charts.md"), encoding: .utf8)
    let examples = text.components(separatedBy: "```json\n").dropFirst().map {
      $0.components(separatedBy: "\n```")[0]
    }
    #expect(!examples.isEmpty)
    for example in examples { _ = try PrintProbe.chart(example) }
  }
}
