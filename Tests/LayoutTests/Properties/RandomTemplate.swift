import TestSupport

/// A template of every construct, made of seeded random numbers, and what must stand on its pages.
struct RandomTemplate {
  /// A text that must be found again, whole and in its order.
  struct Passage {
    /// Its characters but spaces.
    var text: String
    /// Whether a page begins with it.
    var startsPage = false
    /// Whether it is a paragraph of the main column, whose lines do not part one by one.
    var isParagraph = false
    /// The texts of the notes that are called at its end.
    var notes: [String] = []
  }

  private(set) var markdown = ""
  private(set) var passages: [Passage] = []
  /// Words of each table's cells, in their order.
  private(set) var tables: [[String]] = []
  /// Words of the captions of each figure.
  private(set) var captions: [[String]] = []

  private var random: SeededGenerator
  private var serial = 0
  private var labels = 0
  private var pendingNotes = ""
  private var startsPage = false
  private let isChinese: Bool

  private static let words = [
    "industry", "output", "growth", "of", "the", "a", "manufacturing", "internationally", "and",
    "administration", "in", "1,234.5", "policy", "comparable", "characteristics", "target,",
    "office", "“so-called”", "2021–2024", "biopharmaceutical", "is", "was", "measure.", "to",
  ]
  private static let phrases = [
    "生物医药产业", "规模，", "（增长）", "上海市", "“目标”", "达到", "数据、", "平台：", "政策", "企业。", "2023年", "GDP",
    "为12亿元", "《规划》", "发布；", "研发", "——", "临床", "试验", "中心",
  ]

  init(seed: UInt64, blocks count: ClosedRange<Int> = 3...9) {
    random = SeededGenerator(seed: seed)
    isChinese = seed % 3 == 0
    var blocks = [
      "---\ntitle: Test\nas-of: 2024-12-31\nlang: \(isChinese ? "zh-Hans" : "en-GB")\n---"
    ]
    if chance(8) { blocks.append("::: {.contents}\n:::") }
    blocks.append("# \(heading())")
    for _ in 0..<Int.random(in: count, using: &random) { blocks.append(block()) }
    // Contents list a heading of level 1 at least; figures and tables are mentioned at the end.
    markdown = blocks.joined(separator: "\n\n") + "\n" + mentions() + pendingNotes
  }

