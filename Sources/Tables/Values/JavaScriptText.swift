/// Operations on text that count in UTF-16 code units, as JavaScript does.
enum JavaScriptText {
  /// The code units from `start` up to `end`, both within the text. Half of a pair becomes U+FFFD.
  static func slice(_ text: String, _ start: Int, _ end: Int) -> String {
    guard start < end else { return "" }
    var copy = text
    if let ascii = copy.withUTF8({ bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }) {
      return ascii
    }
    return String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
  }

  /// The index of the first appearance of `needle` at `start` or later, or -1.
  static func firstIndex(of needle: String, in text: String, from start: Int = 0) -> Int {
    let (units, wanted) = (Array(text.utf16), Array(needle.utf16))
    var index = max(0, start)
    while index + wanted.count <= units.count {
      if units[index..<index + wanted.count].elementsEqual(wanted) { return index }
      index += 1
    }
    return -1
  }

  /// The index of the last appearance of `needle`, or -1.
  static func lastIndex(of needle: String, in text: String) -> Int {
    let (units, wanted) = (Array(text.utf16), Array(needle.utf16))
    var index = units.count - wanted.count
    while index >= 0 {
      if units[index..<index + wanted.count].elementsEqual(wanted) { return index }
      index -= 1
    }
    return -1
  }

  static func trimmed(_ text: String) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// `String.prototype.split` with a separator of text.
  static func split(_ text: String, by separator: String) -> [String] {
    let (units, wanted) = (Array(text.utf16), Array(separator.utf16))
    if wanted.isEmpty { return units.map { String(decoding: [$0], as: UTF16.self) } }
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + wanted.count <= units.count {
      if units[index..<index + wanted.count].elementsEqual(wanted) {
        parts.append(String(decoding: units[start..<index], as: UTF16.self))
        index += wanted.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: units[start...], as: UTF16.self))
    return parts
  }
}
