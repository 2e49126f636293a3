/// The languages whose words for numbers, units and qualifiers are known.
package enum WrittenLanguage: Sendable {
  case english, chinese, german, swissGerman, french, spanish
  /// Spanish with a decimal point, as in Mexico.
  case pointSpanish
  /// Digits alone are read.
  case other

  /// The language of a source by its tag; where it has none, that of the data, which is English unless Han signs
  /// stand in `text`.
  package init(_ tag: String, of text: String) {
    let parts = tag.lowercased().split(separator: "-")
    switch parts.first {
    case "en": self = .english
    case "zh": self = .chinese
    case "de": self = parts.contains("ch") || parts.contains("li") ? .swissGerman : .german
    case "fr": self = .french
    case "es":
      self =
        parts.dropFirst().contains(where: Self.pointRegions.contains) ? .pointSpanish : .spanish
    case nil:
      let hasHan = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      self = hasHan ? .chinese : .english
    default: self = .other
    }
  }

  /// Regions whose Spanish has a decimal point (CLDR).
  private static let pointRegions: Set<Substring> = [
    "419", "br", "bz", "cu", "do", "gt", "hn", "mx", "ni", "pa", "pe", "pr", "sv", "us",
  ]

  /// The words of a language that is read by a table of them.
  var words: NumberWords? {
    switch self {
    case .german: .german
    case .swissGerman: .swissGerman
    case .french: .french
    case .spanish: .spanish
    case .pointSpanish: .pointSpanish
    case .english, .chinese, .other: nil
    }
  }

  /// Whether the digits of a figure in a column of the data may stand for another number in its text.
  var hasDecimalComma: Bool {
    switch words?.marks {
    case .comma: true
    case .point, .pointAfterGaps, nil: false
    }
  }
}
