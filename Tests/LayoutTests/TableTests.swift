import Documents
import Layout
import Scene
import Testing
import Typesetting

@Suite struct TableTests {
  private func runs(_ markdown: String, page: Int = 1) throws -> [LayoutProbe.PlacedRun] {
    LayoutProbe.runs(of: try LayoutProbe.layOut(markdown).pages[page].frame.items)
  }

  private func run(_ text: String, in runs: [LayoutProbe.PlacedRun]) throws -> LayoutProbe.PlacedRun
  {
    try #require(runs.first { $0.text.hasPrefix(text) }, "\(text)")
  }

  /// A table of data, bound by hand: the probe binds nothing.
  private func layOut(_ table: TableBlock, before: Int = 0) throws -> PagedDocument {
    let lines = (0..<before).map { _ in "line\\\n" }.joined()
    return try LayoutProbe.layOut(lines + "\n\n| a |\n|---|\n| b |\n") { document in
      for index in document.blocks.indices {
        if case .table = document.blocks[index].kind { document.blocks[index].kind = .table(table) }
      }
    }
  }

  private func table(
    _ rows: [TableBlock.Row], _ alignments: TableBlock.Alignment...
  ) -> TableBlock {
    TableBlock(
      caption: [.text("Caption")],
      columns: alignments.enumerated().map { .init(title: [.text("H\($0)")], alignment: $1) },
      rows: rows)
  }

  @Test func aColumnOfLittleTextIsNotDividedForTheSakeOfALongOne() throws {
    let long = String(repeating: "much that is known of it ", count: 20)
    let document = try layOut(
      table([.init([[.text("Quay 10")], [.text(long)]])], .start, .start))
    let runs = LayoutProbe.runs(of: document.pages[1].frame.items)
    #expect(runs.contains { $0.text == "Quay 10" })
  }

  /// Wherever the page ends, a heading of a group has two of its rows under it.
  @Test(arguments: [34, 35, 36, 37, 38, 39, 40])
  func aGroupDoesNotEndItsPageWithOneRow(before: Int) throws {
    var rows: [TableBlock.Row] = [.init(group: [.text("Group")], over: 2)]
    rows += (0..<40).map { .init([[.text("r\($0)x")], [.text("y")]]) }
    let document = try layOut(table(rows, .start, .start), before: before)
    func page(_ text: String) -> Int? {
      document.pages.indices.dropFirst().first { index in
        LayoutProbe.runs(of: document.pages[index].frame.items).contains { $0.text == text }
      }
    }
    #expect(page("Group") == page("r1x"))
  }

