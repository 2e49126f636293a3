import Documents
import Syntax
import TestSupport
import Testing

@Suite struct DocumentCheckTests {
  @Test func reportsLabelsReferencesAndSources() throws {
    let marked = MarkedSource(
      """
      ---
      title: T
      ---
      # A {#sec-a}

      See 1️⃣@sec-b, @fig-a and [@src-1; 2️⃣@scr-2].

      3️⃣[link](#sec-c)

      ## B {#4️⃣sec-a}

      ```{chart}
      #| label: fig-a
      #| spec: a.json
      #| fig-cap: See [this](#sec-a)
      ```

      | a |
      |---|
      | b |

      : Words {#5️⃣tbl-x}
      """)
    var bag = DiagnosticBag()
    let document = try #require(DocumentParser.parse(marked.file, into: &bag))
    ReferenceCheck.check(document, sources: ["src-1", "src-2"], into: &bag)
    expectDiagnostics(
      bag, in: marked,
      [
        .init("1️⃣", DocumentDiagnostics.undefinedLabel, "nothing has the label `sec-b`"),
        .init("2️⃣", DocumentDiagnostics.undefinedSource, "there is no source `scr-2`"),
        .init("3️⃣", DocumentDiagnostics.undefinedLabel, "nothing has the label `sec-c`"),
        .init("4️⃣", DocumentDiagnostics.duplicateLabel, "the label `sec-a` stands twice"),
        .init("5️⃣", DocumentDiagnostics.unmentionedLabel, "nothing refers to `tbl-x`"),
      ])
    #expect(
      bag.diagnostics.first { $0.id == DocumentDiagnostics.undefinedSource }?.hints == [
        "did you mean `src-2`?"
      ])
  }

  @Test(arguments: [
    "in 2021", "2021-2025", "2021–25", "the 14th plan", "the 2nd", "第14个", "on 24 November",
    "November 24", "11月24日", "2022年", "COVID-19", "the G20", "in the 1990s", "H1 2023",
    "{{ 5 }} and `6`", "[a](http://x.org/7)", "[@src, p. 8]", "1. item", "@fig-9",
  ])
  func allowsYearsOrdinalsAndNames(_ body: String) throws {
    let (document, _) = parsed(body)
    var bag = DiagnosticBag()
    DigitCheck.check(try #require(document), into: &bag)
    #expect(bag.isEmpty)
  }

  @Test(arguments: [
    ("grew by 1️⃣22.6 %", "22.6"), ("1️⃣933.7 billion", "933.7"), ("1️⃣2021 m", ""),
    ("over 1️⃣1,080 firms", "1,080"), ("1️⃣5 items", "5"), ("1️⃣5bn", "5"), ("占1️⃣12.5%", "12.5"),
    ("- an item of 1️⃣45", "45"), ("| a |\n|---|\n| 1️⃣45 |", "45"), ("# Up 1️⃣3%", "3"),
  ])
  func warnsOfFiguresTypedIn(_ body: String, _ text: String) throws {
    let marked = MarkedSource("---\ntitle: T\n---\n" + body)
    var bag = DiagnosticBag()
    let document = try #require(DocumentParser.parse(marked.file, into: &bag))
    DigitCheck.check(document, into: &bag)
    guard !text.isEmpty else { return }
    expectDiagnostics(
      bag, in: marked,
      [.init("1️⃣", DocumentDiagnostics.unsourcedDigits, "the number `\(text)` has no source")])
    #expect(bag.diagnostics.allSatisfy { $0.severity == .warning })
  }
}
