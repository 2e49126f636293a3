import Syntax
import TestSupport
import Testing

@Suite struct JSONParserTests {
  @Test func valuesKnowWhereTheyWereWritten() throws {
    let file = SourceFile(path: "a.json", text: "{\n  \"mark\": \"bar\"\n}")
    var bag = DiagnosticBag()
    let node = try #require(JSONParser.parse(file, into: &bag))
    let mark = try #require(node["mark"])
    #expect(file.span(mark.range).start == SourcePosition(line: 2, column: 11))
    #expect(mark.string == "bar")
  }

  @Test(arguments: [
    (#"{"a": [1, -2.5e3, true, null], "b": {}}"#, #"{"a": [1, -2500, true, null], "b": {}}"#),
    (#"  "x\u4e00\ud83d\ude00\n"  "#, #""x一😀\n""#),
    ("[]", "[]"),
    ("0", "0"),
  ])
  func textsMeanWhatTheStandardSays(text: String, written: String) {
    var bag = DiagnosticBag()
    let node = JSONParser.parse(SourceFile(path: "a.json", text: text), into: &bag)
    #expect(node?.output.compact == written)
    #expect(bag.sorted == [])
  }

  @Test(arguments: [
    ("1️⃣", "the file ends where a value should be"),
    ("{1️⃣a: 1}", "`a:` where a member's name should be"),
    ("{\"a\" 1️⃣1}", "unexpected `1`"),
    ("[1 1️⃣2]", "unexpected `2`"),
    ("[1, 1️⃣tru]", "`tru` is not a value"),
    ("[1️⃣01]", "`01` is not a number"),
    ("[1️⃣1.]", "`1.` is not a number"),
    ("[1️⃣1e999]", "`1e999` is not a number"),
    ("[1️⃣\"open", "the string does not end"),
    ("[1️⃣\"two\nlines\"]", "the string does not end on its line"),
    ("[\"1️⃣\\q\"]", "`\\q` is not an escape"),
    ("[\"1️⃣\\ud800\"]", "`\\ud800` is not an escape"),
    ("[1] 1️⃣2", "unexpected text after the value"),
  ])
  func mistakesNameTheirPlace(text: String, message: String) {
    let source = MarkedSource(text)
    var bag = DiagnosticBag()
    #expect(JSONParser.parse(source.file, into: &bag) == nil)
    expectDiagnostics(bag, in: source, [.init("1️⃣", SyntaxDiagnostics.jsonSyntax, message)])
  }

  @Test func aKeyThatStandsTwiceIsReportedWithTheFirst() {
    let source = MarkedSource("{\"a\": 1, 1️⃣\"a\": 2}")
    var bag = DiagnosticBag()
    _ = JSONParser.parse(source.file, into: &bag)
    expectDiagnostics(
      bag, in: source,
      [.init("1️⃣", SyntaxDiagnostics.duplicateName, "the key `a` stands twice in one object")])
    #expect(bag.diagnostics.first?.notes.first?.span?.start.column == 2)
  }

  @Test func deepNestingIsRefused() {
    let file = SourceFile(path: "a.json", text: String(repeating: "[", count: 100_000))
    var bag = DiagnosticBag()
    #expect(JSONParser.parse(file, into: &bag) == nil)
    #expect(bag.diagnostics.map(\.id) == [SyntaxDiagnostics.nestingDepth])
  }

  /// The short way to a number must agree with the long one to the last bit.
  @Test(arguments: 0..<50)
  func numbersAreReadExactly(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let digits = String(Int64.random(in: 0...999_999_999_999_999, using: &random))
      let point = Int.random(in: 0...digits.count, using: &random)
      var text = String(digits.prefix(point)) + "." + digits.dropFirst(point) + "0"
      if point == 0 { text = "0" + text }
      if Bool.random(using: &random) { text = "-" + text }
      var bag = DiagnosticBag()
      let node = try #require(JSONParser.parse(SourceFile(path: "n", text: text), into: &bag))
      #expect(node.number == Double(text), "\(text)")
    }
  }

  @Test func escapesStandAmongPlainText() throws {
    var bag = DiagnosticBag()
    let text = #""a\n\u00e9b\ud83d\ude00\\""#
    let node = try #require(JSONParser.parse(SourceFile(path: "s", text: text), into: &bag))
    #expect(node.string == "a\n\u{E9}b\u{1F600}\\")
  }

  @Test func aSecondKeyIsToldInLargeObjectsToo() throws {
    let members = (0..<60).map { "\"k\($0)\": \($0)" } + ["\"k30\": 0"]
    var bag = DiagnosticBag()
    _ = JSONParser.parse(
      SourceFile(path: "o", text: "{\(members.joined(separator: ", "))}"), into: &bag)
    #expect(bag.diagnostics.map(\.id) == [SyntaxDiagnostics.duplicateName])
  }
}
