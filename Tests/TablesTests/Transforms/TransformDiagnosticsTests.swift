import Syntax
import Tables
import Testing

@Suite struct TransformDiagnosticsTests {
  private let table = Table([
    ("year", .numbers([2023, 2024])), ("sector", .strings(["a", "b"])),
  ])

  /// What reading the transforms in `text` and applying them to the table reports.
  private func problems(_ text: String) throws -> [Diagnostic] {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "views.json", text: text)
    let node = try #require(JSONParser.parse(file, into: &bag))
    let list = TransformParser.transforms(node, in: file, path: "/transform", into: &bag)
    var context = TransformContext(tables: ["regions": table])
    _ = list.apply(to: table, in: &context, into: &bag)
    return bag.diagnostics
  }

  @Test(
    arguments: [
      (#"[{"fliter": "true"}]"#, "transform-kind", #"{"fliter": "true"}"#),
      (#"[{"calculate": "1 +", "as": "x"}]"#, "expression-syntax", "\""),
      (#"[{"calculate": "1"}]"#, "missing-key", #"{"calculate": "1"}"#),
      (#"[{"calculate": "datum.yaer + 1", "as": "x"}]"#, "field-missing", "datum.yaer"),
      (#"[{"filter": {"field": "sectr", "equal": "a"}}]"#, "field-missing", #""sectr""#),
      (#"[{"filter": {"field": "sector", "eqal": "a"}}]"#, "missing-key", nil),
      (#"[{"filter": {"field": "a[0", "equal": 1}}]"#, "field-path", #""a[0""#),
      (
        #"[{"filter": {"field": "year", "timeUnit": "yeer", "equal": 1}}]"#, "unknown-value",
        #""yeer""#
      ),
      (#"[{"aggregate": [{"op": "men", "field": "year"}]}]"#, "unknown-value", #""men""#),
      (#"[{"aggregate": [{"op": "mean"}]}]"#, "missing-key", #"{"op": "mean"}"#),
      (#"[{"window": [{"op": "rnak", "as": "r"}]}]"#, "unknown-value", #""rnak""#),
      (#"[{"fold": ["year"], "ass": ["k", "v"]}]"#, "unknown-key", #""ass""#),
      (#"[{"flatten": ["sector"]}]"#, "array-expected", #""sector""#),
      (
        #"[{"lookup": "sector", "from": {"data": {"name": "regoins"}, "key": "sector", "fields": ["year"]}}]"#,
        "table-missing", #"{"name": "regoins"}"#
      ),
      (
        #"[{"lookup": "sector", "from": {"data": {"url": "x.csv"}, "key": "sector"}, "as": "l"}]"#,
        "table-missing", #"{"url": "x.csv"}"#
      ),
      (
        #"[{"lookup": "year", "from": {"data": {"name": "regions"}, "key": "sector", "fields": ["year"]}}]"#,
        "lookup-unmatched", #""year""#
      ),
      (#"[{"filter": "datum.year > nope"}]"#, "expression-undefined", "nope"),
      (#"[{"filter": "format(datum.year, '.q.') == '1'"}]"#, "expression-evaluation", nil),
      (
        #"[{"stack": "year", "groupby": ["sector"], "offset": "centre"}]"#, "unknown-value",
        #""centre""#
      ),
      (
        #"[{"window": [{"op": "ntile", "as": "r"}]}]"#, "missing-key",
        #"{"op": "ntile", "as": "r"}"#
      ),
      (#"[{"sample": "many"}]"#, "wrong-type", #""many""#),
    ] as [(String, String, String?)])
  func mistakesAreReportedWhereTheyStand(_ text: String, _ id: String, _ place: String?) throws {
    let problem = try #require(try problems(text).first)
    #expect(problem.id.name == id)
    if let place, place != "\"" { #expect(problem.span?.text == place) }
    #expect(problem.span != nil)
  }

  @Test func aNearNameIsOffered() throws {
    let field = try problems(#"[{"filter": {"field": "sectr", "equal": "a"}}]"#)
    #expect(field.first?.hints == ["did you mean `sector`?"])
    let kind = try problems(#"[{"calculat": "1", "as": "x"}]"#)
    #expect(kind.first?.hints == ["did you mean `calculate`?"])
    let data = try problems(
      #"[{"lookup": "sector", "from": {"data": {"name": "regoins"}, "key": "sector"}, "as": "r"}]"#)
    #expect(data.first?.hints == ["did you mean `regions`?"])
  }

  @Test func severalMistakesAreReportedTogether() throws {
    let found = try problems(
      #"[{"calculate": "1 +", "as": "x"}, {"aggregate": [{"op": "men"}]}, {"foldd": []}]"#)
    #expect(found.map(\.id.name) == ["expression-syntax", "unknown-value", "transform-kind"])
  }

  @Test func everyDeclaredProblemHasACase() {
    // Those that are not of transforms have their cases with expressions, zones, budgets and figures.
    let elsewhere = ["expression-unsupported", "time-zone", "transform-size", "absent-value"]
    let here = [
      "expression-syntax", "expression-undefined", "expression-evaluation", "field-missing",
      "array-expected", "table-missing", "transform-kind", "field-path", "lookup-unmatched",
    ]
    #expect(Set(TablesDiagnostics.all.map(\.name)) == Set(elsewhere + here))
  }

  @Test func transformsOfATableWithoutRowsReportNoField() throws {
    var bag = DiagnosticBag()
    var context = TransformContext()
    let aggregate = DataTransform.aggregate(
      .init(groupby: [FieldReference("g")], [.init(.sum, FieldReference("v"), as: "s")]))
    let result = aggregate.apply(to: Table(), in: &context, into: &bag)
    #expect(bag.isEmpty)
    #expect(result.names == ["g", "s"])
    #expect(result.rowCount == 0)
  }

  @Test func keysWithoutAMatchAreCounted() throws {
    let lookup =
      #"[{"lookup": "k", "from": {"data": {"name": "t"}, "key": "id", "fields": ["v"]}DEFAULT}]"#
    func warnings(_ fallback: String) throws -> [Diagnostic] {
      var bag = DiagnosticBag()
      let file = SourceFile(
        path: "views.json", text: lookup.replacing("DEFAULT", with: fallback))
      let node = try #require(JSONParser.parse(file, into: &bag))
      let list = TransformParser.transforms(node, in: file, path: "/transform", into: &bag)
      let other = Table([("id", .strings(["a", "b"])), ("v", .numbers([1, 2]))])
      var context = TransformContext(tables: ["t": other])
      let table = Table([
        ("k", Column(["a", "x", nil, "y", "", "b"].map { $0.map { .string($0) } ?? .null }))
      ])
      _ = list.apply(to: table, in: &context, into: &bag)
      return bag.diagnostics
    }
    let found = try warnings("")
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.first?.message
        == "2 of 4 keys in `k` are not in the data looked up: the first is `x` in row 2")
    #expect(try warnings(#", "default": 0"#) == [])
  }
}
