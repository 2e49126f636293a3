/// Cuts an expression's text into tokens with their UTF-8 byte ranges.
struct ExpressionLexer {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Every operator and bracket, longest first.
  private static let symbols = [
    ">>>", "===", "!==", "==", "!=", "<=", ">=", "&&", "||", "<<", ">>", "(", ")", "[", "]", "{",
    "}",
    "+", "-", "*", "/", "%", "<", ">", "!", "~", "?", ":", ",", ".", "|", "&", "^",
  ].map { (text: $0, bytes: Array($0.utf8)) }

  /// The next token and its range.
  mutating func next() throws(ExpressionError) -> (token: ExpressionToken, range: Range<Int>) {
    skipSpace()
    let start = position
    guard start < bytes.count else { return (.end, start..<start) }
    let byte = bytes[start]
    let digitFollows = start + 1 < bytes.count && isDigit(bytes[start + 1])
    if isDigit(byte) || byte == UInt8(ascii: ".") && digitFollows {
      return (.number(try number()), start..<position)
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      return (.string(try string(quote: byte)), start..<position)
    }
    if let name = name() { return (.name(name), start..<position) }
    for symbol in Self.symbols where bytes[start...].starts(with: symbol.bytes) {
      position += symbol.bytes.count
      return (.symbol(symbol.text), start..<position)
    }
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    throw ExpressionError(
      "`\(String(decoding: bytes[start..<end], as: UTF8.self))` does not belong in an expression",
      range: start..<end)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// White space and byte sequences of U+00A0, U+3000 and the like.
  private mutating func skipSpace() {
    while position < bytes.count {
      if NumberText.isSpace(bytes[position]) {
        position += 1
      } else if bytes[position] >= 0x80, let (scalar, length) = scalar(at: position),
        scalar.properties.isWhitespace
      {
        position += length
      } else {
        return
      }
    }
  }

  private func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[offset]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count,
      let text = String(validating: bytes[offset..<offset + length], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, length)
  }

  private mutating func name() -> String? {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      let isLetter = (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
      if isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") {
        position += 1
      } else if position > start, isDigit(byte) {
        position += 1
      } else if byte >= 0x80, let (scalar, length) = scalar(at: position),
        position > start
          ? scalar.properties.isIDContinue : scalar.properties.isIDStart
      {
        position += length
      } else {
        break
      }
    }
    guard position > start else { return nil }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func number() throws(ExpressionError) -> Double {
    let start = position
    let isPrefixed = bytes[start] == 0x30 && start + 1 < bytes.count
    if isPrefixed, [0x78, 0x6F, 0x62].contains(bytes[start + 1] | 0x20) {
      position += 2
      while position < bytes.count,
        isDigit(bytes[position]) || (0x41...0x46).contains(bytes[position] & 0xDF)
      {
        position += 1
      }
    } else {
      while position < bytes.count, isDigit(bytes[position]) { position += 1 }
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        position += 1
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
      }
      if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
        position += 1
        if position < bytes.count, [0x2B, 0x2D].contains(bytes[position]) { position += 1 }
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
      }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let value = NumberText.number(from: text)
    let runsOn = name() != nil
    guard !value.isNaN, !runsOn else {
      let word = String(decoding: bytes[start..<position], as: UTF8.self)
      throw ExpressionError(
        "`\(word)` is not a number", range: start..<position, expected: "a number such as 12.5")
    }
    return value
  }

  private mutating func string(quote: UInt8) throws(ExpressionError) -> String {
    let start = position
    position += 1
    var units: [UInt8] = []
    while position < bytes.count, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\") {
        units.append(contentsOf: try escape().utf8)
      } else {
        units.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else {
      throw ExpressionError(
        "the text does not end", range: start..<bytes.count,
        expected: "a closing \(quote == UInt8(ascii: "\"") ? "double" : "single") quote")
    }
    position += 1
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape() throws(ExpressionError) -> String {
    let start = position
    position += 1
    guard position < bytes.count, let (scalar, length) = scalar(at: position) else {
      throw ExpressionError("the escape does not end", range: start..<bytes.count)
    }
    position += length
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "v": return "\u{B}"
    case "0": return "\0"
    case "x": return try codePoint(digits: 2, from: start)
    case "u": return try codePoint(digits: 4, from: start)
    default: return String(scalar)
    }
  }

  private mutating func codePoint(digits: Int, from start: Int) throws(ExpressionError) -> String {
    func unit() -> UInt32? {
      guard position + digits <= bytes.count else { return nil }
      let text = String(decoding: bytes[position..<position + digits], as: UTF8.self)
      guard text.first != "+", text.first != "-", let unit = UInt32(text, radix: 16) else {
        return nil
      }
      position += digits
      return unit
    }
    if let first = unit() {
      if let scalar = Unicode.Scalar(first) { return String(scalar) }
      if (0xD800...0xDBFF).contains(first), bytes[position...].starts(with: Array("\\u".utf8)) {
        position += 2
        if let low = unit(), (0xDC00...0xDFFF).contains(low),
          let scalar = Unicode.Scalar((first - 0xD800) << 10 + (low - 0xDC00) + 0x10000)
        {
          return String(scalar)
        }
      }
    }
    throw ExpressionError(
      "`\(String(decoding: bytes[start..<min(position + digits, bytes.count)], as: UTF8.self))` is "
        + "not an escape", range: start..<max(start + 1, min(position, bytes.count)),
      expected: "\\x and two, or \\u and four hexadecimal digits")
  }
}
