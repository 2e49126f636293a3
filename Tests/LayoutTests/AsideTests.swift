import Layout
import Scene
import Testing

@Suite struct AsideTests {
  private func runs(_ markdown: String) throws -> [LayoutProbe.PlacedRun] {
    LayoutProbe.runs(of: try LayoutProbe.layOut(markdown).pages[1].frame.items)
  }

  @Test func remarksStandBesideWhatFollows() throws {
    let runs = try runs("Before.\n\n::: aside\nRemark\n:::\n\nAfter.")
    let remark = try #require(runs.first { $0.text.contains("Remark") })
    let after = try #require(runs.first { $0.text.contains("After.") })
    #expect(remark.x < after.x)
    #expect(abs(remark.y - after.y) < 0.01, "on one baseline")
  }

  @Test func remarksStandUnderAHeadingBesideTheText() throws {
    let runs = try runs("## Head\n\n::: aside\nRemark\n:::\n\nAfter.")
    let head = try #require(runs.first { $0.text.contains("Head") })
    let remark = try #require(runs.first { $0.text.contains("Remark") })
    let after = try #require(runs.first { $0.text.contains("After.") })
    #expect(head.x == remark.x && head.y < remark.y)
    #expect(abs(head.y - after.y) < 0.01)
  }

  @Test func whatReachesOverBothColumnsBeginsBelowThem() throws {
    let runs = try runs("::: aside\nRemark\n:::\n\n# Section")
    let remark = try #require(runs.first { $0.text.contains("Remark") })
    let section = try #require(runs.first { $0.text.contains("Section") })
    #expect(remark.y < section.y)
  }

  /// The side column ends where the page does.
  @Test func aRemarkAtTheFootOfAPageGoesToTheNext() throws {
    let lines = (0..<48).map { _ in "line\\\n" }.joined() + "last"
    let remark = (0..<30).map { _ in "remark" }.joined(separator: " ")
    let document = try LayoutProbe.layOut("\(lines)\n\n::: aside\n\(remark)\n:::\n\nAfter.")
    for page in document.pages.dropFirst() {
      for run in LayoutProbe.runs(of: page.frame.items) {
        #expect(run.y < StyleSheet.briefing.page.size.height - 71)
      }
    }
    #expect(LayoutProbe.words(of: document.pages[2]).contains("remark"))
  }
}
