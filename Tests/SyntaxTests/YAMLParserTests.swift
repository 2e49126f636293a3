import Syntax
import TestSupport
import Testing

@Suite struct YAMLParserTests {
  @Test(
    arguments: [
      ("title: Annual\nyear: 2024\n", #"{"title": "Annual", "year": 2024}"#),
      ("a:\n  b: 1\n  c:\n    d: x\ne: y\n", #"{"a": {"b": 1, "c": {"d": "x"}}, "e": "y"}"#),
      ("a:\n- 1\n- 2\nb: 3\n", #"{"a": [1, 2], "b": 3}"#),
      ("a:\n  - x: 1\n    y: 2\n  - z\n", #"{"a": [{"x": 1, "y": 2}, "z"]}"#),
      ("- - 1\n  - 2\n-\n  - 3\n- # none\n", "[[1, 2], [3], null]"),
      ("a: [1, two, \"th,ree\", {b: c}, ]\n", #"{"a": [1, "two", "th,ree", {"b": "c"}]}"#),
      ("a: {b: 1,\n  c: [d,\n e]}\n", #"{"a": {"b": 1, "c": ["d", "e"]}}"#),
      ("{\"a\":1,'b':2, c: }\n", #"{"a": 1, "b": 2, "c": null}"#),
      ("a: one\n  two\n\n  three\n", #"{"a": "one two\nthree"}"#),
      ("a: 'it''s'\nb: \"x\\n\\u4e00\\\"\"\n", #"{"a": "it's", "b": "x\n一\""}"#),
      ("a: \"one  \n  two\n\n  three \\\n  four\"\n", #"{"a": "one two\nthree four"}"#),
      ("a: |\n  one\n   two\n\n  three\n\nb: 1\n", #"{"a": "one\n two\n\nthree\n", "b": 1}"#),
      ("a: >-\n  one\n  two\n\n  three\n    four\n", #"{"a": "one two\nthree\n  four"}"#),
      ("a: |+\n  x\n\nb: |2-\n    y\n", #"{"a": "x\n\n", "b": "  y"}"#),
      (
        "a: yes\nb: true\nc: ~\nd:\ne: null\n",
        #"{"a": "yes", "b": true, "c": null, "d": null, "e": null}"#
      ),
      (
        "a: 1e3\nb: -.5\nc: 0x1F\nd: 0o17\ne: 1_000\nf: 2024-01-05\ng: 12:30\n",
        #"{"a": 1000, "b": -0.5, "c": 31, "d": 15, "e": "1_000", "f": "2024-01-05", "g": "12:30"}"#
      ),
      ("url: https://example.org/a#b # comment\n", #"{"url": "https://example.org/a#b"}"#),
      ("# only a comment\n---\na: -1\nb: - # x\n", nil),
      ("a: -x\n\"k: y\": ?z\n", #"{"a": "-x", "k: y": "?z"}"#),
      ("标题: 上海 生物\r\nx: y\r\n", #"{"标题": "上海 生物", "x": "y"}"#),
      ("", "null"),
      ("# nothing\n\n", "null"),
      ("plain text", #""plain text""#),
    ] as [(String, String?)])
  func textsMeanWhatTheSpecificationSays(yaml: String, json: String?) {
    var bag = DiagnosticBag()
    let node = YAMLParser.parse(SourceFile(path: "a.yaml", text: yaml), into: &bag)
    #expect(node.map { $0.output.compact } == json)
    #expect(bag.isEmpty == (json != nil))
  }

  @Test func positionsAreThoseOfTheWholeFile() throws {
    let text = "---\n上: 海\nlist:\n  - \"x y\"\n---\n\n# Heading\n"
    let file = SourceFile(path: "report.md", text: text)
    let body = try #require(text.utf8.firstRange(of: "---\n\n".utf8)).lowerBound
    let range = 4..<text.utf8.distance(from: text.startIndex, to: body)
    var bag = DiagnosticBag()
    let node = try #require(YAMLParser.parse(file, range: range, into: &bag))
    let members = try #require(node.members)
    #expect(members.map { file.text(in: $0.nameRange) } == ["上", "list"])
    #expect(members.map { file.text(in: $0.node.range) } == ["海", "- \"x y\""])
    let item = try #require(node["list"]?.array?.first)
    #expect(file.span(item.range).start == SourcePosition(line: 4, column: 5))
    #expect(file.text(in: item.range) == "\"x y\"")
  }

  struct Sample: CustomTestStringConvertible {
    let text: String
    let expected: [ExpectedDiagnostic]
    var testDescription: String { expected.map(\.message).joined(separator: "; ") }

    init(_ text: String, _ expected: ExpectedDiagnostic...) {
      self.text = text
      self.expected = expected
    }
  }

  @Test(arguments: [
    Sample(
      "a: 1️⃣&x 1\nb: 2️⃣*x\nc: [3️⃣&y {d: 4️⃣!!str 5}, 5️⃣*y]\n",
      .init("1️⃣", SyntaxDiagnostics.yamlAnchor, "the anchor `&x` is not allowed"),
      .init("2️⃣", SyntaxDiagnostics.yamlAnchor, "the alias `*x` is not allowed"),
      .init("3️⃣", SyntaxDiagnostics.yamlAnchor, "the anchor `&y` is not allowed"),
      .init("4️⃣", SyntaxDiagnostics.yamlTag, "the tag `!!str` is not allowed"),
      .init("5️⃣", SyntaxDiagnostics.yamlAnchor, "the alias `*y` is not allowed")),
    Sample(
      "a: 1️⃣&x\n  b: 1\n2️⃣&k c: 2\n",
      .init("1️⃣", SyntaxDiagnostics.yamlAnchor, "the anchor `&x` is not allowed"),
      .init("2️⃣", SyntaxDiagnostics.yamlAnchor, "the anchor `&k` is not allowed")),
    Sample(
      "a:\n  1️⃣<<: {b: 1}\n",
      .init("1️⃣", SyntaxDiagnostics.yamlMergeKey, "the merge key `<<` is not allowed")),
    Sample(
      "---\na: 1\n1️⃣---\nb: 2\n2️⃣...\n",
      .init(
        "1️⃣", SyntaxDiagnostics.yamlDocument,
        "`---` begins or ends a document inside the document"),
      .init(
        "2️⃣", SyntaxDiagnostics.yamlDocument,
        "`...` begins or ends a document inside the document")),
    Sample(
      "1️⃣%YAML 1.1\na: 1\n",
      .init(
        "1️⃣", SyntaxDiagnostics.yamlDocument,
        "`%YAML 1.1` begins or ends a document inside the document")),
    Sample(
      "a: 1\nb: 2\n1️⃣a: 3\nc: {d: 1, 2️⃣d: 2}\n",
      .init("1️⃣", SyntaxDiagnostics.duplicateName, "the key `a` stands twice in one object"),
      .init("2️⃣", SyntaxDiagnostics.duplicateName, "the key `d` stands twice in one object")),
    Sample(
      "a: Growth1️⃣: the numbers\nb: 2️⃣@x\nc: 'd' 3️⃣e\nf: 4️⃣.inf\n",
      .init("1️⃣", SyntaxDiagnostics.yamlSyntax, "a `:` where the value should have ended"),
      .init("2️⃣", SyntaxDiagnostics.yamlSyntax, "`@` where a value should be"),
      .init("3️⃣", SyntaxDiagnostics.yamlSyntax, "`e` after the value"),
      .init("4️⃣", SyntaxDiagnostics.yamlSyntax, "`.inf` is not a number that can be used")),
    Sample(
      "a: 1️⃣\"open\nb: 1\n",
      .init("1️⃣", SyntaxDiagnostics.yamlSyntax, "the quoted text does not end")),
    Sample(
      "a: 1️⃣[1, 2\n",
      .init("1️⃣", SyntaxDiagnostics.yamlSyntax, "the collection does not end")),
    Sample(
      "a: [b1️⃣: c]\nd: {2️⃣e}\nf: [g3️⃣}]\nh: {i4️⃣:[1]}\nj: [5️⃣?k]\n",
      .init("1️⃣", SyntaxDiagnostics.yamlSyntax, "a key in a list"),
      .init("2️⃣", SyntaxDiagnostics.yamlSyntax, "`e` is not followed by a colon"),
      .init("3️⃣", SyntaxDiagnostics.yamlSyntax, "`}` where the entry should have ended"),
      .init("4️⃣", SyntaxDiagnostics.yamlSyntax, "a colon without a space after it"),
      .init("5️⃣", SyntaxDiagnostics.yamlSyntax, "`?` where a value should be")),
    Sample(
      "a: 1️⃣- b\n2️⃣? c\n3️⃣d\n4️⃣[e]: f\n",
      .init("1️⃣", SyntaxDiagnostics.yamlSyntax, "a list begins on the line of its key"),
      .init("2️⃣", SyntaxDiagnostics.yamlSyntax, "a complex key"),
      .init("3️⃣", SyntaxDiagnostics.yamlSyntax, "`d` is not followed by a colon"),
      .init("4️⃣", SyntaxDiagnostics.yamlSyntax, "a collection where a key should be")),
    Sample(
      "a: \"1️⃣\\q\"\nb: 2️⃣|x\nc: d\n",
      .init("1️⃣", SyntaxDiagnostics.yamlSyntax, "`\\q` is not an escape"),
      .init("2️⃣", SyntaxDiagnostics.yamlSyntax, "`|x` does not begin a block of text")),
    Sample(
      "a:\n  b: 1\n    c1️⃣: 2\n  d: 3\n 2️⃣e: 4\n",
      .init("1️⃣", SyntaxDiagnostics.yamlSyntax, "a `:` where the value should have ended"),
      .init("2️⃣", SyntaxDiagnostics.yamlIndentation, "the line is indented by 1")),
    Sample(
      "  a: 1\n1️⃣b: 2\n",
      .init("1️⃣", SyntaxDiagnostics.yamlIndentation, "the line belongs to nothing above it")),
    Sample(
      "a:\n1️⃣\tb: 1\n",
      .init("1️⃣", SyntaxDiagnostics.yamlIndentation, "a tab in the indentation")),
    Sample(
      "a: x1️⃣\u{0}\nb: y2️⃣\rz",
      .init("1️⃣", SyntaxDiagnostics.yamlCharacter, "the control character U+0000"),
      .init("2️⃣", SyntaxDiagnostics.yamlCharacter, "a carriage return without a line feed")),
  ])
  func problemsNameTheirPlace(sample: Sample) {
    let source = MarkedSource(sample.text, path: "a.yaml")
    var bag = DiagnosticBag()
    #expect(YAMLParser.parse(source.file, into: &bag) == nil)
    expectDiagnostics(bag, in: source, sample.expected)
  }

  @Test(arguments: ["[", "{a: ", "- ", "a:\n"])
  func deepNestingIsRefused(level: String) {
    var text = ""
    for depth in 0..<20_000 {
      if level == "a:\n" { text += String(repeating: " ", count: min(depth, 100)) }
      text += level
    }
    var bag = DiagnosticBag()
    #expect(YAMLParser.parse(SourceFile(path: "a.yaml", text: text), into: &bag) == nil)
    #expect(bag.diagnostics.contains { $0.id == SyntaxDiagnostics.nestingDepth })
  }

  @Test func anAliasBombIsRefusedWithoutExpandingIt() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (outer, inner) in zip("bcdefghi", "abcdefgh") {
      text += "\(outer): &\(outer) [*\(inner), *\(inner), *\(inner), *\(inner), *\(inner)]\n"
    }
    var bag = DiagnosticBag()
    #expect(YAMLParser.parse(SourceFile(path: "a.yaml", text: text), into: &bag) == nil)
    #expect(bag.diagnostics.dropLast().allSatisfy { $0.id == SyntaxDiagnostics.yamlAnchor })
  }
}

extension JSONNode {
  /// The value without its places, to be compared and printed.
  var output: JSONOutput {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let number): .number(number)
    case .string(let string): .string(string)
    case .array(let items): .array(items.map(\.output))
    case .object(let members): .object(members.map { ($0.name, $0.node.output) })
    }
  }
}
