import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

@Suite struct ParagraphTests {
  private let prose = """
    The quarterly briefing aggregates every transaction into a small number of comparable figures, \
    so that a reader who has five minutes can find the two numbers that moved, 1,234.5 and 12.7%, \
    and the one explanation that matters most in 2021–2024 for well-known firms.
    """

  private func paragraph(
    _ text: String, _ alignment: Paragraph.Alignment = .start, family: String = "Noto Serif",
    indent: Double = 0
  ) -> Paragraph {
    Paragraph(
      spans: [TextSpan(text, style: style(family))], alignment: alignment,
      firstLineIndent: indent)
  }

  private func text(_ lines: [TypesetLine]) -> [String] {
    lines.map { line in line.pieces.map(\.run.text).joined() }
  }

  /// Where the ink of a line ends: the width of its runs.
  private func end(_ line: TypesetLine) -> Double {
    line.pieces.map { $0.x + $0.run.width }.max() ?? 0
  }

  @Test(arguments: [Paragraph.Alignment.start, .justified, .center, .end])
  func randomTextKeepsItsTextAndItsMeasure(alignment: Paragraph.Alignment) throws {
    let shaper = try shaper("Noto Serif", "DejaVu Sans")
    var random = SeededGenerator(seed: 42)
    let words =
      prose.split(separator: " ").map(String.init) + [
        "\u{5D0}\u{5D1}\u{5D2}", "Straße", "e\u{301}tude", "office", "a/b", "—", "\u{A0}x",
        "\u{2602}",
      ]
    for _ in 0..<150 {
      var spans: [TextSpan] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let count = Int.random(in: 0...20, using: &random)
        let chosen = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
        let gap = [" ", " ", "  ", "\n"][Int.random(in: 0..<4, using: &random)]
        spans.append(
          TextSpan(
            chosen.joined(separator: " ") + gap,
            style: style(
              "Noto Serif", "DejaVu Sans", size: Double.random(in: 8...12, using: &random))))
      }
      let measure = Double.random(in: 20...250, using: &random)
      let lines = try shaper.lines(
        of: Paragraph(spans: spans, alignment: alignment), measure: measure)
      let whole = spans.map(\.text).joined().replacing("\n", with: " ")
      // Within a line, pieces are in visual order; the letters are the same, and lines follow in order.
      #expect(text(lines).joined().sorted() == whole.sorted())
      for line in lines {
        let clusters = line.pieces.reduce(0) { $0 + $1.run.clusters.count }
        #expect(
          line.width <= measure + 1e-6 || clusters == 1,
          "\(measure) \(line.width) \(line.pieces.map(\.run.text))")
        let hang = max(end(line), 0) - max(line.width, 0)
        switch alignment {
        case .justified, .end: #expect(hang > -1e-6 && hang < 5)
        case .start, .center: #expect(abs(hang) < 1e-6)
        }
        #expect(line.ascent > 0 && line.descent > 0)
        for piece in line.pieces { expectSound(piece.run) }
      }
    }
  }

  @Test func linesConcatenateToTheParagraph() throws {
    let shaper = try shaper("Noto Serif")
    let lines = try shaper.lines(of: paragraph(prose), measure: 180)
    #expect(lines.count > 4)
    #expect(text(lines).joined() == prose)
    #expect(text(lines).dropLast().allSatisfy { $0.hasSuffix(" ") || $0.hasSuffix("-") })
  }

  @Test func justifiedLinesEndAtTheMeasureAndTheLastIsNatural() throws {
    let shaper = try shaper("Noto Serif")
    let lines = try shaper.lines(of: paragraph(prose, .justified), measure: 200)
    for line in lines.dropLast() {
      #expect(abs(line.width - 200) < 1e-9)
      #expect(end(line) >= 200 - 1e-9 && end(line) < 203)
    }
    let last = try #require(lines.last)
    let run = try #require(last.pieces.last?.run)
    #expect(run.width == (try shaper.width(of: run.text, style: style("Noto Serif"))))
  }

  @Test(arguments: ["1,234,567.89", "12.7%", "−4.5", "£120", "2021–2024", "3/4", "10\u{A0}000"])
  func aFigureIsNeverDivided(figure: String) throws {
    let families = ["Noto Serif", "Noto Sans Math"]
    let shaper = Shaper(fonts: try FontBook(families: families))
    let style = TextStyle(font: FontDescription(families: families), size: 10)
    let text = Paragraph(spans: [TextSpan("in all about \(figure) of what there was", style: style)]
    )
    for measure in stride(from: 70.0, through: 160, by: 7) {
      let lines = try shaper.lines(of: text, measure: measure)
      #expect(self.text(lines).contains { $0.contains(figure) }, "at \(measure)")
    }
  }

  @Test func noBreakSpaceAndWordJoinerBind() throws {
    let shaper = try shaper("Noto Serif")
    for bound in ["a\u{A0}b\u{A0}c", "x-\u{2060}y", "non\u{2011}stop"] {
      for measure in stride(from: 50.0, through: 100, by: 5) {
        let lines = try shaper.lines(of: paragraph("some words \(bound) more"), measure: measure)
        #expect(text(lines).contains { $0.contains(bound) })
      }
    }
  }

  @Test func aSoftHyphenShowsOnlyWhereALineEnds() throws {
    let shaper = try shaper("Noto Serif")
    let word = "extra\u{AD}ordinary"
    let wide = try shaper.lines(of: paragraph(word), measure: 200)
    #expect(text(wide) == ["extraordinary"])
    #expect(wide[0].width == (try shaper.width(of: "extraordinary", style: style("Noto Serif"))))
    let narrow = try shaper.lines(of: paragraph(word), measure: 45)
    #expect(text(narrow) == ["extra\u{AD}", "ordinary"])
    let hyphen = try #require(narrow[0].pieces.last?.run)
    #expect(hyphen.width > 1)
    #expect(hyphen.clusters == [GlyphCluster(byteCount: 2, glyphCount: 1)])
    let parts = try shaper.width(of: "extra", style: style("Noto Serif")) + hyphen.width
    #expect(abs(narrow[0].width - parts) < 1e-9)
  }

  @Test func aWordThatFitsNowhereIsDivided() throws {
    let shaper = try shaper("Noto Serif")
    let word = String(repeating: "unbreakable", count: 8)
    let lines = try shaper.lines(of: paragraph("a \(word) b"), measure: 60)
    #expect(text(lines).joined() == "a \(word) b")
    #expect(lines.allSatisfy { $0.width <= 60 })
    #expect(lines.count < 12)
    let single = try shaper.lines(of: paragraph("mm"), measure: 1)
    #expect(text(single) == ["m", "m"])
  }

  @Test func aPhraseThatFitsNowhereIsDividedAtItsNoBreakSpacesFirst() throws {
    let shaper = try shaper("Lato")
    var style = style("Lato", size: 30)
    style.font.weight = 300
    for alignment in [Paragraph.Alignment.start, .justified, .center, .end] {
      func lines(_ text: String, _ measure: Double) throws -> [TypesetLine] {
        try shaper.lines(
          of: Paragraph(spans: [TextSpan(text, style: style)], alignment: alignment),
          measure: measure)
      }
      let phrase = try lines("93.4\u{A0}percent", 110)
      #expect(text(phrase) == ["93.4\u{A0}", "percent"])
      #expect(phrase.allSatisfy { $0.width <= 110 + 1e-9 })
      let word = try lines("a 93.4\u{A0}percent\u{A0}b", 60)
      #expect(text(word).joined() == "a 93.4\u{A0}percent\u{A0}b")
      #expect(word.allSatisfy { $0.width <= 60 + 1e-9 })
    }
  }

  @Test func noLineOfOnePhraseIsWiderThanItsMeasure() throws {
    let shaper = try shaper("Lato")
    var random = SeededGenerator(seed: 110)
    let parts = ["AVATAR", "93.4", "percent", "To", "W.", "extra\u{AD}ordinary", "“Yes,”", "x"]
    for _ in 0..<400 {
      let phrase = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined(separator: Bool.random(using: &random) ? "\u{A0}" : "")
      let alignment = [Paragraph.Alignment.start, .justified][Int.random(in: 0...1, using: &random)]
      let measure = Double.random(in: 12...90, using: &random)
      let style = style("Lato", size: Double.random(in: 8...24, using: &random))
      let lines = try shaper.lines(
        of: Paragraph(spans: [TextSpan(phrase, style: style)], alignment: alignment),
        measure: measure)
      for line in lines {
        let letters = line.pieces.map(\.run.text).joined().filter { !$0.isWhitespace }
        #expect(
          line.width <= measure + 1e-6 || letters.count == 1,
          "\(phrase) at \(measure): \(line.pieces.map(\.run.text)) is \(line.width) wide")
      }
    }
  }

  @Test func lineEndsAreObeyed() throws {
    let shaper = try shaper("Noto Serif")
    let lines = try shaper.lines(
      of: paragraph("one\n\ntwo  \r\n three\n", .justified), measure: 200)
    #expect(text(lines) == ["one ", " ", "two    ", "three "])
    #expect(lines[1].width == 0 && lines[1].ascent > 0)
    #expect(lines.allSatisfy { $0.width < 40 })
    #expect(try shaper.lines(of: paragraph(""), measure: 100).isEmpty)
    #expect(try shaper.lines(of: Paragraph(spans: []), measure: 100).isEmpty)
    #expect(try shaper.lines(of: paragraph("  "), measure: 100).map(\.width) == [0])
  }

  @Test func alignmentPlacesTheLine() throws {
    let shaper = try shaper("Noto Serif")
    let width = try shaper.width(of: "word", style: style("Noto Serif"))
    func x(_ alignment: Paragraph.Alignment) throws -> Double? {
      try shaper.lines(of: paragraph("word", alignment), measure: 100).first?.pieces.first?.x
    }
    #expect(try x(.start) == 0)
    #expect(try x(.justified) == 0)
    #expect(try x(.center) == (100 - width) / 2)
    #expect(try x(.end) == 100 - width)
  }

  @Test func theIndentNarrowsTheFirstLineOnly() throws {
    let shaper = try shaper("Noto Serif")
    let lines = try shaper.lines(of: paragraph(prose, .justified, indent: 20), measure: 200)
    // A T hangs a little.
    #expect(abs((lines[0].pieces.first?.x ?? 0) - 20) < 0.5)
    #expect(abs(lines[0].width - 200) < 1e-9)
    #expect(lines[1].pieces.first?.x == 0)
    let hanging = try shaper.lines(of: paragraph(prose, indent: -15), measure: 200)
    #expect(hanging[0].pieces.first?.x == -15)
  }

  @Test func measuresMayDifferByLine() throws {
    let shaper = try shaper("Noto Serif")
    let lines = try shaper.lines(
      of: paragraph(prose, .justified), measures: LineMeasures(first: [120, 120], rest: 240))
    #expect(lines.count > 3)
    for (number, line) in lines.dropLast().enumerated() {
      #expect(abs(line.width - (number < 2 ? 120 : 240)) < 1e-9)
    }
  }

  @Test func piecesCarryTheLookOfTheirSpan() throws {
    let shaper = try shaper("Noto Serif")
    let link = LinkTarget.uri("https://example.org")
    let spans = [
      TextSpan("see ", style: style("Noto Serif")),
      TextSpan("the source", style: style("Noto Serif"), paint: .solid(.white), link: link),
      TextSpan("1", style: style("Noto Serif", size: 6), rise: 4),
    ]
    let lines = try shaper.lines(of: Paragraph(spans: spans), measure: 200)
    let pieces = try #require(lines.first?.pieces)
    #expect(pieces.map(\.run.text) == ["see ", "the source", "1"])
    #expect(pieces.map(\.link) == [nil, link, nil])
    #expect(pieces.map(\.rise) == [0, 0, 4])
    #expect(pieces.map(\.paint) == [.solid(.black), .solid(.white), .solid(.black)])
    #expect(pieces[1].x == pieces[0].run.width)
    let plain = try shaper.lines(of: paragraph("see"), measure: 200)
    let raised = try shaper.metrics(of: FontDescription(families: ["Noto Serif"]), size: 6)
    #expect(lines[0].ascent == max(plain[0].ascent, raised.ascent + 4))
  }

  @Test func ragsAreEvenerThanFirstFit() throws {
    let shaper = try shaper("Noto Serif")
    func spread(_ breaking: LineBreaking) throws -> Double {
      let lines = try shaper.lines(of: paragraph(prose), measure: 150, breaking: breaking)
      let slack = lines.dropLast().map { 150 - $0.width }
      return slack.reduce(0) { $0 + $1 * $1 * $1 }
    }
    #expect(try spread(.optimal) <= spread(.greedy))
  }

  @Test func theExtentTellsTheWidestWordAndTheWholeLine() throws {
    let shaper = try shaper("Noto Serif")
    let extent = try shaper.extent(of: paragraph("a considerable part\nof it"))
    let widest = try shaper.width(of: "considerable", style: style("Noto Serif"))
    #expect(abs(extent.minimum - widest) < 1e-9)
    let natural = try shaper.width(of: "a considerable part", style: style("Noto Serif"))
    #expect(abs(extent.natural - natural) < 1e-9)
    let lines = try shaper.lines(
      of: paragraph("a considerable part"), measure: extent.natural)
    #expect(lines.count == 1)
  }

  @Test func twoShapersSetTheSameLines() throws {
    var text = paragraph(prose, .justified)
    text.isHyphenated = true
    let first = try shaper("Noto Serif").lines(of: text, measure: 130)
    #expect(first.contains { $0.pieces.last?.run.text == "\u{AD}" })
    let other = try shaper("Lato", "Noto Serif")
    _ = try other.shape("something else", style: style("Lato"))
    _ = try other.lines(of: text, measure: 170)
    #expect(first == (try other.lines(of: text, measure: 130)))
  }
}
