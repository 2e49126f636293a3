import Scene

extension StyleSheet.Palette {
  /// A colour by the name that style files call it.
  struct Name: Sendable {
    let name: String
    let path: any WritableKeyPath<StyleSheet.Palette, Color> & Sendable
  }

  static let names: [Name] = [
    Name(name: "ink", path: \.ink), Name(name: "muted", path: \.muted),
    Name(name: "accent", path: \.accent), Name(name: "tint", path: \.tint),
    Name(name: "rule", path: \.rule), Name(name: "paper", path: \.paper),
  ]

  /// The colour `name`; nil where there is none of it.
  func named(_ name: String) -> Color? {
    Self.names.first { $0.name == name }.map { self[keyPath: $0.path] }
  }
}

extension Color {
  /// The colour `#rrggbb` or `#rgb`; nil where `hex` is neither.
  init?(hex: String) {
    let digits = hex.dropFirst()
    guard hex.hasPrefix("#"), digits.allSatisfy(\.isHexDigit),
      digits.count == 3 || digits.count == 6,
      let value = UInt32(
        digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits), radix: 16)
    else { return nil }
    self.init(rgb: value)
  }
}
