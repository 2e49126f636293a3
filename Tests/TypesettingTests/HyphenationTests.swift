import CHyphen
import Foundation
import Scene
import Syntax
import TestSupport
import Testing

@testable import Typesetting

@Suite struct HyphenationTests {
  /// `word` as `hy-phen-ation`, divided as in `language`.
  private func divided(
    _ word: String, _ language: String = "en", by hyphenator: Hyphenator
  ) throws -> String {
    let text = AnalyzedText(bytes: Array(word.utf8), language: language)
    let points = try hyphenator.points(
      in: text, languages: [language], ends: [text.bytes.count], softHyphens: [])
    var result = String.UnicodeScalarView()
    for (index, scalar) in word.unicodeScalars.enumerated() {
      if points.contains(.init(scalar: index)) { result.append("-") }
      result.append(scalar)
    }
    return String(result)
  }

  @Test(arguments: [
    ("en", "hyphenation", "hy-phen-ation"), ("en", "representative,", "rep-re-sen-ta-tive,"),
    ("en-GB", "typography", "ty-po-graphy"), ("en-US", "typography", "ty-pog-ra-phy"),
    ("en-Latn-AU", "hyphenation", "hy-phen-ation"), ("EN-au", "hyphenation", "hy-phen-a-tion"),
    ("en", "government’s", "gov-ern-ment’s"), ("en", "(manufacturing)", "(man-u-fac-tur-ing)"),
    (
      "en", "a manufacturing—innovation 中innovation",
      "a man-u-fac-tur-ing—in-no-va-tion 中in-no-va-tion"
    ),
    ("fr", "l’administration", "l’ad-mi-nis-tra-tion"), ("fr", "étranger", "étran-ger"),
  ])
  func wordsAreDividedByTheirLanguage(language: String, word: String, expected: String) throws {
    let hyphenator = Hyphenator(catalogue: .debian)
    #expect(try divided(word, language, by: hyphenator) == expected)
  }

  @Test(arguments: [
    "UNESCO-INTERNATIONAL", "INTERNATIONAL", "McManufacturing", "manufacturing2024",
    "https://example.org/manufacturing", "manufacturing.example.org", "someone@manufacturing",
    "761.6 billion", "20\u{A0}companies", "Figure\u{A0}8", "self-determination",
    "manufacturing/innovation", "into", "percent", "printed", "Vision", "Representative",
    "Manufacturing",
    "e\u{301}videmment",
  ])
  func whatIsNoPlainWordIsNotDivided(word: String) throws {
    #expect(try divided(word, by: Hyphenator(catalogue: .debian)) == word)
  }

  /// German writes nouns with capitals, so that the sign of a name is the language's, not ours.
  @Test func whatACapitalMeansIsTheLanguages() throws {
    var entry = HyphenationCatalogue.debian.entries[0]
    func points() throws -> [Hyphenator.HyphenPoint] {
      let text = AnalyzedText(bytes: Array("Manufacturing".utf8), language: "en")
      return try Hyphenator(catalogue: HyphenationCatalogue(entries: [entry])).points(
        in: text, languages: ["en"], ends: [text.bytes.count], softHyphens: [])
    }
    let names = try points()
    #expect(names.map(\.scalar) == [3, 4, 7, 10] && names.allSatisfy(\.isOfName))
    entry.capitalsAreNames = false
    #expect(try points() == names.map { .init(scalar: $0.scalar) })
  }

  @Test(arguments: ["zh-Hans", "de", "la", "", "x-private"])
  func aLanguageWithoutPatternsIsNotHyphenated(language: String) throws {
    let hyphenator = Hyphenator(catalogue: .debian)
    #expect(try divided("manufacturing", language, by: hyphenator) == "manufacturing")
  }

