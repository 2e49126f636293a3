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
    let bytes = text.utf8
    var numbers: [Number] = []
    var index = bytes.startIndex
    while let start = bytes[index...].firstIndex(where: isDigit) {
      var end = start
      while end < bytes.endIndex {
        let next = bytes.index(after: end)
        let isSeparator = bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ",")
        let joins = isSeparator && next < bytes.endIndex && isDigit(bytes[next])
        guard isDigit(bytes[end]) || joins else { break }
        end = next
      }
      numbers.append(
        Number(
          text: String(text[start..<end]), before: String(text[..<start].suffix(context)),
          after: String(text[end...].prefix(context))))
      index = end
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
