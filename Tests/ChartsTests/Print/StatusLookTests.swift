import Charts
import Scene
import Syntax
import TestSupport
import Testing

@Suite struct StatusLookTests {
  @Test(arguments: ["hatch", "hollow"])
  func marksOfTheStatusChangeTheirFillAlone(look: String) throws {
    let status = #""status": {"field": "estimate", "look": "\#(look)", "label": "estimates"}"#
    let chart = try PrintProbe.chart(PrintProbe.bars(status))
    try expectGolden(chart.frame.sceneDump, folder: "charts", name: "status-\(look).scene")
  }

  @Test func aFieldThatTheDataLackIsAnError() {
    let problems = PrintProbe.problems(PrintProbe.bars(#""status": {"field": "estimated"}"#))
    #expect(problems.map(\.id) == [ChartDiagnostics.unknownField])
    #expect(problems.first?.hints == ["did you mean `estimate`?"])
  }
}
