/// A number as a text writes it, with what stands beside it.
package struct PrintedNumber: Hashable, Sendable {
  /// The number, without the power of ten.
  package var value: Double
  /// Powers of ten that what follows may name; 0 alone where nothing does. `5 m` are five millions or metres.
  package var powers: [Int] = [0]
  /// Units that it may be in; none where no unit is known beside it.
  package var units: [Unit] = []
  /// How exactly it may be meant, by the words beside it; none where none are known.
  package var qualifiers: [Qualifier] = []
  /// Whether a minus stands before it.
  package var isNegative = false
  /// Whether nothing that is not understood stands before or after it in the text.
  package var isAlone = false
  /// The other end, of a range: `5 to 6 million`.
  var upper: Double?
  /// Whether a row rounds it, as it must write `a third`: 33, 33.3 or 0.333.
  var isFraction = false

  package init(_ value: Double) { self.value = value }

  /// Whether it is `number` times ten to the power of `multiplier`, whatever the sign. `decimals` says how far a
  /// row has rounded what no decimals write.
  func writes(_ number: Double, _ multiplier: Int, decimals: Int? = nil) -> Bool {
    let wanted = abs(DecimalPower.scale(number, by: multiplier))
    let half = decimals.map { DecimalPower.scale(0.5, by: multiplier - $0) } ?? 0
    return powers.contains { power in
      let low = DecimalPower.scale(value, by: power)
      if Self.isSame(low, wanted) || isFraction && abs(low - wanted) <= half * 1.000_001 {
        return true
      }
      guard let upper else { return false }
      return low <= wanted && wanted <= DecimalPower.scale(upper, by: power) * (1 + 1e-12)
    }
  }

  /// `value` and `upper` as the ends of one range: what follows the second is said of both.
  static func range(_ first: PrintedNumber, _ last: PrintedNumber) -> PrintedNumber? {
    guard first.powers == [0],
      first.units.isEmpty || last.units.isEmpty || first.units == last.units,
      first.value < last.value, !first.isFraction, !last.isFraction
    else { return nil }
    var range = last
    (range.value, range.upper) = (first.value, last.value)
    if range.units.isEmpty { range.units = first.units }
    // Whichever end a row takes, it may call it a bound.
    range.qualifiers = []
    range.isNegative = first.isNegative
    range.isAlone = false
    return range
  }

  static func isSame(_ a: Double, _ b: Double) -> Bool { abs(abs(a) - abs(b)) <= abs(b) * 1e-12 }
}

/// The numbers of a text as its language writes them.
package struct WrittenFigure: Sendable {
  package private(set) var numbers: [PrintedNumber]
  /// Whether the text has no words: digits and signs, as a cell of a printed table.
  private let isBare: Bool
  /// Whether a negative number would show in the text.
  private let isSigned: Bool
  /// Digits alone are compared: nothing is known of the language's words.
  private let isDigitsOnly: Bool
  /// A word that stands for one or for none where there is no number: `a`, `top`, `no`.
  private let implied: Double?
  /// Whether a number may stand in the text in words that are not read.
  let mayHaveOthers: Bool

  package init(_ text: String, in language: WrittenLanguage) {
    let text = SourceText.normalized(text)
    isDigitsOnly = language == .other
    isBare = !text.unicodeScalars.contains { $0.properties.isAlphabetic }
    // Accounts print what is negative in parentheses, remarks stand in them too.
    isSigned = isBare && !text.unicodeScalars.contains("(")
    var mayHaveOthers = false
    switch language {
    case .english:
      let reader = EnglishNumbers(text)
      numbers = reader.numbers()
      implied = numbers.isEmpty ? reader.implied : nil
    case .chinese:
      numbers = ChineseNumbers.numbers(in: text)
      implied = nil
    case .german, .swissGerman, .french, .spanish, .pointSpanish, .other:
      let reader = language.words.map { NumberReader(text, $0) }
      numbers = reader?.numbers ?? DigitRuns.numbers(in: text)
      implied = reader?.implied
      mayHaveOthers = reader?.mayHaveOthers ?? false
    }
    self.mayHaveOthers = mayHaveOthers
  }

  /// Whether the text writes `value` times ten to the power of `multiplier`. Digits without any word may be in the
  /// power of ten that stands at the head of a printed table.
  package func writes(_ value: Double, _ multiplier: Int) -> Bool {
    !matching(value, multiplier).isEmpty || implied == DecimalPower.scale(value, by: multiplier)
  }

  /// What the text says otherwise than a row, or nil.
  package enum Contradiction: Hashable, Sendable {
    case number
    case unit([Unit])
    /// The text says one of these; where there are none, it says no more than the figure.
    case qualifier([Qualifier])
  }

  /// What the text says otherwise than the row's columns.
  package func contradiction(
    _ number: DecimalText, _ multiplier: Int, _ unit: Unit?, _ qualifier: Qualifier?
  ) -> Contradiction? {
    if isDigitsOnly {
      if !DigitRuns.write(number.text, numbers) { return .number }
      // A minus at the head of a text is one in each language.
      let isMinus = numbers.first?.isNegative == true
      if number.value > 0, numbers.count == 1, isMinus { return .number }
      return number.value < 0 && isSigned && !isMinus && !numbers.isEmpty ? .number : nil
    }
    let matching = matching(number.value, multiplier, number.decimals)
    if matching.isEmpty {
      return mayHaveOthers || writes(number.value, multiplier) ? nil : .number
    }
    if number.value > 0, matching.allSatisfy(\.isNegative) { return .number }
    if number.value < 0, isSigned, !matching.contains(where: \.isNegative) { return .number }
    if let unit, let other = matching.first(where: { !$0.units.isEmpty })?.units,
      !matching.contains(where: { $0.units.isEmpty || $0.allows(unit) })
    {
      return .unit(other)
    }
    guard let qualifier, qualifier != .vague else { return nil }
    if let other = matching.first(where: { !$0.qualifiers.isEmpty })?.qualifiers,
      !matching.contains(where: { $0.qualifiers.isEmpty || $0.qualifiers.contains(qualifier) })
    {
      return .qualifier(other)
    }
    let says = matching.contains { !$0.qualifiers.isEmpty }
    if qualifier != .exact, !says, !isBare, matching.allSatisfy(\.isAlone) { return .qualifier([]) }
    return nil
  }

  private func matching(
    _ value: Double, _ multiplier: Int, _ decimals: Int? = nil
  ) -> [PrintedNumber] {
    numbers.filter {
      $0.writes(value, multiplier, decimals: decimals)
        || isBare && $0.powers == [0] && PrintedNumber.isSame($0.value, value)
    }
  }
}

extension PrintedNumber {
  /// Whether a row with `unit` may have been taken from the number. Things, places in an order and times may be
  /// counted as one another: five days as a number of days.
  fileprivate func allows(_ unit: Unit) -> Bool {
    if units.contains(unit) { return true }
    switch unit {
    case .number, .ordinal, .person: return units.allSatisfy(\.isCounted)
    case .yuan, .usDollar, .euro, .poundSterling, .yen, .hongKongDollar, .swissFranc, .percent,
      .percentagePoint, .squareMetre, .squareKilometre, .hectare, .mu, .kilogram, .tonne,
      .kilowattHour, .day, .month, .year:
      return false
    }
  }
}
