/// What a figure counts or measures: ISO 4217 codes for money, UN/CEFACT codes for the rest.
package enum Unit: String, Sendable, CaseIterable {
  case yuan = "CNY"
  case usDollar = "USD"
  case euro = "EUR"
  case poundSterling = "GBP"
  case yen = "JPY"
  case hongKongDollar = "HKD"
  case swissFranc = "CHF"
  case percent = "PT"
  case percentagePoint = "PP"
  /// Counted things, which the row names.
  case number = "NUM"
  /// A place in an order.
  case ordinal = "ORD"
  case person = "PS"
  case squareMetre = "MTK"
  case squareKilometre = "KMK"
  case hectare = "HAR"
  /// A fifteenth of a hectare.
  case mu = "MU"
  case kilogram = "KGM"
  case tonne = "TNE"
  case kilowattHour = "KWH"
  case day = "DAY"
  case month = "MON"
  case year = "YEAR"

  /// The unit in words after a figure; `isOne` asks for the singular. Empty for counts and places.
  package func words(isOne: Bool = false) -> String {
    switch self {
    case .yuan: "yuan"
    case .usDollar: isOne ? "US dollar" : "US dollars"
    case .euro: isOne ? "euro" : "euros"
    case .poundSterling: isOne ? "pound" : "pounds"
    case .yen: "yen"
    case .hongKongDollar: isOne ? "Hong Kong dollar" : "Hong Kong dollars"
    case .swissFranc: isOne ? "Swiss franc" : "Swiss francs"
    case .percent: "percent"
    case .percentagePoint: isOne ? "percentage point" : "percentage points"
    case .number, .ordinal: ""
    case .person: isOne ? "person" : "people"
    case .squareMetre: isOne ? "square metre" : "square metres"
    case .squareKilometre: isOne ? "square kilometre" : "square kilometres"
    case .hectare: isOne ? "hectare" : "hectares"
    case .mu: "mu"
    case .kilogram: isOne ? "kilogram" : "kilograms"
    case .tonne: isOne ? "tonne" : "tonnes"
    case .kilowattHour: isOne ? "kilowatt-hour" : "kilowatt-hours"
    case .day: isOne ? "day" : "days"
    case .month: isOne ? "month" : "months"
    case .year: isOne ? "year" : "years"
    }
  }

  /// Whether a figure without a qualifier is the whole truth: things are counted, not rounded.
  package var isCounted: Bool {
    switch self {
    case .number, .ordinal, .person, .day, .month, .year: true
    case .yuan, .usDollar, .euro, .poundSterling, .yen, .hongKongDollar, .swissFranc, .percent,
      .percentagePoint, .squareMetre, .squareKilometre, .hectare, .mu, .kilogram, .tonne,
      .kilowattHour:
      false
    }
  }

  /// Whether growth and ratios of values in the unit mean something; places in an order have none.
  package var hasRatio: Bool {
    switch self {
    case .ordinal: false
    case .number, .person, .day, .month, .year, .yuan, .usDollar, .euro, .poundSterling, .yen,
      .hongKongDollar, .swissFranc, .percent, .percentagePoint, .squareMetre, .squareKilometre,
      .hectare, .mu, .kilogram, .tonne, .kilowattHour:
      true
    }
  }
}

/// A power of ten that stands as a word between a figure and its unit.
package enum Multiple: Int, Sendable, CaseIterable {
  case units = 0
  case thousand = 3
  /// The Chinese `wan`.
  case tenThousand = 4
  case million = 6
  /// The Chinese `yi`.
  case hundredMillion = 8
  case billion = 9
  case trillion = 12

  /// The word, with a final space; empty for units.
  package var words: String {
    switch self {
    case .units: ""
    case .thousand: "thousand "
    case .tenThousand: "ten thousand "
    case .million: "million "
    case .hundredMillion: "hundred million "
    case .billion: "billion "
    case .trillion: "trillion "
    }
  }
}
