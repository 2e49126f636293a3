import Scene
import Typesetting

extension StyleSheet.Palette {
  /// The colours of the house.
  static let house = StyleSheet.Palette(
    ink: Color(rgb: 0x1B2227), muted: Color(rgb: 0x56626A), accent: Color(rgb: 0x0B5563),
    tint: Color(rgb: 0xE8F0F1), rule: Color(rgb: 0xB9C4C8), paper: .white)
}

extension StyleSheet.Role {
  /// Tabular lining figures keep columns of numbers in line.
  static let tabular = "tnum=1,lnum=1"

  /// The face of prose, `size` points on lines `leading` apart.
  static func serif(
    _ size: Double, _ leading: Double, _ baseline: Double,
    color: Color = StyleSheet.Palette.house.ink, alignment: Paragraph.Alignment = .start
  ) -> StyleSheet.Role {
    StyleSheet.Role(
      text: TextStyle(font: FontDescription(families: ["Noto Serif"]), size: size),
      leading: leading, baseline: baseline, color: color, alignment: alignment)
  }

  /// The face of all that is not prose.
  static func sans(
    _ size: Double, _ leading: Double, _ baseline: Double, weight: Int = 400,
    color: Color = StyleSheet.Palette.house.ink, features: String = "", tracking: Double = 0
  ) -> StyleSheet.Role {
    StyleSheet.Role(
      text: TextStyle(
        font: FontDescription(families: ["Lato"], weight: weight), size: size,
        features: features, tracking: tracking),
      leading: leading, baseline: baseline, color: color, alignment: .start)
  }
}
