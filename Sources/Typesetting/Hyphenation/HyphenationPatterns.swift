/// Where words of a language may be divided: Liang's patterns ("Word Hy-phen-a-tion by Com-put-er", 1983)
/// in libhyphen's files.
struct HyphenationPatterns {
  /// The least number of letters before and after a break.
  struct Edges {
    var before: Int
    var after: Int
  }

  private var table: PatternTable
  private var edges = Edges(before: 0, after: 0)

  /// Reads a file; nil for one in an encoding other than UTF-8, and for one whose patterns divide compounds
  /// before their parts, as German ones do: libhyphen lets a longer pattern silence a shorter one there.
  ///
  /// Patterns that change the spelling (`/`) are left out: words are divided as they are written.
  init?(file: [UInt8]) {
    table = PatternTable(capacity: file.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 })
    guard file.withUnsafeBufferPointer({ read($0) }) else { return nil }
  }

  /// The places to divide `word`, each the number of letters before it, ascending.
  ///
  /// - Parameter word: Lower-case letters.
  func points(in word: [UInt32], edges least: Edges) -> [Int] {
    let first = max(1, least.before, edges.before)
    let last = word.count - max(1, least.after, edges.after)
    guard first <= last else { return [] }
    // Full stops stand for the ends of the word.
    var bytes: [UInt8] = [0x2E]
    var starts: [Int] = []
    for scalar in word {
      starts.append(bytes.count)
      let letter = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      bytes.append(contentsOf: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter)
    }
    bytes.append(0x2E)
    let scores = table.scores(of: bytes)
    return (first...last).filter { scores[starts[$0]] & 1 == 1 }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var isFirst = true
    while start < text.count {
      var end = start
      var isPlain = true
      while end < text.count, text[end] != 0x0A {
        if text[end] == 0x2F { isPlain = false }
        end += 1
      }
      let line = text[start..<(end > start && text[end - 1] == 0x0D ? end - 1 : end)]
      start = end + 1
      if isFirst {
        guard String(decoding: line, as: UTF8.self) == "UTF-8" else { return false }
        isFirst = false
        continue
      }
      switch line.first {
      case nil, 0x23, 0x25: continue  // comments begin with # or %
      case .some(0x41...0x5A):  // keywords are in capitals, patterns are not
        let words = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard keyword(words[0], value: words.count > 1 ? Int(words[1]) ?? 0 : 0) else {
          return false
        }
      default: if isPlain { table.insert(line) }
      }
    }
    return !isFirst
  }

  /// Takes in a setting; false for one that this reading cannot obey.
  private mutating func keyword(_ name: Substring, value: Int) -> Bool {
    switch name {
    case "LEFTHYPHENMIN": edges.before = value
    case "RIGHTHYPHENMIN": edges.after = value
    case "NEXTLEVEL": return table.isEmpty
    default: break  // the others speak of compounds, and of signs that no word here has
    }
    return true
  }
}
