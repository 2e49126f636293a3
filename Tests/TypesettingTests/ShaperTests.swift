import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

func shaper(
  _ families: String..., generics: [String: String] = [:]
) throws(DiagnosticFailure) -> Shaper {
  Shaper(fonts: try FontBook(families: families, generics: generics))
}

func style(
  _ families: String..., size: Double = 10, features: String = "", language: String = "en",
  tracking: Double = 0
) -> TextStyle {
  TextStyle(
    font: FontDescription(families: families), size: size, features: features,
    language: language, tracking: tracking)
}

@Suite struct ShaperTests {
  /// Measured by the reference implementation of Vega-Lite in the same face.
  @Test(arguments: [("90", 12.724609375), ("2,000,000", 50.8935546875), ("", 0)])
  func widthsAreExact(text: String, width: Double) throws {
    let shaper = try shaper("DejaVu Sans")
    #expect(try shaper.width(of: text, style: style("DejaVu Sans")) == width)
    #expect(try shaper.width(of: text, style: style("DejaVu Sans", size: 20)) == width * 2)
  }

  /// After some length words are looked up, where the face allows it. The lines are the same.
  @Test(arguments: ["Noto Serif", "Lato"])
  func longTextsAreShapedAsShortOnes(family: String) throws {
    let shaper = try shaper(family)
    let words = [
      "office", "AVATAR", "To", "fjord", "“Tea”,", "naïve", "1,000\u{A0}km", "e\u{301}tude", "W.",
      "–",
    ]
    var random = SeededGenerator(seed: 5)
    for _ in 0..<120 {
      let text = (0..<80).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: Int.random(in: 0..<4, using: &random) == 0 ? "  " : " ")
      let paragraph = Paragraph(
        spans: [TextSpan(text, style: style(family))], alignment: .justified)
      let lines = try shaper.lines(of: paragraph, measure: 200)
      #expect(try Shaper(fonts: shaper.fonts).lines(of: paragraph, measure: 200) == lines)
    }
  }

  @Test(arguments: ["Lato", "Noto Serif"])
  func ligaturesKeepTheirLetters(family: String) throws {
    let runs = try shaper(family).shape("office", style: style(family))
    let run = try #require(runs.first)
    #expect(runs.count == 1)
    #expect(run.text == "office")
    expectSound(run)
    #expect(run.clusters.contains { $0.byteCount > 1 && $0.glyphCount == 1 })
  }

  @Test(arguments: [
    ("a\u{4E2D}b", "`Lato` cannot draw U+4E2D `\u{4E2D}`"),
    ("a\u{7}", "`Lato` cannot draw U+0007"),
    ("\u{10FFFD}", "`Lato` cannot draw U+10FFFD `\u{10FFFD}`"),
  ])
  func aMissingGlyphNamesCharacterAndFont(text: String, message: String) throws {
    let shaper = try shaper("Lato")
    let failure = #expect(throws: DiagnosticFailure.self) {
      try shaper.shape(text, style: style("Lato"))
    }
    #expect(failure?.bag.diagnostics.map(\.message) == [message])
    #expect(failure?.bag.diagnostics.map(\.id) == [TypesettingDiagnostics.missingGlyph])
  }

  @Test func eachMissingCharacterIsToldOnce() throws {
    let shaper = try shaper("Lato")
    let failure = #expect(throws: DiagnosticFailure.self) {
      try shaper.width(of: "中文中文", style: style("Lato"))
    }
    #expect(failure?.bag.diagnostics.count == 2)
  }

  @Test func fallbackKeepsToTheFamiliesOfTheStyle() throws {
    let shaper = try shaper("Lato", "DejaVu Sans")
    let runs = try shaper.shape("a\u{2192}b", style: style("Lato", "DejaVu Sans"))
    let arrow = try #require(
      try shaper.shape("\u{2602}", style: style("Lato", "DejaVu Sans")).first)
    #expect(arrow.face.family == "DejaVu Sans")
    #expect(runs.map(\.text).joined() == "a\u{2192}b")
    #expect(runs.first?.face.family == "Lato")
    #expect(throws: DiagnosticFailure.self) {
      try shaper.shape("\u{2602}", style: style("Lato"))
    }
  }

  @Test(arguments: ["e\u{301}", "\u{E9}", "x\u{302}"])
  func marksStayWithTheirLetters(text: String) throws {
    let shaper = try shaper("Noto Sans", "DejaVu Sans")
    let runs = try shaper.shape(text, style: style("Noto Sans", "DejaVu Sans"))
    #expect(runs.count == 1)
    #expect(runs.first?.clusters.count == 1)
    for run in runs { expectSound(run) }
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\tb", "a\u{2028}b"])
  func lineEndsAndTabsAreShapedAsSpaces(text: String) throws {
    let shaper = try shaper("Lato")
    let runs = try shaper.shape(text, style: style("Lato"))
    #expect(runs.map(\.text) == ["a b"])
    #expect(runs == (try shaper.shape("a b", style: style("Lato"))))
  }

  @Test func hebrewRunsFromRightToLeftInsideEnglish() throws {
    let shaper = try shaper("DejaVu Sans")
    let runs = try shaper.shape("ab \u{5D0}\u{5D1} cd", style: style("DejaVu Sans"))
    #expect(runs.map(\.isRightToLeft) == [false, true, false, false])
    #expect(runs.map(\.text) == ["ab ", "\u{5D0}\u{5D1}", " ", "cd"])
    for run in runs { expectSound(run) }
    let alone = try shaper.shape("\u{5D0}", style: style("DejaVu Sans"))
    #expect(runs[1].glyphs.last?.id == alone.first?.glyphs.first?.id)
  }

  @Test func featuresChangeTheGlyphs() throws {
    let shaper = try shaper("Lato")
    let proportional = try shaper.width(of: "1111", style: style("Lato", features: "pnum=1"))
    let tabular = try shaper.width(of: "1111", style: style("Lato", features: "tnum=1,lnum=1"))
    #expect(tabular == (try shaper.width(of: "0000", style: style("Lato", features: "tnum=1"))))
    #expect(proportional != tabular)
  }

  @Test func aMalformedFeatureIsTold() throws {
    let shaper = try shaper("Lato")
    let failure = #expect(throws: DiagnosticFailure.self) {
      try shaper.shape("a", style: style("Lato", features: "tnum=1,tabular figures"))
    }
    #expect(failure?.bag.diagnostics.map(\.id) == [TypesettingDiagnostics.malformedFeature])
    #expect(failure?.bag.diagnostics.first?.message.contains("`tabular figures`") == true)
  }

  @Test func trackingWidensEveryClusterAndUntiesLigatures() throws {
    let shaper = try shaper("Lato")
    let plain = try shaper.width(of: "office", style: style("Lato", features: "liga=0"))
    let spaced = try shaper.width(of: "office", style: style("Lato", tracking: 2))
    #expect(abs(spaced - plain - 12) < 1e-9)
  }

  @Test func metricsScaleWithTheSize() throws {
    let shaper = try shaper("Noto Serif")
    let font = FontDescription(families: ["Noto Serif"])
    let small = try shaper.metrics(of: font, size: 1)
    let large = try shaper.metrics(of: font, size: 10)
    #expect(large.ascent == small.ascent * 10)
    #expect(small.descent > 0 && small.ascent > small.capHeight)
    #expect(small.capHeight > small.xHeight && small.xHeight > 0.4)
  }

  @Test func resultsDoNotDependOnWhatWasShapedBeforeNorOnTheTask() async throws {
    let texts = (0..<200).map { "Figure \($0 % 50): 2\($0 % 7),000 firms → \u{5D0}\($0)" }
    let reference = try shaped(texts)
    let others = try await withThrowingTaskGroup(of: [[GlyphRun]].self) { group in
      for _ in 0..<2 { group.addTask { try shaped(texts.reversed()).reversed() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others == [reference, reference])
  }

  private func shaped(_ texts: [String]) throws -> [[GlyphRun]] {
    let shaper = try shaper("DejaVu Sans")
    return try texts.map { try shaper.shape($0, style: style("DejaVu Sans")) }
  }
}

/// A run whose clusters cover its text and its glyphs exactly.
func expectSound(_ run: GlyphRun, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(
    run.clusters.reduce(0) { $0 + $1.byteCount } == run.text.utf8.count,
    sourceLocation: sourceLocation)
  #expect(
    run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count,
    sourceLocation: sourceLocation)
}
