import Documents
import Syntax
import TestSupport
import Testing

@Suite struct IncludeTests {
  /// Parses the first of `files` with the others at hand.
  private func parse(
    _ files: [(path: String, text: String)], into bag: inout DiagnosticBag
  ) -> Document? {
    guard let first = files.first else { return nil }
    return DocumentParser.parse(
      SourceFile(path: first.path, text: first.text),
      including: { path throws(DiagnosticFailure) in
        guard let file = files.first(where: { $0.path == path }) else {
          throw DiagnosticFailure(
            Diagnostic(SyntaxDiagnostics.fileMissing, "there is no file `\(path)`"))
        }
        return SourceFile(path: path, text: file.text)
      }, into: &bag)
  }

  @Test func includedTextStandsWhereItIsNamed() throws {
    var bag = DiagnosticBag()
    let document = parse(
      [
        (
          "t/report.md",
          "---\ntitle: T\n---\nA[^n]\n\n::: lead\n{{< include parts/one.md >}}\n:::\n\nZ"
        ),
        ("t/parts/one.md", "One {{ x }}.\n\n{{< include ./two.md >}}\n\n[^n]: A note."),
        ("t/parts/two.md", "Two."),
      ], into: &bag)
    #expect(bag.diagnostics.map(\.message) == [])
    #expect(
      try DocumentDump.text(of: #require(document)) == """
        front matter (en)
          title: T
        paragraph: A<note n>
        division .lead
          paragraph: One {{ x }}@1:7.
          paragraph: Two.
        paragraph: Z
        footnote n
          paragraph: A note.

        """)
  }

  @Test func problemsNameTheIncludedFile() {
    var bag = DiagnosticBag()
    _ = parse(
      [
        ("t/report.md", "---\ntitle: T\n---\n{{< include a.md >}}\n\n{{< include lost.md >}}"),
        ("t/a.md", "---\ntitle: no\n---\n\n::: {.unknown}\n:::\n\n{{< include report.md >}}"),
      ], into: &bag)
    #expect(
      bag.sorted.map { "\($0.span?.label ?? "-") \($0.id)" } == [
        "t/a.md:2:1 front-matter", "t/a.md:5:7 unknown-class", "t/a.md:8:13 include",
        "t/report.md:6:13 file-missing",
      ])
  }

  /// One run tells all of an author's mistakes, each at its place in its own file.
  @Test func everyMistakeIsToldAtOnce() throws {
    let report = """
      ---
      title: T
      ---
      \(String(repeating: "#", count: 20)) Twenty deep

      {{< include a.md >}}

      {{< include ../../x.md >}}

      {{< include lost.md >}}

      # A {#sec-a}

      # B {#sec-a}

      See @fig-none, [@sec-a, pgae] and [^none].

      [^unused]: x

      [^loop]: see[^loop]

      ::: {.tiles colz=3}
      :::

      | a |
      |---|
      | ^ |

      ::: lead
      unclosed
      """
    let included = "See @tbl-lost.\n\n::: {.leed}\nx\n:::\n\n{{< include a.md >}}"
    var bag = DiagnosticBag()
    let document = try #require(
      parse([("t/report.md", report), ("t/a.md", included)], into: &bag))
    ReferenceCheck.check(document, into: &bag)
    #expect(
      bag.sorted.map { "\($0.span?.label ?? "-") \($0.id)" } == [
        "t/a.md:1:5 undefined-label", "t/a.md:3:7 unknown-class", "t/a.md:7:13 include",
        "t/report.md:4:1 heading-depth", "t/report.md:8:13 include",
        "t/report.md:10:13 file-missing", "t/report.md:14:7 duplicate-label",
        "t/report.md:16:5 undefined-label", "t/report.md:16:17 citation-form",
        "t/report.md:16:35 undefined-footnote", "t/report.md:18:3 unused-footnote",
        "t/report.md:20:3 unused-footnote", "t/report.md:20:13 unsupported-markup",
        "t/report.md:22:13 unknown-attribute", "t/report.md:27:2 cell-span",
        "t/report.md:29:1 unclosed-division",
      ])
  }

  @Test func filesThatMultiplyAreRefused() {
    var files = [("t/0.md", "---\ntitle: T\n---\n{{< include 1.md >}}")]
    for index in 1...9 {
      let next = "{{< include \(index + 1).md >}}\n\n"
      files.append(("t/\(index).md", String(repeating: next, count: 4)))
    }
    var bag = DiagnosticBag()
    _ = parse(files, into: &bag)
    #expect(bag.diagnostics.allSatisfy { $0.id == DocumentDiagnostics.include })
    #expect(bag.hasErrors)
  }
}
