import Documents
import Syntax
import TestSupport
import Testing

@Suite struct DocumentParserTests {
  @Test func readsTheWholeDialect() throws {
    var bag = DiagnosticBag()
    let document = DocumentParser.parse(
      SourceFile(path: "report.md", text: wholeDialect), into: &bag)
    #expect(bag.sorted.map { $0.rendered(as: .text) } == [])
    try expectGolden(
      DocumentDump.text(of: #require(document)), folder: "documents", name: "whole-dialect.txt")
  }

  @Test(arguments: [
    ("*a {{ x * y * z }} b*", "paragraph: <em>a {{ x * y * z }}@4:6 b</em>"),
    ("a {{ \"}}\" }} b", "paragraph: a {{ \"}}\" }}@4:5 b"),
    ("it's {{ it's }} b", "paragraph: it's {{ it's }}@4:8 b"),
    ("**{{x}}**ly", "paragraph: <strong>{{x}}@4:5</strong>ly"),
    ("> a\n> {{ b }}", "quote\n  paragraph: a⏎{{ b }}@5:5"),
    (
      "汉字{{ 值 }}。见@fig-大",
      "error: `@fig` is neither a reference nor a citation\nparagraph: 汉字{{ 值 }}@4:9。见-大"
    ),
    ("见@fig-a。", "paragraph: 见<ref fig-a>。"),
    ("see @fig-a.b. End", "paragraph: see <ref fig-a.b>. End"),
    ("mail a@b.org", "paragraph: mail a@b.org"),
    ("[@a_b_c_d]", "paragraph: <cite a_b_c_d>"),
    (
      "`{{ x }}` and \\{{ y }}",
      "error: `}}` closes no placeholder\nparagraph: <code>{{ x }}</code> and {{ y "
    ),
    ("a\r\nb {{ x }}\r\n", "paragraph: a⏎b {{ x }}@5:5"),
    ("\u{F0000} private", "paragraph: \u{F0000} private"),
    (
      "Text\n:::tip\nin\n:::\nafter",
      "paragraph: Text\ndivision .callout-tip\n  paragraph: in\nparagraph: after"
    ),
    ("- a\n::: lead\nx\n:::", "list\n  item\n    paragraph: a\ndivision .lead\n  paragraph: x"),
    (
      "| a |\n|---|\n| b |\n::: lead\nx\n:::",
      "table\n  column start: a\n  row: b\ndivision .lead\n  paragraph: x"
    ),
    ("<!--\n::: lead\n-->", ""),
    ("a <!-- b --> c", "paragraph: a  c"),
    ("A title {#sec-a}\n===", "heading 1 #sec-a: A title"),
    ("# A {#sec-a.b .unnumbered}", "heading 1 #sec-a.b .unnumbered: A"),
    ("x[^a] y\n\n[^a]: see\n    more", "paragraph: x<note a> y\nfootnote a\n  paragraph: see⏎more"),
  ])
  func keepsStructure(_ body: String, _ expected: String) {
    #expect(dump(body.replacing(":::tip", with: "::: callout-tip")) == expected)
  }

  @Test func findsNumbersTypedIntoProse() throws {
    let marked = MarkedSource(
      """
      ---
      title: Up 1️⃣12 %
      ---
      A 2️⃣933.7 billion in *3️⃣2021* and
         4️⃣5 more, {{ 6 }} [1](http://x/77) &amp; 5️⃣7 `8`

      > - 6️⃣10 in
      >   quotes \\* 7️⃣11

      | a | b |
      |---|---|
      | 8️⃣12 | **9️⃣13** |
      """)
    var bag = DiagnosticBag()
    let document = try #require(DocumentParser.parse(marked.file, into: &bag))
    #expect(bag.isEmpty)
    let places = document.typedNumbers.filter { $0.text != "1" }.map(\.span.range.lowerBound)
    #expect(places == marked.offsets.sorted { $0.key < $1.key }.map(\.value))
    #expect(document.typedNumbers.allSatisfy { $0.text == $0.span.text })
    #expect(document.typedNumbers[1].after == " billion in ")
  }
}
