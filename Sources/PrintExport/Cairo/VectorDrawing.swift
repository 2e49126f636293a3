/// An SVG as Cairo wrote it, made to depend on nothing but what is drawn: Cairo names pictures by how many surfaces the
/// process had before.
struct VectorDrawing {
  private var bytes: [UInt8] = []

  init(_ written: [UInt8]) {
    bytes.reserveCapacity(written.count)
    var numbers: [[UInt8]: Int] = [:]
    var place = 0
    while place < written.count {
      let byte = written[place]
      bytes.append(byte)
      place += 1
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#"),
        let name = Self.name(in: written, at: place)
      else { continue }
      let number = numbers[Array(written[name.whole])] ?? numbers.count + 1
      numbers[Array(written[name.whole])] = number
      bytes += written[name.kind]
      bytes.append(integer: number)
      place = name.whole.upperBound
    }
  }

  /// The name of a picture, a kind and a number, up to the quote after it.
  private static func name(in text: [UInt8], at place: Int) -> (
    whole: Range<Int>, kind: Range<Int>
  )? {
    for kind in ["surface", "image"] where text[place...].starts(with: kind.utf8) {
      let start = place + kind.utf8.count
      var end = start
      while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
      guard end > start, end < text.count, text[end] == UInt8(ascii: "\"") else { return nil }
      return (place..<end, place..<start)
    }
    return nil
  }

  /// The drawing with words for those who do not see it.
  func labelled(title: String?, description: String?, language: String?) -> [UInt8] {
    guard let root = bytes.firstRange(of: Array("<svg ".utf8)),
      let end = bytes[root.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    var attributes = " role=\"img\""
    if let language { attributes += " xml:lang=\"\(escaped(language))\"" }
    var words = ""
    if let title { words += "\n<title>\(escaped(title))</title>" }
    if let description { words += "\n<desc>\(escaped(description))</desc>" }
    return bytes[..<end] + Array(attributes.utf8) + [UInt8(ascii: ">")] + Array(words.utf8)
      + bytes[(end + 1)...]
  }
}

/// Text within XML.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    // Characters that XML 1.0 has no way to write.
    case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
