import Syntax
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
}
