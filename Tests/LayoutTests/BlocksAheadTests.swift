import Documents
import Layout
import Scene
import Syntax
import Testing
import Typesetting

@Suite struct BlocksAheadTests {
  /// A paragraph that is a reference alone has no words before pages are made.
  @Test(arguments: [1, 2, 16]) func blocksWithoutWordsHaveTheirShare(count: Int) throws {
    let file = SourceFile(
      path: "report.md",
      text: """
        ---
        title: Test
        as-of: 2024-12-31
        ---

        # Words {#sec-words}

        Some of them.

        @sec-words

        @sec-words
        """)
    var bag = DiagnosticBag()
    let document = try #require(DocumentParser.parse(file, into: &bag))
    try bag.throwIfErrors()
    let shaper = try LayoutProbe.shaper()
    let layout = DocumentLayout(
      style: .briefing, shaper: shaper, sources: [], dateText: "31 December 2024")
    var ahead = SetBlocks()
    for share in BlocksAhead(of: document, style: .briefing, sources: []).shares(count) {
      ahead.add(share.set(with: shaper))
    }
    let figures = LayoutProbe.Plain(leastWidth: 0)
    let set = try layout.layOut(document, figures: figures, ahead: ahead)
    let alone = try layout.layOut(document, figures: figures)
    #expect(set.pages.map(\.frame.sceneDump) == alone.pages.map(\.frame.sceneDump))
  }
}
