import Layout
import Scene
import Syntax
import TestSupport
import Testing

@Suite struct DocumentLayoutTests {
  private func layOut(_ markdown: String) throws -> PagedDocument {
    try LayoutProbe.layOut(markdown)
  }

  private func failure(of markdown: String) -> [DiagnosticID] {
    do {
      _ = try layOut(markdown)
      return []
    } catch let failure as DiagnosticFailure {
      return failure.bag.diagnostics.map(\.id)
    } catch {
      return []
    }
  }

  /// All glyph runs of a frame, joined without spaces: what is on the page, wherever lines end.
  private func text(of items: [FrameItem]) -> String {
    items.map { item in
      switch item {
      case .text(let text): text.lines.joined().map(\.text).joined()
      case .group(let group): self.text(of: group.items)
      case .shape, .image, .destination: ""
      }
    }.joined().filter { !$0.isWhitespace }
  }

  @Test func aPageOfEveryBlock() throws {
    let pages = try layOut(
      """
      # Section {#sec-one}

      ::: {.lead}
      A lead of one line.
      :::

      ## Side head

      Body text with *emphasis*, **strength** and a note.[^n]

      1. First item
      2. Second item

      | Name | Value |
      |------|------:|
      | One  |   1.5 |
      | Two  |  10.0 |

      ::: {.callout-note}
      A remark.
      :::

      > A quotation.

      [^n]: The note's text.
      """)
    try expectGolden(pages.sceneDump, folder: "layout", name: "every-block.scene")
  }

  @Test func figuresCarryNumberFindingAndSource() throws {
    let pages = try layOut(
      """
      See @fig-a.

      ```{chart}
      #| label: fig-a
      #| spec: charts/a.vl.json
      #| fig-cap: It grew
      #| fig-subcap: Unit, place, period
      #| fig-note: A note
      #| fig-alt: A grey box
      ```
      """)
    let words = text(of: pages.pages[1].frame.items)
    #expect(words.contains("SeeFigure1."))
    #expect(words.contains("Figure1Itgrew"))
    #expect(words.contains("Unit,place,period"))
    #expect(words.contains("Note:Anote"))
  }

  @Test(arguments: [(2, 3), (3, 2), (5, 1)])
  func tilesStandInRowsOfCols(cols: Int, rows: Int) throws {
    let tiles = (0..<5).map { "::: tile\nT\($0)\n\nLabel\n:::" }.joined(separator: "\n")
    let page = try layOut(":::: {.tiles cols=\(cols)}\n\(tiles)\n::::").pages[1]
    let figures = LayoutProbe.runs(of: page.frame.items).filter { $0.text.hasPrefix("T") }
    #expect(figures.map(\.text) == ["T0", "T1", "T2", "T3", "T4"])
    #expect(Set(figures.map(\.y)).count == rows)
    #expect(Set(figures.map(\.x)).count == cols)
  }

