package import Scene

/// Which font families can be asked for, and where Debian's packages put their files.
///
/// The faces are listed, not searched for: what is used does not change when further fonts are installed
/// beside them, and nothing has to be scanned. A test compares the list with the files.
package struct FontCatalogue: Sendable {
  /// One file, or one face of a collection.
  package struct Face: Sendable, Hashable {
    /// File name within the family's directory.
    package var file: String
    /// Index in a collection; 0 otherwise.
    package var index: Int
    /// CSS weight, 100 to 900.
    package var weight: Int
    package var isItalic: Bool
  }

  package struct Family: Sendable, Hashable {
    package var name: String
    /// The Debian package that installs it.
    package var debianPackage: String
    /// Absolute path.
    package var directory: String
    package var faces: [Face]
    /// What stands in for it where it is not at hand.
    package var generic: GenericFamily {
      name.contains("Mono") ? .monospace : name.contains("Serif") ? .serif : .sansSerif
    }

    /// A family whose file names are `pattern` with `*` replaced by the name of each style.
    package init(
      _ name: String, debianPackage: String, directory: String, pattern: String, index: Int = 0,
      styles: KeyValuePairs<String, Int>
    ) {
      self.name = name
      self.debianPackage = debianPackage
      self.directory = directory
      let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
      faces = styles.map { style, weight in
        Face(
          file: parts.joined(separator: style), index: index, weight: weight,
          isItalic: style.hasSuffix("Italic") || style.hasSuffix("Oblique"))
      }
    }
  }

  package var families: [Family]

  package init(families: [Family]) { self.families = families }

  /// The families of Debian's font packages that a theme can name.
  package static let debian = FontCatalogue(families: [
    Family(
      "Lato", debianPackage: "fonts-lato", directory: "/usr/share/fonts/truetype/lato",
      pattern: "Lato-*.ttf",
      styles: [
        "Hairline": 100, "HairlineItalic": 100, "Thin": 200, "ThinItalic": 200, "Light": 300,
        "LightItalic": 300, "Regular": 400, "Italic": 400, "Medium": 500, "MediumItalic": 500,
        "Semibold": 600, "SemiboldItalic": 600, "Bold": 700, "BoldItalic": 700, "Heavy": 800,
        "HeavyItalic": 800, "Black": 900, "BlackItalic": 900,
      ]),
    noto("Noto Sans", "NotoSans"),
    noto("Noto Serif", "NotoSerif"),
    noto("Noto Sans Display", "NotoSansDisplay"),
    noto("Noto Serif Display", "NotoSerifDisplay"),
    // The minus sign, arrows and comparisons, which the Noto text faces leave to it.
    Family(
      "Noto Sans Math", debianPackage: "fonts-noto-core",
      directory: "/usr/share/fonts/truetype/noto", pattern: "NotoSansMath-*.ttf",
      styles: ["Regular": 400]),
    Family(
      "Noto Sans Mono", debianPackage: "fonts-noto-mono",
      directory: "/usr/share/fonts/truetype/noto", pattern: "NotoSansMono-*.ttf",
      styles: ["Regular": 400, "Bold": 700]),
    dejaVu("DejaVu Sans", "DejaVuSans*.ttf", ["": 400, "-Bold": 700]),
    dejaVu("DejaVu Serif", "DejaVuSerif*.ttf", ["": 400, "-Bold": 700]),
    dejaVu("DejaVu Sans Mono", "DejaVuSansMono*.ttf", ["": 400, "-Bold": 700]),
    // The collections hold JP, KR, SC, TC and HK in this order.
    cjk("Noto Sans CJK SC", "NotoSansCJK-*.ttc"),
    cjk("Noto Serif CJK SC", "NotoSerifCJK-*.ttc"),
  ])

  /// The family that draws Han beside each family of letters: serifs beside serifs.
  static let han = [
    "Lato": "Noto Sans CJK SC", "Noto Sans": "Noto Sans CJK SC",
    "Noto Sans Display": "Noto Sans CJK SC", "Noto Serif": "Noto Serif CJK SC",
    "Noto Serif Display": "Noto Serif CJK SC", "DejaVu Sans": "Noto Sans CJK SC",
    "DejaVu Serif": "Noto Serif CJK SC", "Noto Sans Mono": "Noto Sans CJK SC",
  ]

  private static func noto(_ name: String, _ file: String) -> Family {
    Family(
      name, debianPackage: "fonts-noto-core", directory: "/usr/share/fonts/truetype/noto",
      pattern: file + "-*.ttf",
      styles: ["Regular": 400, "Italic": 400, "Bold": 700, "BoldItalic": 700])
  }

  /// `fonts-dejavu-core` has no slanted faces: those of `fonts-dejavu-extra` are left alone, so that the
  /// same text looks the same with and without them.
  private static func dejaVu(
    _ name: String, _ pattern: String, _ styles: KeyValuePairs<String, Int>
  ) -> Family {
    Family(
      name, debianPackage: "fonts-dejavu-core", directory: "/usr/share/fonts/truetype/dejavu",
      pattern: pattern, styles: styles)
  }

  private static func cjk(_ name: String, _ pattern: String) -> Family {
    Family(
      name, debianPackage: "fonts-noto-cjk", directory: "/usr/share/fonts/opentype/noto",
      pattern: pattern, index: 2, styles: ["Regular": 400, "Bold": 700])
  }
}
