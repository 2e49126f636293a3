import Scene

extension StyleSheet.Palette {
  /// The colours of the house.
  static let house = StyleSheet.Palette(
    ink: Color(rgb: 0x1B2227), muted: Color(rgb: 0x56626A), accent: Color(rgb: 0x0B5563),
    tint: Color(rgb: 0xE8F0F1), rule: Color(rgb: 0xB9C4C8), paper: .white)
}

extension StyleSheet.Faces {
  /// The faces of the house. Signs of sums that the serif lacks are better those of Lato, which has them in all
  /// weights, than as wide as Han; rarer ones only a face of signs has.
  static let house = StyleSheet.Faces(
    prose: ["Noto Serif", "Lato", "Noto Sans Math", "Noto Serif CJK SC"],
    display: ["Lato", "Noto Sans Math", "Noto Sans CJK SC"],
    code: ["Noto Sans Mono", "Noto Sans Math", "Noto Sans CJK SC"])
}

extension StyleSheet.Role {
  /// Tabular lining figures keep columns of numbers in line.
  static let tabular = "tnum=1,lnum=1"
}
