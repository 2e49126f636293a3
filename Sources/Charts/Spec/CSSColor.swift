import Glibc
import Scene

/// Reads colours as CSS writes them.
enum CSSColor {
  /// The colour that `text` names, `.some(nil)` for `none` and `transparent`, nil where it is none.
  static func parse(_ text: String) -> Color?? {
    let name = text.lowercased().filter { !$0.isWhitespace }
    if name == "none" || name == "transparent" { return .some(nil) }
    if name.hasPrefix("#") { return hex(name.dropFirst()).map { .some($0) } }
    if let rgb = CSSColorNames.rgb(name) { return .some(Color(rgb: rgb)) }
    if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      let arguments = name[name.index(after: open)...].dropLast()
        .split(whereSeparator: { $0 == "," || $0 == "/" })
      return function(String(name[..<open]), arguments.map(String.init)).map { .some($0) }
    }
    return nil
  }

  private static func hex(_ digits: Substring) -> Color? {
    guard let value = UInt32(digits, radix: 16) else { return nil }
    switch digits.count {
    case 3:
      return Color(
        red: UInt8(value >> 8 & 15) * 17, green: UInt8(value >> 4 & 15) * 17,
        blue: UInt8(value & 15) * 17)
    case 4:
      return Color(
        red: UInt8(value >> 12 & 15) * 17, green: UInt8(value >> 8 & 15) * 17,
        blue: UInt8(value >> 4 & 15) * 17, alpha: Double(value & 15) / 15)
    case 6: return Color(rgb: value)
    case 8: return Color(rgb: value >> 8, alpha: Double(value & 255) / 255)
    default: return nil
    }
  }

  private static func function(_ name: String, _ arguments: [String]) -> Color? {
    guard arguments.count == 3 || arguments.count == 4 else { return nil }
    func number(_ text: String, percentOf whole: Double) -> Double? {
      text.hasSuffix("%")
        ? Double(text.dropLast()).map { $0 / 100 * whole } : Double(text)
    }
    let alpha = arguments.count == 4 ? number(arguments[3], percentOf: 1) : 1
    guard let alpha else { return nil }
    switch name {
    case "rgb", "rgba":
      let parts = arguments.prefix(3).compactMap { number($0, percentOf: 255) }
      guard parts.count == 3 else { return nil }
      return FractionalColor(red: parts[0], green: parts[1], blue: parts[2], opacity: alpha).color
    case "hsl", "hsla":
      let hue = arguments[0].hasSuffix("deg") ? String(arguments[0].dropLast(3)) : arguments[0]
      guard let h = Double(hue), let s = number(arguments[1], percentOf: 1),
        let l = number(arguments[2], percentOf: 1)
      else { return nil }
      return HSLColor(h: h, s: s, l: l, opacity: alpha).rgb.color
    default: return nil
    }
  }
}

extension CSSColor {
  /// The colour as CSS text, such as `rgb(76, 120, 168)`; with its opacity where it is not opaque.
  static func text(_ color: Color) -> String {
    if color.alpha == 1 { return color.hex }
    return "rgba(\(color.red), \(color.green), \(color.blue), \(color.alpha))"
  }
}