  private mutating func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &random) == 0 }

  /// A word that stands nowhere else.
  private mutating func word() -> String {
    serial += 1
    let letters = Array("bcdfghjklmnpqrstvwxz")
    let code = [serial / 400 % 20, serial / 20 % 20, serial % 20].map { String(letters[$0]) }
    return "industryqx" + code.joined() + "e"
  }

  private mutating func text(_ count: Int) -> String {
    if isChinese, !chance(4) {
      return (0..<count / 3 + 1).map { _ in Self.phrases.randomElement(using: &random) ?? "" }
        .joined() + word()
    }
    return (0..<count).map { index in
      index % 7 == 3 ? word() : Self.words.randomElement(using: &random) ?? ""
    }.joined(separator: " ") + " " + word()
  }

  private mutating func heading() -> String {
    let text = "Head \(word())"
    expect(text)
    return text
  }

  private mutating func expect(_ text: String, isParagraph: Bool = false, notes: [String] = []) {
    passages.append(
      Passage(
        text: text.filter { !$0.isWhitespace }, startsPage: startsPage, isParagraph: isParagraph,
        notes: notes))
    startsPage = false
  }

  /// A paragraph, with emphasis, a link, a forced line end or a note now and then.
  private mutating func paragraph(
    _ range: ClosedRange<Int> = 1...90, isParagraph: Bool = true, prefix: String = ""
  ) -> String {
    var plain = text(Int.random(in: range, using: &random))
    var marked = plain
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      let more = text(3)
      (plain, marked) = (plain + " " + more, marked + " **\(more)**")
    case 1:
      let more = text(3)
      (plain, marked) = (plain + " " + more, marked + " [\(more)](https://example.com/)")
    case 2:
      let more = String(repeating: "anti", count: 30) + word()
      (plain, marked) = (plain + " " + more, marked + " *\(more)*")
    case 3:
      let more = text(4)
      (plain, marked) = (plain + " " + more, marked + "\\\n\(prefix)\(more)")
    default: break
    }
    var notes: [String] = []
    if chance(5) {
      labels += 1
      let note = text(Int.random(in: 1...(chance(10) ? 300 : 30), using: &random))
      notes.append(note.filter { !$0.isWhitespace })
      marked += "[^n\(labels)]"
      pendingNotes += "\n[^n\(labels)]: \(note)\n"
    }
    expect(plain, isParagraph: isParagraph, notes: notes)
    return marked
  }

  private mutating func block() -> String {
    switch Int.random(in: 0..<22, using: &random) {
    case 0: return "# \(heading())"
    case 1: return "## \(heading())"
    case 2: return "\(chance(2) ? "###" : "####") \(heading())"
    case 3: return list()
    case 4: return "> " + paragraph(isParagraph: false, prefix: "> ")
    case 5: return figure()
    case 6, 7: return table(columns: 4)
    case 8: return tiles()
    case 9: return callout()
    case 10: return "::: lead\n\(paragraph(5...40, isParagraph: false))\n:::"
    case 11: return landscape()
    case 12: return columns()
    case 13: return aside()
    case 14:
      // After a paragraph: a heading goes with its text, whatever stands between.
      let before = paragraph()
      startsPage = true
      return before + "\n\n{{< pagebreak >}}\n\n" + paragraph()
    case 15: return "---\n\n" + paragraph()
    default: return paragraph()
    }
  }

  private mutating func list() -> String {
    let isNumbered = chance(2)
    return (0..<Int.random(in: 1...6, using: &random)).map { index in
      let marker = isNumbered ? "\(index + 1). " : "- "
      let item = marker + paragraph(1...30, isParagraph: false, prefix: "   ")
      return chance(4)
        ? item + "\n\n   - " + paragraph(1...20, isParagraph: false, prefix: "     ") : item
    }.joined(separator: "\n")
  }

  private mutating func figure() -> String {
    labels += 1
    let words = [word(), word()]
    captions.append(words)
    figureLabels.append("fig-f\(labels)")
    return
      "```{chart}\n#| label: fig-f\(labels)\n#| spec: a.json\n#| fig-cap: Finding \(words[0])\n"
      + "#| fig-note: Remark \(words[1])\n```"
  }

  private mutating func table(columns: Int) -> String {
    labels += 1
    let rows = chance(6) ? 60 : Int.random(in: 1...9, using: &random)
    var words: [String] = []
    var lines = ["| Place | One | Two | Three |", "|:--|--:|--:|:-:|"]
    for row in 0..<rows {
      let name = word()
      words.append(name)
      let more = chance(9) ? " of the industry and its output" : ""
      let call = chance(12) ? note() : ""
      // Cells are joined to the row above, or to the left; never both, which might make no rectangle.
      let isJoinedUp = row % 3 == 1 && chance(5)
      let isJoinedLeft = row % 3 == 2 && chance(5)
      lines.append(
        "| \(name)\(more)\(call) | \(isJoinedUp ? "^" : "\(row).5") | "
          + "\(isJoinedLeft ? "<" : "\(row * 7)") | x |")
    }
    tables.append(words)
    figureLabels.append("tbl-t\(labels)")
    return lines.joined(separator: "\n") + "\n\n: Rows \(word()) {#tbl-t\(labels)}"
  }

  private mutating func tiles() -> String {
    let count = Int.random(in: 1...5, using: &random)
    let tiles = (0..<count).map { _ -> String in
      let words = [word(), word()]
      captions.append(words)
      return "::: tile\n12\n\n\(words[0])\n\n\(words[1])\n:::"
    }
    return ":::: {.tiles}\n\(tiles.joined(separator: "\n"))\n::::"
  }

  private mutating func callout() -> String {
    let kind =
      ["note", "tip", "important", "warning", "caution"].randomElement(using: &random) ?? ""
    let list = chance(3) ? "\n\n- \(callable())\n- \(callable())" : ""
    return "::: {.callout-\(kind) title=\"Remark\"}\n\(callable())\(list)\n:::"
  }

  /// A paragraph without a note, for what stands where none may be called.
  private mutating func callable() -> String {
    let text = text(Int.random(in: 1...40, using: &random))
    captions.append(
      text.split(separator: " ").map(String.init).filter { $0.hasPrefix("industryqx") })
    return text
  }

  /// A call whose note stands somewhere after it.
  private mutating func note() -> String {
    labels += 1
    let words = [word(), word()]
    captions.append(words)
    pendingNotes += "\n[^n\(labels)]: \(words[0]) in a note, \(words[1])\n"
    return "[^n\(labels)]"
  }

  private mutating func aside() -> String {
    let text = "Beside " + word()
    captions.append([text.split(separator: " ").map(String.init)[1]])
    return "::: aside\n\(text)\n:::\n\n" + paragraph(30...60)
  }

  private mutating func landscape() -> String {
    startsPage = true
    let inside = [paragraph(isParagraph: false), table(columns: 4)].joined(separator: "\n\n")
    startsPage = true
    return "::: landscape\n\(inside)\n:::\n\n" + paragraph()
  }

  private mutating func columns() -> String {
    let count = Int.random(in: 2...3, using: &random)
    let inside = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      paragraph(1...50, isParagraph: false)
    }
    return "::: {.columns cols=\(count)}\n\(inside.joined(separator: "\n\n"))\n:::"
  }

  private var figureLabels: [String] = []

  private mutating func mentions() -> String {
    figureLabels.isEmpty
      ? "" : "\nSee " + figureLabels.map { "@\($0)" }.joined(separator: " and ") + ".\n"
  }
}
