extension AnalyzedText {
  /// The ranges of scalars that are words to be divided, in order: Latin letters alone, of which only the
  /// first may be a capital.
  ///
  /// What stands between spaces or dashes is taken as a whole: with a figure, a full stop, a slash or a
  /// hyphen in it, it is a number, a name, an address or a compound that has its own place to break. The
  /// parts about an apostrophe are words of their own. A short word stays whole: dividing it gains the line
  /// little and costs the reader more. What a figure counts (`761.6 billion`) stays whole, and
  /// so does a word that a no-break space ties to its number (`Figure 8`).
  func divisibleWords(softHyphens: [Int]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var hyphens = softHyphens[...]
    var index = 0
    while index < scalars.count {
      while index < scalars.count, Self.separates(scalars[index]) { index += 1 }
      let start = index
      while index < scalars.count, !Self.separates(scalars[index]) { index += 1 }
      while let next = hyphens.first, next <= starts[start] { hyphens.removeFirst() }
      if let next = hyphens.first, next < starts[index] { continue }
      addWords(of: start..<index, to: &words)
    }
    return words
  }

  /// The letters of the shortest word that is divided.
  private static var shortest: Int { 8 }

  private func addWords(of token: Range<Int>, to words: inout [Range<Int>]) {
    var (start, end) = (token.lowerBound, token.upperBound)
    if start > 1, scalars[start - 1] == 0x20 || scalars[start - 1] == 0xA0,
      Self.isDigit(scalars[start - 2])
    {
      return
    }
    if end + 1 < scalars.count, scalars[end] == 0xA0, Self.isDigit(scalars[end + 1]) { return }
    while start < end, !Self.isLetter(scalars[start]), !Self.isDigit(scalars[start]) { start += 1 }
    while start < end, !Self.isLetter(scalars[end - 1]), !Self.isDigit(scalars[end - 1]) {
      end -= 1
    }
    guard end - start >= Self.shortest else { return }
    let first = words.count
    var wordStart = start
    for index in start..<end {
      let scalar = scalars[index]
      if scalar == 0x27 || scalar == 0x2019 {
        if index - wordStart >= Self.shortest { words.append(wordStart..<index) }
        wordStart = index + 1
      } else if !Self.isLetter(scalar) || (index > wordStart && Self.isCapital(scalar)) {
        words.removeSubrange(first...)
        return
      }
    }
    if end - wordStart >= Self.shortest { words.append(wordStart..<end) }
  }

  private static func separates(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0xA0, 0x2000...0x200A, 0x2013, 0x2014, 0x2028, 0x2029, 0x202F, 0x205F: true
    default: isSetSolid(scalar)
    }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
    default: false
    }
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}
