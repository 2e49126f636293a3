import Layout
import Scene
import TestSupport
import Testing

@Suite struct LandscapeTests {
  private let report = """
    # One

    Before.

    ::: {.landscape}
    ## Wide

    Beside the heading.

    | Name | First | Second | Third |
    |------|------:|-------:|------:|
    | One  |   1.5 |    2.5 |   3.5 |

    : Wide table {#tbl-wide}
    :::

    After, see @tbl-wide.
    """

  @Test func pagesTurnAndTurnBack() throws {
    let pages = try LayoutProbe.layOut(report).pages
    let sizes = pages.map(\.frame.size)
    let upright = StyleSheet.briefing.page.size
    let turned = Size(width: upright.height, height: upright.width)
    #expect(sizes == [upright, upright, turned, upright])
    #expect(LayoutProbe.words(of: pages[1]) == "OneBefore.")
    #expect(LayoutProbe.words(of: pages[3]) == "After,seeTable1.")
    #expect(pages.map(\.label) == ["Cover", "2", "3", "4"])
  }

  @Test func theTurnedPageHasHeadFolioAndAWideTable() throws {
    try expectGolden(
      try LayoutProbe.layOut(report).sceneDump, folder: "layout", name: "landscape.scene")
  }

  @Test func textGrowsNoWider() throws {
    let text = String(repeating: "word ", count: 200)
    func lineCount(_ markdown: String) throws -> Int {
      let pages = try LayoutProbe.layOut(markdown).pages
      return Set(LayoutProbe.runs(of: pages[1].frame.items).map(\.y)).count
    }
    #expect(
      try lineCount(text) == (try lineCount("::: {.landscape}\n\(text)\n:::")))
  }

  @Test func figuresTakeTheWholeWidth() throws {
    let figure = """
      ```{chart}
      #| label: fig-a
      #| spec: a.vl.json
      #| fig-cap: It grew
      #| fig-alt: A box
      ```
      """
    let dump = try LayoutProbe.layOut("::: {.landscape}\n\(figure)\n:::\n\n@fig-a").sceneDump
    #expect(dump.contains("729.89"))
  }

  /// However blocks, breaks and turned parts follow each other, all words come out in order, and no page
  /// is empty.
  @Test(arguments: 0..<20)
  func nothingIsLostBetweenTurnedPages(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var markdown = "# Start\n\n"
    var expected = "Start"
    for block in 0..<25 {
      let words = (0..<Int.random(in: 1...120, using: &random)).map { "w\(block)x\($0)" }
      expected += words.joined()
      let text = words.joined(separator: " ")
      switch Int.random(in: 0..<4, using: &random) {
      case 0: markdown += "::: {.landscape}\n\(text)\n:::\n\n"
      case 1: markdown += "{{< pagebreak >}}\n\n\(text)\n\n"
      default: markdown += text + "\n\n"
      }
    }
    let pages = try LayoutProbe.layOut(markdown).pages.dropFirst()
    let words = pages.map { LayoutProbe.words(of: $0) }
    #expect(words.joined() == expected, "seed \(seed)")
    #expect(words.allSatisfy { !$0.isEmpty }, "seed \(seed)")
  }
}
