/// Text for a terminal: how wide it is, and how it is cut and wrapped.
package enum TerminalText {
  /// The number of cells that `text` takes; Han, kana, Hangul and full-width forms take two.
  package static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    guard let value = character.unicodeScalars.first?.value else { return 0 }
    let isWide =
      (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
      || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
      || (0x20000...0x3FFFD).contains(value)
    return isWide ? 2 : 1
  }

  /// `text` cut to `limit` cells, an ellipsis for what is lost; control characters and line ends as
  /// spaces.
  package static func clipped(_ text: String, to limit: Int) -> String {
    var out = ""
    var used = 0
    let line = visible(text)
    if width(line) <= limit { return line }
    for character in line {
      let width = width(character)
      if used + width > limit - 1 { break }
      out.append(character)
      used += width
    }
    return out + "…"
  }

  /// `text` with what a terminal would act on, and line ends, as spaces.
  package static func visible(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : $0 }))
  }

  /// `text` in lines of at most `limit` cells, broken at spaces; a longer word has a line of its own.
  package static func wrapped(_ text: String, to limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in visible(text).split(separator: " ") {
      let width = width(String(word))
      if used > 0, used + 1 + width > limit {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += width
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// `text` filled with spaces to `width` cells.
  package static func padded(_ text: String, to width: Int, isRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - Self.width(text)))
    return isRight ? space + text : text + space
  }
}
