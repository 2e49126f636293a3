/// A number as people write it, where data would have it in plain digits with a point: `1,234`, `91,5`,
/// `１２３`, `−5`, `(12)`, `12%`.
package struct WrittenNumber: Hashable, Sendable {
  /// The number as data write it, or the two numbers that the text can stand for.
  package let readings: Readings
  /// Whether the text can only be meant with a comma as decimal mark, or points between thousands.
  package let hasDecimalComma: Bool
  /// What is not as data have it, in the words of a hint.
  private let remarks: [String]

  package enum Readings: Hashable, Sendable {
    case one(String)
    /// Which of the two is meant cannot be told from the text; `condition` goes with the first.
    case either(String, condition: String, String, otherwise: String)
  }

  /// The number that people read in `text`; nil where they would not read one, or not agree on the digits.
  package init?(_ text: String) {
    var spelling = Spelling(text)
    guard let (body, marks) = spelling.body() else { return nil }
    let sign = spelling.isNegative ? "-" : ""
    hasDecimalComma = marks == .decimalComma
    remarks = spelling.remarks + marks.remarks
    switch (marks, spelling.isInParentheses, spelling.isPercent) {
    case (.undecided, false, false):
      let parts = body.split(separator: ",")
      readings = .either(
        sign + parts.joined(), condition: "if the comma groups thousands",
        sign + parts.joined(separator: "."), otherwise: "if it is a decimal comma")
    case (.undecided, _, _), (_, true, true): return nil
    case (_, true, false):
      readings = .either(
        "-" + body, condition: "if the parentheses mean less than zero", body, otherwise: "if not")
    case (_, false, true):
      readings = .either(
        sign + body, condition: "if the field holds percentages", sign + Self.hundredth(of: body),
        otherwise: "if it holds shares")
    case (_, false, false): readings = .one(sign + body)
    }
  }

  /// How to write `text` so that it can be read as a number; nil where nobody would read one in it.
  ///
  /// Whoever does as it says has the same number as before: where two can be meant, it names both.
  package static func hint(for text: String) -> String? {
    if isMissingMark(text) { return "where there is no value, leave the cell empty" }
    guard let number = WrittenNumber(text) else { return nil }
    switch number.readings {
    case .one(let plain):
      return (["write `\(plain)`"] + number.remarks).joined(separator: ", ")
    case .either(let first, let condition, let second, let otherwise):
      return "write `\(first)` \(condition), `\(second)` \(otherwise)"
    }
  }

  /// Whether `text` is a sign or word with which tables say that there is no value.
  package static func isMissingMark(_ text: String) -> Bool {
    let word = text.lowercased().filter { !$0.isWhitespace }
    return [
      "n/a", "na", "#n/a", "n.a.", "nan", "null", "none", "nil", "-", "–", "—", "−", "--", "…",
      "...", "..", ".", "x", "?", "notavailable", "无", "不详", "——", "/",
    ].contains(word)
  }

  /// A hundredth, by moving the point.
  private static func hundredth(of body: String) -> String {
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(repeating: "0", count: max(0, 3 - parts[0].count)) + parts[0]
    let fraction = whole.suffix(2) + (parts.count > 1 ? parts[1] : "")
    return "\(whole.dropLast(2)).\(fraction)"
  }
}

/// Which marks stand between the digits of a number.
private enum DigitMarks {
  case plain, groups, decimalComma
  /// A comma before exactly three digits: thousands in English, decimals in German.
  case undecided

  var remarks: [String] {
    switch self {
    case .plain, .undecided: []
    case .groups: ["without grouping"]
    case .decimalComma: ["with a point as decimal mark"]
    }
  }
}

/// The characters of a number with those of other scripts and typographers as ASCII has them.
private struct Spelling {
  private var characters: [Character] = []
  private(set) var isNegative = false
  private(set) var isInParentheses = false
  private(set) var isPercent = false
  private(set) var remarks: [String] = []

