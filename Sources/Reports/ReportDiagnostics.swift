import Documents
package import Syntax

/// The problems that a build can have beyond its inputs' own, and their wording.
package enum ReportDiagnostics {
  package static let unknownReport = DiagnosticID("unknown-report")
  package static let unwritableOutput = DiagnosticID("unwritable-output")
  package static let unknownParameter = DiagnosticID("unknown-parameter")
  package static let parameterValue = DiagnosticID("parameter-value")
  package static let parameterList = DiagnosticID("parameter-list")
  package static let noDocuments = DiagnosticID("no-documents")
  package static let folderName = DiagnosticID("folder-name")
  package static let badDate = DiagnosticID("bad-date")
  package static let folderNotEmpty = DiagnosticID("folder-not-empty")
  package static let figureFile = DiagnosticID("figure-file")
  package static let languageLabels = DiagnosticID("language-labels")
  package static let viewNameID = DiagnosticID("view-name")
  package static let viewDataID = DiagnosticID("view-data")
  package static let reportCounts = DiagnosticID("report-counts")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    unknownReport, unwritableOutput, unknownParameter, parameterValue, parameterList, noDocuments,
    folderName, badDate, folderNotEmpty, figureFile, languageLabels, viewNameID, viewDataID,
    reportCounts,
  ]

  static func noReport(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      unknownReport, "there is no report `\(name)`",
      expected: "a folder of templates/ that holds a report.md",
      hints: nearestNameHints(to: name, among: known))
  }

  static func unwritable(_ verb: String, _ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      unwritableOutput, "cannot \(verb) `\(path)`: \(reason)",
      hints: ["choose another folder with --output"])
  }

  static func countsChanged(_ title: [Inline]) -> Diagnostic {
    Diagnostic(
      reportCounts, "the counts of `\(title.plainText)` change as they are put in",
      expected: "`report` beside no figure that stands nowhere else",
      hints: ["put the figure into a placeholder of its own"])
  }

  static func noParameter(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      unknownParameter, "the report has no parameter `\(name)`",
      expected: known.isEmpty ? "no parameters" : "one that its front matter declares",
      hints: nearestNameHints(to: name, among: known))
  }

  static func badParameter(_ name: String, _ value: String, expected: String) -> Diagnostic {
    Diagnostic(
      parameterValue, "`\(value)` is not a value for the parameter `\(name)`", expected: expected)
  }

  static func notAList(_ kind: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      parameterList, at: span, "`enum` gives \(kind)",
      expected: "a list of texts, numbers, or true and false")
  }

  static func noValues(_ parameter: Parameter) -> Diagnostic {
    Diagnostic(
      noDocuments, severity: .warning, at: parameter.span,
      "no document is made: the data have no value for `\(parameter.name)`")
  }

  static func badFolder(_ name: String) -> Diagnostic {
    Diagnostic(
      folderName, "`\(name)` cannot name the folder of a document",
      expected: "letters, digits, `-`, `_` and `.`, not first")
  }

  static func noLabels(_ language: String, path: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      languageLabels, at: span, "there are no labels for the language `\(language)`",
      expected: "a file `\(path)` with a text for each label",
      hints: ["`en` and `zh-Hans` are built in; docs/templates.md says what the file holds"])
  }

  static func viewName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      viewNameID, at: span, "the view `\(name)` has the name of a table of the dataset",
      expected: "a name of its own")
  }

  static func viewData(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      viewDataID, at: span, "there is no table `\(name)`",
      expected: "a table of the dataset, or a view before this one",
      hints: nearestNameHints(to: name, among: known))
  }

  static func notADate(_ text: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      badDate, at: span, "`\(text)` is not a date", expected: "a day such as 2024-11-18")
  }

  static func notEmpty(_ folder: String, holds name: String) -> Diagnostic {
    Diagnostic(
      folderNotEmpty, "the folder `\(folder)` is not empty: it holds `\(name)`",
      expected: "a folder that is not there yet, or an empty one")
  }

  static func notAnImage(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      figureFile, at: span, "`\(path)` is not an image", expected: "a PNG or JPEG file")
  }
}
