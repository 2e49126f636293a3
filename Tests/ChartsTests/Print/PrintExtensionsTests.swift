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
    (#""directLabels": true"#, "`true` does not fit `/usermeta/almanac/directLabels`"),
  ])
  func wrongValuesAreRefusedWhereTheyStand(members: String, message: String) throws {
    let problems = PrintProbe.problems(PrintProbe.bars(members))
    #expect(problems.map(\.message) == [message])
    #expect(problems.map(\.id) == [ChartDiagnostics.wrongValue])
    #expect(problems.allSatisfy { $0.span != nil })
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
