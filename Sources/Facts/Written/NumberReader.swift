/// Numbers in a text by a table of its language's words: digits with their marks, number words, words for powers of
/// ten, and the units and qualifiers beside them.
struct NumberReader {
  private enum Token: Hashable {
    case word(String)
    case number(Double)
    case sign(Unicode.Scalar)
  }

  private var tokens: [Token] = []
  /// Whether a token follows the one before it without a space.
  private var isGlued: [Bool] = []
  /// Whether a hyphen or dash, and at most spaces, stand between a token and the one before it.
  private var isAfterHyphen: [Bool] = []
  private let words: NumberWords
  /// The numbers in order. `12,5 %` has 12.5, `1,2 milliard d'euros` 1.2 with the power 9, `treinta y uno` 31.
  private(set) var numbers: [PrintedNumber] = []
  /// Whether a number may stand in the text that is not among `numbers`: in words that the language's table lacks.
  private(set) var mayHaveOthers = false

  /// Reads normalized text. A hyphen parts words; before digits it is a minus.
  init(_ text: String, _ words: NumberWords) {
    self.words = words
    tokenize(text)
    // Fractions and powers of science.
    mayHaveOthers = text.unicodeScalars.contains {
      $0.properties.generalCategory == .otherNumber && $0 != "²"
        || "/×^".unicodeScalars.contains($0)
    }
    readNumbers()
  }

