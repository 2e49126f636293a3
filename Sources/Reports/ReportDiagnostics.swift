import Documents
package import Facts
package import Syntax

/// The problems that a build can have beyond its inputs' own, and their wording.
package enum ReportDiagnostics {
  package static let unknownReport = DiagnosticID("unknown-report")
  package static let misnamed = DiagnosticID("template-name")
  package static let noWorkspaceID = DiagnosticID("no-workspace")
  package static let noTemplatesID = DiagnosticID("no-templates")
  package static let unwritableOutput = DiagnosticID("unwritable-output")
  package static let writeFailure = DiagnosticID("write-failure")
  package static let unknownParameter = DiagnosticID("unknown-parameter")
  package static let parameterValue = DiagnosticID("parameter-value")
  package static let parameterList = DiagnosticID("parameter-list")
  package static let noDocuments = DiagnosticID("no-documents")
  package static let folderName = DiagnosticID("folder-name")
  package static let missingDate = DiagnosticID("as-of-missing")
  package static let earlyDate = DiagnosticID("as-of-early")
  package static let folderNotEmpty = DiagnosticID("folder-not-empty")
  package static let figureFile = DiagnosticID("figure-file")
  package static let languageLabels = DiagnosticID("language-labels")
  package static let viewNameID = DiagnosticID("view-name")
  package static let viewDataID = DiagnosticID("view-data")
  package static let reportCounts = DiagnosticID("report-counts")
  package static let formatNeedsCairo = DiagnosticID("format-needs-cairo")
  package static let rendererLimits = DiagnosticID("renderer-limits")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    unknownReport, misnamed, noWorkspaceID, noTemplatesID, unwritableOutput, writeFailure,
    unknownParameter, parameterValue, parameterList, noDocuments, folderName, missingDate,
    earlyDate, folderNotEmpty, figureFile, languageLabels, viewNameID, viewDataID,
    reportCounts, formatNeedsCairo, rendererLimits,
  ]

  static func needsCairo(_ format: ReportFormat, report: String) -> Diagnostic {
    Diagnostic(
      formatNeedsCairo,
      "the report `\(report)` is not drawn by Cairo, which alone writes `\(format.rawValue)`",
      expected: "one of "
        + ReportFormat.all(by: .almanac).map { "`\($0.rawValue)`" }.joined(separator: ", "),
      hints: ["add `--renderer cairo`, or `renderer: cairo` to the front matter or to almanac.yaml"]
    )
  }

  static func needsCairo(chartFormat format: String) -> Diagnostic {
    Diagnostic(
      formatNeedsCairo, "Cairo alone writes `\(format)`", expected: "one of `svg`, `pdf`, `png`",
      hints: ["add `--renderer cairo`, or `renderer: cairo` to almanac.yaml"])
  }

  /// Once a build.
  static let limitsOfCairo = Diagnostic(
    rendererLimits, severity: .note,
    "Cairo draws a PDF without tags and letters of an SVG as shapes: see docs/renderers.md")

  static func noReport(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      unknownReport, "there is no report `\(name)`",
      expected: "a folder of templates/ that holds a report.md",
      hints: nearestNameHints(to: name, among: known))
  }

  static func misnamedTemplate(_ path: String) -> Diagnostic {
    Diagnostic(
      misnamed, "the template `\(path)` is not read",
      expected: "the name `report.md`, in small letters",
      hints: ["rename the file"])
  }

  /// Where `templates/` is missing; `names` are what else is there.
  static func noWorkspace(_ folder: String, holding names: [String]) -> Diagnostic {
    let other = names.first { $0.lowercased() == "templates" }
    return Diagnostic(
      noWorkspaceID, "there is no folder `templates` in `\(folder)`",
      expected: "a workspace: a folder with data/ and templates/",
      hints: [
        other.map { "rename `\($0)`: letters large and small are not the same" }
          ?? "name the workspace with --workspace; `almanac new DIR` makes one"
      ])
  }

  /// Where the workspace itself is missing.
  static func noFolder(_ path: String, isWorkingFolder: Bool) -> Diagnostic {
    Diagnostic(
      noWorkspaceID,
      isWorkingFolder
        ? "the working directory is not there any more" : "there is no folder `\(path)`",
      expected: "a workspace: a folder with data/ and templates/",
      hints: ["name the workspace with --workspace; `almanac new DIR` makes one"])
  }

  static func noTemplates(in path: String) -> Diagnostic {
    Diagnostic(
      noTemplatesID, "there is no template in `\(path)`",
      expected: "a folder for each report, with a report.md in it",
      hints: ["`almanac new DIR` makes a workspace with one"])
  }

  /// What cannot be made: a folder, a file in it.
  static func unwritable(_ verb: String, _ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      unwritableOutput, "cannot \(verb) `\(path)`: \(reason)",
      hints: ["choose another folder, or ask for the right to write there"])
  }

  /// What was begun and could not be written to its end: a full disk, a failing one.
  static func unwritten(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(writeFailure, "cannot write `\(path)` to its end: \(reason)")
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

  static func noDate(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      missingDate, at: span, "the key `as-of` is missing",
      expected: "`as-of`: the day whose knowledge the report has, such as 2024-11-18",
      hints: ["write it into the front matter, or give --as-of"])
  }

  /// What is wrong with a day by which no source of `dataset` was published; nil for another.
  package static func nothingKnown(
    of dataset: Dataset, on day: CalendarDate, at span: SourceSpan? = nil
  ) -> Diagnostic? {
    guard let first = dataset.sources.map(\.publishedTo).min(), day < first else { return nil }
    return Diagnostic(
      earlyDate, at: span, "nothing is known on \(day): no source was published by then",
      expected: "a day from \(first) on, when the first source came out")
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
