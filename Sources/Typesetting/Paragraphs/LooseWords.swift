extension ShapedParagraph {
  /// Words that point to the next one and look lost at the end of a line.
  private static let pointers: Set<String> = [
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "as", "i",
  ]

  /// Whether the word before the space `cluster` would rather go with the one after it: a small word of
  /// English, or a number before what it counts.
  func isLoose(before cluster: Int) -> Bool {
    let space = clusters[cluster].scalar
    guard space > 0, space + 1 < text.scalars.count else { return false }
    let last = text.scalars[space - 1]
    if (0x30...0x39).contains(last) || last == 0x25 {
      return (0x61...0x7A).contains(text.scalars[space + 1])
    }
    guard isLetter(last) else { return false }
    var start = space - 1
    while start > 0, isLetter(text.scalars[start - 1]) {
      start -= 1
      if space - start > 3 { return false }
    }
    guard start == 0 || !isWestern(text.scalars[start - 1]) else { return false }
    let word = text.bytes[text.starts[start]..<text.starts[space]].map { $0 | 0x20 }
    return Self.pointers.contains(String(decoding: word, as: UTF8.self))
  }

  private func isLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }
}
