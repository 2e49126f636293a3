import CProcess
import Glibc

/// The variables by which the libraries for fonts and drawing are steered. Text would be shaped and pages drawn
/// otherwise where somebody has set them: same input, same bytes.
enum LibraryEnvironment {
  private static let prefixes = [
    "CAIRO_", "FC_", "FONTCONFIG_", "FREETYPE_", "HB_", "PANGO_",
  ]

  /// Takes them out of the environment. To be called before anything else: libraries read them once.
  static func clear() {
    var names: [String] = []
    var entry = process_environment()
    while let variable = entry?.pointee {
      let name = String(cString: variable).prefix { $0 != "=" }
      if prefixes.contains(where: name.hasPrefix) { names.append(String(name)) }
      entry = entry?.successor()
    }
    for name in names { unsetenv(name) }
  }
}
