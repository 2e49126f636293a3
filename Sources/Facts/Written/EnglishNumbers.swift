/// Numbers in English text: digits with thousands separators, number words, ordinals, words for powers of ten, and
/// the units and qualifiers beside them.
struct EnglishNumbers {
  private enum Token: Hashable {
    case word(String)
    case number(Double)
    case sign(Unicode.Scalar)
  }

  private var tokens: [Token] = []
  /// Whether a token follows the one before it without a space.
  private var isGlued: [Bool] = []

  /// The tokens of normalized text. A hyphen parts words; before digits it is a minus.
  init(_ text: String) {
    let scalars = Array(text.lowercased().unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index].value)
    }
    var index = 0
    var isAfterSpace = true
    func add(_ token: Token, _ isGlued: Bool, to reader: inout EnglishNumbers) {
      reader.tokens.append(token)
      reader.isGlued.append(isGlued)
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let start = index
      if isDigit(index) {
        var digits = String.UnicodeScalarView()
        while index < scalars.count {
          let isSeparator = scalars[index] == "," || scalars[index] == "."
          guard isDigit(index) || isSeparator && isDigit(index + 1) else { break }
          if scalars[index] != "," { digits.append(scalars[index]) }
          index += 1
        }
        let number = DecimalText.value(of: String(digits)).map { Token.number($0) }
        add(number ?? .word(String(digits)), !isAfterSpace, to: &self)
      } else if scalar.properties.isAlphabetic {
        while index < scalars.count, scalars[index].properties.isAlphabetic { index += 1 }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[start..<index])
        add(.word(String(word)), !isAfterSpace, to: &self)
      } else {
        index += 1
        let isMinus = scalar == "-" && isAfterSpace && isDigit(index)
        if isMinus || Self.signs.contains(scalar) { add(.sign(scalar), !isAfterSpace, to: &self) }
        isAfterSpace = scalar == " " || scalar == "-" || scalar == "(" || scalar == "\""
        continue
      }
      isAfterSpace = false
    }
  }

  private static let signs = Set("$€£¥%‰+~≈><≥≤²".unicodeScalars)

  /// What a text without a number stands for: one where it says `a`, `an`, `top` or `single`; none where it says so.
  var implied: Double? {
    for case .word(let word) in tokens {
      if ["a", "an", "top", "single", "sole"].contains(word) { return 1 }
      if ["no", "none", "nil"].contains(word) { return 0 }
    }
    return nil
  }

  /// The numbers in order. `Fifty seven percent` has 57, `12,000 mu` 12,000, `5.7 million` 5.7 with the power 6,
  /// `the second` 2, `30th` 30.
  func numbers() -> [PrintedNumber] {
    var found: [PrintedNumber] = []
    var index = 0
    while index < tokens.count {
      guard let (value, length) = number(at: index) else {
        index += 1
        continue
      }
      var number = PrintedNumber(value)
      var end = index + length
      readPowers(&number, &end)
      let afterFigure = end
      let unit = EnglishUnits.read(words(from: end))
      number.units = unit.units
      if unit.power != 0 { number.powers = number.powers.flatMap { [$0, $0 + unit.power] } }
      end += unit.length
      var start = index
      readCurrency(&number, &start)
      readQualifiers(&number, before: &start, after: afterFigure, end: &end)
      number.isAlone = start == 0 && end == tokens.count
      found.append(number)
      index = max(afterFigure, index + 1)
    }
    return found
  }

  /// The words from `index` on, as many as a unit or a qualifier may have; signs as themselves.
  private func words(from index: Int, count: Int = 4) -> [String] {
    guard index >= 0, index < tokens.count else { return [] }
    return tokens[index..<min(index + count, tokens.count)].map(Self.text)
  }

  private static func text(_ token: Token) -> String {
    switch token {
    case .word(let word): word
    case .sign(let sign): String(sign)
    case .number: "0"
    }
  }

  // MARK: The number

  private func word(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .word(let word) = tokens[index] else { return nil }
    return word
  }

  /// The number that begins at `index`, and how many tokens it takes.
  private func number(at index: Int) -> (Double, Int)? {
    if case .number(let value) = tokens[index] {
      // `COVID19` is a name.
      if isGlued[index], word(index - 1).map({ EnglishUnits.currencies[$0] == nil }) == true {
        return nil
      }
      let isOrdinal = ["st", "nd", "rd", "th"].contains(word(index + 1) ?? "")
      return (value, isOrdinal && isGlued[index + 1] ? 2 : 1)
    }
    guard word(index) != nil else { return nil }
    if let (value, length) = spelled(at: index) { return (value, length) }
    switch word(index) {
    case "half": return (0.5, ["a", "an"].contains(word(index + 1) ?? "") ? 2 : 1)
    // `a million`, `the hundred`
    case "hundred": return (100, 1)
    case .some(let word) where Self.powers[word] != nil: return (1, 0)
    default: return nil
    }
  }

  private func spelled(at index: Int) -> (Double, Int)? {
    var total = 0.0
    var length = 0
    while let word = word(index + length) {
      if let tens = Self.tens[word] {
        total += tens
        length += 1
        // “Fifty seven”: a unit may follow the tens, and then the number is complete.
        if let unit = self.word(index + length).flatMap({ Self.units[$0] }), unit < 10 {
          total += unit
          length += 1
        }
      } else if let unit = Self.units[word] {
        total += unit
        length += 1
      } else {
        break
      }
      guard self.word(index + length) == "hundred" else { break }
      total *= 100
      length += 1
      if self.word(index + length) == "and" { length += 1 }
    }
    return length > 0 ? (total, length) : nil
  }

  private func readPowers(_ number: inout PrintedNumber, _ end: inout Int) {
    while let word = word(end) {
      if tokens.indices.contains(end + 1), tokens[end + 1] == .sign("²") { return }
      if word == "dozen" {
        number.value *= 12
      } else if let power = Self.powers[word] {
        number.powers = number.powers.map { $0 + power }
      } else if let power = Self.letters[word],
        isGlued[end] || EnglishUnits.read([word]).length == 0
      {
        // A letter alone may be a unit as well.
        number.powers += number.powers.map { $0 + power }
        if EnglishUnits.read([word]).length > 0 { return }
      } else {
        return
      }
      end += 1
    }
  }

  // MARK: What stands beside it

  private func readCurrency(_ number: inout PrintedNumber, _ start: inout Int) {
    var first = start
    while first > 0, let unit = EnglishUnits.currencies[Self.text(tokens[first - 1])] {
      // The first letters of `US$` say which dollar; without the sign they are a word.
      if first == start, ["us", "hk"].contains(word(first - 1) ?? "") { break }
      number.units = number.units.isEmpty || first < start ? unit : number.units
      first -= 1
    }
    if first > 0, tokens[first - 1] == .sign("-") {
      number.isNegative = true
      first -= 1
    }
    start = first
  }

  private func readQualifiers(
    _ number: inout PrintedNumber, before start: inout Int, after figure: Int, end: inout Int
  ) {
    while start > 0, let word = word(start - 1), ["a", "an", "the"].contains(word) { start -= 1 }
    for count in stride(from: min(4, start), to: 0, by: -1) {
      let phrase = words(from: start - count, count: count).joined(separator: " ")
      guard let qualifiers = EnglishQualifiers.before[phrase] else { continue }
      number.qualifiers += qualifiers
      start -= count
      break
    }
    for place in figure == end ? [end] : [figure, end] {
      for count in [2, 1] {
        let following = words(from: place, count: count)
        guard following.count == count,
          let qualifiers = EnglishQualifiers.after[following.joined(separator: " ")]
        else { continue }
        number.qualifiers += qualifiers
        end = max(end, place + count)
        return
      }
    }
  }

  /// Powers of ten that are certain.
  private static let powers = [
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "wan": 4, "yi": 8, "lakh": 5,
    "crore": 7, "bn": 9, "mn": 6, "mln": 6, "tn": 12, "trn": 12, "millions": 6, "billions": 9,
  ]

  /// Letters after digits that may stand for a power of ten, or for a unit.
  private static let letters = ["k": 3, "m": 6, "b": 9, "t": 12]

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
