/// Lengths as people write them: `14pt`, `20mm`, `1.5cm`, `8.5in`.
enum LengthText {
  private static let units: [(name: String, points: Double)] = [
    ("pt", 1), ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72),
  ]

  /// The length in points; nil where `text` is none.
  static func points(_ text: String) -> Double? {
    for unit in units where text.hasSuffix(unit.name) {
      let number = text.dropLast(unit.name.count)
      guard let value = Double(number), value.isFinite,
        number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
      else { return nil }
      return value * unit.points
    }
    return nil
  }
}