  /// libhyphen reads the same files; words of no language try all patterns.
  @Test(arguments: [0, 1, 2])
  func thePatternsAreReadAsLibhyphenReadsThem(entry: Int) throws {
    let source = HyphenationCatalogue.debian.entries[entry]
    let dictionary = try #require(hnj_hyphen_load(source.file))
    defer { hnj_hyphen_free(dictionary) }
    let hyphenator = Hyphenator(catalogue: .debian)
    var random = SeededGenerator(seed: UInt64(entry) + 1983)
    let syllables = [
      "in", "ter", "na", "tion", "al", "pro", "gress", "ment", "é", "ch", "ea", "st",
    ]
    var divided = 0
    for _ in 0..<4000 {
      var word = ""
      for _ in 0..<Int.random(in: 3...9, using: &random) {
        let letter = Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &random))
        word +=
          Bool.random(using: &random)
          ? String(letter) : syllables[Int.random(in: 0..<syllables.count, using: &random)]
      }
      let text = AnalyzedText(bytes: Array(word.utf8), language: "en")
      let points = try hyphenator.points(
        in: text, languages: [source.languages[0]], ends: [text.bytes.count], softHyphens: [])
      #expect(points.map(\.scalar) == reference(word, dictionary), "\(word)")
      divided += points.isEmpty ? 0 : 1
    }
    #expect(divided > 1000)
  }

  /// The points of libhyphen that leave three letters behind them, in words of eight letters and more.
  private func reference(
    _ word: String, _ dictionary: UnsafeMutablePointer<HyphenDict>
  ) -> [Int] {
    var values = [CChar](repeating: 0, count: word.utf8.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let failed = hnj_hyphen_hyphenate2(
      dictionary, word, Int32(word.utf8.count), &values, nil, &replacements, &positions, &cuts)
    #expect(failed == 0 && replacements == nil)
    let count = word.unicodeScalars.count
    guard count >= 8 else { return [] }
    return (2...(count - 3)).filter { values[$0 - 1] & 1 == 1 }
  }

  @Test func missingAndMalformedPatternsAreToldWhenTheyAreNeeded() throws {
    let broken = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dic")
    try Data("KOI8-R\n.a1b\n".utf8).write(to: broken)
    defer { try? FileManager.default.removeItem(at: broken) }
    let compound = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dic")
    try Data("UTF-8\nda1her\nNEXTLEVEL\n.a1b\n".utf8).write(to: compound)
    defer { try? FileManager.default.removeItem(at: compound) }
    let catalogue = HyphenationCatalogue(entries: [
      .init(["en"], file: "/nowhere/hyph.dic", debianPackage: "hyphen-nowhere"),
      .init(["ru"], file: broken.path, debianPackage: "hyphen-ru"),
      .init(["de"], file: compound.path, debianPackage: "hyphen-de"),
    ])
    let shaper = Shaper(fonts: try FontBook(families: ["Lato"]), hyphenation: catalogue)
    func diagnostics(_ language: String, isHyphenated: Bool = true) -> [Diagnostic] {
      do {
        let span = TextSpan("manufacturing", style: style("Lato", language: language))
        _ = try shaper.lines(
          of: Paragraph(spans: [span], isHyphenated: isHyphenated), measure: 100)
        return []
      } catch {
        return error.bag.diagnostics
      }
    }
    #expect(diagnostics("en").map(\.id) == [TypesettingDiagnostics.missingPatterns])
    #expect(
      diagnostics("en").first?.hints.first?.contains("apt-get install hyphen-nowhere") == true)
    #expect(diagnostics("ru").map(\.id) == [TypesettingDiagnostics.malformedPatterns])
    #expect(diagnostics("de").map(\.id) == [TypesettingDiagnostics.malformedPatterns])
    #expect(diagnostics("en", isHyphenated: false).isEmpty)
    #expect(diagnostics("fr").isEmpty)
  }
}

@Suite struct HyphenatedParagraphTests {
  private let prose = """
    Representative institutions throughout the metropolitan administration subsequently acknowledged \
    that pharmaceutical manufacturing, international collaboration and experimental development had \
    outperformed expectations considerably, notwithstanding extraordinary circumstances.
    """

  private func lines(
    _ text: String, _ measure: Double, alignment: Paragraph.Alignment = .justified,
    isHyphenated: Bool = true, breaking: LineBreaking = .optimal
  ) throws -> [String] {
    let span = TextSpan(text, style: style("Noto Serif"))
    let paragraph = Paragraph(spans: [span], alignment: alignment, isHyphenated: isHyphenated)
    let lines = try shaper("Noto Serif").lines(
      of: paragraph, measure: measure, breaking: breaking)
    for line in lines { #expect(line.width <= measure + 1e-6) }
    return lines.map { $0.pieces.map(\.run.text).joined() }
  }

  @Test func narrowColumnsAreHyphenatedWhereAskedFor() throws {
    let plain = try lines(prose, 120, isHyphenated: false)
    #expect(plain.joined() == prose)
    let hyphenated = try lines(prose, 120)
    #expect(hyphenated.contains { $0.hasSuffix("\u{AD}") })
    #expect(hyphenated.joined().replacing("\u{AD}", with: "") == prose)
    #expect(hyphenated.count <= plain.count)
  }

  @Test(arguments: [LineBreaking.optimal])
  func noMoreThanTwoLinesInARowEndWithAHyphen(breaking: LineBreaking) throws {
    var random = SeededGenerator(seed: 2)
    let words = prose.split(separator: " ")
    for _ in 0..<100 {
      let text = (0..<30).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      let measure = Double.random(in: 110...220, using: &random)
      let set = try lines(text.joined(separator: " "), measure, breaking: breaking)
      let row = set.reduce(into: (longest: 0, current: 0)) { row, line in
        row.current = line.hasSuffix("\u{AD}") ? row.current + 1 : 0
        row.longest = max(row.longest, row.current)
      }
      #expect(row.longest <= 2, "\(set)")
    }
  }

  @Test func theLastLineIsNotOneShortWordWhereItCanBeHelped() throws {
    var lost = 0
    var total = 0
    for measure in stride(from: 150.0, through: 400, by: 5) {
      for text in [prose, prose + " It is.", prose + " So it was in all of them."] {
        total += 1
        let set = try lines(text, measure)
        if let last = set.last, last.count < 8 { lost += 1 }
      }
    }
    #expect(lost * 8 <= total, "\(lost) of \(total)")
  }

  @Test func softHyphensAreTheOnlyPlacesOfTheirWord() throws {
    let word = "inter\u{AD}nationalisation"
    for measure in stride(from: 60.0, through: 110, by: 5) {
      let set = try lines("the \(word) of it", measure, alignment: .start)
      for line in set where line.hasSuffix("\u{AD}") { #expect(line.hasSuffix("inter\u{AD}")) }
    }
  }

  @Test func theLanguageOfEachSpanDecides() throws {
    let spans = [
      TextSpan("manufacturing ", style: style("Noto Serif", language: "xx")),
      TextSpan("manufacturing", style: style("Noto Serif", language: "en")),
    ]
    let lines = try shaper("Noto Serif").lines(
      of: Paragraph(spans: spans, isHyphenated: true), measure: 45)
    let texts = lines.map { $0.pieces.map(\.run.text).joined() }
    #expect(texts.joined().filter { $0 == "\u{AD}" }.count >= 1)
    #expect(!texts[0].hasSuffix("\u{AD}"))
    #expect(texts.last == "facturing" || texts.last == "turing")
  }
}