  @Test func decimalPointsStandUnderEachOther() throws {
    let texts = ["over 1,080.5", "7.25", "n/a", "12", "3.125 %"]
    let document = try layOut(
      table(texts.map { .init([[.text("x")], [.text($0)]]) }, .start, .decimal))
    let shaper = try LayoutProbe.shaper()
    let style = StyleSheet.briefing.roles.tableCell.text
    var points: [Double] = []
    let runs = LayoutProbe.runs(of: document.pages[1].frame.items)
    for (text, head) in zip(texts, ["over 1,080", "7", "n/a", "12", "3"]) {
      let first = String(text.prefix { $0 != " " })
      points.append(try run(first, in: runs).x + shaper.width(of: head, style: style))
    }
    for point in points { #expect(abs(point - points[0]) < 0.01, "\(points)") }
  }

  @Test func aColumnOfHanIsNoStackOfSingleCharacters() throws {
    let long = String(repeating: "关于生物医药产业的规划", count: 12)
    let rows = [TableBlock.Row([[.text(long)], [.text("已发布")]])]
    let runs = LayoutProbe.runs(
      of: try layOut(table(rows, .start, .start)).pages[1].frame.items)
    #expect(runs.contains { $0.text == "已发布" })
  }

  @Test func theColumnWithMoreTextIsWider() throws {
    func words(_ word: String, _ count: Int) -> String {
      Array(repeating: word, count: count).joined(separator: " ")
    }
    let rows = [
      TableBlock.Row([
        [.text("little")], [.text(words("some", 40))], [.text(words("much", 160))],
      ])
    ]
    let runs = LayoutProbe.runs(
      of: try layOut(table(rows, .start, .start, .start)).pages[1].frame.items)
    func lines(_ word: String) -> Int {
      Set(runs.filter { $0.text.hasPrefix(word) }.map { ($0.y * 100).rounded() }).count
    }
    #expect(lines("little") == 1)
    #expect(lines("some") > 1)
    // Equal shares would give four times as many lines.
    #expect(lines("much") < 3 * lines("some"))
  }

  @Test func headsOfGroupsStandOverTheirColumns() throws {
    var table = table(
      [.init([[.text("a")], [.text("b")], [.text("c")]])], .start, .end, .end)
    table.columns[1].group = [.text("Together")]
    table.columns[2].group = [.text("Together")]
    let runs = LayoutProbe.runs(of: try layOut(table).pages[1].frame.items)
    let group = try run("Together", in: runs)
    #expect(runs.count { $0.text == "Together" } == 1)
    #expect(group.y < (try run("H1", in: runs).y))
    #expect(abs(try run("H0", in: runs).y - run("H1", in: runs).y) < 0.01)
  }

  @Test func aGroupThatGoesOnSaysSo() throws {
    var rows: [TableBlock.Row] = []
    for group in 0..<2 {
      rows.append(.init(group: [.text("Group\(group)")], over: 2))
      rows += (0..<60).map { .init([[.text("r\(group)x\($0)")], [.text("y")]]) }
    }
    let document = try layOut(table(rows, .start, .start))
    let pages = document.pages.dropFirst().map { LayoutProbe.words(of: $0) }
    #expect(pages.count >= 3)
    #expect(pages[1].hasPrefix("Table1(continued)H0H1Group0(continued)r0x"))
    for page in pages { #expect(!page.hasSuffix("Group1"), "a heading alone at the foot") }
    let order = pages.joined()
    for index in 0..<60 { #expect(order.contains("r1x\(index)y")) }
  }

  @Test func aCellOverManyRowsIsSaidAgainOnTheNextPage() throws {
    var rows: [TableBlock.Row] = (0..<80).map { .init([[.text("Long")], [.text("r\($0)")]]) }
    rows[0].cells[0].rowSpan = 80
    for index in 1..<80 { rows[index].cells[0] = .covered }
    let document = try layOut(table(rows, .start, .start))
    #expect(document.pages.count > 2)
    for page in document.pages.dropFirst() {
      #expect(LayoutProbe.runs(of: page.frame.items).count { $0.text == "Long" } == 1)
    }
  }

  @Test func aCellOverRowsHasRoomForItsWords() throws {
    let words = (0..<40).map { _ in "word" }.joined(separator: " ")
    let runs = try runs("| a | b |\n|---|---|\n| \(words) | x |\n| ^ | y |\n| z | after |")
    let bottom = try #require(runs.last { $0.text.contains("word") }).y
    #expect(try run("z", in: runs).y > bottom)
    #expect(try run("y", in: runs).y < bottom + 12)
  }

  @Test func aSumIsSetApart() throws {
    let dump = try LayoutProbe.layOut(
      "| a | b |\n|---|--:|\n| x | 1 |\n| Sum | 1 |\n\n: Caption {#tbl-a .total}"
    ).sceneDump
    #expect(dump.contains("\"Sum\" Lato 700"))
    #expect(dump.contains("\"x\" Lato 400"))
  }

  @Test func aRowTallerThanAPageIsDivided() throws {
    let words = (0..<3_000).map { "w\($0)" }
    let document = try LayoutProbe.layOut(
      "| a | b |\n|---|---|\n| x | \(words.joined(separator: " ")) |\n| after | y |\n\n: Caption")
    #expect(document.pages.count > 3)
    var all = document.pages.dropFirst().map { LayoutProbe.words(of: $0) }.joined()
    all = all.replacing("Table1(continued)ab", with: "")
    #expect(all.contains("x" + words.joined() + "aftery"))
  }

  @Test func aShortTableGoesToTheHeadOfTheNextPage() throws {
    let lines = (0..<34).map { _ in "line\\\n" }.joined()
    let rows = (0..<9).map { "| r\($0) |" }.joined(separator: "\n")
    let text = (0..<20).map { "Paragraph \($0)." }.joined(separator: "\n\n")
    let document = try LayoutProbe.layOut(
      "\(lines)end\n\n| a |\n|---|\n\(rows)\n\n: Caption\n\n\(text)")
    #expect(LayoutProbe.words(of: document.pages[1]).contains("endParagraph0."))
    #expect(LayoutProbe.words(of: document.pages[2]).hasPrefix("Table1Captionar0r1"))
  }

  @Test func tenThousandRowsAreAllThere() throws {
    let document = try layOut(
      table((0..<10_000).map { .init([[.text("r\($0)")], [.text("\($0).5")]]) }, .start, .decimal))
    let all = document.pages.dropFirst().map { page in
      LayoutProbe.words(of: page).replacing("Table1(continued)H0H1", with: "")
    }.joined()
    #expect(
      all == "Table1CaptionH0H1" + (0..<10_000).map { "r\($0)\($0).5" }.joined())
  }

  @Test func bandsTakeTurns() throws {
    let rows = (0..<4).map { "| r\($0) |" }.joined(separator: "\n")
    var style = StyleSheet.briefing
    style.table.isZebra = true
    let dump = try LayoutProbe.layOut("| a |\n|---|\n\(rows)", style: style).sceneDump
    #expect(dump.ranges(of: "fill #e8f0f1").count == 2)
  }
}
