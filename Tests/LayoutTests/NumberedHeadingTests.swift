import Layout
import Scene
import Testing

@Suite struct NumberedHeadingTests {
  private let report = """
    # Contents {.unlisted .unnumbered}

    ::: {.contents}
    :::

    {{< pagebreak >}}

    # One {#sec-one}

    See @sec-deep. In @sec-deep and @sec-plain.

    ## Beside

    Text.

    ## Next

    ### Deep {#sec-deep}

    Text.

    # Plain {#sec-plain .unnumbered}

    ## Under plain

    Text.

    # Two

    Text.
    """

  @Test func numbersStandInTextContentsAndBookmarks() throws {
    let document = try LayoutProbe.layOut(report, keys: "number-sections: true\n")
    #expect(
      document.outline.map(\.title) == [
        "Contents", "1 One", "1.1 Beside", "1.2 Next", "1.2.1 Deep", "Plain", "Under plain",
        "2 Two",
      ])
    let contents = LayoutProbe.words(of: document.pages[1])
    #expect(contents == "Contents1One31.1Beside31.2Next3Plain3Underplain32Two3")
    let text = LayoutProbe.words(of: document.pages[2])
    #expect(text.contains("Seesection1.2.1.Insection1.2.1and“Plain”."))
    #expect(text.contains("1.2Next") && text.contains("1.2.1Deep"))
    #expect(document.sceneDump.contains("1 One"), "the running head")
  }

  @Test func withoutTheKeyNothingIsNumbered() throws {
    let document = try LayoutProbe.layOut(report)
    #expect(document.outline.map(\.title).contains("Beside"))
    #expect(LayoutProbe.words(of: document.pages[2]).contains("See“Deep”."))
  }

  /// A heading of the third level right after one of the second keeps its bookmark.
  @Test func headingsWithoutTextBetweenThemAreAllKept() throws {
    let document = try LayoutProbe.layOut("# A\n\n## B\n\n### C\n\nText.")
    #expect(document.outline.map(\.title) == ["A", "B", "C"])
  }

  @Test func aReferenceThatBeginsASentenceBeginsWithACapital() throws {
    let page = try LayoutProbe.layOut(
      "# One {#sec-one}\n\n@sec-one begins. [@sec-one, page] too, as does\n@sec-one.",
      keys: "number-sections: true\n"
    ).pages[1]
    #expect(
      LayoutProbe.words(of: page) == "1OneSection1begins.Page2too,asdoessection1.")
  }
}
