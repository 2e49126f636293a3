/// Finds the numbers in a piece of text.
enum NumberScanner {
  struct Number {
    var text: String
    var before: String
    var after: String
  }

  private static let context = 16

  /// The runs of ASCII digits in `text`, with points and commas that stand between digits.
  static func numbers(in text: String) -> [Number] {
    guard text.utf8.contains(where: isDigit) else { return [] }
    let characters = Array(text)
    var numbers: [Number] = []
    var index = 0
    while index < characters.count {
      guard characters[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < characters.count {
        let isSeparator = characters[index] == "." || characters[index] == ","
        let joins = isSeparator && index + 1 < characters.count && characters[index + 1].isDigit
        guard characters[index].isDigit || joins else { break }
        index += 1
      }
      numbers.append(
        Number(
          text: String(characters[start..<index]),
          before: String(characters[max(0, start - context)..<start]),
          after: String(characters[index..<min(characters.count, index + context)])))
    }
    return numbers
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension Character {
  /// Whether this is one of the ten ASCII digits.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
