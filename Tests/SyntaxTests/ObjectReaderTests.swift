import Syntax
import TestSupport
import Testing

@Suite struct ObjectReaderTests {
  private enum Mark: String, CaseIterable { case bar, line }

  @Test func membersAreReadByNameAndType() throws {
    let (reader, _, _) = try open(
      #"{"s": "x", "n": 1.5, "i": 3, "b": true, "m": "line", "l": ["a"], "o": {"k": 1}}"#)
    var object = reader
    #expect(object.string("s") == "x")
    #expect(object.number("n") == 1.5)
    #expect(object.integer("i") == 3)
    #expect(object.bool("b") == true)
    #expect(object.choice("m", as: Mark.self) == .line)
    #expect(object.strings("l") == ["a"])
    let nested = object.object("o")
    var inner = try #require(nested)
    #expect(inner.integer("k") == 1)
    #expect(object.optionalString("absent") == nil)
    var bag = DiagnosticBag()
    inner.finish(into: &bag)
    object.finish(into: &bag)
    #expect(bag.isEmpty)
  }

  @Test func problemsAreToldTogetherWithTheirPaths() throws {
    let (reader, source, _) = try open(
      """
      1️⃣{
        "mark": 2️⃣"barr",
        "width": 3️⃣"wide",
        "tags": ["a", 4️⃣2],
        5️⃣"colour": "red",
        "x": {6️⃣"feild": 1},
        "n": 7️⃣1.5
      }
      """)
    var object = reader
    #expect(object.choice("mark", as: Mark.self) == nil)
    #expect(object.number("width") == nil)
    #expect(object.strings("tags") == ["a"])
    #expect(object.optionalString("color") == nil)
    #expect(object.string("title") == nil)
    #expect(object.integer("n") == nil)
    let nested = object.object("x")
    var inner = try #require(nested)
    #expect(inner.optionalString("field") == nil)
    var bag = DiagnosticBag()
    inner.finish(into: &bag)
    object.finish(into: &bag)
    expectDiagnostics(
      bag, in: source,
      [
        .init("1️⃣", SyntaxDiagnostics.missingKey, "the key `title` is missing"),
        .init("2️⃣", SyntaxDiagnostics.unknownValue, "unknown value `barr` of `/mark`"),
        .init("3️⃣", SyntaxDiagnostics.wrongType, "`/width` is a string"),
        .init("4️⃣", SyntaxDiagnostics.wrongType, "`/tags/1` is a number"),
        .init("5️⃣", SyntaxDiagnostics.unknownKey, "unknown key `colour`"),
        .init("6️⃣", SyntaxDiagnostics.unknownKey, "unknown key `feild` in `/x`"),
        .init("7️⃣", SyntaxDiagnostics.wrongType, "`/n` is a number"),
      ])
    #expect(bag.sorted[1].hints == ["did you mean `bar`?"])
    #expect(bag.sorted[4].hints == ["did you mean `color`?"])
    #expect(bag.sorted[5].hints == ["did you mean `field`?"])
  }

  @Test func pathsEscapeSlashAndTilde() throws {
    let (reader, _, _) = try open("{}")
    #expect(reader.path(of: "a/b~c") == "/a~1b~0c")
  }

  @Test func aValueThatIsNoObjectIsRefused() throws {
    let file = SourceFile(path: "a.json", text: "[1]")
    var bag = DiagnosticBag()
    let node = try #require(JSONParser.parse(file, into: &bag))
    #expect(ObjectReader(node, in: file, path: "/x", into: &bag) == nil)
    #expect(bag.diagnostics.map(\.message) == ["`/x` is an array"])
  }

  private func open(_ text: String) throws -> (ObjectReader, MarkedSource, DiagnosticBag) {
    let source = MarkedSource(text)
    var bag = DiagnosticBag()
    let node = try #require(JSONParser.parse(source.file, into: &bag))
    return (try #require(ObjectReader(node, in: source.file, into: &bag)), source, bag)
  }
}
