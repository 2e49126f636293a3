import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

/// What stands at the edges of lines.
@Suite struct MarginTests {
  private func lines(
    _ text: String, _ measure: Double, _ alignment: Paragraph.Alignment = .justified,
    isHyphenated: Bool = false, language: String = "en"
  ) throws -> [TypesetLine] {
    let span = TextSpan(text, style: style("Noto Serif", language: language))
    return try shaper("Noto Serif").lines(
      of: Paragraph(spans: [span], alignment: alignment, isHyphenated: isHyphenated),
      measure: measure)
  }

  private func text(_ lines: [TypesetLine]) -> [String] {
    lines.map { line in line.pieces.map(\.run.text).joined() }
  }

  /// How far the line sticks out to the left and to the right of a measure.
  private func hang(_ line: TypesetLine, _ measure: Double) -> (Double, Double) {
    let end = line.pieces.map { $0.x + $0.run.width }.max() ?? 0
    return (-(line.pieces.first?.x ?? 0), end - measure)
  }

  @Test(arguments: [
    (".", 0.6), (",", 0.6), (";", 0.4), ("”", 0.5), (")", 0.1), ("-", 0.5), ("n", 0), ("9", 0),
  ])
  func signsHangByAShareOfTheirWidth(sign: String, share: Double) throws {
    let text = "first line\(sign) second"
    let width = try shaper("Noto Serif").width(of: sign, style: style("Noto Serif"))
    let measure = try shaper("Noto Serif").width(
      of: "first line\(sign)", style: style("Noto Serif"))
    for alignment in [Paragraph.Alignment.justified, .end] {
      let line = try #require(try lines(text, measure + 4, alignment).first)
      #expect(self.text([line]) == ["first line\(sign) "])
      #expect(abs(hang(line, measure + 4).1 - share * width) < 1e-6)
      #expect(abs(line.width - measure - 4) < 1e-6)
    }
    for alignment in [Paragraph.Alignment.start, .center] {
      let line = try #require(try lines(text, measure + 4, alignment).first)
      #expect(hang(line, measure + 4).1 < 0)
    }
  }

  @Test func quotationMarksHangToTheLeftOfJustifiedTextOnly() throws {
    let width = try shaper("Noto Serif").width(of: "“", style: style("Noto Serif"))
    for (alignment, share) in [(Paragraph.Alignment.justified, 0.5), (.start, 0), (.center, 0)] {
      let line = try #require(try lines("“Yes”", 200, alignment).first)
      let inset = alignment == .center ? 200 - line.width : 0
      #expect(abs(hang(line, 200).0 + inset - share * width) < 1e-6)
    }
  }

  @Test func aHyphenShownAtTheEndHangs() throws {
    let set = try lines("extra\u{AD}ordinary", 45)
    #expect(text(set) == ["extra\u{AD}", "ordinary"])
    let hyphen = try #require(set[0].pieces.last?.run)
    #expect(abs(hang(set[0], set[0].width).1 - hyphen.width / 2) < 1e-6)
  }

  /// What hangs makes room: the paragraph that just fits needs no second line.
  @Test func whatHangsTakesNoRoom() throws {
    let whole = try shaper("Noto Serif").width(of: "“one word.”", style: style("Noto Serif"))
    #expect(try lines("“one word.”", whole - 4).count == 1)
    #expect(try lines("“one word.”", whole - 4, .start).count == 2)
  }

  @Test func smallWordsGoWithTheNext() throws {
    let prose = """
      The plan of the ministry is to raise the share of the firms in the region to a third by the end of \
      the decade, and 12 firms of the 40 in the park reported to the agency on the day of a visit.
      """
    let small = [" a ", " the ", " of ", " to ", " in ", " on ", " by ", " is ", "12 ", "40 "]
    func ends(_ breaking: LineBreaking) throws -> Int {
      var ends = 0
      for measure in stride(from: 140.0, through: 260, by: 4) {
        let paragraph = Paragraph(spans: [TextSpan(prose, style: style("Noto Serif"))])
        let lines = try shaper("Noto Serif").lines(
          of: paragraph, measure: measure, breaking: breaking)
        ends += text(lines).count { line in small.contains { line.hasSuffix($0) } }
      }
      return ends
    }
    let chance = try ends(.greedy)
    let chosen = try ends(.optimal)
    // Where two such words meet, one ends the line.
    #expect(chosen * 4 < chance * 3, "\(chosen), by chance \(chance)")
  }

  @Test func rightToLeftTextDoesNotHang() throws {
    let style = style("DejaVu Sans", language: "he")
    let text = TextSpan("\u{5D0}\u{5D1}\u{5D2}. \u{5D3}\u{5D4}.", style: style)
    let lines = try shaper("DejaVu Sans").lines(
      of: Paragraph(spans: [text], alignment: .justified), measure: 30)
    for line in lines { #expect(hang(line, 30).0 <= 1e-9 && hang(line, 30).1 <= 1e-9) }
  }
}
