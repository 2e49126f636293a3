import Layout
import Scene
import Syntax
import Testing

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

  /// The text before the heading takes a line more where the folio has two digits, and that line sends the
  /// heading from page 9 to page 10, where one digit would bring it back.
  @Test func onesThatNeverSettleAreTold() throws {
    var told: [Diagnostic] = []
    for width in 40..<75 {
      let before = (0..<7).map { _ in "x\n\n{{< pagebreak >}}\n\n" }.joined()
      let fill = (0..<48).map { _ in "a\\\n" }.joined()
      let words = String(repeating: "i", count: width)
      do {
        let document = try LayoutProbe.layOut(
          "\(before)\(fill)\(words) [@sec-far, page] w\n\n# Far {#sec-far}")
        let far = try #require(folio(of: "sec-far", in: document))
        #expect(
          document.pages.map { LayoutProbe.words(of: $0) }.joined().contains("page\(far)"))
      } catch let failure as DiagnosticFailure {
        told += failure.bag.diagnostics
      }
    }
    for diagnostic in told {
      #expect(diagnostic.id == LayoutDiagnostics.unsettledReference)
      #expect(diagnostic.span != nil)
    }
  }
}
