/// Words for parts and multiples of a whole in English.
enum EnglishFractions {
  /// `thirds` of `two thirds`: how many make a whole.
  static func denominator(_ word: String) -> Double? { denominators[word] }

  /// What a verb says of a level: `doubled` is twice as much.
  static func multiple(_ word: String) -> Double? { multiples[word] }

  /// A part of a whole, which a row writes as a number or as a percentage.
  static func part(_ value: Double) -> PrintedNumber {
    var number = PrintedNumber(value)
    number.powers = [0, 2]
    number.isFraction = true
    return number
  }

  /// `times` as much as before, as the factor and as the change in percent.
  static func change(_ times: Double) -> [PrintedNumber] {
    var percent = PrintedNumber(abs(times - 1) * 100)
    percent.units = [.percent]
    return [times < 1 ? part(times) : PrintedNumber(times), percent]
  }

  /// The scalar as a fraction: `½`.
  static func sign(_ scalar: Unicode.Scalar) -> Double? {
    guard scalar.properties.numericType == .numeric,
      scalar.properties.generalCategory == .otherNumber, let value = scalar.properties.numericValue,
      value > 0, value < 1
    else { return nil }
    return value
  }

  private static let denominators: [String: Double] = {
    var table: [String: Double] = ["half": 2, "halves": 2, "quarter": 4, "quarters": 4]
    for (index, name) in [
      "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    .enumerated() {
      table[name] = Double(index + 3)
      table[name + "s"] = Double(index + 3)
    }
    (table["hundredth"], table["hundredths"]) = (100, 100)
    return table
  }()

  private static let multiples: [String: Double] = [
    "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "twofold": 2, "twice": 2, "triple": 3,
    "tripled": 3, "tripling": 3, "trebled": 3, "threefold": 3, "thrice": 3, "quadruple": 4,
    "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "fivefold": 5, "tenfold": 10, "halve": 0.5,
    "halved": 0.5, "halving": 0.5, "halves": 0.5,
  ]
}
