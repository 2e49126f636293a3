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
