import Documents
import Syntax
import TestSupport
import Testing

@Suite struct LanguageTests {
  private static let head = """
    ---
    title: { en-GB: Report, zh-Hans: 报告 }
    languages: [en-GB, zh-Hans]
    keywords: { en-GB: [growth], zh-Hans: [增长] }
    words:
      target: { en-GB: target, zh-Hans: 目标 }
      unit: CNY
    ---

    """

  private func dump(_ body: String, _ language: String?) -> String {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "sample.md", text: Self.head + body)
    let document = DocumentParser.parse(file, language: language, into: &bag)
    let problems = bag.sorted.map { $0.rendered(as: .text) }.joined()
    return problems + (document.map { DocumentDump.text(of: $0) } ?? "nothing")
  }

  @Test func frontMatterIsInTheLanguageAskedFor() throws {
    var bag = DiagnosticBag()
    let file = SourceFile(path: "sample.md", text: Self.head)
    for (language, title, keyword, word) in [
      (nil, "Report", "growth", "target"), ("en-GB", "Report", "growth", "target"),
      ("zh-Hans", "报告", "增长", "目标"),
    ] {
      let matter = try #require(
        DocumentParser.parse(file, language: language, into: &bag)?.frontMatter)
      #expect(bag.isEmpty)
      #expect(matter.language == language ?? "en-GB")
      #expect(matter.languages == ["en-GB", "zh-Hans"])
      #expect(matter.keywords == [keyword])
      #expect(matter.words.map(\.name) == ["target", "unit"])
      #expect(matter.words.map(\.text) == [word, "CNY"])
      guard case .text(title)? = matter.title.first else {
        Issue.record("title in \(language ?? "the default")")
        continue
      }
    }
  }

  @Test func divisionsOfTheOtherLanguageAreLeftOut() {
    let body = """
      ::: {lang=en-GB}
      # Method {#sec-a}

      Text.[^n]

      [^n]: A note.
      :::

      :::: {lang=zh-Hans}
      # 方法 {#sec-a}

      ::: {.callout-note}
      正文。[^n]
      :::

      [^n]: 脚注。
      ::::

      :::: callout-tip
      ::: {lang=en-GB}
      Tip.
      :::

      ::: {lang=zh-Hans}
      提示。
      :::
      ::::

      ::: {.lead lang=zh-Hans}
      导语。
      :::
      """
    #expect(
      dump(body, nil).hasSuffix(
        """
        heading 1 #sec-a: Method
        paragraph: Text.<note n>
        division .callout-tip
          paragraph: Tip.
        footnote n
          paragraph: A note.

        """))
    #expect(
      dump(body, "zh-Hans").hasSuffix(
        """
        heading 1 #sec-a: 方法
        division .callout-note
          paragraph: 正文。<note n>
        division .callout-tip
          paragraph: 提示。
        division .lead
          paragraph: 导语。
        footnote n
          paragraph: 脚注。

        """))
  }

  @Test func includedFilesAreInTheSameLanguage() throws {
    let part = SourceFile(
      path: "part.md", text: "::: {lang=zh-Hans}\n中\n:::\n\n::: {lang=en-GB}\nEnglish\n:::\n")
    var bag = DiagnosticBag()
    let document = DocumentParser.parse(
      SourceFile(path: "sample.md", text: Self.head + "{{< include part.md >}}\n"),
      language: "zh-Hans", including: { _ in part }, into: &bag)
    #expect(bag.isEmpty)
    #expect(DocumentDump.text(of: try #require(document)).hasSuffix("paragraph: 中\n"))
  }

  @Test func optionsMayBeByLanguage() {
    let body = """
      ```{chart}
      #| label: fig-a
      #| spec: a.json
      #| fig-cap: { en-GB: Up, zh-Hans: "增长 {{ x }}" }
      ```
      """
    #expect(dump(body, nil).contains("Up"))
    #expect(dump(body, "zh-Hans").contains("增长 {{ x }}"))
  }

  @Test func saysWhatIsMissingAndUnknown() {
    let marked = MarkedSource(
      """
      ---
      title: 1️⃣{ en-GB: A }
      languages: [en-GB, zh-Hans]
      subtitle: { en-GB: A, zh-Hans: B, 2️⃣fr: C }
      ---
      ::: {lang=3️⃣zh-Hant}
      x
      :::

      ```{table}
      #| label: tbl-a
      #| tbl-cap: 4️⃣{ zh-Hans: B }
      #| each: rows
      #| columns: [{ title: 5️⃣{ en-GB: A }, value: row.a }]
      ```
      """, path: "report.md")
    var bag = DiagnosticBag()
    _ = DocumentParser.parse(marked.file, into: &bag)
    typealias ID = DocumentDiagnostics
    expectDiagnostics(
      bag, in: marked,
      [
        .init("1️⃣", ID.missingLanguage, "the text is missing in `zh-Hans`"),
        .init("2️⃣", ID.unknownLanguage, "the template has no language `fr`"),
        .init("3️⃣", ID.unknownLanguage, "the template has no language `zh-Hant`"),
        .init("4️⃣", ID.missingLanguage, "the text is missing in `en-GB`"),
        .init("5️⃣", ID.missingLanguage, "the text is missing in `zh-Hans`"),
      ])
  }

  @Test func aLanguageAskedForMustBeDeclared() {
    let marked = MarkedSource("---\ntitle: A\nlanguages: 1️⃣[en-GB, zh-Hans]\n---\n")
    var bag = DiagnosticBag()
    _ = DocumentParser.parse(marked.file, language: "zh", into: &bag)
    expectDiagnostics(
      bag, in: marked,
      [.init("1️⃣", DocumentDiagnostics.unknownLanguage, "the template has no language `zh`")])
    #expect(bag.diagnostics.first?.expected == "one of `en-GB`, `zh-Hans`")
  }

  @Test(arguments: [
    ("languages: 1️⃣[]", "`languages` is empty"),
    ("languages: [en, 1️⃣english]", "`english` is not a language"),
    ("languages: [en, 1️⃣en]", "the language `en` stands twice"),
    ("languages: [en, 1️⃣5]", "`5` is not a language"),
    ("lang: 1️⃣fr\nlanguages: [en, fr]", "`lang` is `fr` but `languages` begins with `en`"),
  ])
  func languagesAreDeclaredOnce(_ lines: String, _ message: String) {
    let marked = MarkedSource("---\ntitle: A\n\(lines)\n---\n")
    var bag = DiagnosticBag()
    _ = DocumentParser.parse(marked.file, into: &bag)
    expectDiagnostics(bag, in: marked, [.init("1️⃣", DocumentDiagnostics.frontMatter, message)])
  }
}
