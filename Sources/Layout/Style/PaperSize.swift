package import Scene

extension StyleSheet {
  /// Sheets by name (ISO 216 and North American), upright.
  package enum PaperSize: String, Sendable, CaseIterable {
    case a3 = "A3"
    case a4 = "A4"
    case a5 = "A5"
    case letter, legal

    /// In points.
    package var size: Size {
      switch self {
      case .a3: Size(width: 841.89, height: 1190.551)
      case .a4: Size(width: 595.276, height: 841.89)
      case .a5: Size(width: 419.528, height: 595.276)
      case .letter: Size(width: 612, height: 792)
      case .legal: Size(width: 612, height: 1008)
      }
    }
  }
}
