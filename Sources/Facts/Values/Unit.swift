import Wording

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

  /// The unit after a figure, in the present wording; `isOne` asks for the singular. Empty for counts and
  /// places.
  package func words(isOne: Bool = false) -> String {
    label?.form(isOne ? 0 : 1) ?? ""
  }

  /// The units that people write as `text` in place of the code: `t`, `%`, `€`.
  static func named(_ text: String) -> [Unit] { EnglishUnits.named(text) }

  private var label: Label? {
    switch self {
    case .number, .ordinal: nil
    case .yuan: .yuan
    case .usDollar: .usDollar
    case .euro: .euro
    case .poundSterling: .poundSterling
    case .yen: .yen
    case .hongKongDollar: .hongKongDollar
    case .swissFranc: .swissFranc
    case .percent: .percent
    case .percentagePoint: .percentagePoint
    case .person: .person
    case .squareMetre: .squareMetre
    case .squareKilometre: .squareKilometre
    case .hectare: .hectare
    case .mu: .mu
    case .kilogram: .kilogram
    case .tonne: .tonne
    case .kilowattHour: .kilowattHour
    case .day: .day
    case .month: .month
    case .year: .year
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

  /// Whether large figures of the unit are said with a word for ten thousand or the like; years, days and
  /// percentages are not.
  package var isAmount: Bool {
    switch self {
    case .ordinal, .year, .month, .day, .percent, .percentagePoint: false
    case .number, .person, .yuan, .usDollar, .euro, .poundSterling, .yen, .hongKongDollar,
      .swissFranc, .squareMetre, .squareKilometre, .hectare, .mu, .kilogram, .tonne, .kilowattHour:
      true
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

  /// The word before a unit, with a space where the language has one; empty for units, and for a power that
  /// the language does not count in.
  package var words: String { label?.text ?? "" }

  private var label: Label? {
    switch self {
    case .units: nil
    case .thousand: .thousand
    case .tenThousand: .tenThousand
    case .million: .million
    case .hundredMillion: .hundredMillion
    case .billion: .billion
    case .trillion: .trillion
    }
  }

  /// The highest power that the present wording counts in and that is no higher than `multiplier`.
  package static func counted(_ multiplier: Int) -> Int {
    allCases.last { $0.rawValue <= multiplier && ($0 == .units || !$0.words.isEmpty) }?.rawValue
      ?? multiplier
  }
}
