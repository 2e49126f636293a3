import Syntax

/// Typographic signs for those of the keyboard, by language: quotation marks, dashes, no-break spaces.
///
/// A pass of its own after binding, since what stands beside a sign may be a value.
package struct Typography {
  /// Quotation marks of a language, outer and inner.
  private struct Quotes {
    var outer: (open: String, close: String)
    var inner: (open: String, close: String)

    static func of(_ language: String) -> Quotes {
      switch language.lowercased().prefix(while: { $0 != "-" }) {
      case "de", "cs", "sk":
        Quotes(outer: ("\u{201E}", "\u{201C}"), inner: ("\u{201A}", "\u{2018}"))
      case "fr":
        Quotes(outer: ("\u{AB}\u{A0}", "\u{A0}\u{BB}"), inner: ("\u{201C}", "\u{201D}"))
      case "es", "it", "pt", "ru", "uk":
        Quotes(outer: ("\u{AB}", "\u{BB}"), inner: ("\u{201C}", "\u{201D}"))
      case "pl", "ro", "hu":
        Quotes(outer: ("\u{201E}", "\u{201D}"), inner: ("\u{AB}", "\u{BB}"))
      default:
        Quotes(outer: ("\u{201C}", "\u{201D}"), inner: ("\u{2018}", "\u{2019}"))
      }
    }
  }

  private let quotes: Quotes
  /// The last character before the one being looked at, within the paragraph.
  private var previous: Character?
  /// The characters since the last space.
  private var word = ""
  /// Inner quotations that have not ended: an apostrophe ends none.
  private var openInner = 0

  private init(language: String) { quotes = .of(language) }

  /// `document` with its texts set; code is left as it is.
  package static func apply(to document: Document) -> Document {
    var pass = Typography(language: document.frontMatter.language)
    var result = document
    result.frontMatter.title = pass.line(document.frontMatter.title)
    result.frontMatter.subtitle = pass.line(document.frontMatter.subtitle)
    result.frontMatter.description = pass.line(document.frontMatter.description)
    result.blocks = pass.blocks(document.blocks)
    for index in result.footnotes.indices {
      result.footnotes[index].blocks = pass.blocks(result.footnotes[index].blocks)
    }
    return result
  }

  /// A line of text outside a document, such as a chart's caption.
  package static func apply(to inlines: [Inline], language: String) -> [Inline] {
    var pass = Typography(language: language)
    return pass.line(inlines)
  }

  // MARK: Blocks

  private mutating func blocks(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      var block = block
      switch block.kind {
      case .heading(let level, let content): block.kind = .heading(level: level, line(content))
      case .paragraph(let content): block.kind = .paragraph(line(content))
      case .list(var list):
        list.items = list.items.map { self.blocks($0) }
        block.kind = .list(list)
      case .quote(let inner): block.kind = .quote(self.blocks(inner))
      case .figure(var figure):
        figure.caption = line(figure.caption)
        figure.subtitle = line(figure.subtitle)
        figure.note = line(figure.note)
        figure.alternative = figure.alternative.map { line($0) }
        block.kind = .figure(figure)
      case .table(var table):
        table.caption = line(table.caption)
        table.note = line(table.note)
        for index in table.columns.indices {
          table.columns[index].title = line(table.columns[index].title)
        }
        table.rows = table.rows.map { row in row.map { line($0) } }
        block.kind = .table(table)
      case .division(var division):
        division.title = line(division.title)
        division.blocks = self.blocks(division.blocks)
        block.kind = .division(division)
      case .code, .pageBreak, .thematicBreak: break
      }
      return block
    }
  }

  // MARK: Lines

  private mutating func line(_ inlines: [Inline]) -> [Inline] {
    note(nil)
    openInner = 0
    return set(inlines, before: nil)
  }

  private mutating func set(_ inlines: [Inline], before next: Character?) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for (index, inline) in inlines.enumerated() {
      let following =
        inlines[(index + 1)...].lazy.compactMap { $0.firstCharacter }.first ?? next
      switch inline {
      case .text(let text): result.append(.text(set(text, before: following)))
      case .value(var value):
        value.text = set(value.text, before: following)
        result.append(.value(value))
      case .emphasis(let inner): result.append(.emphasis(set(inner, before: following)))
      case .strong(let inner): result.append(.strong(set(inner, before: following)))
      case .link(let uri, let inner):
        result.append(.link(uri: uri, set(inner, before: following)))
      case .softBreak:
        // Han text has no spaces: a line end in the source is none on the page.
        if let previous, let following, previous.isHan, following.isHan { continue }
        note(" ")
        result.append(.softBreak)
      case .lineBreak:
        note(nil)
        result.append(.lineBreak)
      case .code(let text):
        note(text.last)
        result.append(inline)
      case .reference, .citation, .noteReference, .placeholder:
        note("x")
        result.append(inline)
      }
    }
    return result
  }

  private mutating func set(_ text: String, before next: Character?) -> String {
    let characters = Array(text)
    var result = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let following = index + 1 < characters.count ? characters[index + 1] : next
      var step = 1
      var written = String(character)
      switch character {
      case "\"": written = opens ? quotes.outer.open : quotes.outer.close
      case "'":
        if opens, following?.isDigit != true {
          written = quotes.inner.open
          openInner += 1
        } else if openInner > 0, following?.isLetter != true, following?.isDigit != true {
          written = quotes.inner.close
          openInner -= 1
        } else {
          written = "\u{2019}"
        }
      case "-":
        let run = characters[index...].prefix { $0 == "-" }.count
        if run == 2 || run == 3 { written = run == 2 ? "\u{2013}" : "\u{2014}" }
        if run > 3 { written = String(repeating: "-", count: run) }
        step = run
      case "." where characters[index...].prefix(while: { $0 == "." }).count == 3:
        written = "\u{2026}"
        step = 3
      case " " where isTied(characters[(index + 1)...], next):
        written = "\u{A0}"
      default: break
      }
      result += written
      note(characters[index + step - 1])
      index += step
    }
    return result
  }

  private mutating func note(_ character: Character?) {
    previous = character
    guard let character, !character.isWhitespace else {
      word = ""
      return
    }
    // An opening bracket is not part of the word after it.
    if character != "(" { word.append(character) }
  }

  /// Whether a quotation mark here opens.
  private var opens: Bool {
    guard let previous else { return true }
    return previous.isWhitespace || "([{\u{2013}\u{2014}-/\"'\u{201C}\u{2018}".contains(previous)
  }

  // MARK: No-break spaces

  /// What a number is followed by without a break.
  private static let units: Set<String> = [
    "%", "‰", "bn", "billion", "billions", "million", "millions", "trillion", "thousand", "m",
    "km", "m²", "km²", "kg", "t", "kW", "MW", "GW", "kWh", "MWh", "GWh", "TWh", "ha", "mu",
    "hectares", "percent", "points", "pp", "yuan", "euros", "dollars", "people", "years", "°C",
  ]

  /// What a number follows without a break.
  private static let heads: Set<String> = [
    "CNY", "RMB", "USD", "EUR", "GBP", "JPY", "HKD", "US$", "No.", "p.", "pp.", "para.", "§",
  ]

  /// Whether the space after `word` ties a number to its unit, or a currency to its number.
  private func isTied(_ rest: ArraySlice<Character>, _ next: Character?) -> Bool {
    if word.last?.isDigit == true {
      let unit = rest.prefix { !$0.isWhitespace && !",.;:)".contains($0) }
      return Self.units.contains(String(unit))
    }
    return Self.heads.contains(word) && (rest.first ?? next)?.isDigit == true
  }
}

extension Inline {
  /// The first character that a reader sees, or nil where the inline shows none of its own.
  fileprivate var firstCharacter: Character? {
    switch self {
    case .text(let text), .code(let text): text.first
    case .value(let value): value.text.first
    case .emphasis(let inner), .strong(let inner), .link(_, let inner):
      inner.lazy.compactMap { $0.firstCharacter }.first
    case .reference, .citation, .placeholder: "x"
    case .noteReference: nil
    case .softBreak, .lineBreak: " "
    }
  }
}

extension Character {
  /// Han characters, kana and the full-width punctuation that goes with them.
  var isHan: Bool {
    guard let value = unicodeScalars.first?.value else { return false }
    return (0x2E80...0x30FF).contains(value) || (0x31F0...0x4DBF).contains(value)
      || (0x4E00...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFE30...0xFE4F).contains(value) || (0xFF00...0xFF60).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }
}
