import Documents
package import Syntax

/// The problems that setting a document can find, and their wording.
package enum LayoutDiagnostics {
  package static let misplacedBlock = DiagnosticID("misplaced-block")
  package static let tableTooWide = DiagnosticID("table-too-wide")
  package static let fragmentTooTall = DiagnosticID("too-tall-for-page")
  package static let figureTooWide = DiagnosticID("figure-too-wide")
  package static let divisionInColumns = DiagnosticID("division-in-columns")
  package static let unknownTheme = DiagnosticID("unknown-theme")
  package static let overlongWord = DiagnosticID("overlong-word")
  package static let emptyContents = DiagnosticID("empty-contents")
  package static let emptyDocument = DiagnosticID("empty-document")
  package static let unsettledReference = DiagnosticID("unsettled-reference")

  package static let styleColor = DiagnosticID("style-colour")
  package static let styleFace = DiagnosticID("style-face")
  package static let styleLength = DiagnosticID("style-length")
  package static let smallPageArea = DiagnosticID("style-page")
  package static let lowContrast = DiagnosticID("low-contrast")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    misplacedBlock, tableTooWide, fragmentTooTall, figureTooWide, divisionInColumns,
    unknownTheme, emptyContents,
    emptyDocument, unsettledReference, overlongWord, styleColor, styleFace, styleLength,
    smallPageArea,
    lowContrast,
  ]

  static func misplaced(_ what: String, in owner: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      misplacedBlock, at: span, "\(what) cannot stand in \(owner)",
      expected: "paragraphs, lists, quotations, code, callouts, tables without a caption",
      hints: ["put it before or after"])
  }

  static func notInColumns(_ name: String) -> Diagnostic {
    Diagnostic(
      divisionInColumns, "a division `.\(name)` cannot stand in columns",
      expected: "text, callouts, and figures and tables that fit a column",
      hints: ["end the columns before it"])
  }

  static func pictureTooWide(_ width: Double, _ measure: Double) -> Diagnostic {
    Diagnostic(
      figureTooWide,
      "the picture is \(Int(width.rounded(.up))) pt wide and has \(Int(measure)) pt",
      hints: ["draw it narrower, or put it where there is more room"])
  }

  static func tooWide(_ needed: Double, _ measure: Double) -> Diagnostic {
    Diagnostic(
      tableTooWide,
      "the table needs \(Int(needed.rounded(.up))) pt and has \(Int(measure)) pt",
      expected: "columns whose longest words fit side by side",
      hints: ["leave a column out, or shorten its title"])
  }

  /// What of a page is too tall.
  enum TallPart: String {
    case block = "the block"
    case sideColumn = "what stands in the side column"
  }

  static func tooTall(
    _ height: Double, _ offered: Double, _ part: TallPart, at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      fragmentTooTall, at: span,
      "\(part.rawValue) is \(Int(height.rounded(.up))) pt tall and a page offers \(Int(offered)) pt",
      hints: ["make it lower, or divide it"])
  }

  /// A `theme` that names no style; `files` are the names of the workspace's own.
  package static func noTheme(
    _ name: String, files: [String], at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      unknownTheme, at: span, "there is no theme `\(name)`",
      expected: "a style of ours, or the file `templates/themes/\(name).yaml`",
      hints: nearestNameHints(
        to: name, among: StyleSheet.Theme.allCases.map(\.rawValue) + files))
  }

  static func nothingListed(_ kind: Division.Kind) -> Diagnostic {
    let expected =
      switch kind {
      case .figures: "a figure"
      case .tables: "a table with a caption"
      default: "a heading of level 1 or 2 that is not `.unlisted`"
      }
    return Diagnostic(
      emptyContents, "`.\(kind.rawValue)` has nothing to list", expected: expected)
  }

  static func wordTooLong(_ word: String) -> Diagnostic {
    Diagnostic(
      overlongWord, "the word `\(word.prefix(40))…` is longer than any line",
      expected: "words of at most 1,000 letters", hints: ["put spaces or hyphens into it"])
  }

  static func unsettledPage(
    _ label: String, _ folios: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      unsettledReference, at: span,
      "the page of `\(label)` changes with the number that is printed for it",
      expected: "one page, not in turn "
        + folios.map { "page \($0)" }.joined(separator: " and "),
      hints: ["change the paragraph's words, or put a page break before `\(label)`"])
  }

  static func empty(_ span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      emptyDocument, at: span, "the document has nothing to set",
      expected: "at least one block after the front matter")
  }
}

extension LayoutDiagnostics {
  /// `names` are the colours that may be named here.
  static func noColor(_ text: String, names: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      styleColor, at: span, "`\(text)` is not a colour",
      expected: names.isEmpty
        ? "`\"#rrggbb\"`, in quotation marks"
        : "one of " + names.map { "`\($0)`" }.joined(separator: ", ") + ", or `\"#rrggbb\"`",
      hints: nearestName(to: text, among: names).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func noFace(_ family: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      styleFace, at: span, "the font family `\(family)` is not known",
      expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", "),
      hints: nearestName(to: family, among: known).map { ["did you mean `\($0)`?"] } ?? [])
  }

  static func badLength(_ text: String, expected: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(styleLength, at: span, "`\(text)` cannot stand here", expected: expected)
  }

  static func smallPage(
    measure: Double, height: Double, margin: Double, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      smallPageArea, at: span,
      "the page leaves \(Int(measure)) pt for lines, \(Int(height)) pt for a column of them and \(Int(margin)) pt for running heads",
      expected: "lines of 120 pt, ten of them, and 45 pt above and below")
  }

  static func faint(_ contrast: Contrast, at span: SourceSpan) -> Diagnostic {
    let tenths = Int((contrast.ratio * 10).rounded())
    return Diagnostic(
      lowContrast, severity: .warning, at: span,
      "`\(contrast.role)` stands out from its ground by \(tenths / 10).\(tenths % 10) to 1",
      expected: "4.5 to 1 or more (WCAG 2.2, 1.4.3)")
  }
}
