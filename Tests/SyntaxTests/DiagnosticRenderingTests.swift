import Syntax
import Testing

@Suite struct DiagnosticRenderingTests {
  private let id = DiagnosticID("sample-id")

  @Test func peopleSeeTheLineWithThePlaceUnderlined() {
    let file = SourceFile(path: "data/a.csv", text: "id,value\nx,12;4\n")
    let diagnostic = Diagnostic(
      id, at: file.span(11..<15), "value `12;4` is not a number", expected: "a decimal number",
      hints: ["write 12.4"], notes: [.init("the unit comes from here", at: file.span(3..<8))])
    #expect(
      diagnostic.rendered(as: .text) == """
        data/a.csv:2:3: error: value `12;4` is not a number [sample-id]
             2 | x,12;4
               |   ^^^^
          expected: a decimal number
          hint: write 12.4
          note: the unit comes from here (data/a.csv:1:4)
        """)
  }

  @Test func toolsSeeOneObjectOnALine() {
    let file = SourceFile(path: "a.csv", text: "x,\"\n")
    let diagnostic = Diagnostic(
      id, severity: .warning, at: file.span(2..<3), "a `\"`", hints: ["close it"])
    #expect(
      diagnostic.rendered(as: .json)
        == #"{"schema": "almanac-diagnostic/1", "id": "sample-id", "severity": "warning", "#
        + #""message": "a `\"`", "file": "a.csv", "line": 1, "column": 3, "endLine": 1, "#
        + #""endColumn": 4, "hints": ["close it"]}"#)
  }

  @Test func wideCharactersTakeTwoCells() {
    let file = SourceFile(path: "a", text: "上海,x\n")
    let lines = Diagnostic(id, at: file.span(7..<8), "m").rendered(as: .text).split(separator: "\n")
    #expect(lines[2] == "       |      ^")
  }

  @Test func controlCharactersCannotActOnTheTerminal() {
    let file = SourceFile(path: "a", text: "\u{1B}[31mred")
    #expect(!Diagnostic(id, at: file.span(0..<1), "m").rendered(as: .text).contains("\u{1B}"))
  }

  @Test(arguments: [0, 1, 2_000_000, 3_999_999])
  func longLinesAreCutToAWindowAboutThePlace(offset: Int) throws {
    let file = SourceFile(path: "a", text: String(repeating: "海x", count: 1_000_000))
    let text = Diagnostic(id, at: file.span(offset..<4_000_000), "m").rendered(as: .text)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count < 320 })
    #expect(lines[2].contains("^"))
  }

  @Test func diagnosticsAreShownByFilePlaceAndName() {
    let (a, b) = (SourceFile(path: "a", text: "xx"), SourceFile(path: "b", text: "xx"))
    let bag = DiagnosticBag([
      Diagnostic(id, "none"), Diagnostic(id, at: b.span(0..<1), "b0"),
      Diagnostic(id, at: a.span(1..<2), "a1"), Diagnostic(id, at: a.span(0..<1), "a0"),
    ])
    #expect(bag.sorted.map(\.message) == ["none", "a0", "a1", "b0"])
  }

  @Test(
    arguments: [
      (100, nil), (101, "1 more problem of the kind `test`"),
      (250, "150 more problems of the kind `test`"),
    ] as [(Int, String?)])
  func aHundredOfAKindAreShownAndThenTheirNumber(count: Int, rest: String?) {
    let file = SourceFile(path: "a", text: String(repeating: "x", count: 300))
    let kind = DiagnosticID("test")
    var bag = DiagnosticBag([Diagnostic(DiagnosticID("other"), at: file.span(299..<300), "last")])
    for offset in 0..<count {
      bag.add(Diagnostic(kind, severity: .warning, at: file.span(offset..<offset + 1), "\(offset)"))
    }
    let shown = bag.shown()
    #expect(shown.count { $0.id == kind } == 100)
    #expect(shown.last?.message == "last")
    let summary = shown.first { $0.id == SyntaxDiagnostics.moreProblemsID }
    #expect(summary?.message == rest)
    // Warnings stop nothing, however many.
    #expect(!shown.dropLast().contains { $0.severity == .error })
    #expect(bag.shown(from: .error).map(\.message) == ["last"])
  }

  @Test func theNumberOfTheOthersIsAsGraveAsTheWorstOfThem() {
    let file = SourceFile(path: "a", text: String(repeating: "x", count: 300))
    var tally = DiagnosticTally()
    for offset in 0..<60 {
      let severity: Severity = offset == 55 ? .error : .warning
      tally.add(Diagnostic(id, severity: severity, at: file.span(offset..<offset), "m"))
    }
    var bag = DiagnosticBag()
    tally.finish(into: &bag) { Diagnostic(id, "\($0) more") }
    #expect(bag.diagnostics.count == 51)
    #expect(bag.diagnostics.last?.message == "10 more")
    #expect(bag.diagnostics.last?.severity == .error)
  }

  @Test(
    arguments: [
      ("colour", "color"), ("encodign", "encoding"), ("x", nil), ("ENCODING", "encoding"),
    ] as [(String, String?)])
  func theNearestNameIsOffered(name: String, nearest: String?) {
    #expect(nearestName(to: name, among: ["color", "encoding", "mark"]) == nearest)
  }

  @Test func aLetterIsNearToNothingButItself() {
    #expect(nearestName(to: "t", among: ["PT", "MU", "x"]) == nil)
    #expect(nearestName(to: "T", among: ["PT", "t"]) == "t")
  }
}
