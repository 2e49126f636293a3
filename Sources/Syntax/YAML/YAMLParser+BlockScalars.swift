/// Texts over several lines after `|` and `>` (YAML 1.2.2, chapter 8.1).
extension YAMLParser {
  private enum Chomping { case strip, clip, keep }

  mutating func blockScalar(parentIndent: Int) -> JSONNode? {
    let start = position
    let isFolded = byte == UInt8(ascii: ">")
    position += 1
    var chomping = Chomping.clip
    var explicit: Int?
    while let byte, !isSeparator(at: position) {
      switch byte {
      case .minus: chomping = .strip
      case UInt8(ascii: "+"): chomping = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9"): explicit = Int(byte - UInt8(ascii: "0"))
      default: break
      }
      position += 1
    }
    guard isHeader(start + 1..<position) else {
      let header = start..<position
      syntax(
        "`\(SyntaxDiagnostics.shortened(file.text(in: header)))` does not begin a block of text",
        expected: "`|` or `>`, then `-` or `+` and a digit where they are wanted",
        hint: "put a text that begins with it into quotes", header)
      recover(indent: parentIndent)
      return nil
    }
    finishLine()
    position = startOfLine(after: restOfLine(from: position).upperBound)
    guard
      let indent = explicit.map({ max(parentIndent, 0) + $0 })
        ?? detectedIndent(parentIndent: parentIndent)
    else {
      recover(indent: parentIndent)
      return nil
    }
    let text = lines(indent: indent, isFolded: isFolded, chomping: chomping)
    return JSONNode(.string(text.text), range: start..<max(start + 1, text.end))
  }

  /// At most one sign and one digit, in either order.
  private func isHeader(_ range: Range<Int>) -> Bool {
    let signs = file.bytes[range].filter { $0 == .minus || $0 == UInt8(ascii: "+") }.count
    let digits = file.bytes[range].filter { (0x31...0x39).contains($0) }.count
    return signs <= 1 && digits <= 1 && signs + digits == range.count
  }

  /// The indentation of the first line with text. Blank lines before it must not be deeper.
  private mutating func detectedIndent(parentIndent: Int) -> Int? {
    var line = position
    var deepest = 0..<0
    while line < end {
      let content = restOfLine(from: line)
      let text = content.first { file.bytes[$0] != .space } ?? content.upperBound
      guard isLineEnd(at: text) else {
        let indent = text - line
        if indent <= parentIndent { break }
        if deepest.count > indent {
          problems.add(
            {
              SyntaxDiagnostics.yamlIndentation(
                "a blank line with more spaces than the text below it",
                expected: "at most \(indent)", at: $0)
            }, deepest)
          return nil
        }
        return max(indent, 1)
      }
      if text - line > deepest.count { deepest = line..<text }
      line = startOfLine(after: content.upperBound)
    }
    return max(parentIndent + 1, deepest.count, 1)
  }

  /// The text of the lines indented by `indent` or more, and where the last of them ends.
  private mutating func lines(
    indent: Int, isFolded: Bool, chomping: Chomping
  ) -> (text: String, end: Int) {
    var text: [UInt8] = []
    /// The break after the last line of text, and those of blank lines since.
    var lineBreak: [UInt8] = []
    var blankBreaks: [UInt8] = []
    var followsIndented = false
    var last = position
    while position < end {
      let content = restOfLine(from: position)
      let shown = content.dropFirst(indent)
      let spaces = content.prefix(indent).prefix { file.bytes[$0] == .space }.count
      if content.count == spaces {
        if content.upperBound < end { blankBreaks.append(.lineFeed) }
      } else if spaces < indent {
        break
      } else {
        let isIndented = shown.first.map { isBlank(file.bytes[$0]) } ?? false
        if isFolded, !lineBreak.isEmpty, !followsIndented, !isIndented {
          if blankBreaks.isEmpty { text.append(.space) }
        } else {
          text += lineBreak
        }
        text += blankBreaks + file.bytes[shown]
        blankBreaks = []
        followsIndented = isIndented
        lineBreak = content.upperBound < end ? [.lineFeed] : []
        last = content.upperBound
      }
      position = startOfLine(after: content.upperBound)
    }
    if chomping != .strip { text += lineBreak }
    if chomping == .keep { text += blankBreaks }
    return (String(decoding: text, as: UTF8.self), last)
  }
}
