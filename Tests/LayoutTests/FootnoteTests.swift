import Layout
import Scene
import TestSupport
import Testing

@Suite struct FootnoteTests {
  private func words(_ page: Page) -> String { LayoutProbe.words(of: page) }

  @Test func notesAreCalledFromEverywhere() throws {
    let document = try LayoutProbe.layOut(
      """
      # Head[^a]

      :::: tiles
      ::: tile
      5[^b]

      Label[^c]
      :::
      ::::

      ## Side[^d]

      ::: aside
      Remark[^e]
      :::

      - Item[^f]

        > Quote[^g]

      | H[^i] |
      |---|
      | C[^j] |

      : Cap[^h]

      ::: {.callout-note title="T[^k]"}
      Inside[^l]
      :::

      ```{chart}
      #| label: fig-a
      #| spec: a.json
      #| fig-cap: It grew[^m]
      #| fig-note: So[^n]
      ```

      \("abcdefghijklmn".map { "[^\($0)]: Note \($0)." }.joined(separator: "\n\n"))
      """)
    let all = document.pages.dropFirst().map(words).joined()
    for (index, letter) in "abcdefghijklmn".enumerated() {
      #expect(all.contains("\(index + 1)Note\(letter)."), "note \(letter)")
    }
  }

  @Test func aNoteThatIsCalledTwiceIsPrintedOnce() throws {
    let page = try LayoutProbe.layOut("One[^n] and two[^n].\n\n[^n]: The note.").pages[1]
    #expect(words(page) == "One1andtwo1.1Thenote.")
  }

  @Test func notesHoldMoreThanParagraphs() throws {
    let page = try LayoutProbe.layOut(
      "Text[^n].\n\n[^n]: The note.\n\n    - one\n    - two\n\n    > said"
    ).pages[1]
    #expect(words(page) == "Text1.1Thenote.–one–twosaid")
  }

  /// A note of several pages goes on at each foot until nothing is left of it.
  @Test(arguments: [120, 900, 4_000])
  func aLongNoteGoesOnOverPages(count: Int) throws {
    let note = (0..<count).map { "n\($0)" }.joined(separator: " ")
    let text = (0..<40).map { "Paragraph \($0) of the text." }.joined(separator: "\n\n")
    let document = try LayoutProbe.layOut("Call[^n].\n\n\(text)\n\n[^n]: \(note)")
    let foot = document.pages.dropFirst().map { page in
      LayoutProbe.words(of: page).dropFirst(
        LayoutProbe.words(of: page, withNotes: false).count)
    }
    let expected = "1" + (0..<count).map { "n\($0)" }.joined()
    #expect(foot.joined() == expected)
    let body = document.pages.dropFirst().map { LayoutProbe.words(of: $0, withNotes: false) }
    #expect(
      body.joined()
        == "Call1." + (0..<40).map { "Paragraph\($0)ofthetext." }.joined())
    #expect(words(document.pages[1]).contains("n0"), "it begins where it is called")
  }

  @Test func notesInColumnsStandUnderThem() throws {
    let page = try LayoutProbe.layOut(
      "::: columns\nOne[^a]\n\nTwo[^b]\n:::\n\n[^a]: First.\n\n[^b]: Second."
    ).pages[1]
    #expect(words(page).hasSuffix("1First.2Second."))
  }
}
