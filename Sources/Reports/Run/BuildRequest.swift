package import Documents
package import Facts
package import Syntax

/// What a caller wants built.
package struct BuildRequest: Sendable {
  /// Folders of `templates/`; none for all of them.
  package var reports: [String]
  /// Parameters in the order given.
  package var parameters: [(name: String, value: String)]
  /// One of the templates' languages (BCP 47); nil for each that a template has.
  package var language: String?
  /// Nil for each template's own day.
  package var asOf: CalendarDate?
  /// nil for all that the renderer draws.
  package var formats: [ReportFormat]?
  /// Who draws; nil for what the template or the workspace says.
  package var renderer: Renderer?
  /// How letters stand in SVG.
  package var text: SVGText
  /// The folder to write into; nil for `reports/<report>/<as-of>`.
  package var output: String?
  /// Whether to build even where nothing changed.
  package var isForced: Bool
  /// Whether a document with warnings is not written.
  package var isStrict: Bool
  /// How many documents and charts are worked on at once, at most; the bytes do not depend on it.
  package var jobs: Int

  package init(
    reports: [String] = [], parameters: [(name: String, value: String)] = [],
    language: String? = nil, asOf: CalendarDate? = nil,
    formats: [ReportFormat]? = ReportFormat.standard, renderer: Renderer? = nil,
    text: SVGText = .live, output: String? = nil, isForced: Bool = false, isStrict: Bool = false,
    jobs: Int = 1
  ) {
    self.reports = reports
    self.parameters = parameters
    self.language = language
    self.asOf = asOf
    self.formats = formats
    self.renderer = renderer
    self.text = text
    self.output = output
    self.isForced = isForced
    self.isStrict = isStrict
    self.jobs = jobs
  }
}

/// How the building of a document ended.
package enum BuildOutcome: Sendable, Equatable {
  /// The paths written, in order.
  case written([String])
  /// The folder whose contents already are what these inputs give.
  case unchanged(folder: String)
  /// Nothing was written; the problems say why.
  case failed
}

/// How a build ended.
package struct BuildResult: Sendable {
  /// In the order of reports, values and languages.
  package var outcomes: [BuildOutcome] = []
  /// Why documents could not be built, and what was noticed in those that were written.
  package var problems = DiagnosticBag()
  /// All that was made on the way, which lives as long as the result does: a process that ends with it need not
  /// free it piece by piece, which takes a fiftieth of a short build and a twelfth of a long one.
  var made: (any Sendable)?
}
