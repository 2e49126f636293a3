import Syntax

/// The wording of problems with the languages of a template.
extension DocumentDiagnostics {
  static func language(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "`\(text)` is not a language",
      expected: "a BCP 47 tag such as `en`, `en-GB` or `zh-Hans`")
  }

  static func secondLanguage(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "the language `\(text)` stands twice", expected: "each language once")
  }

  static func noLanguages(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "`languages` is empty", expected: "one language or more",
      hints: ["leave the key out for `en`"])
  }

  static func languageTwice(_ text: String, first: String?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      frontMatter, at: span, "`lang` is `\(text)` but `languages` begins with `\(first ?? "")`",
      expected: "`lang` for a template in one language, `languages` for one in several")
  }

  static func unknownLanguage(_ text: String, known: [String], at span: SourceSpan) -> Diagnostic {
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      unknownLanguage, at: span, "the template has no language `\(text)`",
      expected: known.count == 1 ? names : "one of \(names)",
      hints: nearestName(to: text, among: known).map { ["did you mean `\($0)`?"] }
        ?? ["`languages` in the front matter says which there are"])
  }

  static func missingLanguage(_ language: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      missingLanguage, at: span, "the text is missing in `\(language)`",
      expected: "an entry for each language of the template")
  }
}
