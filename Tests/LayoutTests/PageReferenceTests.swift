import Layout
import Scene
import Syntax
import Testing
import Typesetting

@Suite struct PageReferenceTests {
  private func folio(of name: String, in document: PagedDocument) -> String? {
    document.pages.first { page in
      page.frame.items.contains { item in
        if case .destination(let place) = item { place.name == name } else { false }
      }
    }?.label
  }

  @Test func theyTellThePageAndLeadToIt() throws {
    let document = try LayoutProbe.layOut(
      """
      See [@sec-far, page] and [@tbl-a, page].

      | a |
      |---|
      | b |

      : A table {#tbl-a}

      {{< pagebreak >}}

      # Far {#sec-far}
      """)
    #expect(LayoutProbe.words(of: document.pages[1]).hasPrefix("Seepage3andpage2."))
    #expect(document.sceneDump.contains("link(#sec-far)"))
  }

  /// Many pages before what is mentioned: the number's digits are not those of the first guess.
  @Test(arguments: [1, 12, 120])
  func theyAreRightHoweverManyPagesStandBetween(count: Int) throws {
    let pages = (0..<count).map { "Page \($0).\n\n{{< pagebreak >}}" }.joined(separator: "\n\n")
    let document = try LayoutProbe.layOut("[@sec-far, page]\n\n\(pages)\n\n# Far {#sec-far}")
    let far = try #require(folio(of: "sec-far", in: document))
    #expect(LayoutProbe.words(of: document.pages[1]).hasPrefix("Page\(far)"))
  }

  /// A note that is divided only where it has eight lines, as it has with a folio of two digits; divided, it
  /// leaves its heading on page 9, and whole it takes it to page 10.
  @Test func onesThatNeverSettleAreTold() throws {
    let style = StyleSheet.briefing
    let shaper = try LayoutProbe.shaper()
    func width(_ count: Int, _ page: String) throws -> Double {
      try shaper.width(
        of: String(repeating: "i", count: count) + " page\u{A0}\(page)",
        style: style.roles.footnote.text)
    }
    let count = try #require(
      try (1..<200).first { try width($0, "10") > style.mainMeasure },
      "as much as fits beside one digit but not beside two")
    #expect(try width(count, "9") < style.mainMeasure)
    let before = (0..<7).map { _ in "x\n\n{{< pagebreak >}}\n\n" }.joined()
    let lines = (0..<41).map { "line \($0)\\\n" }.joined() + "last"
    let note =
      (0..<6).map { _ in "a\\\n    " }.joined() + String(repeating: "i", count: count)
      + " [@sec-far, page]"
    do {
      let document = try LayoutProbe.layOut(
        "\(before)\(lines)\n\n### Far {#sec-far}\n\nText.[^n]\n\n[^n]: \(note)")
      Issue.record("page \(folio(of: "sec-far", in: document) ?? "none")")
    } catch let failure as DiagnosticFailure {
      #expect(failure.bag.diagnostics.map(\.id) == [LayoutDiagnostics.unsettledReference])
      #expect(failure.bag.diagnostics[0].span?.text == "@sec-far, page")
      #expect(failure.bag.diagnostics[0].expected?.contains("page 9") == true)
    }
  }
}
