import Layout
import Scene
import Syntax
import TestSupport
import Testing

@Suite struct ColumnsTests {
  private let style = StyleSheet.briefing

  private func words(_ count: Int, _ name: String = "w") -> String {
    (0..<count).map { "\(name)\($0)" }.joined(separator: " ")
  }

  /// The baselines of each column of the first page after the cover, by the x of its left edge.
  private func baselines(_ page: Page, count: Int) -> [[Double]] {
    let pitch = style.columnMeasure(of: count) + style.gutter
    var columns = [Set<Double>](repeating: [], count: count)
    for run in LayoutProbe.runs(of: page.frame.items) {
      columns[Int((run.x - style.page.left + 1) / pitch)].insert(run.y)
    }
    return columns.map { $0.sorted() }
  }

  @Test(arguments: [2, 3])
  func columnsBalanceAndLinesAreLevel(count: Int) throws {
    let pages = try LayoutProbe.layOut("::: {.columns cols=\(count)}\n\(words(300))\n:::").pages
    let columns = baselines(pages[1], count: count)
    let lengths = columns.map(\.count)
    // The last column may miss what two lines at an end, kept together, leave of it.
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= count)
    #expect(columns.allSatisfy { Set($0).isSubset(of: Set(columns[0])) })
    let offsets = columns[0].map { ($0 - columns[0][0]) / style.gridStep }
    #expect(offsets.allSatisfy { abs($0 - $0.rounded()) < 1e-6 })
  }

  @Test func aHeadingAListAndANoteInColumns() throws {
    let document = try LayoutProbe.layOut(
      """
      # Section

      ::: {.columns}
      ## A heading in the column

      \(words(40)) with a note.[^n]

      - an item
      - another item

      ### A lesser heading

      \(words(30, "v"))
      :::

      After.

      [^n]: The note's text.
      """)
    #expect(document.outline.map(\.level) == [1, 2, 3])
    try expectGolden(document.sceneDump, folder: "layout", name: "columns.scene")
  }

  @Test func columnsOfManyPagesFillAllButTheLast() throws {
    let pages = try LayoutProbe.layOut("::: {.columns}\n\(words(4000))\n:::").pages
    #expect(pages.count > 3)
    for page in pages.dropFirst().dropLast() {
      let columns = baselines(page, count: 2)
      for column in columns {
        #expect(column.count >= Int(style.page.height / style.gridStep) - 1)
      }
    }
  }

  @Test func aPageBreakEndsAColumn() throws {
    let pages = try LayoutProbe.layOut(
      "::: {.columns}\nLeft.\n\n{{< pagebreak >}}\n\n\(words(100))\n:::"
    ).pages
    #expect(pages.count == 2)
    #expect(baselines(pages[1], count: 2)[0].count == 1)
  }

  @Test func aPictureWiderThanItsColumnIsTold() throws {
    let figure = """
      ::: {.columns}

      ```{chart}
      #| label: fig-a
      #| spec: a.vl.json
      #| fig-cap: It grew
      #| fig-alt: A box
      ```

      See @fig-a.
      :::
      """
    _ = try LayoutProbe.layOut(figure, leastWidth: 200)
    let failure = #expect(throws: DiagnosticFailure.self) {
      try LayoutProbe.layOut(figure, leastWidth: 300)
    }
    #expect(failure?.bag.diagnostics.map(\.id) == [LayoutDiagnostics.figureTooWide])
  }

  /// However many columns, blocks and notes, all words come out in order.
  @Test(arguments: 0..<40)
  func nothingIsLostInColumns(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var markdown = "# Start\n\n"
    var expected = ["Start"]
    var notes = 0
    for block in 0..<12 {
      let isSet = Bool.random(using: &random)
      if isSet { markdown += "::: {.columns cols=\(Int.random(in: 1...3, using: &random))}\n\n" }
      for paragraph in 0..<Int.random(in: 1...6, using: &random) {
        let heading = Int.random(in: 0..<5, using: &random)
        if heading == 0 {
          markdown += "### h\(block)p\(paragraph)\n\n"
          expected.append("h\(block)p\(paragraph)")
        }
        let words = (0..<Int.random(in: 1...150, using: &random)).map {
          "w\(block)p\(paragraph)x\($0)"
        }
        expected += words
        markdown += words.joined(separator: " ")
        if Int.random(in: 0..<6, using: &random) == 0 {
          notes += 1
          markdown += "[^n\(notes)]"
        }
        markdown += "\n\n"
      }
      if isSet { markdown += ":::\n\n" }
    }
    for note in stride(from: 1, through: notes, by: 1) { markdown += "[^n\(note)]: Note.\n\n" }
    let pages = try LayoutProbe.layOut(markdown).pages.dropFirst()
    let found = pages.map { LayoutProbe.words(of: $0, withNotes: false) }.joined()
    var rest = found[...]
    for word in expected {
      guard let place = rest.firstRange(of: word) else {
        Issue.record("`\(word)` is missing or out of order, seed \(seed)")
        break
      }
      // What stands between two words is a note's number or nothing.
      #expect(rest[..<place.lowerBound].allSatisfy { $0.isNumber }, "seed \(seed)")
      rest = rest[place.upperBound...]
    }
    for page in pages {
      for run in LayoutProbe.runs(of: page.frame.items) {
        #expect(run.y <= style.page.size.height - style.page.bottom + 0.02, "seed \(seed)")
      }
    }
  }
}
