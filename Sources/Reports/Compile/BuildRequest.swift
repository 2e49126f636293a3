package import Syntax

/// What a caller wants built.
package struct BuildRequest: Sendable {
  /// The folder of `templates/`.
  package var report: String
  /// Parameters in the order given.
  package var parameters: [(name: String, value: String)]
  /// One of the template's languages (BCP 47); nil for its first.
  package var language: String?
  /// `YYYY-MM-DD`; nil for the template's own day.
  package var asOf: String?
  package var formats: [ReportFormat]
  /// How letters stand in SVG.
  package var text: SVGText
  /// The folder to write into; nil for `reports/<report>/<as-of>`.
  package var output: String?
  /// Whether to build even where nothing changed.
  package var isForced: Bool

  package init(
    report: String, parameters: [(name: String, value: String)] = [], language: String? = nil,
    asOf: String? = nil, formats: [ReportFormat] = ReportFormat.standard, text: SVGText = .live,
    output: String? = nil, isForced: Bool = false
  ) {
    self.report = report
    self.parameters = parameters
    self.language = language
    self.asOf = asOf
    self.formats = formats
    self.text = text
    self.output = output
    self.isForced = isForced
  }
}

/// How a build ended.
package enum BuildOutcome: Sendable {
  /// The paths written, in order, and what was noticed on the way.
  case written([String], warnings: DiagnosticBag)
  /// The folder whose contents already are what these inputs give.
  case unchanged(folder: String)
}
