import Layout
import Scene
import TestSupport
import Testing

@Suite struct ContentsTests {
  private let report = """
    # Contents {.unlisted}

    ::: {.contents}
    :::

    {{< pagebreak >}}

    # First section

    Text.

    ## Beside the text

    Text.

    ### Too deep to be listed

    Text.

    {{< pagebreak >}}

    # Second section {#sec-second}

    Text.
    """

  @Test func entriesTellThePagesOfTheirHeadings() throws {
    let pages = try LayoutProbe.layOut(report).pages
    #expect(
      LayoutProbe.words(of: pages[1])
        == "ContentsFirstsection3Besidethetext3Secondsection4")
  }

  @Test func entriesLeadToTheirHeadings() throws {
    let document = try LayoutProbe.layOut(report)
    try expectGolden(document.sceneDump, folder: "layout", name: "contents.scene")
    let named = document.pages.map { page in
      page.frame.items.compactMap { item in
        if case .destination(let destination) = item { destination.name } else { nil }
      }
    }
    #expect(named[2].contains("heading-2") && named[2].contains("heading-3"))
    #expect(named[3].contains("sec-second"))
    for name in ["heading-2", "heading-3", "sec-second"] {
      #expect(document.sceneDump.contains("link(#\(name))"))
    }
  }

  @Test func listsOfFiguresAndTablesTellThePages() throws {
    let document = try LayoutProbe.layOut(
      """
      ::: {.figures}
      :::

      ::: {.tables}
      :::

      {{< pagebreak >}}

      ```{chart}
      #| label: fig-a
      #| spec: a.json
      #| fig-cap: It grew as @tbl-b says
      ```

      {{< pagebreak >}}

      | a |
      |---|
      | b |

      : Without a label

      | a |
      |---|
      | b |

      : The *second* {#tbl-b}
      """)
    #expect(
      LayoutProbe.words(of: document.pages[1])
        == "1ItgrewasTable2says31Withoutalabel42Thesecond4")
    for name in ["fig-a", "table-1", "tbl-b"] {
      #expect(document.sceneDump.contains("link(#\(name))"))
    }
  }

  /// Contents of many pages push the headings that they list on; each entry still tells the right page.
  @Test(arguments: [1, 40, 200])
  func longContentsTellTheRightPages(count: Int) throws {
    let sections = (0..<count).map { "# S\($0)\n\nText of this section." }
    let document = try LayoutProbe.layOut(
      "::: {.contents}\n:::\n\n" + sections.joined(separator: "\n\n"))
    var expected = ""
    for (index, entry) in document.outline.enumerated() {
      let page = document.pages.first { page in
        page.frame.items.contains { item in
          if case .destination(let place) = item { place.name == entry.destination } else { false }
        }
      }
      expected += "S\(index)" + (page?.label ?? "none")
    }
    let all = document.pages.map { LayoutProbe.words(of: $0) }.joined()
    #expect(document.outline.count == count)
    #expect(all.contains(expected))
  }
}
