import Syntax

extension StyleSheet {
  /// The styles that need no file, by the name that `theme` in a template's front matter calls.
  package enum Theme: String, Sendable, CaseIterable {
    case briefing
    case clearPrint = "clear-print"

    var style: StyleSheet {
      switch self {
      case .briefing: .briefing
      case .clearPrint: .clearPrint
      }
    }

    /// The style in other colours and faces.
    func style(palette: Palette, faces: Faces) -> StyleSheet {
      switch self {
      case .briefing: .briefing(palette: palette, faces: faces)
      case .clearPrint: .clearPrint(palette: palette, faces: faces)
      }
    }
  }

  /// The style of the theme `name`, of `briefing` where there is no name; nil where there is none of it.
  package static func named(_ name: String?) -> StyleSheet? {
    guard let name else { return .briefing }
    return Theme(rawValue: name)?.style
  }
}
