import Documents
import Layout
import Scene
import Syntax
import Testing

@Suite struct SourcePagesTests {
  /// A list of the probe's one source, as `Reports` makes it.
  private func layOut(_ markdown: String) throws -> PagedDocument {
    try LayoutProbe.layOut(markdown + "\n\n::: sources\n:::") { document in
      let span = document.blocks[0].span
      let pages = Inline.reference(Reference(label: "a", form: .citingPages, span: span))
      let table = TableBlock(
        columns: [.init(title: [.text("Source")]), .init(title: [.text("Pages")])],
        rows: [.init([[.text("Article")], [pages]], label: "source-a")])
      guard case .division(var division)? = document.blocks.last?.kind else { return }
      division.blocks = [Block(.table(table), span: span)]
      document.blocks[document.blocks.count - 1].kind = .division(division)
    }
  }

  @Test func theListTellsWhereASourceIsCited() throws {
    let next = "\n\n{{< pagebreak >}}\n\n"
    let document = try layOut(
      ["One [@a].", "None.", "Three [@a] and [@a, p. 3].", "| t [@a] |\n|---|\n| b |", "- x[^n]"]
        .joined(separator: next) + next + "Last.\n\n[^n]: Note [@a].")
    let all = document.pages.map { LayoutProbe.words(of: $0) }
    #expect(all.last?.hasSuffix("SourcePagesArticle2,4–6") == true, "\(all)")
  }

  @Test func aSourceThatIsNotCitedHasADash() throws {
    let document = try layOut("Text.")
    #expect(LayoutProbe.words(of: document.pages[1]).hasSuffix("Article–"))
  }
}
