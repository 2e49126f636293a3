/// Keys, plain and quoted scalars (YAML 1.2.2, chapter 7.3).
extension YAMLParser {
  /// Reports and passes over anchors and tags before a node. An alias is reported where it is read as text.
  mutating func skipProperties() {
    while byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
      let start = position
      position += 1
      while !isSeparator(at: position), !Self.isFlowIndicator(file.bytes[position]) {
        position += 1
      }
      let isAnchor = file.bytes[start] == UInt8(ascii: "&")
      problems.add(
        isAnchor ? SyntaxDiagnostics.anchor(at:) : SyntaxDiagnostics.tag(at:), start..<position)
      skipBlanks()
    }
  }

  /// The key at the current position and the colon after it, which is taken.
  mutating func key(isInFlow: Bool) -> (name: String, range: Range<Int>)? {
    skipProperties()
    let start = position
    let name: String
    if byte == .questionMark, isSeparator(at: position + 1) {
      syntax(
        "a complex key", expected: "a text as the key", position..<position + 1)
      return nil
    } else if byte == .doubleQuote || byte == .singleQuote {
      guard let node = quotedScalar(), let text = node.string else { return nil }
      name = text
    } else if byte == .openBracket || byte == .openBrace {
      syntax(
        "a collection where a key should be", expected: "a text as the key",
        position..<position + 1)
      return nil
    } else {
      let plain = plainEnd(from: position, isInFlow: isInFlow)
      guard checkPlainStart(isInFlow: isInFlow, isKey: true) else { return nil }
      name = file.text(in: start..<plain.end)
      position = plain.end
    }
    let range = start..<position
    skipBlanks()
    let isQuoted = file.bytes[range].first.map { $0 == .doubleQuote || $0 == .singleQuote } ?? false
    let isOneLine = !file.bytes[range].contains(.lineFeed)
    guard isOneLine, byte == .colon else {
      syntax(
        "`\(SyntaxDiagnostics.shortened(name))` is not followed by a colon",
        expected: "`key: value`", range.isEmpty ? start..<start + 1 : range)
      return nil
    }
    guard isSeparator(at: position + 1) || isInFlow && isQuoted else {
      syntax(
        "a colon without a space after it", expected: "`key: value`", position..<position + 1)
      return nil
    }
    position += 1
    return (name, range)
  }

  private static func isFlowIndicator(_ byte: UInt8) -> Bool {
    byte == .comma || byte == .openBracket || byte == .closeBracket || byte == .openBrace
      || byte == .closeBrace
  }

  // MARK: Plain

  /// Where a plain scalar that is read from `offset` ends on its line, blanks after it left out, and
  /// whether a colon ended it.
  func plainEnd(from offset: Int, isInFlow: Bool) -> (end: Int, stoppedAtColon: Bool) {
    var last = offset
    var next = offset
    var stoppedAtColon = false
    while !isLineEnd(at: next) {
      let byte = file.bytes[next]
      if byte == .colon,
        isSeparator(at: next + 1)
          || isInFlow && (self.byte(at: next + 1).map(Self.isFlowIndicator) ?? true)
      {
        stoppedAtColon = true
        break
      }
      if byte == .hash, next > offset, isBlank(file.bytes[next - 1]) { break }
      if isInFlow, Self.isFlowIndicator(byte) { break }
      next += 1
      if !isBlank(byte) { last = next }
    }
    return (last, stoppedAtColon)
  }

  /// A plain scalar. In a block its further lines are indented by more than `parentIndent`; nil means a
  /// flow collection.
  mutating func plainScalar(parentIndent: Int?) -> JSONNode? {
    let isInFlow = parentIndent == nil
    guard checkPlainStart(isInFlow: isInFlow, isKey: false) else { return nil }
    let start = position
    var last = plainEnd(from: position, isInFlow: isInFlow)
    var text = file.text(in: start..<last.end)
    position = last.end
    while !last.stoppedAtColon, let line = continuation(parentIndent: parentIndent) {
      last = plainEnd(from: line.start, isInFlow: isInFlow)
      guard last.end > line.start else { break }
      text += line.blankLines == 0 ? " " : String(repeating: "\n", count: line.blankLines)
      text += file.text(in: line.start..<last.end)
      position = last.end
    }
    let range = start..<position
    guard let value = YAMLCoreSchema.value(of: text) else {
      syntax(
        "`\(text)` is not a number that can be used", expected: "a finite number",
        hint: "put it into quotes if it is a text", range)
      return JSONNode(.null, range: range)
    }
    return JSONNode(value, range: range)
  }

  /// The next line that belongs to a plain scalar, or nil where the scalar ends.
  private func continuation(parentIndent: Int?) -> (start: Int, blankLines: Int)? {
    var offset = position
    while let byte = byte(at: offset), isBlank(byte) { offset += 1 }
    guard isLineEnd(at: offset) else { return nil }
    var blankLines = -1
    while offset < end, isLineEnd(at: offset) {
      offset = startOfLine(after: offset)
      blankLines += 1
      while let byte = byte(at: offset), isBlank(byte) { offset += 1 }
    }
    guard offset < end, file.bytes[offset] != .hash else { return nil }
    if let parentIndent {
      let line = offset - column(of: offset)
      guard offset - line > parentIndent, !file.bytes[line..<offset].contains(.tab) else {
        return nil
      }
    }
    return (offset, blankLines)
  }

  /// Characters that mean something else at the start of a scalar (YAML 1.2.2, 7.3.3).
  private mutating func checkPlainStart(isInFlow: Bool, isKey: Bool) -> Bool {
    guard let first = byte else { return false }
    let here = position..<position + 1
    switch first {
    case UInt8(ascii: "*"):
      var stop = position
      while !isSeparator(at: stop), !(isInFlow && Self.isFlowIndicator(file.bytes[stop])) {
        stop += 1
      }
      problems.add(SyntaxDiagnostics.anchor(at:), position..<stop)
      return true
    case .minus, .questionMark, .colon:
      let next = byte(at: position + 1)
      let isText =
        !isSeparator(at: position + 1)
        && !(isInFlow && (first != .minus || (next.map(Self.isFlowIndicator) ?? true)))
      if isText { return true }
    case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace, .hash, .percent,
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      break
    default: return true
    }
    syntax(
      "`\(offendingCharacter)` where \(isKey ? "a key" : "a value") should be",
      hint: "put a text that begins with it into quotes", here)
    return false
  }

  // MARK: Quoted

  /// A scalar in quotes; lines fold as in plain scalars.
  mutating func quotedScalar() -> JSONNode? {
    let start = position
    let isDouble = byte == .doubleQuote
    let quote: UInt8 = isDouble ? .doubleQuote : .singleQuote
    position += 1
    var text: [UInt8] = []
    /// Up to here `text` is kept when blanks before a line ending are dropped.
    var kept = 0
    while let byte {
      if byte == quote {
        position += 1
        if isDouble || self.byte != quote {
          return JSONNode(
            .string(String(decoding: text, as: UTF8.self)), range: start..<position)
        }
        text.append(quote)
        position += 1
        kept = text.count
      } else if isDouble, byte == .backslash {
        guard escape(into: &text) else { return nil }
        kept = text.count
      } else if isLineEnd(at: position) {
        text.removeLast(text.count - kept)
        foldLines(into: &text)
        kept = text.count
      } else {
        text.append(byte)
        position += 1
        if !isBlank(byte) { kept = text.count }
      }
    }
    syntax(
      "the quoted text does not end", expected: "a closing `\(isDouble ? "\"" : "'")`",
      start..<start + 1)
    position = end
    return nil
  }

  /// From a line ending to the next text: one break is a space, each further one a line feed.
  private mutating func foldLines(into text: inout [UInt8]) {
    var breaks = 0
    while position < end, isLineEnd(at: position) {
      position = startOfLine(after: position)
      breaks += 1
      skipBlanks()
    }
    if breaks == 1 { text.append(.space) }
    text.append(contentsOf: repeatElement(.lineFeed, count: max(0, breaks - 1)))
  }

  /// An escape in double quotes (YAML 1.2.2, 5.7).
  private mutating func escape(into text: inout [UInt8]) -> Bool {
    let start = position
    position += 1
    if isLineEnd(at: position), position < end {
      // The line goes on without a space; blank lines after it still count.
      position = startOfLine(after: position)
      skipBlanks()
      while position < end, isLineEnd(at: position) {
        text.append(.lineFeed)
        position = startOfLine(after: position)
        skipBlanks()
      }
      return true
    }
    let plain: [UInt8: Unicode.Scalar] = [
      0x30: "\0", 0x61: "\u{7}", 0x62: "\u{8}", 0x74: "\t", 0x09: "\t", 0x6E: "\n", 0x76: "\u{B}",
      0x66: "\u{C}", 0x72: "\r", 0x65: "\u{1B}", 0x20: " ", 0x22: "\"", 0x2F: "/", 0x5C: "\\",
      0x4E: "\u{85}", 0x5F: "\u{A0}", 0x4C: "\u{2028}", 0x50: "\u{2029}",
    ]
    let digits: [UInt8: Int] = [0x78: 2, 0x75: 4, 0x55: 8]
    if let byte, let scalar = plain[byte] {
      position += 1
      text.append(contentsOf: String(scalar).utf8)
      return true
    }
    if let byte, let count = digits[byte], position + count < end,
      let code = UInt32(file.text(in: position + 1..<position + 1 + count), radix: 16),
      file.bytes[position + 1] != UInt8(ascii: "+"), let scalar = Unicode.Scalar(code)
    {
      position += 1 + count
      text.append(contentsOf: String(scalar).utf8)
      return true
    }
    let shown = start..<min(end, start + 2)
    syntax(
      "`\(file.text(in: shown))` is not an escape",
      expected: "one of \\\" \\\\ \\/ \\n \\t \\xXX \\uXXXX \\UXXXXXXXX",
      hint: "in single quotes a backslash is a backslash", shown)
    return false
  }
}
