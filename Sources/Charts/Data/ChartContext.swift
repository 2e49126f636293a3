package import Syntax
package import Tables
package import Typesetting

/// What a chart is drawn with beside its specification.
package struct ChartContext {
  /// Measures and shapes text; belongs to one task.
  package var shaper: Shaper
  package var theme: ChartTheme
  /// The zone of local times; UTC by default.
  package var timeZone: TimeZoneRules
  /// Tables that a specification can name (`data.name`).
  package var tables: [String: Table]
  /// Gives the file that `data.url` names; throws where it may not or cannot be read.
  package var file: (String) throws(DiagnosticFailure) -> SourceFile
  /// The width that the whole chart is to have; nil for the size that the specification gives.
  package var width: Double?
  /// The height that a single chart is to have, title and foot included; nil for what the specification
  /// gives. A composition keeps its own. Needs a width.
  package var height: Double?
  /// What stands in place of the title, nil to keep the specification's.
  package var title: TitleOverride?

  /// Small print under the chart; nil for what the specification itself has.
  package var foot: ChartFoot?

  /// A title put over a chart's own, or taken away.
  package enum TitleOverride: Sendable {
    case none
    case text(title: String, subtitle: String?)
  }

  package init(
    shaper: Shaper, theme: ChartTheme = .vegaLite, timeZone: TimeZoneRules = .utc,
    tables: [String: Table] = [:], width: Double? = nil, height: Double? = nil,
    title: TitleOverride? = nil, foot: ChartFoot? = nil,
    file: @escaping (String) throws(DiagnosticFailure) -> SourceFile = ChartContext.noFiles
  ) {
    self.shaper = shaper
    self.theme = theme
    self.timeZone = timeZone
    self.tables = tables
    self.width = width
    self.height = height
    self.title = title
    self.foot = foot
    self.file = file
  }

  /// Refuses every file.
  package static func noFiles(_ url: String) throws(DiagnosticFailure) -> SourceFile {
    throw DiagnosticFailure(ChartDiagnostics.dataFile(url, "no folder of data was given"))
  }
}