  private mutating func tokenize(_ text: String) {
    let scalars = Array(text.lowercased().unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index].value)
    }
    var index = 0
    var isAfterSpace = true
    var hasHyphen = false
    func add(_ token: Token, _ isGlued: Bool, to reader: inout NumberReader) {
      reader.tokens.append(token)
      reader.isGlued.append(isGlued)
      reader.isAfterHyphen.append(hasHyphen)
      hasHyphen = false
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let start = index
      if isDigit(index) {
        let (value, length) = words.marks.number(scalars[index...])
        index += length
        let number = value.map { Token.number($0) }
        add(number ?? .word("\(scalar)"), !isAfterSpace, to: &self)
      } else if scalar.properties.isAlphabetic {
        while index < scalars.count, scalars[index].properties.isAlphabetic { index += 1 }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[start..<index])
        add(.word(String(word)), !isAfterSpace, to: &self)
      } else {
        index += 1
        let isMinus = scalar == "-" && isAfterSpace && isDigit(index)
        if isMinus || Self.signs.contains(scalar) { add(.sign(scalar), !isAfterSpace, to: &self) }
        if scalar != " " { hasHyphen = scalar == "-" && !isMinus }
        isAfterSpace = " -('\"".unicodeScalars.contains(scalar)
        continue
      }
      isAfterSpace = false
    }
  }

  private static let signs = Set("$€£¥%‰+~≈><≥≤²".unicodeScalars)

  /// One where a word of the text may stand for it, but not as in `eine Million`.
  var implied: Double? {
    for index in tokens.indices {
      guard let word = word(index) else { continue }
      if words.ones.contains(word), words.powers[self.word(index + 1) ?? ""] == nil { return 1 }
    }
    return nil
  }

  private mutating func readNumbers() {
    var index = 0
    var last = 0
    while index < tokens.count {
      guard let (value, length) = number(at: index) else {
        if word(index).map(words.isNumeral) == true { mayHaveOthers = true }
        index += 1
        continue
      }
      if length > 0, word(index) != nil { mayHaveOthers = true }
      var number = PrintedNumber(value)
      var end = index + length
      readPowers(&number, &end)
      let afterFigure = end
      // Three million five hundred thousand is one number.
      if number.powers != [0], isNumber(end) { mayHaveOthers = true }
      readUnit(&number, &end)
      let afterUnit = end
      var start = index
      readCurrency(&number, &start)
      let isRange =
        start == last && isAfterHyphen[start]
        || start == last + 1 && words.ranges.contains(word(last) ?? "")
      readQualifiers(&number, before: &start, after: afterFigure, end: &end)
      number.isAlone = start == 0 && end == tokens.count
      if isRange, let first = numbers.last, let range = PrintedNumber.range(first, number) {
        numbers.append(range)
      }
      numbers.append(number)
      last = afterUnit
      index = max(afterUnit, index + 1)
    }
    if numbers.isEmpty { mayHaveOthers = true }
  }

  private func isNumber(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), case .number = tokens[index] else { return false }
    return true
  }

  private func readUnit(_ number: inout PrintedNumber, _ end: inout Int) {
    let gap = words.connectors.contains(word(end) ?? "") ? 1 : 0
    let unit = words.unit(phrase(from: end + gap))
    guard unit.length > 0 else { return }
    number.units = unit.units
    if unit.power != 0 { number.powers = number.powers.flatMap { [$0, $0 + unit.power] } }
    end += gap + unit.length
  }

  /// The words from `index` on, as many as a unit or a qualifier may have; signs as themselves.
  private func phrase(from index: Int, count: Int = 4) -> [String] {
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
      let isOrdinal = words.ordinalSuffixes.contains(word(index + 1) ?? "")
      return (value, isOrdinal && isGlued[index + 1] ? 2 : 1)
    }
    guard let first = word(index) else { return nil }
    if let (value, length) = spelled(at: index) { return (value, length) }
    // `un million`, `hundert`
    if words.hundreds.contains(first) { return (100, 1) }
    return words.powers[first] == nil ? nil : (1, 0)
  }

  private func spelled(at index: Int) -> (Double, Int)? {
    var total = 0.0
    var length = 0
    while let word = word(index + length) {
      if let tens = words.tens[word] {
        total += tens
        length += 1
        // A unit may follow the tens, and then the number is complete.
        let gap = words.afterTens.map { self.word(index + length) == $0 } == true ? 1 : 0
        if let unit = self.word(index + length + gap).flatMap({ words.numerals[$0] }), unit < 10 {
          total += unit
          length += gap + 1
        }
      } else if let unit = words.numerals[word] {
        total += unit
        length += 1
      } else {
        break
      }
      guard words.hundreds.contains(self.word(index + length) ?? "") else { break }
      total *= 100
      length += 1
    }
    return length > 0 ? (total, length) : nil
  }

  private func readPowers(_ number: inout PrintedNumber, _ end: inout Int) {
    while let word = word(end) {
      if tokens.indices.contains(end + 1), tokens[end + 1] == .sign("²") { return }
      if let power = words.powers[word] {
        number.powers = number.powers.map { $0 + power }
      } else if let power = words.letters[word],
        isGlued[end] || words.unit([word]).length == 0
      {
        // A letter alone may be a unit as well.
        number.powers += number.powers.map { $0 + power }
        if words.unit([word]).length > 0 { return }
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
    while start > 0, let word = word(start - 1), words.articles.contains(word) { start -= 1 }
    for count in stride(from: min(4, start), to: 0, by: -1) {
      let phrase = phrase(from: start - count, count: count).joined(separator: " ")
      guard let qualifiers = words.before[phrase] else { continue }
      number.qualifiers += qualifiers
      start -= count
      let isTime = !number.units.isEmpty && number.units.allSatisfy(\.isTime)
      if words.prepositions.contains(phrase), start > 0 || isTime {
        number.qualifiers.append(.exact)
      }
      break
    }
    for place in figure == end ? [end] : [figure, end] {
      for count in [2, 1] {
        let following = phrase(from: place, count: count)
        guard following.count == count,
          let qualifiers = words.after[following.joined(separator: " ")]
        else { continue }
        number.qualifiers += qualifiers
        end = max(end, place + count)
        return
      }
    }
  }
}

extension Unit {
  fileprivate var isTime: Bool { self == .day || self == .month || self == .year }
}
