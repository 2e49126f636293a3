/// Text as it may stand in XML.
enum XMLText {
  /// The content of an element.
  static func content(_ text: String) -> String { escaped(text, inAttribute: false) }

  /// The value of an attribute in double quotes. Line breaks and tabs are written as references, since
  /// a parser would turn them into spaces (XML 1.0, 3.3.3).
  static func attribute(_ text: String) -> String { escaped(text, inAttribute: true) }

  /// Whether a viewer would drop or merge spaces of `text` unless told to keep them.
  static func needsSpacePreserved(_ text: String) -> Bool {
    var previousIsSpace = true
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if isSpace && previousIsSpace { return true }
      previousIsSpace = isSpace
    }
    return previousIsSpace && !text.isEmpty
  }

  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where inAttribute: result += "&quot;"
      case "\t", "\n": result += inAttribute ? "&#\(scalar.value);" : String(scalar)
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// Bytes that stand for themselves everywhere; 0xEF may begin U+FFFE and U+FFFF.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    case 0..<0x20, 0xEF: false
    default: true
    }
  }

  /// The production `Char` of XML 1.0 (2.2), tab and line ends being dealt with before.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }
}
