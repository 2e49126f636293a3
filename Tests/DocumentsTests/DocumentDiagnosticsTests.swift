import Documents
import Syntax
import TestSupport
import Testing

@Suite struct DocumentDiagnosticsTests {
  @Test func idsAreUnique() {
    #expect(Set(DocumentDiagnostics.all).count == DocumentDiagnostics.all.count)
  }

  /// A body with its markers, and what each of them must say.
  struct Case: CustomTestStringConvertible, Sendable {
    var body: String
    var expected: [(marker: String, id: DiagnosticID, message: String)]

    init(_ body: String, _ expected: (String, DiagnosticID, String)...) {
      self.body = body
      self.expected = expected.map { ($0.0, $0.1, $0.2) }
    }

    var testDescription: String { body }
  }

  typealias ID = DocumentDiagnostics

  static let cases: [Case] = [
    Case("a 1️⃣{{ b", ("1️⃣", ID.placeholderForm, "the placeholder does not end")),
    Case("a 1️⃣}} b", ("1️⃣", ID.placeholderForm, "`}}` closes no placeholder")),
    Case(
      "[a](http://1️⃣{{ b }})",
      ("1️⃣", ID.placeholderPlace, "a placeholder cannot stand in a link's target")),
    Case("1️⃣::: {.lead}\nx", ("1️⃣", ID.unclosedDivision, "the division does not end")),
    Case("1️⃣:::\n", ("1️⃣", ID.divisionForm, "`:::` closes nothing")),
    Case(
      "- a\n\n  1️⃣::: lead\n  x\n  2️⃣:::",
      ("1️⃣", ID.divisionForm, "`:::` within a list, a quotation or a paragraph"),
      ("2️⃣", ID.divisionForm, "`:::` within a list, a quotation or a paragraph")),
    Case(
      "> 1️⃣::: lead",
      ("1️⃣", ID.divisionForm, "`:::` within a list, a quotation or a paragraph")),
    Case(
      "::: 1️⃣{.lead} x\ny\n:::",
      ("1️⃣", ID.divisionForm, "what follows `:::` is neither a class nor attributes"),
      ("1️⃣", ID.unknownClass, "there is no class `.{.lead} x`")),
    Case("::: 1️⃣{#a}\ny\n:::", ("1️⃣", ID.divisionForm, "the division has no class")),
    Case(
      ":::: tiles\n1️⃣x\n::::",
      ("1️⃣", ID.divisionForm, "a row of tiles holds something else")),
    Case(
      "::: lead\n1️⃣- x\n:::", ("1️⃣", ID.divisionForm, "`.lead` holds something else")),
    Case(
      "::: {.columns cols=1️⃣4}\nx\n:::",
      ("1️⃣", ID.attributeValue, "`4` is not a value of `cols`")),
    Case(
      "::: {.1️⃣calout-note}\ny\n:::",
      ("1️⃣", ID.unknownClass, "there is no class `.calout-note`")),
    Case(
      "::: {.lead .1️⃣wide}\ny\n:::",
      ("1️⃣", ID.unknownClass, "`.wide` beside `.lead` has no meaning")),
    Case("# A {.1️⃣unnumberd}", ("1️⃣", ID.unknownClass, "there is no class `.unnumberd`")),
    Case("> 1️⃣[!WARN]\n> x", ("1️⃣", ID.unknownClass, "there is no callout `[!WARN]`")),
    Case(
      "::: {.lead 1️⃣& 2️⃣cols=3}\ny\n:::",
      ("1️⃣", ID.attributeForm, "this is not an attribute"),
      ("2️⃣", ID.unknownAttribute, "`cols` is not an attribute of `.lead`")),
    Case("# A {#sec-a 1️⃣& \\\\ ? =}", ("1️⃣", ID.attributeForm, "this is not an attribute")),
    Case("# A {#sec-a #1️⃣b}", ("1️⃣", ID.attributeForm, "`#b` is a second label")),
    Case(
      "::: {.callout-note title=\"a\" 1️⃣title=\"b\"}\ny\n:::",
      ("1️⃣", ID.attributeForm, "`title` stands twice")),
    Case(
      "::: {.callout-note title=1️⃣\"a}\ny\n:::",
      ("1️⃣", ID.attributeForm, "the quotation mark is not closed")),
    Case("a 1️⃣{.b} c", ("1️⃣", ID.attributeForm, "attributes cannot stand here")),
    Case(
      "::: {looseness=1️⃣9}\nx\n:::",
      ("1️⃣", ID.attributeValue, "`9` is not a value of `looseness`")),
    Case(
      "::: {looseness=1 1️⃣cols=2}\n2️⃣# x\n:::",
      ("1️⃣", ID.unknownAttribute, "`cols` is not an attribute of a division with `looseness`"),
      ("2️⃣", ID.divisionForm, "a division with `looseness` holds something else")),
    Case(
      ":::: {.tiles cols=1️⃣9}\n::::",
      ("1️⃣", ID.attributeValue, "`9` is not a value of `cols`")),
    Case("::: 1️⃣{.for}\n:::", ("1️⃣", ID.attributeValue, "`.for` has no `each`")),
    Case(
      "1️⃣##### Deep\n\n2️⃣\(String(repeating: "#", count: 20)) Deeper",
      ("1️⃣", ID.headingDepth, "a heading of level 5"),
      ("2️⃣", ID.headingDepth, "a heading of level 20")),
    Case("# A {#1️⃣fig-a}", ("1️⃣", ID.labelForm, "`fig-a` cannot be a label here")),
    Case(
      "a 1️⃣<b>c2️⃣</b>\n\n3️⃣<div>\n",
      ("1️⃣", ID.unsupportedMarkup, "raw HTML is not part of the dialect"),
      ("2️⃣", ID.unsupportedMarkup, "raw HTML is not part of the dialect"),
      ("3️⃣", ID.unsupportedMarkup, "raw HTML is not part of the dialect")),
    Case(
      "x ~1️⃣~ y 2️⃣~~z~~ 3️⃣^[note] 4️⃣\\newpage",
      ("2️⃣", ID.unsupportedMarkup, "struck-out text is not part of the dialect"),
      ("3️⃣", ID.unsupportedMarkup, "a note within the line is not part of the dialect"),
      ("4️⃣", ID.unsupportedMarkup, "a LaTeX command is not part of the dialect")),
    Case(
      "1️⃣+---+\n| a |\n+---+\n\n2️⃣Term\n: def\n\n3️⃣: def",
      ("1️⃣", ID.unsupportedMarkup, "a grid table is not part of the dialect"),
      ("2️⃣", ID.unsupportedMarkup, "a definition list is not part of the dialect"),
      (
        "3️⃣", ID.unsupportedMarkup,
        "a caption or definition with no table before it is not part of the dialect"
      )),
    Case(
      "1️⃣- [ ] a\n\n[a](b \"2️⃣c\")",
      ("1️⃣", ID.unsupportedMarkup, "a task list is not part of the dialect"),
      ("2️⃣", ID.unsupportedMarkup, "a link's title is not part of the dialect")),
    Case(
      "![Caption](1️⃣http://x/a.png)2️⃣{.3️⃣b 4️⃣width=1}",
      ("1️⃣", ID.imageForm, "`http://x/a.png` is not the path of a picture"),
      ("2️⃣", ID.attributeValue, "a picture has no `fig-alt`"),
      ("2️⃣", ID.imageForm, "the picture has no label"),
      ("3️⃣", ID.unknownClass, "there is no class `.b`"),
      ("4️⃣", ID.unknownAttribute, "`width` is not an attribute of a picture")),
    Case(
      "a 1️⃣![b](c.png) d",
      ("1️⃣", ID.unsupportedMarkup, "a picture within a line is not part of the dialect")),
    Case(
      "| a | b |\n|---|---|\n| 1 | `2\\|` | 1️⃣3 | 2️⃣4 |\n| x \\| y |\n\nx",
      ("1️⃣", ID.surplusCell, "the row has a cell more than the table has columns"),
      ("2️⃣", ID.surplusCell, "the row has a cell more than the table has columns")),
    Case(
      "> | a |\n> |---|\n> 1 | 1️⃣2\n\nx",
      ("1️⃣", ID.surplusCell, "the row has a cell more than the table has columns")),
    Case(
      "1️⃣![](a.png){#fig-a fig-alt=\"2️⃣\"}\n\n| a |\n|---|\n| b |\n\n3️⃣: {#tbl-a}",
      ("1️⃣", ID.emptyText, "the caption says nothing"),
      ("2️⃣", ID.emptyText, "`fig-alt` says nothing"),
      ("3️⃣", ID.emptyText, "the caption says nothing")),
    Case(
      "1️⃣| a |\n|---|\n\n::: 2️⃣lead\n:::\n\n::: 3️⃣{.callout-tip}\n:::\n\n4️⃣[ ](a.html)\n\n::: contents\n:::",
      ("1️⃣", ID.emptyText, "the table says nothing"),
      ("2️⃣", ID.emptyText, "`.lead` says nothing"),
      ("3️⃣", ID.emptyText, "`.callout-tip` says nothing"),
      ("4️⃣", ID.emptyText, "the link says nothing")),
    Case(
      "```{chart}\n#| label: fig-a\n#| spec: a.json\n#| fig-cap: 1️⃣\"\"\n#| fig-note: 2️⃣\" \"\n```",
      ("1️⃣", ID.emptyText, "`fig-cap` says nothing"),
      ("2️⃣", ID.emptyText, "`fig-note` says nothing")),
    Case(
      "a 1️⃣**b .2️⃣**c\n\n&amp; 3️⃣*d\n\n4️⃣_e",
      ("1️⃣", ID.strayDelimiter, "`**` begins or ends no emphasis and would be printed"),
      ("2️⃣", ID.strayDelimiter, "`**` begins or ends no emphasis and would be printed"),
      ("3️⃣", ID.strayDelimiter, "`*` begins or ends no emphasis and would be printed"),
      ("4️⃣", ID.strayDelimiter, "`_` begins or ends no emphasis and would be printed")),
    Case(
      "[a](1️⃣JavaScript:alert(1)) [b](2️⃣data:text/html,x) [c](3️⃣file:///etc/passwd)\n\n4️⃣[d]()",
      ("1️⃣", SyntaxDiagnostics.linkAddress, "a link cannot lead to `JavaScript:alert(1)`"),
      ("2️⃣", SyntaxDiagnostics.linkAddress, "a link cannot lead to `data:text/html,x`"),
      ("3️⃣", SyntaxDiagnostics.linkAddress, "a link cannot lead to `file:///etc/passwd`"),
      ("4️⃣", SyntaxDiagnostics.linkAddress, "a link leads nowhere")),
    Case(
      "1️⃣[a](java&#115;cript:x)",
      ("1️⃣", SyntaxDiagnostics.linkAddress, "a link cannot lead to `javascript:x`")),
    Case("{{< include 1️⃣a.md >}}", ("1️⃣", ID.include, "`a.md` cannot be included here")),
    Case(
      "{{< include 1️⃣../a.md >}}",
      ("1️⃣", ID.include, "`../a.md` leads out of the workspace")),
    Case(
      "a[^n]\n\n[^n]: b1️⃣[^n]",
      ("1️⃣", ID.unsupportedMarkup, "a footnote within a footnote is not part of the dialect")),
    Case("1️⃣```{chrat}\n```", ("1️⃣", ID.unknownBlock, "there is no block `{chrat}`")),
    Case(
      "- a\n\n  1️⃣```{chart}\n  ```",
      ("1️⃣", ID.blockForm, "`{chart}` within a list, a quotation or a footnote")),
    Case(
      "```{chart}\n#| label: fig-a\n#| spec: a.json\n#| fig-cap: b\n1️⃣mark: bar\n```",
      ("1️⃣", ID.blockForm, "the block holds more than options")),
    Case(
      "```{chart}\n#| label: 1️⃣tbl-a\n#| spec: a.json\n#| fig-cap: b\n#| 2️⃣fig-subcpa: c\n```",
      ("1️⃣", ID.labelForm, "`tbl-a` cannot be a label here"),
      ("2️⃣", SyntaxDiagnostics.unknownKey, "unknown key `fig-subcpa`")),
    Case(
      "1️⃣```{table}\n```",
      ("1️⃣", SyntaxDiagnostics.missingKey, "the key `label` is missing"),
      ("1️⃣", SyntaxDiagnostics.missingKey, "the key `tbl-cap` is missing"),
      ("1️⃣", SyntaxDiagnostics.missingKey, "the key `each` is missing"),
      ("1️⃣", SyntaxDiagnostics.missingKey, "the key `columns` is missing")),
    Case(
      "{{< 1️⃣pagebrake >}}\n\na 2️⃣{{< pagebreak >}}\n\n{{< 3️⃣pagebreak now >}}",
      ("1️⃣", ID.shortcode, "there is no shortcode `pagebrake`"),
      ("2️⃣", ID.shortcode, "a shortcode within a paragraph"),
      ("3️⃣", ID.shortcode, "`pagebreak` has arguments that it does not take")),
    Case(
      "1️⃣@src says; [@a; 2️⃣b]",
      ("1️⃣", ID.citationForm, "`@src` is neither a reference nor a citation"),
      ("2️⃣", ID.citationForm, "`b` is not a citation")),
    Case(
      "| a | b |\n|---|---|\n|1️⃣ ^ | x |\n|2️⃣ < | ^ |\n\nx",
      ("1️⃣", ID.cellSpan, "`^` joins a cell to one above, and there is none"),
      ("2️⃣", ID.cellSpan, "`<` joins a cell to one at its left, and there is none")),
    Case(
      "| a | b |\n|---|---|\n|1️⃣ x | < |\n| ^ | y |\n\nx",
      ("1️⃣", ID.cellSpan, "the cell and those that are joined to it are no rectangle")),
    Case(
      "| a |\n|---|\n| b |\n\n: Cap {#tbl-a .1️⃣totl}",
      ("1️⃣", ID.unknownClass, "there is no class `.totl`")),
    Case(
      "see [1️⃣@fig-a, pgae]",
      ("1️⃣", ID.citationForm, "`pgae` says nothing of a part of the report")),
    Case(
      "a1️⃣[^nte]\n\n[^2️⃣note]: x\n\n[^3️⃣note]: y",
      ("1️⃣", ID.undefinedFootnote, "there is no footnote `nte`"),
      ("2️⃣", ID.unusedFootnote, "nothing refers to the footnote `note`"),
      ("3️⃣", ID.duplicateFootnote, "the footnote `note` is defined twice")),
  ]

