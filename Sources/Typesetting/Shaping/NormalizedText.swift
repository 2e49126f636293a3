/// Text as the shaper takes it: one kind of line end, no soft hyphens.
struct NormalizedText {
  /// UTF-8; each line end is one `\n`, whatever it was.
  var bytes: [UInt8] = []
  /// The bytes before which a soft hyphen stood. The hyphens are taken out so that words keep their
  /// ligatures and copy out whole; one that a line breaks at is put back.
  var softHyphens: [Int] = []

  /// Adds `text`.
  mutating func append(_ text: String) {
    let special = text.utf8.contains { byte in
      (byte < 0x20 && byte != 0x0A && byte != 0x09) || byte == 0xC2 || byte == 0xE2
    }
    guard special else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: continue
      case "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": bytes.append(0x0A)
      case "\u{AD}": softHyphens.append(bytes.count)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

/// One text, normalised.
func normalized(_ text: String) -> NormalizedText {
  var result = NormalizedText()
  result.append(text)
  return result
}
