package import Syntax

/// A look of charts: a Vega-Lite `config` laid over its defaults and under a specification's own.
package enum ChartTheme: String, Hashable, Sendable, CaseIterable {
  /// Vega-Lite's plain defaults.
  case vegaLite = "vega-lite"
  /// Almanac's own, for print.
  case almanac
  /// The same in greys that hatches and dashes tell apart.
  case almanacGrey = "almanac-grey"

  /// The `config` of the theme.
  package var configuration: JSONNode {
    switch self {
    case .vegaLite: .emptyObject
    case .almanac: AlmanacTheme.configuration
    case .almanacGrey: AlmanacGreyTheme.configuration
    }
  }

  /// What the generic families stand for in the theme.
  package var fonts: [String: String] {
    switch self {
    case .vegaLite: ["sans-serif": "DejaVu Sans"]
    case .almanac, .almanacGrey: ["sans-serif": "Lato"]
    }
  }

  /// Whether long titles and labels are broken into lines where a chart does not say.
  var wraps: Bool {
    switch self {
    case .vegaLite: false
    case .almanac, .almanacGrey: true
    }
  }

  /// Whether marks are described in the words of people; plain Vega-Lite names fields and values as they are.
  var describesPlainly: Bool { self != .vegaLite }

  /// The families that the theme names itself.
  package var families: [String] {
    switch self {
    case .vegaLite: []
    case .almanac, .almanacGrey: ["Lato"]
    }
  }
}
