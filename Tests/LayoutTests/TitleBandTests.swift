import Layout
import Scene
import Testing

/// Documents that open with a band at the head of the first page in place of a cover.
@Suite struct TitleBandTests {
  private func layOut(_ markdown: String, style: StyleSheet = .briefing) throws -> PagedDocument {
    try LayoutProbe.layOut(
      markdown, style: style, keys: "subtitle: Below\npublisher: Press\nopening: band\n")
  }

  @Test func theFirstPageBearsTitleAndFolio() throws {
    let pages = try layOut("# One\n\nText.\n\n{{< pagebreak >}}\n\n# Two\n\nText.")
    #expect(pages.pages.map(\.label) == ["1", "2"])
    #expect(
      LayoutProbe.words(of: pages.pages[0]) == "Press31December2024TestBelowOneText.")
    #expect(LayoutProbe.words(of: pages.pages[1]) == "TwoText.")
  }

  /// The running head would repeat the title right above it.
  @Test func theRunningHeadBeginsOnTheSecondPage() throws {
    let pages = try layOut("# One\n\nText.\n\n{{< pagebreak >}}\n\nText.").pages
    func rulesAbove(_ page: Page, _ y: Double) -> Int {
      guard case .group(let running) = page.frame.items[0] else { return 0 }
      return running.items.count { item in
        guard case .shape(let shape) = item, case .line(let start, _) = shape.geometry else {
          return false
        }
        return start.y < y
      }
    }
    #expect(rulesAbove(pages[0], StyleSheet.briefing.page.top) == 0)
    #expect(rulesAbove(pages[1], StyleSheet.briefing.page.top) == 1)
  }

  @Test(arguments: StyleSheet.Theme.allCases)
  func textBeginsBelowTheBandOnTheGrid(theme: StyleSheet.Theme) throws {
    let style = try #require(StyleSheet.named(theme.rawValue))
    let page = try layOut("Text.", style: style).pages[0]
    let runs = LayoutProbe.runs(of: page.frame.items)
    let band = try #require(runs.first { $0.text == "Below" })
    let body = try #require(runs.first { $0.text == "Text." })
    #expect(body.y > band.y + style.gridStep)
    let steps = (body.y - style.page.top - style.roles.body.baseline) / style.gridStep
    #expect(abs(steps - steps.rounded()) < 1e-6)
  }

  @Test func pagesReferredToCountFromTheFirst() throws {
    let pages = try layOut(
      "See [@sec-two, page].\n\n{{< pagebreak >}}\n\n# Two {#sec-two}\n\nText.")
    #expect(LayoutProbe.words(of: pages.pages[0]).hasSuffix("Seepage2."))
  }
}
