import Layout
import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

@Suite struct ThemeTests {
  @Test func themesAreFoundByName() {
    #expect(StyleSheet.named(nil)?.gridStep == StyleSheet.briefing.gridStep)
    #expect(StyleSheet.named("briefing")?.roles.body.text.size == 10)
    #expect(StyleSheet.named("clear-print")?.roles.body.text.size == 12)
    #expect(StyleSheet.named("Briefing") == nil)
  }

  @Test func anUnknownThemeNamesTheNearest() {
    let diagnostic = LayoutDiagnostics.noTheme("clear-prnt", files: ["ours"], at: nil)
    #expect(diagnostic.id == LayoutDiagnostics.unknownTheme)
    #expect(diagnostic.hints == ["did you mean `clear-print`?"])
  }

  @Test(arguments: StyleSheet.Theme.allCases)
  func proseStandsOnTheGrid(theme: StyleSheet.Theme) throws {
    let style = try #require(StyleSheet.named(theme.rawValue))
    #expect(style.roles.body.leading == style.gridStep)
    for role in [style.roles.calloutText, style.roles.heading2, style.roles.heading3] {
      #expect(role.leading.remainder(dividingBy: style.gridStep) == 0)
    }
  }

  @Test(arguments: StyleSheet.Theme.allCases)
  func everyRoleHasMoreRoomForHan(theme: StyleSheet.Theme) throws {
    let style = try #require(StyleSheet.named(theme.rawValue))
    let chinese = style.set(in: "zh-Hans")
    #expect(chinese.gridStep > style.gridStep)
    let pairs = zip(
      Mirror(reflecting: style.roles).children, Mirror(reflecting: chinese.roles).children)
    for (one, other) in pairs {
      let (letters, han) = (one.value as? StyleSheet.Role, other.value as? StyleSheet.Role)
      #expect(try #require(han).leading > #require(letters).leading, "\(one.label ?? "")")
      #expect(try #require(han).text.font.weight >= 400, "\(one.label ?? "")")
    }
  }

  @Test func clearPrintIsRaggedWithoutHyphens() throws {
    let words: Set = ["comparatively", "internationally", "administration"]
    let text = String(repeating: "comparatively internationally administration ", count: 40)
    /// The last word, or part of a word, of each line.
    func lastWords(_ style: StyleSheet) throws -> [Substring] {
      let pages = try LayoutProbe.layOut(text, style: style).pages
      let runs = LayoutProbe.runs(of: pages[1].frame.items)
      let lines = Set(runs.map(\.y)).sorted()
      #expect(
        zip(lines, lines.dropFirst()).allSatisfy { abs($1 - $0 - style.gridStep) < 1e-6 })
      return lines.compactMap { y in
        runs.filter { $0.y == y }.map(\.text).joined().split(separator: " ").last
      }
    }
    #expect(try lastWords(.clearPrint).allSatisfy { words.contains(String($0)) })
    #expect(try !lastWords(.briefing).allSatisfy { words.contains(String($0)) })
  }

  @Test func clearPrintSetsEveryRoleLarger() throws {
    let document = try LayoutProbe.layOut(
      """
      # Section

      Text with a note.[^n]

      | Name | Value |
      |------|------:|
      | One  |   1.5 |

      : Table {#tbl-a}

      See @tbl-a.

      [^n]: The note's text.
      """, style: .clearPrint)
    try expectGolden(document.sceneDump, folder: "layout", name: "clear-print.scene")
    let (small, large) = (StyleSheet.briefing.roles, StyleSheet.clearPrint.roles)
    for (one, other) in [
      (small.body, large.body), (small.lead, large.lead), (small.tableCell, large.tableCell),
      (small.tableHead, large.tableHead), (small.sourceLine, large.sourceLine),
      (small.footnote, large.footnote), (small.runningHead, large.runningHead),
      (small.captionLabel, large.captionLabel), (small.calloutText, large.calloutText),
      (small.tileNote, large.tileNote), (small.coverNote, large.coverNote),
    ] {
      #expect(other.text.size > one.text.size)
      #expect(other.text.size >= 9.5)
    }
  }
}
