/// Numbers in English text: digits with thousands separators, number words, ordinals, words for powers of ten, and
/// the units and qualifiers beside them.
struct EnglishNumbers {
  private enum Token: Hashable {
    case word(String)
    case number(Double)
    /// Less than one, by a sign of its own: `½`.
    case fraction(Double)
    /// The power of ten in a number of science: `×10⁶`, `e6`.
    case exponent(Exponent)
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
      let isPoint = scalar == "." && isDigit(index + 1) && (index == 0 || !isDigit(index - 1))
      if isDigit(index) || isPoint {
        let digits = PrintedDigits(scalars, at: index)
        index = digits.end
        let number = digits.value.map { Token.number($0) }
        let text = String(String.UnicodeScalarView(scalars[start..<index]))
        add(number ?? .word(text), !isAfterSpace, to: &self)
      } else if let part = EnglishFractions.sign(scalar) {
        add(.fraction(part), !isAfterSpace, to: &self)
        index += 1
      } else if let exponent = Exponent(scalars, at: index) {
        if !tokens.isEmpty { add(.exponent(exponent), !isAfterSpace, to: &self) }
        index = exponent.end
      } else if scalar.properties.isAlphabetic {
        while index < scalars.count, scalars[index].properties.isAlphabetic { index += 1 }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[start..<index])
        add(.word(String(word)), !isAfterSpace, to: &self)
      } else {
        index += 1
        let isBeforeDigit = isDigit(index)
        let isMinus = scalar == "-" && isAfterSpace && isBeforeDigit
        // Between digits it is a range.
        if scalar == "-", isBeforeDigit, start > 0, isDigit(start - 1) {
          add(.word("to"), !isAfterSpace, to: &self)
        }
        if isMinus || Self.signs.contains(scalar) { add(.sign(scalar), !isAfterSpace, to: &self) }
        isAfterSpace = scalar == " " || scalar == "-" || scalar == "(" || scalar == "\""
        continue
      }
      isAfterSpace = false
    }
  }

  private static let signs = Set("$€£¥%‰+~≈><≥≤²/".unicodeScalars)

  /// What a text without a number stands for: one where it says `a`, `an`, `top` or `single`; none where it says so.
  var implied: Double? {
    for case .word(let word) in tokens {
      if ["a", "an", "top", "single", "sole"].contains(word) { return 1 }
      if ["no", "none", "nil"].contains(word) { return 0 }
    }
    return nil
  }

  /// The numbers in order. `Fifty seven percent` has 57, `12,000 mu` 12,000, `5.7 million` 5.7 with the power 6,
  /// `the second` 2, `30th` 30, `5 to 6` a range and its ends, `two thirds` a fraction.
  func numbers() -> [PrintedNumber] {
    var found: [PrintedNumber] = []
    var last: (number: PrintedNumber, start: Int, end: Int)?
    var index = 0
    while index < tokens.count {
      found += multiple(at: index)
      guard let (value, length) = number(at: index) else {
        index += 1
        continue
      }
      var number = PrintedNumber(value)
      if isFraction(at: index, length) { number = EnglishFractions.part(value) }
      var end = index + length
      readHalf(&number, &end)
      readPowers(&number, &end)
      readHalf(&number, &end)
      let afterFigure = end
      let unit = EnglishUnits.read(words(from: end))
      number.units = unit.units
      if unit.power != 0 {
        // `5 ‰` is half a percent; `Mt` may be a name.
        number.powers = number.powers.flatMap {
          unit.power < 0 ? [$0 + unit.power] : [$0, $0 + unit.power]
        }
      }
      end += unit.length
      var start = index
      readCurrency(&number, &start)
      let first = start
      let figureEnd = end
      readQualifiers(&number, before: &start, after: afterFigure, end: &end)
      number.isAlone = start == 0 && end == tokens.count
      found.append(number)
      if let last {
        if isRange(from: last.start, last.end, to: first),
          let range = PrintedNumber.range(last.number, number)
        {
          found.append(range)
        }
        found += compound(last.number, last.end, number, first)
      }
      last = (number, first, figureEnd)
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
    case .number, .fraction, .exponent: "0"
    }
  }

  // MARK: The number

  private func word(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .word(let word) = tokens[index] else { return nil }
    return word
  }

  /// The number that begins at `index`, and how many tokens it takes.
  private func number(at index: Int) -> (Double, Int)? {
    if case .fraction(let part) = tokens[index] { return (part, 1) }
    if let (part, length) = quotient(at: index) { return (part, length) }
    if case .number(let value) = tokens[index] {
      // `COVID19` is a name.
      if isGlued[index], word(index - 1).map({ EnglishUnits.currencies[$0] == nil }) == true {
        return nil
      }
      if tokens.indices.contains(index + 1), case .fraction(let part) = tokens[index + 1] {
        return (value + part, 2)
      }
      if let (part, length) = quotient(at: index + 1) { return (value + part, length + 1) }
      let isOrdinal = ["st", "nd", "rd", "th"].contains(word(index + 1) ?? "")
      return (value, isOrdinal && isGlued[index + 1] ? 2 : 1)
    }
    guard word(index) != nil else { return nil }
    if let (value, length) = spelled(at: index) {
      // `two thirds`; `a third` is read where the third is.
      if let whole = word(index + length).flatMap(EnglishFractions.denominator), value < whole {
        return (value / whole, length + 1)
      }
      return (value, length)
    }
    switch word(index) {
    case "quarter" where isArticle(index - 1): return (0.25, 1)
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

  private func isArticle(_ index: Int) -> Bool { ["a", "an", "one"].contains(word(index) ?? "") }

  /// `1/3`, but no `2024/25`.
  private func quotient(at index: Int) -> (Double, Int)? {
    guard tokens.indices.contains(index + 2), tokens[index + 1] == .sign("/"),
      case .number(let part) = tokens[index], case .number(let whole) = tokens[index + 2],
      part > 0, part < whole, whole <= 100, isGlued[index + 1], isGlued[index + 2]
    else { return nil }
    return (part / whole, 3)
  }

  private func isFraction(at index: Int, _ length: Int) -> Bool {
    switch tokens[index] {
    case .fraction: true
    case .number: quotient(at: index) != nil
    case .word(let word):
      ["half", "quarter"].contains(word)
        || self.word(index + length - 1).flatMap(EnglishFractions.denominator) != nil && length > 1
    case .exponent, .sign: false
    }
  }

  /// What is written beside a number that is read there: `a third` may be a place in an order or a part; `one in
  /// five`; `doubled`.
  private func multiple(at index: Int) -> [PrintedNumber] {
    if let word = word(index) {
      if let times = EnglishFractions.multiple(word) { return EnglishFractions.change(times) }
      if let whole = EnglishFractions.denominator(word), isArticle(index - 1) {
        return [EnglishFractions.part(1 / whole)]
      }
    }
    guard let (value, length) = number(at: index) else { return [] }
    if word(index + length) == "fold" { return EnglishFractions.change(value) }
    for phrase in ["in", "in every", "out of", "of every"] {
      let count = phrase.split(separator: " ").count
      if words(from: index + length, count: count).joined(separator: " ") == phrase,
        tokens.indices.contains(index + length + count),
        let (whole, _) = number(at: index + length + count), value < whole, whole <= 1000
      {
        return [EnglishFractions.part(value / whole)]
      }
    }
    return []
  }

  /// `and a half` after a number or its power.
  private func readHalf(_ number: inout PrintedNumber, _ end: inout Int) {
    guard words(from: end, count: 3).joined(separator: " ") == "and a half" else { return }
    number.value += 0.5
    end += 3
  }

  /// Whether what ends at `end` and what begins at `next` are the ends of a range.
  private func isRange(from start: Int, _ end: Int, to next: Int) -> Bool {
    guard next == end + 1 else { return false }
    switch word(end) {
    case "to", "or", "through": return true
    case "and": return word(start - 1) == "between"
    default: return false
    }
  }

  /// `two thousand three hundred`, `5 million 200 thousand`: the lower power right after the higher one.
  private func compound(
    _ high: PrintedNumber, _ end: Int, _ low: PrintedNumber, _ start: Int
  ) -> [PrintedNumber] {
    let isNext = start == end || start == end + 1 && word(end) == "and"
    guard isNext, high.units.isEmpty, let power = high.powers.first, high.powers.count == 1,
      power > 0, let lower = low.powers.first, low.powers.count == 1
    else { return [] }
    let rest = DecimalPower.scale(low.value, by: lower)
    guard rest < DecimalPower.of(power) else { return [] }
    var sum = low
    sum.value = DecimalPower.scale(high.value, by: power) + rest
    sum.powers = [0]
    sum.qualifiers = high.qualifiers + low.qualifiers
    sum.isAlone = false
    return [sum]
  }

  private func readPowers(_ number: inout PrintedNumber, _ end: inout Int) {
    if tokens.indices.contains(end), case .exponent(let exponent) = tokens[end] {
      number.powers = number.powers.map { $0 + exponent.power }
      end += 1
    }
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
    // Dollars of other countries have no code here.
    if first > 1, tokens[first - 1] == .sign("$"), isGlued[first - 1],
      let country = word(first - 2), country != "us", country != "hk"
    {
      start = first - 2
      return
    }
    while first > 0, let unit = EnglishUnits.currencies[Self.text(tokens[first - 1])] {
      // The first letters of `US$` say which dollar; without the sign they are a word.
      if first == start, ["us", "hk"].contains(word(first - 1) ?? "") { break }
      number.units = number.units.isEmpty || first < start ? unit : number.units
      first -= 1
    }
    if first > 0, tokens[first - 1] == .sign("-") {
      number.isNegative = true
      first -= 1
    } else if ["minus", "negative"].contains(word(first - 1) ?? ""),
      first == 1 || Self.beforeMinus.contains(word(first - 2) ?? "")
    {
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

  /// What leads to a number: the minus of `1990 levels minus 55%` is another.
  private static let beforeMinus: Set<String> = [
    "of", "to", "by", "at", "was", "is", "about", "around", "nearly", "from", "between", "and",
  ]

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
