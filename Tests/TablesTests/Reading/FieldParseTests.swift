import Syntax
import Tables
import Testing

@Suite struct FieldParseTests {
  @Test func aCheckedCSVFileBecomesATable() throws {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "d.csv", text: "a,b\n1,\"x, y\"\n")
    let table = Table(csv: try #require(CSVParser.parse(file, into: &bag)))
    #expect(table.rows == [.init([.init("a", .string("1")), .init("b", .string("x, y"))])])
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
