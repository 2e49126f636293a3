import Syntax
import Tables
import Testing

@Suite struct TableTests {
  private func row(_ members: (String, Value)...) -> Value.Object {
    .init(members.map { .init($0.0, $0.1) })
  }

  @Test func rowsBecomeColumnsInTheOrderInWhichTheyAreNamed() {
    let table = Table(rows: [
      row(("a", .number(1)), ("b", .string("x"))), row(("c", .bool(true)), ("a", .number(2))),
      row(),
    ])
    #expect(table.names == ["a", "b", "c"])
    #expect(table.rowCount == 3)
    #expect(table.column("a")?.values == [.number(1), .number(2), .undefined])
    #expect(table[0, "b"] == .string("x"))
    #expect(table[1, "b"] == .undefined)
    #expect(table[1, "c"] == .bool(true))
    #expect(table[0, "nope"] == .undefined)
  }

  @Test func columnsTakeTheNarrowestKind() {
    #expect(Column([.number(1), .null]) == .numbers([1, 0], Validity([true, false])))
    #expect(
      Column([.null, .string("x"), .string("x")]).values == [.null, .string("x"), .string("x")])
    #expect(Column([.number(1), .string("x")]) == .values([.number(1), .string("x")]))
    #expect(Column([.date(5), .date(6)]) == .dates([5, 6], .all))
    #expect(Column([.null, .array([])]) == .values([.null, .array([])]))
    #expect(Column([.number(1), .undefined]) == .values([.number(1), .undefined]))
    #expect(Column([.null, .undefined]) == .values([.null, .undefined]))
  }

  @Test(arguments: [
    ("a.b", ["a", "b"]), ("a['b.c']", ["a", "b.c"]), ("a[0].b", ["a", "0", "b"]),
    (#"a\.b"#, ["a.b"]), ("[\"x y\"]", ["x y"]), ("plain", ["plain"]), ("it's", ["it's"]),
  ])
  func fieldPathsFollowVega(_ text: String, _ steps: [String]) {
    #expect(FieldPath(text)?.steps == steps)
  }

  @Test(arguments: ["a[0", "a['b", #"a\"#])
  func anOpenFieldPathIsNone(_ text: String) { #expect(FieldPath(text) == nil) }

  @Test func nestedFieldsAreReached() throws {
    let table = Table(rows: [
      row(("a", .object(row(("b", .array([.number(7)])))))), row(("a", .null)),
    ])
    let path = try #require(FieldPath("a.b[0]"))
    #expect(table.column(at: path)?.values == [.number(7), .undefined])
    #expect(table.column(at: try #require(FieldPath("x.b"))) == nil)
    let flat = Table([("a.b", .numbers([1]))])
    #expect(flat.column(at: try #require(FieldPath("a.b")))?.values == [.number(1)])
  }

  @Test func jsonItemsThatAreNoObjectsHaveTheFieldData() throws {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "d.json", text: #"[1, {"a": "x"}, null]"#)
    let items = try #require(JSONParser.parse(file, into: &bag)?.array)
    let table = try Table(json: items, at: nil)
    #expect(table.names == ["data", "a"])
    #expect(table.column("data")?.values == [.number(1), .undefined, .null])
  }

  @Test func takingSettingAndAppendingKeepTheRows() {
    let table = Table([("a", .numbers([1, 2, 3])), ("s", .strings(["x", "y", "x"]))])
    let taken = table.taking([2, -1, 0])
    #expect(taken.column("a")?.values == [.number(3), .null, .number(1)])
    #expect(taken.column("s")?.values == [.string("x"), .null, .string("x")])
    #expect(table.setting("a", .strings(["p", "q", "r"])).names == ["a", "s"])
    let longer = table.appending(Table([("b", .numbers([9]))]))
    #expect(longer.rowCount == 4)
    #expect(longer.row(3).members.map(\.value) == [.undefined, .undefined, .number(9)])
    #expect(table.selecting(["s", "nope"]).names == ["s"])
  }
}
