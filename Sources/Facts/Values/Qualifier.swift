import Wording

/// How exactly a source states a figure. The qualifier stays with the value from the CSV to the page.
package enum Qualifier: String, Sendable, CaseIterable {
  case exact, about, nearly, over
  case atLeast = "at_least"
  case upTo = "up_to"
  case lessThan = "less_than"
  /// A count in words that name no number, such as "dozens".
  case vague

  /// `figure` with the qualifier, in the present wording; as it is where there is none.
  package func text(_ figure: String) -> String {
    switch self {
    case .exact, .vague: figure
    case .about: Label.about.text(figure)
    case .nearly: Label.nearly.text(figure)
    case .over: Label.over.text(figure)
    case .atLeast: Label.atLeast.text(figure)
    case .upTo: Label.upTo.text(figure)
    case .lessThan: Label.lessThan.text(figure)
    }
  }

  /// The qualifier as a sign before the figure, where there is no room for words: `<93.4`.
  package var sign: String {
    switch self {
    case .exact, .vague: ""
    case .about, .nearly: "≈"
    case .over: ">"
    case .atLeast: "≥"
    case .upTo: "≤"
    case .lessThan: "<"
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
