/// Which languages are hyphenated, and where Debian's packages put their patterns.
///
/// Listed like the fonts: nothing is searched for, and what else is installed changes no line.
package struct HyphenationCatalogue: Sendable {
  package struct Entry: Sendable, Hashable {
    /// BCP 47 tags, in lower case; each also stands for the tags that begin with it.
    package var languages: [String]
    /// Absolute path of the patterns, in the format of libhyphen.
    package var file: String
    /// The Debian package that installs them.
    package var debianPackage: String
    /// Whether a word that begins with a capital is mostly a name, which is divided only where it fits in no
    /// line (TeX's `\uchyph=0`). Not so in German, which writes all nouns with capitals.
    package var capitalsAreNames: Bool

    package init(
      _ languages: [String], file: String, debianPackage: String, capitalsAreNames: Bool = true
    ) {
      self.languages = languages
      self.file = file
      self.debianPackage = debianPackage
      self.capitalsAreNames = capitalsAreNames
    }
  }

  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }

  /// English as it is divided in America and elsewhere, and French.
  package static let debian = HyphenationCatalogue(entries: [
    Entry(
      ["en"], file: "/usr/share/hyphen/hyph_en_US.dic", debianPackage: "hyphen-en-us"),
    Entry(
      ["en-gb", "en-au", "en-ie", "en-in", "en-nz", "en-za"],
      file: "/usr/share/hyphen/hyph_en_GB.dic", debianPackage: "hyphen-en-gb"),
    Entry(["fr"], file: "/usr/share/hyphen/hyph_fr.dic", debianPackage: "hyphen-fr"),
  ])

  /// The index of the entry for a language: that of the longest tag that it begins with (RFC 4647,
  /// section 3.4); nil for a language that is not hyphenated.
  func entry(for language: String) -> Int? {
    var tag = language.lowercased()
    while true {
      if let index = entries.firstIndex(where: { $0.languages.contains(tag) }) { return index }
      guard let end = tag.lastIndex(of: "-") else { return nil }
      tag = String(tag[..<end])
    }
  }
}
