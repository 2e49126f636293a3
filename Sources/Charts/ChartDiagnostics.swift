package import Syntax
import Tables

/// The problems that a chart specification can have, and their wording.
package enum ChartDiagnostics {
  package static let unknownProperty = DiagnosticID("chart-unknown-property")
  package static let unsupportedProperty = DiagnosticID("chart-unsupported")
  package static let wrongValue = DiagnosticID("chart-value")
  package static let notASpecification = DiagnosticID("chart-specification")
  package static let unknownField = DiagnosticID("chart-field")
  package static let unknownData = DiagnosticID("chart-data")
  package static let dataFile = DiagnosticID("chart-data-file")
  package static let emptyChart = DiagnosticID("chart-empty")
  package static let unusableMark = DiagnosticID("chart-mark")
  package static let notFinite = DiagnosticID("chart-not-finite")
  package static let noRoom = DiagnosticID("chart-room")
  package static let unknownTheme = DiagnosticID("chart-theme")
  package static let unfitType = DiagnosticID("chart-type")
  package static let misreadValue = DiagnosticID("chart-misread")
  package static let circularParameter = DiagnosticID("chart-parameter")
  package static let unknownFont = DiagnosticID("chart-font")
  package static let strayMarks = DiagnosticID("chart-stray")
  package static let parameterMember = DiagnosticID("chart-parameter-member")

  /// Every id of this module; a test asserts that each has a case.
  package static let all = [
    unknownProperty, unsupportedProperty, wrongValue, notASpecification, unknownField, unknownData,
    dataFile, emptyChart, unusableMark, notFinite, noRoom, unknownTheme, unknownFont,
    unfitType, misreadValue, circularParameter, parameterMember, strayMarks,
  ]

  static func unknown(
    _ name: String, path: String, known: [String], of owner: String?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      unknownProperty, at: span, "unknown property `\(name)` at `\(path)`",
      expected: owner.map { "a property of \($0)" }
        ?? (known.count > 12 ? "a property of Vega-Lite 6" : known.joined(separator: ", ")),
      hints: nearestNameHints(to: name, among: known))
  }

  static func unsupported(_ what: String, path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(unsupportedProperty, at: span, "\(what) at `\(path)` is not supported")
  }

  static func value(
    _ found: String, path: String, expected: String, hints: [String] = [], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      wrongValue, at: span, "\(found) does not fit `\(path)`", expected: expected, hints: hints)
  }

  static func specification(_ found: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      notASpecification, at: span, "\(found) is not a chart specification",
      expected:
        "an object with `mark` and `encoding`, or with `layer`, `facet`, `repeat`, `concat`,"
        + " `hconcat` or `vconcat`")
  }

  static func unknownField(_ field: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unknownField, at: span, "the data have no field `\(field)`",
      hints: nearestNameHints(to: field, among: known))
  }

  static func unknownData(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      unknownData, at: span, "there are no data called `\(name)`",
      hints: nearestNameHints(to: name, among: known))
  }

  /// A data file that may not or cannot be read; the place is filled in by who knows the specification.
  package static func dataFile(
    _ url: String, _ reason: String, expected: String? = nil
  ) -> Diagnostic {
    Diagnostic(dataFile, "cannot read the data `\(url)`: \(reason)", expected: expected)
  }

  /// A chart of nothing; `emptied` is where its last rows were lost.
  static func empty(at span: SourceSpan, emptied: [(span: SourceSpan, rows: Int)]) -> Diagnostic {
    Diagnostic(
      emptyChart, at: span, "the chart has no marks",
      expected: "data that leave at least one row to draw",
      hints: emptied.isEmpty
        ? ["check the names of fields, and whether their values can be drawn"]
        : ["a chart without marks says nothing: mend what leaves no row, or leave the chart out"],
      notes: emptied.map { place, rows in
        .init(
          rows == 0
            ? "these data have no row"
            : "this leaves none of \(rows) \(rows == 1 ? "row" : "rows")",
          at: place)
      })
  }

  static func unusable(_ message: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(unusableMark, at: span, message)
  }

  static func infinite(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      notFinite, at: span, "the chart has places that are not finite numbers",
      expected: "sizes, domains and ranges that numbers can hold")
  }

  /// Marks that the plot cuts off or that stand outside it.
  static func strays(_ strays: StrayMarks) -> Diagnostic {
    let shown = "`\(shortened(strays.first))`"
    let many = strays.count > 1
    let subject =
      strays.total == 1 ? "the mark" : "\(strays.count) of the \(strays.total) marks"
    let fault =
      switch strays.kind {
      case .cut:
        many ? "reach beyond the plot and are cut off" : "reaches beyond the plot and is cut off"
      case .outside: many ? "stand outside the plot" : "stands outside the plot"
      }
    let end = many ? "; the first shows \(shown)" : ": \(shown)"
    return Diagnostic(
      strayMarks, severity: .warning, at: strays.span, "\(subject) \(fault)\(end)",
      expected: "marks within the domains of the scales and the size of the plot",
      hints: ["widen the `domain`, or filter out what is not to be shown"])
  }

  static func size(_ width: Double, _ height: Double, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      notFinite, at: span,
      "the chart would be \(NumberText.text(of: width)) × \(NumberText.text(of: height)) px",
      expected: "at most \(Int(ChartLayout.largest)) px a side")
  }

  static func tooManyTicks(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      wrongValue, at: span, "`tickCount` asks for more than \(Budget.times) ticks",
      expected: "a larger interval, or a number")
  }

  static func tooNarrow(_ width: Double, needs: Double, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      notFinite, at: span,
      "the views do not fit a width of \(NumberText.text(of: width.rounded())) px",
      expected: "at least \(NumberText.text(of: needs.rounded(.up))) px, or fewer columns")
  }

  /// The beginning of a value that may be of any length.
  static func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }

  /// A plot whose guides leave next to nothing of the size that was asked for.
  static func squeezed(
    _ side: String, _ wanted: Double, needs: Double, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      noRoom, at: span,
      "axes and legends leave no room for the plot in a \(side) of \(NumberText.text(of: wanted.rounded())) px",
      expected: "at least \(NumberText.text(of: needs.rounded(.up))) px, or shorter names")
  }

  static func crowded(_ count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      noRoom, at: span, "\(count) names have no room beside each other under the axis",
      expected:
        "a wider chart, fewer names, or the names at the side: the channels `x` and `y` exchanged")
  }

  /// Parameters whose expressions need each other.
  static func circular(_ names: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      circularParameter, at: span,
      "the parameters \(names.map { "`\($0)`" }.joined(separator: ", ")) need each other",
      expected: "expressions that can be worked out one after the other")
  }

  /// A member of a parameter that the report, which gives the parameter, does not have.
  static func missingWord(
    _ name: String, of parameter: String, known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      parameterMember, at: span, "the report's `\(parameter)` has no `\(name)`",
      expected: "the name of one of them, or an entry of that name in the front matter",
      hints: nearestNameHints(to: name, among: known))
  }

  /// A theme that there is not.
  package static func noTheme(_ name: String) -> Diagnostic {
    Diagnostic(
      unknownTheme, "there is no theme `\(name)`",
      hints: nearestNameHints(to: name, among: ChartTheme.allCases.map(\.rawValue)))
  }

  static func noFont(_ family: String, known: [String], at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      unknownFont, severity: .warning, at: span,
      "the font `\(family)` is not at hand; `sans-serif` stands in for it",
      hints: nearestNameHints(to: family, among: known))
  }
}
