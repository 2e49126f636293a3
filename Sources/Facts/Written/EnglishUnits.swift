/// The words for units that may follow a number in English, and those for currencies that may stand before it.
enum EnglishUnits {
  /// The unit at the head of `words`: which it may be, the power of ten in its name (`Mt`), how many words it takes.
  static func read(_ words: [String]) -> (units: [Unit], power: Int, length: Int) {
    for length in stride(from: min(3, words.count), to: 0, by: -1) {
      let phrase = words.prefix(length).joined(separator: " ")
      if let units = names[phrase] { return (units, 0, length) }
      if let (unit, power) = multiples[phrase] { return ([unit], power, length) }
    }
    return ([], 0, 0)
  }

  /// The units that `text` is the name or sign of, all of it; none where it is another's, or holds a power of ten.
  static func named(_ text: String) -> [Unit] {
    let name = text.lowercased()
    return names[name] ?? currencies[name] ?? []
  }

  /// Before a number, letters and signs apart: `US$` is `us` and `$`.
  static let currencies: [String: [Unit]] = [
    "$": [.usDollar, .hongKongDollar], "us": [.usDollar], "hk": [.hongKongDollar], "€": [.euro],
    "£": [.poundSterling], "¥": [.yuan, .yen], "rmb": [.yuan], "cny": [.yuan], "usd": [.usDollar],
    "eur": [.euro], "gbp": [.poundSterling], "jpy": [.yen], "hkd": [.hongKongDollar],
    "chf": [.swissFranc],
  ]

  private static let names: [String: [Unit]] = [
    "yuan": [.yuan], "rmb": [.yuan], "renminbi": [.yuan], "cny": [.yuan], "us dollars": [.usDollar],
    "u s dollars": [.usDollar], "us dollar": [.usDollar], "usd": [.usDollar], "us $": [.usDollar],
    "dollars": [.usDollar, .hongKongDollar], "dollar": [.usDollar, .hongKongDollar],
    "hong kong dollars": [.hongKongDollar], "hkd": [.hongKongDollar], "euro": [.euro],
    "euros": [.euro], "eur": [.euro], "€": [.euro], "pounds": [.poundSterling],
    "pounds sterling": [.poundSterling], "gbp": [.poundSterling], "£": [.poundSterling],
    "yen": [.yen], "jpy": [.yen], "swiss francs": [.swissFranc], "francs": [.swissFranc],
    "chf": [.swissFranc], "%": [.percent], "percent": [.percent], "per cent": [.percent],
    "pct": [.percent], "percentage points": [.percentagePoint],
    "percentage point": [.percentagePoint], "percent points": [.percentagePoint],
    "% points": [.percentagePoint], "pp": [.percentagePoint], "people": [.person],
    "persons": [.person], "person": [.person], "square meters": [.squareMetre],
    "square metres": [.squareMetre], "square meter": [.squareMetre], "square metre": [.squareMetre],
    "sq m": [.squareMetre], "sqm": [.squareMetre], "m ²": [.squareMetre],
    "square kilometers": [.squareKilometre], "square kilometres": [.squareKilometre],
    "square kilometer": [.squareKilometre], "square kilometre": [.squareKilometre],
    "sq km": [.squareKilometre], "sqkm": [.squareKilometre], "km ²": [.squareKilometre],
    "hectares": [.hectare], "hectare": [.hectare], "ha": [.hectare], "mu": [.mu],
    "kilograms": [.kilogram], "kilogram": [.kilogram], "kilogrammes": [.kilogram],
    "kg": [.kilogram], "tonnes": [.tonne], "tonne": [.tonne], "tons": [.tonne], "ton": [.tonne],
    "metric tons": [.tonne], "metric tonnes": [.tonne], "t": [.tonne], "kwh": [.kilowattHour],
    "kilowatt hours": [.kilowattHour], "kilowatt hour": [.kilowattHour], "days": [.day],
    "day": [.day], "months": [.month], "month": [.month], "years": [.year], "year": [.year],
  ]

  private static let multiples: [String: (Unit, Int)] = [
    "‰": (.percent, -1), "per mille": (.percent, -1), "basis points": (.percentagePoint, -2),
    "basis point": (.percentagePoint, -2), "bp": (.percentagePoint, -2),
    "bps": (.percentagePoint, -2),
    "kt": (.tonne, 3), "mt": (.tonne, 6), "gt": (.tonne, 9), "kilotonnes": (.tonne, 3),
    "megatonnes": (.tonne, 6), "gigatonnes": (.tonne, 9), "kilotons": (.tonne, 3),
    "megatons": (.tonne, 6), "gigatons": (.tonne, 9), "mwh": (.kilowattHour, 3),
    "gwh": (.kilowattHour, 6), "twh": (.kilowattHour, 9), "megawatt hours": (.kilowattHour, 3),
    "gigawatt hours": (.kilowattHour, 6), "terawatt hours": (.kilowattHour, 9),
  ]
}

/// The words that qualify a number in English.
enum EnglishQualifiers {
  /// Right before the number. `top` and `some` may also be no qualifier: the top 20, some 40 of them.
  static let before: [String: [Qualifier]] = {
    let phrases: [(String, [Qualifier])] = [
      ("about,around,approximately,approx,roughly,circa,ca,an estimated,estimated,~,≈", [.about]),
      ("some", [.about, .exact]), ("nearly,almost,close to,approaching,nearing,≈", [.nearly]),
      ("just under,just below,just short of", [.nearly, .lessThan]),
      ("over,more than,above,exceeding,exceeds,exceeded,in excess of,surpassing,>", [.over]),
      ("surpassed,surpasses,surpass,exceed,topping,topped,greater than,well over", [.over]),
      ("upwards of", [.over, .atLeast]), ("top", [.over, .exact]),
      ("at least,no less than,no fewer than,not less than,minimum of,≥", [.atLeast]),
      ("up to,as many as,as much as,as high as,at most,no more than,not more than", [.upTo]),
      ("not exceeding,maximum of,no greater than,not over,≤", [.upTo]),
      ("less than,fewer than,under,below,short of,smaller than,<", [.lessThan]),
    ]
    var table: [String: [Qualifier]] = [:]
    for (list, qualifiers) in phrases {
      for phrase in list.split(separator: ",") { table[String(phrase), default: []] += qualifiers }
    }
    return table
  }()

  /// Right after the number or its unit.
  static let after: [String: [Qualifier]] = [
    "or more": [.atLeast], "and more": [.atLeast], "or above": [.atLeast], "and above": [.atLeast],
    "or higher": [.atLeast], "or so": [.about], "or less": [.upTo], "or fewer": [.upTo],
    "or below": [.upTo], "plus": [.over, .atLeast], "+": [.over, .atLeast],
  ]
}
