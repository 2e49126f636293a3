import Charts
import Syntax
import Tables
import Testing

/// What a report gives to the parameters that a specification declares.
@Suite struct GivenParameterTests {
  private static let spec = """
    {
      "params": [
        {"name": "words", "value": {"north": "North", "south": "South"}},
        {"name": "lang", "value": "en"}
      ],
      "data": {"values": [{"a": "north", "b": 28}, {"a": "south", "b": 55}]},
      "mark": "bar",
      "encoding": {
        "x": {
          "field": "a", "type": "nominal",
          "axis": {"labelExpr": "words[datum.label] + ' ' + lang"}
        },
        "y": {"field": "b", "type": "quantitative"}
      }
    }
    """

  private func chart(
    _ params: [String: Value], _ spec: String = GivenParameterTests.spec
  ) throws -> Chart {
    var bag = DiagnosticBag()
    let spec = try #require(
      ChartSpec.parse(SourceFile(path: "chart.vl.json", text: spec), into: &bag))
    return try ChartCompiler.compile(
      spec, in: ChartContext(shaper: try ChartSamples.shaper(), params: params))
  }

  private func words(_ words: [String: String]) -> Value {
    .object(.init(words.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }))
  }

  private func labels(_ chart: Chart) -> [String] {
    chart.frame.texts(in: "role-axis-label").filter { Double($0) == nil }
  }

  @Test func aSpecificationStandsOnItsOwn() throws {
    #expect(labels(try chart([:])) == ["North en", "South en"])
  }

  @Test func theReportsWordsTakeTheirPlace() throws {
    let params: [String: Value] = [
      "words": words(["north": "Nord", "south": "Süd", "west": "West"]), "lang": .string("de"),
      "other": .number(1),
    ]
    #expect(labels(try chart(params)) == ["Nord de", "Süd de"])
  }

  @Test func aWordThatTheReportLacksIsTold() throws {
    let failure = #expect(throws: DiagnosticFailure.self) {
      try chart(["words": words(["nort": "Nord", "south": "Süd"])])
    }
    let problem = try #require(failure?.bag.diagnostics.first)
    #expect(problem.id == ChartDiagnostics.parameterMember)
    #expect(problem.message == "the report's `words` has no `north`")
    #expect(problem.hints == ["did you mean `nort`?"])
    #expect(problem.span?.text == "\"north\"")
  }

  @Test func aWordThatNobodyHasIsToldWhereItIsAskedFor() throws {
    let failure = #expect(throws: DiagnosticFailure.self) {
      try chart(
        ["words": words(["north": "Nord", "south": "Süd"])],
        Self.spec.replacing("words[datum.label]", with: "words.nroth"))
    }
    let problem = try #require(failure?.bag.diagnostics.first)
    #expect(problem.message == "there is no member `nroth`")
    #expect(problem.hints == ["did you mean `north`?"])
    #expect(problem.span?.text == "nroth")
  }
}
