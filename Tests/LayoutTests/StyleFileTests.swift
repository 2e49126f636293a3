import Documents
import Foundation
import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

@testable import Layout

@Suite struct StyleFileTests {
  private func read(_ text: String) -> (style: StyleSheet?, bag: DiagnosticBag) {
    var bag = DiagnosticBag()
    let style = StyleFile.read(SourceFile(path: "ours.yaml", text: text), into: &bag)
    return (style, bag)
  }

  private static func page() throws -> String {
    try String(contentsOf: repositoryRoot.appending(path: "docs/themes.md"), encoding: .utf8)
  }

  @Test func everyExampleOfTheReferenceCompiles() throws {
    let examples = try Self.page().components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    #expect(examples.count == 2)
    for example in examples {
      let (style, bag) = read(example)
      #expect(bag.sorted.map { $0.rendered(as: .text) } == [])
      let pages = try LayoutProbe.layOut("# Head\n\nText.", style: try #require(style)).pages
      #expect(LayoutProbe.words(of: pages[1]).contains("Text."))
    }
  }

  @Test func everyNameIsInTheReference() throws {
    let page = try Self.page()
    for name in StyleSheet.Roles.names { #expect(page.contains("`\(name.name)`"), "\(name.name)") }
    for name in StyleSheet.Palette.names { #expect(page.contains("`\(name.name)`")) }
    for name in StyleSheet.Spacing.names {
      #expect(page.contains("`\(name.name)`"), "\(name.name)")
    }
    for size in StyleSheet.PaperSize.allCases { #expect(page.contains("`\(size.rawValue)`")) }
  }

  @Test func everyRoleHasAName() {
    let roles = Mirror(reflecting: StyleSheet.briefing.roles).children.count
    #expect(StyleSheet.Roles.names.count == roles)
    #expect(Set(StyleSheet.Roles.names.map(\.path)).count == roles)
  }

  @Test func whatIsNamedChangesAndNothingElse() throws {
    let (style, bag) = read(
      """
      colours: { accent: "#036" }
      faces: { display: Noto Sans }
      page: { size: A5, margins: { left: 10mm, right: 1cm }, side-column: 0.5in, gutter: 4 }
      text:
        body: { size: 9pt, alignment: start }
        folio: { colour: muted, weight: 400, tracking: 0.5pt, italic: true }
      """)
    #expect(bag.isEmpty)
    let ours = try #require(style)
    let house = StyleSheet.briefing
    #expect(ours.palette.accent == Color(rgb: 0x003366))
    #expect(ours.roles.heading1.color == ours.palette.accent)
    #expect(ours.roles.heading1.text.font.families.first == "Noto Sans")
    #expect(ours.roles.body.text.font == house.roles.body.text.font)
    #expect(ours.page.size == StyleSheet.PaperSize.a5.size)
    #expect(abs(ours.page.left - 28.346) < 0.001)
    #expect(abs(ours.page.right - ours.page.left) < 1e-9)
    #expect(ours.page.top == house.page.top)
    #expect(ours.sideColumn == 36)
    #expect(ours.gutter == 4)
    #expect(ours.roles.body.text.size == 9)
    #expect(ours.roles.body.leading == house.gridStep)
    #expect(ours.roles.folio.color == house.palette.muted)
    #expect(ours.roles.folio.text.font.isItalic)
  }

  @Test func textMovesWithTheGrid() throws {
    let ours = try #require(read("grid: 15pt").style)
    #expect(ours.gridStep == 15)
    #expect(ours.roles.body.leading == 15)
    #expect(ours.roles.body.baseline == 10.5 * 15 / 14)
    #expect(ours.roles.tableCell.leading == StyleSheet.briefing.roles.tableCell.leading)
  }

  @Test func whiteGrowsWithTheGridUnlessTheFileSaysIt() throws {
    let house = StyleSheet.briefing
    let larger = try #require(read("grid: 20pt").style)
    let ours = try #require(read("grid: 20pt\nspacing: { figures: 50pt }").style)
    for (name, path) in StyleSheet.Spacing.names {
      #expect(larger.white(path) == house.white(path) / 14 * 20)
      #expect(ours.white(path) == (name == "figures" ? 50 : larger.white(path)), "\(name)")
    }
    let spaced = try #require(StyleSheet.Spacing.names.first { $0.name == "text" })
    #expect(read("spacing: { text: 9pt }").style?.white(spaced.path) == 9)
  }

  /// What stands under each kind of block moves down by what the file adds.
  @Test(arguments: [
    ("text", "One.\n\nTwo.", 14.0), ("headings", "One.\n\n### Head\n\nTwo.", 28),
    ("blocks", "::: callout-note\nOne.\n:::\n\nTwo.", 28),
    ("sections", "One.\n\n# Head\n\nTwo.", 28),
    ("figures", "One.\n\n| a |\n|---|\n| b |\n\n: Two. {#tbl-a}", 28),
  ])
  func whiteIsAsTheFileSays(key: String, text: String, more: Double) throws {
    func place(_ file: String) throws -> Double {
      let pages = try LayoutProbe.layOut(text, style: try #require(read(file).style)).pages
      let runs = LayoutProbe.runs(of: pages[1].frame.items)
      return try #require(runs.first { $0.text.hasPrefix("Two.") }).y
    }
    let path = try #require(StyleSheet.Spacing.names.first { $0.name == key }).path
    let wider = StyleSheet.briefing.white(path) + more
    let moved = try place("spacing: { \(key): \(wider)pt }") - place("extends: briefing")
    #expect(abs(moved - more) < 1e-6, "\(moved)")
  }

  @Test func rowsOfTablesStandAsFarApartAsTheFileSays() throws {
    let table = "| a | b |\n|---|---|\n| c | d |\n| e | f |"
    func distance(_ text: String) throws -> Double {
      let pages = try LayoutProbe.layOut(table, style: try #require(read(text).style)).pages
      let runs = LayoutProbe.runs(of: pages[1].frame.items)
      let (first, second) = (runs.first { $0.text == "c" }, runs.first { $0.text == "e" })
      return try #require(second).y - #require(first).y
    }
    #expect(
      abs(try distance("extends: briefing") - distance("tables: { padding: 1pt }") - 4) < 1e-6)
  }

  @Test(
    arguments: [
      ("colour: {}", SyntaxDiagnostics.unknownKey, "did you mean `colours`?"),
      ("text: { bdy: {} }", SyntaxDiagnostics.unknownKey, "did you mean `body`?"),
      ("extends: breifing", SyntaxDiagnostics.unknownValue, "did you mean `briefing`?"),
      ("colours: { accent: teal }", LayoutDiagnostics.styleColor, nil),
      (
        "text: { body: { colour: acent } }", LayoutDiagnostics.styleColor, "did you mean `accent`?"
      ),
      (
        "faces: { prose: Noto Serrif }", LayoutDiagnostics.styleFace, "did you mean `Noto Serif`?"
      ),
      ("grid: 14 points", LayoutDiagnostics.styleLength, nil),
      ("spacing: { figure: 20pt }", SyntaxDiagnostics.unknownKey, "did you mean `figures`?"),
      ("spacing: { text: 2 lines }", LayoutDiagnostics.styleLength, nil),
      ("grid: 900pt", LayoutDiagnostics.styleLength, nil),
      ("text: { body: { weight: 1000 } }", LayoutDiagnostics.styleLength, nil),
      ("page: { margins: { left: 10cm, right: 5cm } }", LayoutDiagnostics.smallPageArea, nil),
      ("page: { margins: { top: 5mm } }", LayoutDiagnostics.smallPageArea, nil),
      ("colours: { muted: \"#999999\" }", LayoutDiagnostics.lowContrast, nil),
    ] as [(String, DiagnosticID, String?)])
  func mistakesAreToldAtTheirPlace(text: String, id: DiagnosticID, hint: String?) throws {
    let bag = read(text).bag
    let diagnostic = try #require(bag.diagnostics.first { $0.id == id })
    #expect(diagnostic.span?.file.path == "ours.yaml")
    #expect(hint == nil || diagnostic.hints.first == hint)
    #expect((diagnostic.severity == .warning) == (id == LayoutDiagnostics.lowContrast))
  }

  @Test func allMistakesAreToldAtOnce() {
    let bag = read(
      "grid: x\ncolours: { ink: x, tnt: x }\nfaces: { prose: x }\ntext: { body: { size: x } }"
    ).bag
    #expect(bag.diagnostics.count == 5)
  }

  @Test func ourStylesCanBeRead() {
    for theme in StyleSheet.Theme.allCases {
      #expect(Contrast.problems(of: theme.style).map(\.role) == [], "\(theme)")
    }
  }

  @Test func contrastIsThatOfWCAG() {
    #expect(Contrast.ratio(.black, .white) == 21)
    #expect(abs(Contrast.ratio(Color(rgb: 0x777777), .white) - 4.478) < 0.001)
  }
}
