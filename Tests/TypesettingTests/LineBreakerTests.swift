import TestSupport
import Testing

@testable import Typesetting

@Suite struct LineBreakerTests {
  /// Words and spaces of random widths, here and there a hyphen.
  private func items(_ random: inout SeededGenerator, isJustified: Bool) -> [BreakItem] {
    var items: [BreakItem] = []
    for word in 0..<Int.random(in: 1...60, using: &random) {
      if word > 0 {
        items.append(
          .glue(width: 3, stretch: isJustified ? 1.5 : 0, shrink: isJustified ? 1 : 0))
      }
      items.append(
        .box(
          width: Double.random(in: 2...30, using: &random),
          hang: Hang(
            before: Double.random(in: 0...2, using: &random),
            after: Double.random(in: 0...4, using: &random))))
      if Int.random(in: 0..<6, using: &random) == 0 {
        items.append(.penalty(width: 3, cost: 50, isFlagged: true))
        items.append(.box(width: Double.random(in: 2...20, using: &random)))
        if Bool.random(using: &random) {
          items.append(.penalty(width: 0, cost: 20, isFlagged: false))
        }
      }
    }
    return items + [.forbidden, .fill, .forced]
  }

  @Test(arguments: [true, false])
  func optimalIsNeverWorseThanGreedy(isJustified: Bool) throws {
    var random = SeededGenerator(seed: 1981)
    var better = 0
    for _ in 0..<500 {
      let items = items(&random, isJustified: isJustified)
      let widths = (0..<3).map { _ in Double.random(in: 60...160, using: &random) }
      let measures = LineMeasures(first: Array(widths.dropLast()), rest: widths[2])
      let endStretch = isJustified ? 0 : 30.0
      let judge = LineDemerits(endStretch: endStretch, leastEnd: 30)
      let greedy = GreedyLineBreaker().breaks(in: items, measures: measures)
      let optimal = OptimalLineBreaker(endStretch: endStretch, leastEnd: 30)
        .breaks(in: items, measures: measures)
      #expect(optimal.last == items.count - 1)
      #expect(greedy.last == items.count - 1)
      let bad = try #require(judge.total(of: items, breaks: greedy, measures: measures))
      let good = try #require(judge.total(of: items, breaks: optimal, measures: measures))
      #expect(good <= bad * (1 + 1e-12))
      if good < bad { better += 1 }
    }
    #expect(better > 100)
  }

  /// The same of real paragraphs, hyphenated and not, in English, in Chinese and in both.
  @Test(
    arguments: [
      "the industry of biopharmaceutical manufacturing internationally “so-called” 1,234.5 grew, and",
      "生物医药 产业规模， （增长） 上海市 “目标” 达到 2023年 《规划》 发布； 平台： GDP", "industry 产业 growth, 增长， of 规模 2024",
    ], [Paragraph.Alignment.justified, .start])
  func optimalIsNeverWorseInRealText(words: String, alignment: Paragraph.Alignment) throws {
    let shaper = try shaper("Noto Serif", "Noto Serif CJK SC")
    let words = words.split(separator: " ")
    let isChinese = words[0].unicodeScalars.allSatisfy { $0.value > 0x2E80 }
    let style = style("Noto Serif", "Noto Serif CJK SC", language: isChinese ? "zh-Hans" : "en")
    var random = SeededGenerator(seed: 3)
    var compared = 0
    for _ in 0..<60 {
      let text = (0..<60).map { _ in String(words.randomElement(using: &random) ?? "") }
        .joined(separator: isChinese ? "" : " ")
      let paragraph = Paragraph(
        spans: [TextSpan(text, style: style)], alignment: alignment,
        isHyphenated: alignment == .justified)
      let shaped = try shaper.shape(paragraph)
      let items = ParagraphItems(of: shaped, hyphens: [0: 3]).items
      let measures = LineMeasures(rest: Double.random(in: 120...400, using: &random))
      let endStretch = alignment == .justified ? 0.0 : 30
      let judge = LineDemerits(endStretch: endStretch, leastEnd: 40)
      let optimal = OptimalLineBreaker(endStretch: endStretch, leastEnd: 40)
        .breaks(in: items, measures: measures)
      let greedy = GreedyLineBreaker().breaks(in: items, measures: measures)
      guard let bad = judge.total(of: items, breaks: greedy, measures: measures) else { continue }
      let good = try #require(judge.total(of: items, breaks: optimal, measures: measures))
      #expect(good <= bad * (1 + 1e-12))
      compared += 1
    }
    #expect(compared > 30)
  }