  init(_ text: String) {
    let trimmed = text.drop(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace }
    var body = end.map { trimmed[...$0] } ?? trimmed
    if body.count < text.count { remarks.append("without spaces about it") }
    if let first = body.first, let last = body.last, body.count > 2, "(（".contains(first),
      ")）".contains(last)
    {
      isInParentheses = true
      body = body.dropFirst().dropLast()
    }
    var hasForeignDigits = false
    for character in body {
      let plain = Self.plain(character)
      if plain != character, plain.isNumber { hasForeignDigits = true }
      characters.append(plain)
    }
    if hasForeignDigits { remarks.append("in the digits 0 to 9") }
    if body.first.map({ $0 != "-" && Self.plain($0) == "-" }) == true {
      remarks.append("with the minus `-`")
    }
    if characters.last == "%" {
      isPercent = true
      characters.removeLast()
    }
    let isCurrency = { (character: Character) in
      character.unicodeScalars.first?.properties.generalCategory == .currencySymbol
    }
    takeSign()
    if characters.first.map(isCurrency) == true {
      characters.removeFirst()
      remarks.append("without its unit")
    } else if characters.last.map(isCurrency) == true {
      characters.removeLast()
      remarks.append("without its unit")
    }
    takeSign()
    while characters.first == " " { characters.removeFirst() }
    while characters.last == " " { characters.removeLast() }
  }

  private mutating func takeSign() {
    guard !isNegative, let first = characters.first, first == "-" || first == "+" else { return }
    isNegative = first == "-"
    characters.removeFirst()
  }

  private static func plain(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
      return Character(Unicode.Scalar(0x30 + UInt8(value)))
    }
    switch character {
    case "−", "–", "‒", "‐", "‑", "﹣", "－": return "-"
    case "＋": return "+"
    case "．", "٫": return "."
    case "，": return ","
    case "％", "٪": return "%"
    case "’", "＇", "٬", "_": return "'"
    default: return character.isWhitespace ? " " : character
    }
  }

  /// The digits with at most a point between them, or with a comma where its meaning is undecided; nil where
  /// the characters are not digits and marks in an order that numbers have.
  mutating func body() -> (String, DigitMarks)? {
    guard let first = characters.first, let last = characters.last, first.isNumber, last.isNumber
    else { return nil }
    for character in characters where !(character.isASCII && character.isNumber) {
      guard " '.,".contains(character) else { return nil }
    }
    let marks = characters.filter { !$0.isNumber }
    let kinds = Set(marks)
    let text = String(characters)
    guard let lastMark = marks.last else { return (text, .plain) }
    if kinds.count == 1 {
      let groups = text.split(separator: lastMark, omittingEmptySubsequences: false)
      switch (lastMark, marks.count) {
      case (".", 1): return (text, .plain)
      case (",", 1):
        if groups[1].count == 3, groups[0].count <= 3, groups[0].first != "0" {
          return (text, .undecided)
        }
        return (groups.joined(separator: "."), .decimalComma)
      default:
        guard Self.areThousands(groups) else { return nil }
        return (groups.joined(), lastMark == "." ? .decimalComma : .groups)
      }
    }
    // Of two kinds of marks the last stands before the decimals.
    guard kinds.count == 2, lastMark == "." || lastMark == ",",
      marks.filter({ $0 == lastMark }).count == 1,
      let other = kinds.first(where: { $0 != lastMark })
    else { return nil }
    let parts = text.split(separator: lastMark)
    let groups = parts[0].split(separator: other, omittingEmptySubsequences: false)
    guard parts.count == 2, Self.areThousands(groups) else { return nil }
    return (
      groups.joined() + "." + parts[1], lastMark == "," ? .decimalComma : .groups
    )
  }

  /// Whether digits are set off in threes, or as in India in twos before the last three.
  private static func areThousands(_ groups: [Substring]) -> Bool {
    guard groups.count > 1, let first = groups.first, let last = groups.last, last.count == 3,
      (1...3).contains(first.count), first.first != "0"
    else { return false }
    let middle = groups.dropFirst().dropLast()
    return middle.allSatisfy { $0.count == 3 }
      || first.count <= 2 && middle.allSatisfy { $0.count == 2 }
  }
}
