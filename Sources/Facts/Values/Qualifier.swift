/// How exactly a source states a figure. The qualifier stays with the value from the CSV to the page.
package enum Qualifier: String, Sendable, CaseIterable {
  case exact, about, nearly, over
  case atLeast = "at_least"
  case upTo = "up_to"
  case lessThan = "less_than"
  /// A count in words that name no number, such as "dozens".
  case vague

  /// The words before a figure, with a final space; empty for an exact one and for words without a figure.
  package var words: String {
    switch self {
    case .exact, .vague: ""
    case .about: "about "
    case .nearly: "nearly "
    case .over: "over "
    case .atLeast: "at least "
    case .upTo: "up to "
    case .lessThan: "less than "
    }
  }

  /// Whether the figure bounds the value on one side only.
  package var isOneSided: Bool {
    switch self {
    case .over, .atLeast, .upTo, .lessThan: true
    case .exact, .about, .nearly, .vague: false
    }
  }
}
