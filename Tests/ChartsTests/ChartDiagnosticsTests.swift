import Charts
import Syntax
import Testing

@Suite struct ChartDiagnosticsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let spec: String
    let id: DiagnosticID
    /// The text that the diagnostic points at.
    let place: String
    /// Part of the message or a hint.
    let says: String
    var testDescription: String { name }

    init(_ name: String, _ spec: String, _ id: DiagnosticID, at place: String, says: String) {
      self.name = name
      self.spec = spec
      self.id = id
      self.place = place
      self.says = says
    }
  }

  private static func bars(x: String = "", y: String = "", _ more: String = "") -> String {
    """
    {
      "data": {"values": [{"a": "A", "b": 28}, {"a": "B", "b": 55}]},
      "mark": "bar",
      "encoding": {
        "x": {"field": "a", "type": "nominal"\(x)},
        "y": {"field": "b", "type": "quantitative"\(y)}
      }\(more)
    }
    """
  }

  static let cases: [Case] = [
    Case(
      "a property that there is not", bars(x: #", "fild": 1"#), ChartDiagnostics.unknownProperty,
      at: #""fild""#, says: "did you mean `field`?"),
    Case(
      "a property of another composition", bars(x: "", y: "", #", "columns": 2, "layers": []"#),
      ChartDiagnostics.unknownProperty, at: #""layers""#, says: "`/`"),
    Case(
      "an unknown mark", #"{"mark": "baar"}"#, ChartDiagnostics.wrongValue, at: #""baar""#,
      says: "did you mean `bar`?"),
    Case(
      "a type that there is not", #"{"mark": "bar", "encoding": {"x": {"type": "nominel"}}}"#,
      ChartDiagnostics.wrongValue, at: #""nominel""#, says: "`/encoding/x/type`"),
    Case(
      "a number where text belongs", bars(x: #", "title": 5"#), ChartDiagnostics.wrongValue,
      at: "5", says: "`/encoding/x/title`"),
    Case(
      "a colour that is none", bars(y: "", #", "background": "bleu""#),
      ChartDiagnostics.wrongValue, at: #""bleu""#, says: "`/background`"),
    Case(
      "a unit of time that there is not", bars(x: #", "timeUnit": "yearmonht""#),
      ChartDiagnostics.wrongValue, at: #""yearmonht""#, says: "did you mean `yearmonth`?"),
    Case(
      "a scheme that there is not", bars(x: #", "scale": {"scheme": "virids"}"#),
      ChartDiagnostics.wrongValue, at: #""virids""#, says: "did you mean `viridis`?"),
    Case(
      "a width below nothing", bars(y: "", #", "width": -5"#), ChartDiagnostics.wrongValue,
      at: "-5", says: "`/width`"),
    Case(
      "a parameter that there is not",
      bars(y: "", #", "params": [{"name": "p", "select": "point"}]"#).replacingMark(
        #"{"type": "bar"}, "view": {"fill": {"expr": "q"}}"#),
      DiagnosticID("expression-undefined"), at: "q", says: "`q`"),
    Case(
      "an expression that cannot be read", bars(x: #", "axis": {"labelExpr": "datum.label +"}"#),
      DiagnosticID("expression-syntax"), at: "\"", says: "end"),
    Case(
      "a schema of another language", bars(y: "", #", "$schema": "https://vega.github.io/x.json""#),
      ChartDiagnostics.wrongValue, at: #""https://vega.github.io/x.json""#, says: "`/$schema`"),
    Case(
      "what is not drawn", bars(y: "", "").replacingMark(#"{"type": "bar", "dir": "rtl"}"#),
      ChartDiagnostics.unsupportedProperty, at: #""dir""#, says: "`/mark/dir`"),
    Case(
      "JSON that is no chart", "[1, 2]", ChartDiagnostics.notASpecification, at: "[1, 2]",
      says: "an array"),
    Case(
      "a field that the data lack", bars().replacing(#""field": "b""#, with: #""field": "c""#),
      ChartDiagnostics.unknownField, at: #""c""#, says: "`c`"),
    Case(
      "a field to sort by that the data lack", bars(x: #", "sort": {"field": "bb", "op": "sum"}"#),
      ChartDiagnostics.unknownField, at: #""bb""#, says: "did you mean `b`?"),
    Case(
      "a field of text as a quantity", bars().replacing(#""field": "b""#, with: #""field": "a""#),
      ChartDiagnostics.unfitType, at: #""quantitative""#, says: "`A`"),
    Case(
      "data that nobody gave", #"{"data": {"name": "sales"}, "mark": "bar"}"#,
      ChartDiagnostics.unknownData, at: #""sales""#, says: "`sales`"),
    Case(
      "a file where none may be read", #"{"data": {"url": "data/a.csv"}, "mark": "bar"}"#,
      ChartDiagnostics.dataFile, at: #""data/a.csv""#, says: "no folder of data"),
    Case(
      "a picture without marks", bars(y: "", #", "transform": [{"filter": "datum.b > 99"}]"#),
      ChartDiagnostics.emptyChart, at: "{", says: "no marks"),
    Case(
      "a mark that cannot be drawn from its encoding",
      #"{"data": {"values": [{"a": 1}]}, "mark": "errorbar", "encoding": {"x": {"field": "a"}}}"#,
      ChartDiagnostics.unusableMark, at: #""errorbar""#, says: "quantitative"),
    Case(
      "sizes that cannot be printed",
      bars(y: "", #", "padding": 1e9"#), ChartDiagnostics.notFinite, at: "{", says: "at most"),
    Case(
      "a logarithm of zero", bars(y: #", "scale": {"type": "log", "domain": [0, 9]}"#),
      ChartDiagnostics.wrongValue, at: "[0, 9]", says: "symlog"),
    Case(
      "parameters that need each other",
      bars(
        y: "", #", "params": [{"name": "p", "expr": "q + 1"}, {"name": "q", "expr": "p + 1"}]"#),
      ChartDiagnostics.circularParameter, at: #""q + 1""#, says: "`p`, `q`"),
    Case(
      "a number format of no type",
      bars(x: "").replacing(
        #""field": "b""#, with: #""axis": {"format": ".2q"}, "field": "b""#),
      ChartDiagnostics.wrongValue, at: #"".2q""#, says: "`/encoding/y/axis/format`"),
    Case(
      "a time format with an unknown directive",
      bars(y: "", #", "config": {"timeFormat": "%Y-%k"}"#), ChartDiagnostics.wrongValue,
      at: #""%Y-%k""#, says: "`%k`"),
    Case(
      "an expression that cannot be worked out",
      bars(x: #", "axis": {"labelExpr": "format(datum.index, '.1.2')"}"#),
      DiagnosticID("expression-evaluation"), at: "format(", says: ".1.2"),
    Case(
      "an axis with a tick for each second",
      #"{"data": {"values": [{"t": "2020-01-01"}, {"t": "2024-01-01"}]}, "mark": "tick", "encoding": {"x": {"field": "t", "type": "temporal", "axis": {"tickCount": "second"}}}}"#,
      ChartDiagnostics.wrongValue, at: #""second""#, says: "larger interval"),
    Case(
      "a transform of no kind", bars(y: "", #", "transform": [{"filtre": "true"}]"#),
      DiagnosticID("transform-kind"), at: "{", says: "did you mean `filter`?"),
  ]

  @Test(arguments: cases)
  func problemsAreToldWithTheirPlace(each: Case) throws {
    let problems = try ChartSamples.problems(each.spec)
    guard let found = problems.first(where: { $0.id == each.id }) else {
      Issue.record("no \(each.id) among \(problems.map(\.message))")
      return
    }
    let span = found.span.map { String(decoding: $0.file.bytes[$0.range], as: UTF8.self) } ?? ""
    #expect(span.hasPrefix(each.place) || each.place == "\"", "points at \(span)")
    let all = [found.message, found.expected ?? ""] + found.hints
    #expect(all.contains { $0.contains(each.says) }, "\(all)")
  }

  @Test func idsAreUnique() {
    #expect(Set(ChartDiagnostics.all).count == ChartDiagnostics.all.count)
  }

  @Test func allProblemsOfASpecificationAreToldAtOnce() throws {
    let problems = try ChartSamples.problems(
      #"{"mark": "baar", "encoding": {"x": {"fild": 1}, "z": {}}, "heigth": 5}"#)
    #expect(problems.count == 4)
  }

  @Test func anUnknownThemeIsToldWithItsNeighbour() {
    let problem = ChartDiagnostics.noTheme("almanak")
    #expect(problem.id == ChartDiagnostics.unknownTheme)
    #expect(problem.hints == ["did you mean `almanac`?"])
  }

  @Test func aFontThatIsNotAtHandIsAWarning() throws {
    let chart = try ChartSamples.chart(ChartSamples.bars(#"{"config": {"font": "Nofont"}}"#))
    #expect(chart.warnings.diagnostics.map(\.id) == [ChartDiagnostics.unknownFont])
  }

  /// Which of two filters left nothing.
  @Test func aChartWithoutMarksNamesWhatLeftNothing() throws {
    let spec = Self.bars(
      y: "", #", "transform": [{"filter": "datum.b > 30"}, {"filter": "datum.b > 99"}]"#)
    let found = try ChartSamples.problems(spec)
    #expect(found.first?.notes.map(\.message) == ["this leaves none of 1 row"])
    #expect(found.first?.notes.first?.span?.text == #"{"filter": "datum.b > 99"}"#)
  }

  @Test func deepNestingIsAnErrorNotACrash() throws {
    let deep =
      String(repeating: #"{"vconcat": ["#, count: 10_000)
      + String(repeating: "]}", count: 10_000)
    #expect(try !ChartSamples.problems(deep).isEmpty)
  }
}

extension String {
  fileprivate func replacingMark(_ mark: String) -> String {
    replacing(#""mark": "bar""#, with: "\"mark\": \(mark)")
  }
}
