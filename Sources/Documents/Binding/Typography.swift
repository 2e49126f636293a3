import Syntax
import Wording

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
  /// The bytes since the last space; empty after one and at the start of a line.
  private var word: [UInt8] = []
  /// Inner quotations that have not ended: an apostrophe ends none.
  private var openInner = 0

  /// The names of months, which a day is not parted from.
  private let months = Set(Label.months.forms(in: Wording.current))

  /// The rules of `language`, for texts that stand outside a document, such as the rows of an annex.
  package init(language: String) { quotes = .of(language) }

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
        table.mapTexts { line($0) }
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

  /// A line of text, such as a paragraph or a cell.
  package mutating func line(_ inlines: [Inline]) -> [Inline] {
    word = []
    openInner = 0
    return set(inlines, before: nil)
  }

  private mutating func set(_ inlines: [Inline], before next: Unicode.Scalar?) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for (index, inline) in inlines.enumerated() {
      let following =
        inlines[(index + 1)...].lazy.compactMap { $0.firstScalar }.first ?? next
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
        if let last = word.lastScalar, last.isHan, following?.isHan == true { continue }
        word = []
        result.append(.softBreak)
      case .lineBreak:
        word = []
        result.append(.lineBreak)
      case .code(let text):
        pass(text)
        result.append(inline)
      case .reference, .citation, .placeholder:
        pass("x")
        result.append(inline)
      case .noteReference: result.append(inline)
      }
    }
    return result
  }

  /// Remembers the last word of a text that is left as it is.
  private mutating func pass(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if let space = bytes.lastIndex(where: Self.isSpace) {
        word = Array(bytes[(space + 1)...])
      } else {
        word += bytes
      }
    }
    // No unit, currency or quotation mark is longer.
    if word.count > 64 { word.removeFirst(word.count - 16) }
  }

  private mutating func set(_ text: String, before next: Unicode.Scalar?) -> String {
    guard Self.mayChange(text) else {
      pass(text)
      return text
    }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var step = 1
      switch byte {
      case UInt8(ascii: "\""):
        result += (opens ? quotes.outer.open : quotes.outer.close).utf8
      case UInt8(ascii: "'"):
        result += single(before: bytes[(index + 1)...].firstScalar ?? next).utf8
      case UInt8(ascii: "-"):
        step = bytes[index...].prefix { $0 == byte }.count
        result +=
          step == 2
          ? Array("\u{2013}".utf8)
          : step == 3 ? Array("\u{2014}".utf8) : Array(bytes[index..<index + step])
      case UInt8(ascii: "."):
        step = bytes[index...].prefix { $0 == byte }.count
        result += step == 3 ? Array("\u{2026}".utf8) : Array(bytes[index..<index + step])
      case UInt8(ascii: " ") where isTied(bytes[(index + 1)...], next): result += [0xC2, 0xA0]
      default: result.append(byte)
      }
      if Self.isSpace(byte) {
        word.removeAll(keepingCapacity: true)
      } else {
        word += bytes[index..<index + step]
      }
      index += step
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }

  /// The sign for `'`: an inner quotation mark or an apostrophe.
  private mutating func single(before following: Unicode.Scalar?) -> String {
    let isWord = following.map { $0.isDigit || $0.properties.isAlphabetic } ?? false
    if opens, following?.isDigit != true {
      openInner += 1
      return quotes.inner.open
    }
    guard openInner > 0, !isWord else { return "\u{2019}" }
    openInner -= 1
    return quotes.inner.close
  }

  /// Whether `text` holds a sign to be replaced, or a space beside a digit. Most text does not, and going
  /// through it by characters is dear.
  private static func mayChange(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      for index in bytes.indices {
        let next = index + 1 < bytes.count ? bytes[index + 1] : nil
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return true
        case UInt8(ascii: "-") where next == UInt8(ascii: "-"): return true
        case UInt8(ascii: ".") where next == UInt8(ascii: "."): return true
        case UInt8(ascii: " "):
          guard index > 0, let next else { return true }
          if digits.contains(bytes[index - 1]) || digits.contains(next) { return true }
        default: break
        }
      }
      return false
    }
  }

  private static let openers: Set<Unicode.Scalar> = [
    "(", "[", "{", "\u{2013}", "\u{2014}", "-", "/", "\"", "'", "\u{201C}", "\u{2018}",
    "\u{A0}",
  ]

  /// Whether a quotation mark here opens.
  private var opens: Bool { word.lastScalar.map(Self.openers.contains) ?? true }

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

  /// Whether the space after `word` ties a number to its unit, a day to its month, or a currency to its number.
  private func isTied(_ rest: ArraySlice<UInt8>, _ next: Unicode.Scalar?) -> Bool {
    guard let last = word.last else { return false }
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) {
      let unit = rest.prefix { !Self.isSpace($0) && !",.;:)*".utf8.contains($0) }
      guard unit.count <= 12 else { return false }
      let name = String(decoding: unit, as: UTF8.self)
      return Self.units.contains(name) || months.contains(name)
    }
    guard (rest.firstScalar ?? next)?.isDigit == true, word.count <= 8 else { return false }
    let head = word.drop { $0 == UInt8(ascii: "(") }
    return Self.heads.contains(String(decoding: head, as: UTF8.self))
  }
}

extension Collection<UInt8> {
  /// The character that the bytes begin with.
  fileprivate var firstScalar: Unicode.Scalar? {
    isEmpty ? nil : String(decoding: prefix(4), as: UTF8.self).unicodeScalars.first
  }
}

extension [UInt8] {
  /// The character that the bytes end with.
  fileprivate var lastScalar: Unicode.Scalar? {
    guard let last else { return nil }
    if last < 0x80 { return Unicode.Scalar(last) }
    return String(decoding: suffix(4), as: UTF8.self).unicodeScalars.last
  }
}

extension Inline {
  /// The first character that a reader sees, or nil where the inline shows none of its own.
  fileprivate var firstScalar: Unicode.Scalar? {
    switch self {
    case .text(let text), .code(let text): text.unicodeScalars.first
    case .value(let value): value.text.unicodeScalars.first
    case .emphasis(let inner), .strong(let inner), .link(_, let inner):
      inner.lazy.compactMap { $0.firstScalar }.first
    case .reference, .citation, .placeholder: "x"
    case .noteReference: nil
    case .softBreak, .lineBreak: " "
    }
  }
}

extension Unicode.Scalar {
  /// Whether this is one of the ten ASCII digits.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// Han characters, kana and the full-width punctuation that goes with them.
  fileprivate var isHan: Bool {
    (0x2E80...0x30FF).contains(value) || (0x31F0...0x4DBF).contains(value)
      || (0x4E00...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFE30...0xFE4F).contains(value) || (0xFF00...0xFF60).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }
}
