import Syntax
import Tables
import Testing

@Suite struct DelimitedTextTests {
  private func table(
    _ text: String, by delimiter: UInt8 = UInt8(ascii: ",")
  ) -> (table: Table, problems: [Diagnostic]) {
    var bag = DiagnosticBag()
    let table = Table.delimited(SourceFile(path: "d.csv", text: text), by: delimiter, into: &bag)
    return (table, bag.diagnostics)
  }

  @Test func cellsMayBeQuoted() {
    let (table, problems) = table("a,b\r\n\"x, \"\"y\"\"\",2\n\n,\"line\nbreak\"")
    #expect(table.names == ["a", "b"])
    #expect(table.column("a")?.values == [.string("x, \"y\""), .string("")])
    #expect(table.column("b")?.values == [.string("2"), .string("line\nbreak")])
    #expect(problems.isEmpty)
  }

  @Test func tabsMaySeparate() {
    let (table, _) = table("a\tb\n1,5\t2\n", by: UInt8(ascii: "\t"))
    #expect(table.row(0).members.map(\.value) == [.string("1,5"), .string("2")])
    #expect(table.rowCount == 1)
  }

  @Test func unevenRowsAreWarnedOf() {
    let (table, problems) = table("a,b\n1\n2,3,4\n5,6\n")
    #expect(table.column("b")?.values == [.null, .string("3"), .string("6")])
    #expect(problems.map(\.id) == [TablesDiagnostics.rowLength])
    #expect(problems.map(\.severity) == [.warning])
    #expect(problems.first?.span?.start.line == 2)
  }

  @Test func aCheckedCSVFileBecomesATable() throws {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "d.csv", text: "a,b\n1,\"x, y\"\n")
    let table = Table(csv: try #require(CSVParser.parse(file, into: &bag)))
    #expect(table.rows == [.init([.init("a", .string("1")), .init("b", .string("x, y"))])])
  }

  @Test func emptyTextIsATableWithoutColumns() {
    #expect(table("").table.names.isEmpty)
    #expect(table("a,b\n").table.rowCount == 0)
  }

  // Vega tries boolean, integer, number and date in that order; empty text is a number to it.
  @Test(arguments: [
    ("true\nfalse", FieldParse.boolean), ("1\n2", .number), ("1.5\n-2e3", .number),
    ("1\n\n2", .number), ("2024-01-01\n2024-02-01", .date(nil)),
    ("Jan 1 2000\nFeb 3 2001", .date(nil)),
    ("1\nx", .string), ("true\n1", .string), ("a b\nc", .string),
  ])
  func typesAreInferredAsVegaInfersThem(_ cells: String, _ parse: FieldParse) {
    let column = Column.strings(
      cells.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) })
    #expect(column.inferredParse(in: .utc) == parse)
  }

  @Test(arguments: [
    ("number", "12", Value.number(12)), ("number", "", .null), ("boolean", "false", .bool(false)),
    ("boolean", "yes", .bool(true)), ("string", "x", .string("x")),
    ("date", "2024-01-02", .date(1_704_153_600_000)),
    ("date:'%d.%m.%Y'", "02.01.2024", .date(1_704_153_600_000)),
    ("utc:\"%Y\"", "2024", .date(1_704_067_200_000)), ("date:'%Y'", "x", .null),
  ])
  func fieldsAreReadAsTheFormatSays(_ parse: String, _ cell: String, _ value: Value) throws {
    let parse = try #require(FieldParse(parse))
    let table = Table([("f", .strings([cell]))]).parsed(
      [("f", parse), ("missing", parse)], in: .utc)
    #expect(table[0, "f"] == value)
  }

  @Test(arguments: ["nmuber", "date:", "time:'%Y'"])
  func anUnknownReadingIsNone(_ text: String) { #expect(FieldParse(text) == nil) }

  @Test func numbersAsDatesAreMilliseconds() {
    #expect(Column.numbers([5]).parsed(as: .date(nil), in: .utc) == .dates([5], .all))
  }
}
