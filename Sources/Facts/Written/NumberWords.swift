/// What a language has around its numbers: marks within them, number words, powers of ten, units, qualifiers.
/// Words are in small letters and without signs; phrases have their words a space apart.
struct NumberWords: Sendable {
  var marks: NumberMarks
  /// Powers of ten that are certain.
  var powers: [String: Int]
  /// Letters after digits that may stand for a power of ten, or for a unit.
  var letters = ["k": 3, "m": 6]
  var numerals: [String: Double] = [:]
  var tens: [String: Double] = [:]
  /// Stands between tens and ones: `treinta y uno`.
  var afterTens: String?
  var hundreds: Set<String> = []
  /// Parts of words for numbers that the tables above do not have: what is beside them cannot be judged.
  var numeralStems: [String] = []
  /// Stand between a qualifier and its number.
  var articles: Set<String>
  /// Stand between a number and its unit: `milliard d'euros`.
  var connectors: Set<String> = []
  /// Stand between the ends of a range, the first of which may lack its power of ten.
  var ranges: Set<String>
  var ordinalSuffixes: Set<String> = []
  var units: [String: [Unit]]
  /// Units with a power of ten in their name.
  var multiples = NumberWords.sharedMultiples
  /// Right before the number.
  var before: [String: [Qualifier]]
  /// Those of `before` that, after another word or before a length of time, may be mere prepositions.
  var prepositions: Set<String> = []
  /// Right after the number or its unit.
  var after: [String: [Qualifier]]
  /// Words that may stand for one where no number of the text is meant.
  var ones: Set<String> = []

  /// Whether `word` is a number in words, or part of one.
  func isNumeral(_ word: String) -> Bool {
    numerals[word] != nil || tens[word] != nil || hundreds.contains(word)
      || powers[word] == nil && numeralStems.contains { !word.ranges(of: $0).isEmpty }
  }

  /// The unit at the head of `words`: which it may be, the power of ten in its name (`Mt`), how many words it takes.
  func unit(_ words: [String]) -> (units: [Unit], power: Int, length: Int) {
    for length in stride(from: min(3, words.count), to: 0, by: -1) {
      let phrase = words.prefix(length).joined(separator: " ")
      if let units = units[phrase] { return (units, 0, length) }
      if let (unit, power) = multiples[phrase] { return ([unit], power, length) }
    }
    return ([], 0, 0)
  }

  /// A table of phrases listed with commas between them.
  static func table<Value>(_ lists: KeyValuePairs<String, [Value]>) -> [String: [Value]] {
    var table: [String: [Value]] = [:]
    for (list, values) in lists {
      for phrase in list.split(separator: ",") { table[String(phrase), default: []] += values }
    }
    return table
  }

  // MARK: Alike in all languages

  /// Codes and signs of units.
  static let sharedUnits: [String: [Unit]] = table([
    "yuan,rmb,renminbi,cny": [.yuan], "usd,us $": [.usDollar], "hkd": [.hongKongDollar],
    "euro,euros,eur,€": [.euro], "gbp,£": [.poundSterling], "yen,jpy": [.yen],
    "chf": [.swissFranc], "%": [.percent], "pp": [.percentagePoint], "m ²": [.squareMetre],
    "km ²": [.squareKilometre], "ha": [.hectare], "mu": [.mu], "kg": [.kilogram], "t": [.tonne],
    "kwh": [.kilowattHour],
  ])

  static let sharedMultiples: [String: (Unit, Int)] = [
    "kt": (.tonne, 3), "mt": (.tonne, 6), "gt": (.tonne, 9), "mwh": (.kilowattHour, 3),
    "gwh": (.kilowattHour, 6), "twh": (.kilowattHour, 9),
  ]
}
