package import Syntax

/// The archived text of a source, by paragraph, ready to be searched.
package struct SourceText: Sendable {
  package let file: SourceFile
  /// The paragraphs as they are compared: see `normalized`.
  private let paragraphs: [String]
  private let ranges: [Range<Int>]

  /// A paragraph is a line of the text, the first being 1.
  package init(_ file: SourceFile) {
    self.file = file
    var ranges: [Range<Int>] = []
    var start = 0
    for (offset, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      ranges.append(start..<offset)
      start = offset + 1
    }
    if start < file.bytes.count { ranges.append(start..<file.bytes.count) }
    self.ranges = ranges
    paragraphs = ranges.map { Self.normalized(file.text(in: $0)) }
  }

  package var paragraphCount: Int { paragraphs.count }

  /// The paragraph of a locator as it is compared, or nil where the text is shorter.
  package func paragraph(_ locator: Locator) -> String? {
    locator.paragraph <= paragraphs.count ? paragraphs[locator.paragraph - 1] : nil
  }

  /// Where a paragraph stands in the text.
  package func span(_ locator: Locator) -> SourceSpan? {
    locator.paragraph <= ranges.count ? file.span(ranges[locator.paragraph - 1]) : nil
  }

  /// Text as it is compared: no-break and other spaces as one plain space, curly quotes as straight ones,
  /// every dash as a hyphen, soft hyphens and zero-width characters left out.
  package static func normalized(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isAfterSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
        if !isAfterSpace { out.append(" ") }
        isAfterSpace = true
        continue
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032: out.append("'")
      case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033: out.append("\"")
      case 0x2010...0x2015, 0x2212: out.append("-")
      case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: continue
      default: out.append(scalar)
      }
      isAfterSpace = false
    }
    return String(out)
  }

  /// Whether `phrase` stands in `paragraph` as whole words; both normalized, case as printed, but that a phrase
  /// in small letters may begin a sentence with a capital.
  package static func contains(_ phrase: String, in paragraph: String) -> Bool {
    guard !phrase.isEmpty else { return false }
    let (text, wanted) = (Array(paragraph.unicodeScalars), Array(phrase.unicodeScalars))
    guard wanted.count <= text.count else { return false }
    for start in 0...(text.count - wanted.count)
    where text[(start + 1)..<(start + wanted.count)].elementsEqual(wanted.dropFirst()) {
      guard
        text[start] == wanted[0]
          || beginsSentence(text, at: start)
            && text[start].properties.lowercaseMapping == String(wanted[0])
      else { continue }
      let end = start + wanted.count
      let startsWord = start == 0 || !isWord(text[start - 1]) || !isWord(wanted[0])
      let endsWord = end == text.count || !isWord(text[end]) || !isWord(wanted[wanted.count - 1])
      if startsWord && endsWord { return true }
    }
    return false
  }

  /// Whether the sign at `index` is the first of the paragraph, or follows a full stop and a space.
  private static func beginsSentence(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    let before = text[..<index].reversed().drop { $0 == "\"" || $0 == " " || $0 == "'" }
    return before.first.map { ".?!".unicodeScalars.contains($0) } ?? true
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