  @Test(arguments: cases) func saysWhatIsWrongAndWhere(_ sample: Case) {
    let marked = MarkedSource("---\ntitle: T\n---\n" + sample.body, path: "report.md")
    var bag = DiagnosticBag()
    _ = DocumentParser.parse(marked.file, into: &bag)
    expectDiagnostics(
      bag, in: marked, sample.expected.map { .init($0.marker, $0.id, $0.message) })
  }

  static let files: [Case] = [
    Case("1️⃣", ("1️⃣", ID.frontMatter, "the template has no front matter")),
    Case("1️⃣# A", ("1️⃣", ID.frontMatter, "the template has no front matter")),
    Case("1️⃣---\ntitle: A\n", ("1️⃣", ID.frontMatter, "the front matter does not end")),
    Case(
      "---\ntitle: A\nauthor: 1️⃣{{ x }}\n---\n",
      ("1️⃣", ID.placeholderPlace, "a placeholder cannot stand in `author`")),
    Case(
      "---\n1️⃣titel: A\nlang: 2️⃣english\nas-of: 3️⃣2024-02-30\nviews: 4️⃣[]\n---\n",
      ("1️⃣", SyntaxDiagnostics.missingKey, "the key `title` is missing"),
      ("1️⃣", SyntaxDiagnostics.unknownKey, "unknown key `titel`"),
      ("2️⃣", ID.frontMatter, "`english` is not a language"),
      ("3️⃣", ID.frontMatter, "`2024-02-30` is not a day"),
      ("4️⃣", ID.frontMatter, "`views` is an array")),
    Case(
      "---\ntitle: A\nopening: band\ncover: 1️⃣charts/a.vl.json\n---\n",
      ("1️⃣", ID.frontMatter, "a picture for the cover of a report that opens with a band")),
    Case(
      "---\ntitle: A\nopening: 1️⃣title\n---\n",
      ("1️⃣", SyntaxDiagnostics.unknownValue, "unknown value `title` of `/opening`")),
    Case(
      "---\ntitle: A\nparams:\n  y: { type: integer, default: 1️⃣1.5 }\n"
        + "  z: { type: string, default: 2️⃣d, enum: [a, b] }\n"
        + "  n: { type: number, default: 3️⃣7, max: 5 }\n---\n",
      ("1️⃣", ID.parameterDefault, "the default of parameter `y` is not one it may have"),
      ("2️⃣", ID.parameterDefault, "the default of parameter `z` is not one it may have"),
      ("3️⃣", ID.parameterDefault, "the default of parameter `n` is not one it may have")),
    Case(
      "---\ntitle: A\n---\n1️⃣\0 b", ("1️⃣", ID.textEncoding, "a byte that is not text")),
  ]