  /// A line more or less moves what stands below by one step of the grid.
  @Test func aParagraphMayTakeALineMoreOrLess() throws {
    let words = Array(
      repeating: "The industry of the city grew again in this year, as it did.", count: 9
    )
    .joined(separator: " ")
    func place(_ paragraph: String) throws -> Double {
      let pages = try LayoutProbe.layOut(paragraph + "\n\nBelow.").pages
      return try #require(
        LayoutProbe.runs(of: pages[1].frame.items).first { $0.text.hasPrefix("Below.") }
      ).y
    }
    let usual = try place(words)
    #expect(try place("::: {looseness=1}\n\(words)\n:::") == usual + 14)
    #expect(try place("::: {looseness=0}\n\(words)\n:::") == usual)
  }

  @Test func theCoverHasNeitherHeadNorFolio() throws {
    let pages = try layOut("# One\n\nText.")
    #expect(text(of: pages.pages[0].frame.items) == "Test31December2024")
    #expect(text(of: pages.pages[1].frame.items).hasPrefix("TestOne"))
    #expect(pages.pages.map(\.label) == ["Cover", "2"])
  }

  @Test func headingsBecomeBookmarksThatLeadSomewhere() throws {
    let pages = try layOut("# One\n\nText.\n\n## Two\n\nText.\n\n### Three\n\nText.")
    #expect(pages.outline.map(\.title) == ["One", "Two", "Three"])
    #expect(pages.outline.map(\.level) == [1, 2, 3])
    let places = pages.pages.flatMap(\.frame.items).compactMap { item in
      if case .destination(let destination) = item { destination.name } else { nil }
    }
    #expect(pages.outline.allSatisfy { places.contains($0.destination) })
  }

  @Test func linksToLabelsStayInTheDocument() throws {
    let pages = try layOut(
      "# One {#sec-a}\n\nSee [the first](#sec-a), [afar](https://example.org).")
    let dump = pages.sceneDump
    #expect(dump.contains("link(#sec-a)"))
    #expect(dump.contains("link(https://example.org)"))
  }

  @Test func sideHeadsWithoutTextStillAppear() throws {
    let pages = try layOut("# One\n\nText.\n\n## Last")
    #expect(pages.outline.map(\.title) == ["One", "Last"])
    #expect(text(of: pages.pages[1].frame.items).contains("Last"))
  }

  @Test(arguments: [
    ("- item\n\n  # Head", LayoutDiagnostics.misplacedBlock),
    ("> # Head", LayoutDiagnostics.misplacedBlock),
    ("> text\n>\n> | a |\n> |---|\n> | b |\n>\n> : Caption", LayoutDiagnostics.misplacedBlock),
    ("> [!NOTE]\n> ---", LayoutDiagnostics.misplacedBlock),
    ("text[^a]\n\n[^a]: note\n\n    ---", LayoutDiagnostics.misplacedBlock),
    (
      ":::: columns\n::: landscape\ntext\n:::\n::::", LayoutDiagnostics.divisionInColumns
    ),
    (
      "::: columns\n\n| a | b |\n|---|---|\n| incomprehensibilitiesincomprehensibilities | characteristicallycharacteristically |\n\n:::",
      LayoutDiagnostics.tableTooWide
    ),
    ("::: {.contents}\n:::\n\n### Third", LayoutDiagnostics.emptyContents),
    ("text \(String(repeating: "w", count: 1_000_000)) end", LayoutDiagnostics.overlongWord),
    ("::: {.figures}\n:::\n\nText.", LayoutDiagnostics.emptyContents),
    ("::: {.tables}\n:::\n\n| a |\n|---|\n| b |", LayoutDiagnostics.emptyContents),
    ("", LayoutDiagnostics.emptyDocument),
  ])
  func whatCannotBeSetIsTold(markdown: String, id: DiagnosticID) {
    #expect(failure(of: markdown) == [id])
  }

  @Test func aTableWiderThanThePageIsTold() {
    let word = String(repeating: "incomprehensibilities", count: 3)
    #expect(
      failure(of: "| a | b |\n|---|---|\n| \(word) | \(word) |") == [LayoutDiagnostics.tableTooWide]
    )
  }

  @Test(arguments: 18..<26)
  func asFollowsStaysWithWhatFollows(before: Int) throws {
    let filler = String(repeating: "A line.\n\n", count: before)
    let pages = try layOut(filler + "As follows:\n\n- first\n- second").pages
    let page = try #require(
      pages.first {
        text(of: $0.frame.items).contains("Asfollows:")
          || text(of: $0.frame.items).contains("As follows:")
      })
    #expect(text(of: page.frame.items).contains("first"))
  }

  /// Words of random lengths in random blocks: all come out, in order, inside the sheet.
  @Test(arguments: 0..<20)
  func nothingIsLost(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var markdown = "# Start\n\n"
    var expected = ""
    for block in 0..<30 {
      let words = (0..<Int.random(in: 1...80, using: &random)).map { index in
        "w\(block)x\(index)" + String(repeating: "e", count: Int.random(in: 0...9, using: &random))
      }
      expected += words.joined()
      markdown += words.joined(separator: " ") + "\n\n"
    }
    let pages = try layOut(markdown)
    let found = pages.pages.dropFirst().map { page in
      // The running matter is the first item; the block of text the second.
      text(of: Array(page.frame.items.dropFirst()))
    }.joined()
    #expect(found == "Start" + expected, "seed \(seed)")
  }
}
