import Charts
import Syntax
import Tables
import Testing

/// Data in text are held to what the dataset's tables are held to, and no value vanishes in silence.
@Suite struct DataReadingTests {
  /// What drawing bars of `values`, a JSON value, has to say.
  private func problems(
    _ values: String, format: String = "", type: String = "quantitative", more: String = ""
  ) throws -> [Diagnostic] {
    let spec = """
      {"data": {"values": \(values)\(format.isEmpty ? "" : ", \"format\": \(format)")}, "mark": "bar",
       "encoding": {"x": {"field": "k"}, "y": {"field": "v", "type": "\(type)"\(more)}}}
      """
    do {
      return try ChartSamples.chart(spec).warnings.sorted
    } catch let failure as DiagnosticFailure {
      return failure.bag.sorted
    }
  }

  @Test(arguments: [
    (#"k,v\nA,1\nB\nC,3,4\n"#, "csv", ["csv-row-cells", "csv-row-cells"]),
    (#"k,v,v\nA,1,2\n"#, "csv", ["csv-duplicate-header"]),
    (#"k,,v\nA,1,2\n"#, "csv", ["csv-blank-header"]),
    (#"k,v\n\"A,1\n"#, "csv", ["csv-unclosed-quote"]),
    (#"k,v\nA\"B,1\n"#, "csv", ["csv-stray-quote"]),
    (#"k,v\nA,1\n\nB,2\n"#, "csv", ["csv-blank-row"]),
    (#"k;v\nA;1\n"#, "csv", ["csv-separator"]), (#"k,v\rA,1\r"#, "csv", ["csv-character"]),
    (#"k,v\nA\u0000,1\n"#, "csv", ["csv-character"]), ("", "csv", ["csv-empty"]),
    (#"k,v\nA,1\n"#, "tsv", ["csv-separator"]), (#"k,v\nA,1\nB,2\n\n\n"#, "csv", []),
    (#"\uFEFFk\tv\r\nA\t1\r\n"#, "tsv", []),
  ])
  func textIsReadAsStrictlyAsTheDataset(_ text: String, _ type: String, _ ids: [String]) throws {
    let found = try problems(#""\#(text)""#, format: #"{"type": "\#(type)"}"#)
    #expect(found.map(\.id.name) == ids)
    #expect(found.allSatisfy { $0.severity == .error && $0.span != nil })
  }

  @Test(arguments: [
    (#"";""#, []), (#"" ""#, []), (#""；""#, ["chart-value"]), (#""\"""#, ["chart-value"]),
  ])
  func aDelimiterIsOneASCIICharacter(_ delimiter: String, _ ids: [String]) throws {
    let text = delimiter == #"" ""# ? #""k v\nA 1""# : #""k;v\nA;1""#
    let found = try problems(text, format: #"{"type": "dsv", "delimiter": \#(delimiter)}"#)
    #expect(found.map(\.id.name) == ids)
  }

  @Test func aCellThatIsNoNumberIsShownWhereItWasWritten() throws {
    let found = try problems(
      #""k,v\nA,10\nB,n/a\nC,\"1,234\"\nD,\n""#, format: #"{"type": "csv"}"#)
    let problem = try #require(found.first)
    #expect(found.count == 1)
    #expect(problem.id == ChartDiagnostics.unfitType)
    #expect(problem.severity == .warning)
    #expect(
      problem.message == "2 of the 3 values of `v` are not numbers: the first is `n/a` in row 2")
    #expect(problem.span?.start == SourcePosition(line: 3, column: 3))
    #expect(problem.notes.first?.span?.text == #""quantitative""#)
  }

  struct Sample: CustomTestStringConvertible {
    var cells: [String]
    var format = ""
    var type = "quantitative"
    var more = ""
    var severity: Severity
    var message: String
    var hint: String?

    var testDescription: String { message }
  }

  @Test(arguments: [
    Sample(
      cells: ["1,234", "5,678"], severity: .error,
      message:
        "the field `v` holds `1,234` in row 1, which is not a number, and no other of its 2 values is",
      hint: "write `1234` if the comma groups thousands, `1.234` if it is a decimal comma"),
    Sample(
      cells: ["10", "１２"], severity: .warning,
      message: "1 of the 2 values of `v` is not a number: `１２` in row 2",
      hint: "write `12`, in the digits 0 to 9"),
    Sample(
      cells: ["10", "1,5"], more: #", "aggregate": "sum""#, severity: .warning,
      message: "1 of the 2 values of `v` is not a number: `1,5` in row 2",
      hint: "write `1.5`, with a point as decimal mark"),
    Sample(
      cells: ["10", "soon"], more: #", "aggregate": "max""#, severity: .warning,
      message: "1 of the 2 values of `v` is not a number: `soon` in row 2"),
    Sample(
      cells: ["yes", "no"], format: #"{"parse": {"v": "boolean"}}"#, type: "nominal",
      severity: .error,
      message:
        "the field `v` holds `yes` in row 1, which is not true or false, and no other of its 2 values is"
    ),
    Sample(
      cells: ["5", "n/a"], format: #"{"parse": {"v": "number"}}"#, severity: .warning,
      message: "1 of the 2 values of `v` is not a number: `n/a` in row 2",
      hint: "where there is no value, leave the cell empty, or write `null` in JSON"),
    Sample(
      cells: ["31/01/2024", "29/02/2024"], type: "temporal", severity: .error,
      message:
        "the field `v` holds `31/01/2024` in row 1, which is not a time, and no other of its 2 values is",
      hint: #"say how it is written, in `format.parse` of the data: `"date:'%d/%m/%Y'"`"#),
    Sample(
      cells: ["05/01/2024", "15/01/2024"], type: "temporal", severity: .error,
      message:
        "`05/01/2024` in row 1 of `v` is read with the month first, but `15/01/2024` in row 2 has the day first; 1 of its 2 values is not a time",
      hint: #"say how it is written, in `format.parse` of the data: `"date:'%d/%m/%Y'"`"#),
    Sample(
      cells: ["05/01/2024", "06/01/2024"], type: "temporal", severity: .warning,
      message:
        "`05/01/2024` in row 1 of `v` is read with the month first, and no value shows whether that is meant",
      hint:
        #"say how it is written, in `format.parse` of the data: `"date:'%d/%m/%Y'"` or `"date:'%m/%d/%Y'"`"#
    ),
    Sample(
      cells: ["05/01/2024", "5.2.2024"], format: #"{"parse": {"v": "date:'%d/%m/%Y'"}}"#,
      type: "temporal", severity: .warning,
      message: "1 of the 2 values of `v` is not a time in the form `%d/%m/%Y`: `5.2.2024` in row 2"),
    Sample(
      cells: ["1.234", "987,6"], severity: .error,
      message:
        "`1.234` in row 1 of `v` is read with a decimal point, but `987,6` in row 2 has a decimal comma; 1 of its 2 values is not a number",
      hint: "write the whole field with decimal points, and without points between thousands"),
  ])
  func valuesThatCannotBeReadAreCounted(sample: Sample) throws {
    let rows = sample.cells.enumerated().map { #"{"k": "\#($0.offset)", "v": "\#($0.element)"}"# }
    let found = try problems(
      "[\(rows.joined(separator: ", "))]", format: sample.format, type: sample.type,
      more: sample.more)
    let problem = try #require(found.first)
    #expect(found.count == 1)
    let isMisread = sample.message.contains(" is read with ")
    #expect(problem.id == (isMisread ? ChartDiagnostics.misreadValue : ChartDiagnostics.unfitType))
    #expect(problem.severity == sample.severity)
    #expect(problem.message == sample.message)
    #expect(problem.hints == (sample.hint.map { [$0] } ?? []))
  }

  @Test(arguments: [
    // Dates that are read otherwise in other data of the chart.
    #"""
    {"hconcat": [
      {"data": {"values": [{"d": "2024-01-01", "v": 1}]}, "mark": "bar",
       "encoding": {"x": {"field": "d", "type": "temporal"}, "y": {"field": "v", "type": "quantitative"}}},
      {"data": {"values": [{"d": "north", "v": 1}]}, "mark": "bar",
       "encoding": {"x": {"field": "d", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}}]}
    """#,
    // A calculation mends what is written.
    #"""
    {"data": {"values": [{"k": "A", "v": "1,234"}, {"k": "B", "v": "5"}]},
     "transform": [{"calculate": "toNumber(replace(datum.v, ',', ''))", "as": "v"}], "mark": "bar",
     "encoding": {"x": {"field": "k"}, "y": {"field": "v", "type": "quantitative"}}}
    """#,
    // A filter leaves out what is no number.
    #"""
    {"data": {"values": [{"k": "A", "v": "n/a"}, {"k": "B", "v": "5"}]},
     "transform": [{"filter": "datum.v != 'n/a'"}], "mark": "bar",
     "encoding": {"x": {"field": "k"}, "y": {"field": "v", "type": "quantitative"}}}
    """#,
    // Counting takes values of any kind.
    #"""
    {"data": {"values": [{"k": "A", "v": "n/a"}]}, "mark": "bar",
     "encoding": {"x": {"field": "k"}, "y": {"field": "v", "aggregate": "distinct"}}}
    """#,
  ])
  func whatIsMeantIsNotReported(spec: String) throws {
    #expect(try ChartSamples.chart(spec).warnings.sorted == [])
  }

  @Test func layersThatShareAFieldShareItsProblem() throws {
    let layer =
      #"{"mark": "MARK", "encoding": {"x": {"field": "k"}, "y": {"field": "v", "type": "quantitative"}}}"#
    let chart = try ChartSamples.chart(
      #"{"data": {"values": [{"k": "A", "v": "5"}, {"k": "B", "v": "n/a"}]}, "layer": ["#
        + layer.replacing("MARK", with: "bar") + "," + layer.replacing("MARK", with: "tick") + "]}")
    #expect(chart.warnings.sorted.count == 1)
  }

  @Test func anEmptyCellIsNoZero() throws {
    let chart = try ChartSamples.chart(
      #"""
      {"data": {"values": "k,v\nA,5\nB,\nC,7", "format": {"type": "csv"}}, "mark": "point",
       "encoding": {"x": {"field": "k"}, "y": {"field": "v", "type": "quantitative"}}}
      """#)
    #expect(chart.drawn.first?.column("k")?.values == [.string("A"), .string("C")])
    #expect(chart.warnings.isEmpty)
  }
}