  @Test(arguments: files) func readsTheWholeFile(_ sample: Case) {
    let marked = MarkedSource(sample.body, path: "report.md")
    var bag = DiagnosticBag()
    _ = DocumentParser.parse(marked.file, into: &bag)
    expectDiagnostics(
      bag, in: marked, sample.expected.map { .init($0.marker, $0.id, $0.message) })
  }

  @Test func bytesThatAreNotTextArePlaced() {
    var bag = DiagnosticBag()
    let bytes = Array("---\ntitle: A\n---\nab ".utf8) + [0xFF, 0xE4, 0xB8] + Array(" c".utf8)
    _ = DocumentParser.parse(SourceFile(path: "a.md", bytes: bytes), into: &bag)
    #expect(bag.sorted.map(\.id) == Array(repeating: DocumentDiagnostics.textEncoding, count: 3))
    #expect(bag.sorted.first?.span?.start == SourcePosition(line: 4, column: 4))
  }

  @Test(arguments: ["- ", "> ", "1. ", "*a ", "[", "{{ ", "::: lead\n", "[@a", "{#a", "\\"])
  func aThousandLevelsAreRefusedAndDoNotCrash(_ opening: String) {
    for count in [1_000, 50_000] {
      let (_, bag) = parsed(String(repeating: opening, count: count) + "x")
      if ["- ", "> ", "1. ", "::: lead\n"].contains(opening) {
        #expect(bag.diagnostics.contains { $0.id == DocumentDiagnostics.documentNesting })
      }
    }
  }
}
