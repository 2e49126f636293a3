import Glibc
import Scene

/// Whether text can be read on what it stands on: the contrast of WCAG 2.2, success criterion 1.4.3.
struct Contrast {
  /// The role that is too faint.
  var role: String
  var ratio: Double

  /// What text of any size should have.
  static let least = 4.5

  /// The roles whose text is too faint, in the order of their names.
  static func problems(of style: StyleSheet) -> [Contrast] {
    let palette = style.palette
    return StyleSheet.Roles.names.compactMap { name in
      let ground: Color =
        switch name.name {
        case "cover-kicker", "cover-title", "cover-subtitle", "band-title", "band-subtitle":
          palette.accent
        case "callout-title", "callout-text": palette.tint
        case "table-cell": style.table.isZebra ? palette.tint : palette.paper
        default: palette.paper
        }
      let ratio = ratio(style.roles[keyPath: name.path].color, ground)
      return ratio < least ? Contrast(role: name.name, ratio: ratio) : nil
    }
  }

  /// From 1, the same, to 21, black on white.
  static func ratio(_ one: Color, _ other: Color) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ color: Color) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// The curve of sRGB.
  private static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
