import Documents
package import Syntax

/// The problems that setting a document can find, and their wording.
package enum LayoutDiagnostics {
  package static let blockInList = DiagnosticID("block-in-list")
  package static let blockInQuote = DiagnosticID("block-in-quote")
  package static let tableTooWide = DiagnosticID("table-too-wide")
  package static let fragmentTooTall = DiagnosticID("too-tall-for-page")
  package static let figureTooWide = DiagnosticID("figure-too-wide")
  package static let divisionInColumns = DiagnosticID("division-in-columns")
  package static let unknownTheme = DiagnosticID("unknown-theme")
  package static let emptyContents = DiagnosticID("empty-contents")
  package static let emptyDocument = DiagnosticID("empty-document")
  package static let unsettledReference = DiagnosticID("unsettled-reference")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    blockInList, blockInQuote, tableTooWide, fragmentTooTall, figureTooWide, divisionInColumns,
    unknownTheme, emptyContents,
    emptyDocument, unsettledReference,
  ]

  static func notInList(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      blockInList, at: span, "this block cannot stand in a list item",
      expected: "paragraphs and lists", hints: ["put it after the list"])
  }

  static func notInQuote(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      blockInQuote, at: span, "this block cannot stand in a quotation", expected: "paragraphs")
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

  static func tooTall(_ height: Double, _ offered: Double, _ title: String) -> Diagnostic {
    Diagnostic(
      fragmentTooTall,
      "\(title) is \(Int(height.rounded(.up))) pt tall and a page offers \(Int(offered)) pt",
      hints: ["make it lower, or divide it"])
  }

  /// A `theme` that names no style.
  package static func noTheme(_ name: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      unknownTheme, at: span, "there is no theme `\(name)`",
      hints: nearestNameHints(to: name, among: StyleSheet.Theme.allCases.map(\.rawValue)))
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
