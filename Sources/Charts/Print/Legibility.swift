import Glibc
import Scene

/// Colours of letters that can be read (WCAG 2.2, 1.4.3).
enum Legibility {
  /// The greatest luminance of letters on white: a contrast of 3.5.
  private static let greatestLuminance = 0.25

  static let dark = Color(rgb: 0x1F2A2E)
  static let white = Color(rgb: 0xFFFFFF)

  private static func luminance(_ color: Color) -> Double {
    func linear(_ byte: UInt8) -> Double { pow(Double(byte) / 255, 2.2) }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// The grey that is as light as a colour.
  static func grey(of color: Color) -> Color {
    if color.red == color.green, color.green == color.blue { return color }
    let byte = UInt8((255 * pow(luminance(color), 1 / 2.2)).rounded())
    return Color(red: byte, green: byte, blue: byte, alpha: color.alpha)
  }

  /// A colour, darkened where letters in it would be too pale to read on white.
  static func darkened(_ paint: ScenePaint) -> ScenePaint {
    guard case .color(var color) = paint else { return paint }
    let luminance = luminance(color)
    guard luminance > greatestLuminance else { return paint }
    let factor = pow(greatestLuminance / luminance, 1 / 2.2)
    func darker(_ byte: UInt8) -> UInt8 { UInt8((Double(byte) * factor).rounded()) }
    color.red = darker(color.red)
    color.green = darker(color.green)
    color.blue = darker(color.blue)
    return .color(color)
  }

  /// White or dark letters, whichever stand out more from `ground`.
  static func letters(on ground: Color) -> Color {
    let ground = luminance(ground)
    func contrast(_ color: Color) -> Double {
      let other = luminance(color)
      return (max(ground, other) + 0.05) / (min(ground, other) + 0.05)
    }
    return contrast(white) >= contrast(dark) ? white : dark
  }
}
