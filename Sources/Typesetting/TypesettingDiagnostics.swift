package import Syntax

/// The problems that fonts and text can have, and their wording.
package enum TypesettingDiagnostics {
  package static let unknownFamily = DiagnosticID("font-family")
  package static let missingFiles = DiagnosticID("font-not-installed")
  package static let unreadableFile = DiagnosticID("font-file")
  package static let unresolvedGeneric = DiagnosticID("font-generic")
  package static let malformedFeature = DiagnosticID("font-feature")
  package static let missingGlyph = DiagnosticID("missing-glyph")
  package static let missingPatterns = DiagnosticID("hyphenation-not-installed")
  package static let malformedPatterns = DiagnosticID("hyphenation-file")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    unknownFamily, missingFiles, unreadableFile, unresolvedGeneric, malformedFeature, missingGlyph,
    missingPatterns, malformedPatterns,
  ]

  /// `name` is in no list of families; `known` are the names that would do.
  static func family(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      unknownFamily, "the font family `\(name)` is not known",
      expected: "one of the known families or of `sans-serif`, `serif`, `monospace`",
      hints: nearestNameHints(to: name, among: known))
  }

  /// A family of the catalogue whose file `file` is not there.
  static func notInstalled(_ family: String, file: String, debianPackage: String) -> Diagnostic {
    Diagnostic(
      missingFiles, "the font family `\(family)` is not installed", expected: "the file `\(file)`",
      hints: ["install the Debian package `\(debianPackage)`: apt-get install \(debianPackage)"])
  }

  static func unreadable(_ file: String, index: Int) -> Diagnostic {
    Diagnostic(
      unreadableFile, "face \(index) of the font file `\(file)` cannot be read",
      expected: "a TrueType or OpenType font", hints: ["install its package again"])
  }

  static func generic(_ name: String) -> Diagnostic {
    Diagnostic(
      unresolvedGeneric, "the generic family `\(name)` stands for no font here",
      expected: "a family that it stands for",
      hints: ["name a family, as in `--font \"\(name)=DejaVu Sans\"`"])
  }

  static func feature(_ setting: String) -> Diagnostic {
    Diagnostic(
      malformedFeature, "`\(setting)` is not a setting of a font feature",
      expected: "a four-letter OpenType tag and a value, such as `tnum=1`")
  }

  /// Without its patterns a language would be set in other lines than elsewhere.
  static func patternsNotInstalled(_ entry: HyphenationCatalogue.Entry) -> Diagnostic {
    Diagnostic(
      missingPatterns,
      "the hyphenation patterns of `\(entry.languages[0])` are not installed",
      expected: "the file `\(entry.file)`",
      hints: [
        "install the Debian package `\(entry.debianPackage)`: apt-get install \(entry.debianPackage)"
      ])
  }

  static func unreadablePatterns(_ entry: HyphenationCatalogue.Entry) -> Diagnostic {
    Diagnostic(
      malformedPatterns, "the hyphenation patterns `\(entry.file)` cannot be read",
      expected: "a file of libhyphen in UTF-8, of one level", hints: ["install its package again"])
  }

  /// No face asked for draws `scalar`.
  static func glyph(_ scalar: Unicode.Scalar, families: [String]) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let isShown = scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
    let names = families.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      missingGlyph, "\(names) cannot draw \(code)" + (isShown ? " `\(scalar)`" : ""),
      expected: "a character that the font has",
      hints: isShown
        ? ["add a family that has it to the list of fonts"]
        : ["take the control character out of the text"])
  }
}
