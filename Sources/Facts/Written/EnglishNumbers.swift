/// Numbers in English text: digits with thousands separators, number words, ordinals, and words for
/// powers of ten.
package enum NumberWords {
  /// A number of a text, and the power of ten that a word after it names (0 for none).
  package struct Mention: Hashable, Sendable {
    package var value: Double
    package var multiplier: Int
  }

  /// The numbers of `text` in order. `Fifty seven percent` has 57, `12,000 mu` 12,000, `5.7 million` 5.7
  /// with the multiplier 6, `the second` 2, `30th` 30.
  package static func mentions(in text: String) -> [Mention] {
    let words = words(of: SourceText.normalized(text).lowercased())
    var found: [Mention] = []
    var index = 0
    while index < words.count {
      guard let (value, length) = number(at: index, in: words) else {
        index += 1
        continue
      }
      index += length
      var multiplier = 0
      if index < words.count, let power = powers[words[index]] {
        multiplier = power
        index += 1
      }
      found.append(Mention(value: value, multiplier: multiplier))
    }
    return found
  }

  /// Whether `text` writes the number `value` times ten to the power of `multiplier`. A text without a
  /// number writes one where it says `a`, `an` or `top`.
  package static func writes(_ value: Double, _ multiplier: Int, in text: String) -> Bool {
    let mentions = mentions(in: text)
    let wanted = DecimalPower.scale(value, by: multiplier)
    let tolerance = abs(wanted) * 1e-12
    if mentions.contains(where: { mention in
      abs(DecimalPower.scale(mention.value, by: mention.multiplier) - wanted) <= tolerance
    }) {
      return true
    }
    guard wanted == 1, mentions.isEmpty else { return false }
    return words(of: SourceText.normalized(text).lowercased())
      .contains { $0 == "a" || $0 == "an" || $0 == "top" }
  }

  /// Words of letters, and numbers with their separators; a hyphen parts words.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index].value)
    }
    for (index, scalar) in scalars.enumerated() {
      let isSeparator = scalar == "," || scalar == "."
      if scalar.properties.isAlphabetic || isDigit(index) {
        word.unicodeScalars.append(scalar)
      } else if isSeparator, isDigit(index - 1), isDigit(index + 1) {
        if scalar == "." { word.append(".") }
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The number that begins at `index`, and how many words it takes.
  private static func number(at index: Int, in words: [String]) -> (Double, Int)? {
    if let value = digits(words[index]) { return (value, 1) }
    var total = 0.0
    var length = 0
    while index + length < words.count {
      let word = words[index + length]
      if let tens = tens[word] {
        total += tens
        length += 1
        // “Fifty seven”: a unit may follow the tens, and then the number is complete.
        if index + length < words.count, let unit = units[words[index + length]], unit < 10 {
          total += unit
          length += 1
        }
      } else if let unit = units[word] {
        total += unit
        length += 1
      } else {
        break
      }
      guard index + length < words.count, words[index + length] == "hundred" else { break }
      total *= 100
      length += 1
      if index + length < words.count, words[index + length] == "and" { length += 1 }
    }
    return length > 0 ? (total, length) : nil
  }

  /// The value of digits, with an ordinal's ending or a power's letter left to others.
  private static func digits(_ word: String) -> Double? {
    let number = word.prefix { ("0"..."9").contains($0) || $0 == "." }
    let rest = word.dropFirst(number.count)
    guard !number.isEmpty, ["", "st", "nd", "rd", "th"].contains(rest) else { return nil }
    return DecimalText.value(of: String(number))
  }

  private static let powers = [
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "wan": 4, "yi": 8,
  ]

  private static let units: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "dozen": 12,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
  ]

  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
  ]
}
