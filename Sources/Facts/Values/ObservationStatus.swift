/// SDMX's code list `CL_OBS_STATUS` 2.2: what kind of value an observation is.
package enum ObservationStatus: String, Sendable, CaseIterable {
  case normal = "A"
  case timeSeriesBreak = "B"
  case definitionDiffers = "D"
  case estimated = "E"
  case forecast = "F"
  case experimental = "G"
  case holiday = "H"
  case imputed = "I"
  case derogation = "J"
  case includedElsewhere = "K"
  case notCollected = "L"
  case cannotExist = "M"
  case notSignificant = "N"
  case missing = "O"
  case provisional = "P"
  case suppressed = "Q"
  case specialEvent = "S"
  case lowReliability = "U"
  case unvalidated = "V"
  case includesOther = "W"

  /// The name of the code in the list.
  package var name: String {
    switch self {
    case .normal: "normal value"
    case .timeSeriesBreak: "time series break"
    case .definitionDiffers: "definition differs"
    case .estimated: "estimated value"
    case .forecast: "forecast value"
    case .experimental: "experimental value"
    case .holiday: "missing value; holiday or weekend"
    case .imputed: "imputed value"
    case .derogation: "derogation"
    case .includedElsewhere: "data included in another category"
    case .notCollected: "missing value; data exist but were not collected"
    case .cannotExist: "missing value; data cannot exist"
    case .notSignificant: "not significant"
    case .missing: "missing value"
    case .provisional: "provisional value"
    case .suppressed: "missing value; suppressed"
    case .specialEvent: "strike and other special events"
    case .lowReliability: "low reliability"
    case .unvalidated: "unvalidated value"
    case .includesOther: "includes data from another category"
    }
  }

  /// Whether the code goes with a number, without one, or with either (SDMX guideline of 2019).
  package enum ValueRule: Sendable { case number, empty, either }

  package var valueRule: ValueRule {
    switch self {
    case .missing, .cannotExist, .notCollected, .holiday, .suppressed, .includedElsewhere: .empty
    case .timeSeriesBreak, .derogation, .specialEvent: .either
    case .normal, .definitionDiffers, .estimated, .forecast, .experimental, .imputed,
      .notSignificant, .provisional, .lowReliability, .unvalidated, .includesOther:
      .number
    }
  }
}