  /// All ways to break a short paragraph, tried one by one, know no better.
  @Test func optimalIsTheBestOfAll() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let items =
        Array(items(&random, isJustified: true).dropLast(3).prefix(20))
        + [.forbidden, .fill, .forced]
      let judge = LineDemerits(endStretch: 0, leastEnd: 30)
      let legal = items.indices.dropLast().filter { items.isLegalBreak($0) }
      var best = Double.infinity
      for choice in 0..<(1 << legal.count) {
        let breaks = legal.indices.filter { choice >> $0 & 1 == 1 }.map { legal[$0] }
        if let total = judge.total(
          of: items, breaks: breaks + [items.count - 1], measures: LineMeasures(rest: 70))
        {
          best = min(best, total)
        }
      }
      let breaks = OptimalLineBreaker(leastEnd: 30)
        .breaks(in: items, measures: LineMeasures(rest: 70))
      let found = try #require(
        judge.total(of: items, breaks: breaks, measures: LineMeasures(rest: 70)))
      #expect(abs(found - best) <= best * 1e-9)
    }
  }

  /// Of all ways to break a short paragraph without a line that is too loose, the best of those that come nearest to
  /// the number of lines wanted.
  @Test(arguments: [-2, -1, 1, 2])
  func aLooseParagraphIsTheBestOfItsLines(looseness: Int) throws {
    var random = SeededGenerator(seed: 11)
    let measures = LineMeasures(rest: 70)
    let judge = LineDemerits(endStretch: 0, leastEnd: 30)
    var changed = 0
    for _ in 0..<150 {
      var items: [BreakItem] = []
      for word in 0..<12 {
        if word > 0 { items.append(.glue(width: 6, stretch: 5, shrink: 4)) }
        items.append(.box(width: Double.random(in: 4...20, using: &random)))
      }
      items += [.forbidden, .fill, .forced]
      let sums = ItemSums(items)
      let best = OptimalLineBreaker(leastEnd: 30).breaks(in: items, measures: measures)
      let wanted = best.count + looseness
      let between = min(best.count, wanted)...max(best.count, wanted)
      let legal = items.indices.dropLast().filter { items.isLegalBreak($0) }
      var ways: [(lines: Int, demerits: Double)] = []
      for choice in 0..<(1 << legal.count) {
        let breaks =
          legal.indices.filter { choice >> $0 & 1 == 1 }.map { legal[$0] }
          + [items.count - 1]
        guard between.contains(breaks.count),
          let demerits = judge.total(of: items, breaks: breaks, measures: measures)
        else { continue }
        var start = 0
        let isGood = breaks.allSatisfy { end in
          defer { start = items.lineStart(after: end) }
          return judge.ratio(sums.line(from: start, to: end), measure: 70) <= 2
        }
        if isGood { ways.append((breaks.count, demerits)) }
      }
      let nearest = ways.map { abs($0.lines - wanted) }.min() ?? abs(looseness)
      let found = OptimalLineBreaker(leastEnd: 30, looseness: looseness)
        .breaks(in: items, measures: measures)
      guard nearest < abs(looseness) else {
        #expect(found == best)
        continue
      }
      changed += 1
      #expect(abs(found.count - wanted) == nearest)
      let least = ways.filter { abs($0.lines - wanted) == nearest }.map(\.demerits).min() ?? 0
      let total = try #require(judge.total(of: items, breaks: found, measures: measures))
      #expect(abs(total - least) <= least * 1e-9)
    }
    #expect(changed > (looseness > 0 ? 20 : 1), "\(changed)")
  }

  /// Where every gap is a hyphen, the third line in a row goes without, were it ever so loose.
  @Test func threeHyphensInARowAreTheLastResort() throws {
    var items: [BreakItem] = []
    for _ in 0..<8 {
      items += [
        .box(width: 20), .glue(width: 5, stretch: 2, shrink: 1), .box(width: 22),
        .penalty(width: 3, cost: 0, isFlagged: true),
      ]
    }
    items += [.box(width: 20), .forbidden, .fill, .forced]
    let breaks = OptimalLineBreaker().breaks(in: items, measures: LineMeasures(rest: 50))
    let hyphens = breaks.map { items[$0].isFlagged }
    #expect(hyphens.contains(true))
    for start in hyphens.indices.dropLast(2) {
      #expect(!hyphens[start...(start + 2)].allSatisfy { $0 }, "\(hyphens)")
    }
  }

  @Test func whatFitsNowhereSticksOutAlone() {
    let items: [BreakItem] = [
      .box(width: 10), .glue(width: 3, stretch: 1, shrink: 1), .box(width: 100),
      .glue(width: 3, stretch: 1, shrink: 1), .box(width: 10), .forbidden, .fill, .forced,
    ]
    #expect(OptimalLineBreaker().breaks(in: items, measures: LineMeasures(rest: 50)) == [1, 3, 7])
    #expect(GreedyLineBreaker().breaks(in: items, measures: LineMeasures(rest: 50)) == [1, 3, 7])
  }

  @Test func aForcedBreakIsTaken() {
    let items: [BreakItem] = [
      .box(width: 10), .forbidden, .fill, .forced, .box(width: 0), .forbidden, .fill, .forced,
      .box(width: 10), .forbidden, .fill, .forced,
    ]
    #expect(OptimalLineBreaker().breaks(in: items, measures: LineMeasures(rest: 50)) == [3, 7, 11])
    #expect(GreedyLineBreaker().breaks(in: items, measures: LineMeasures(rest: 50)) == [3, 7, 11])
  }
}
