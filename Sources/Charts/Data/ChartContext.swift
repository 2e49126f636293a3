package import Syntax
package import Tables
package import Typesetting
package import Wording

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
  /// Values for parameters of these names that the specification declares; members of an object replace
  /// those of the specification's own one by one.
  package var params: [String: Value]
  /// What stands in place of the title, nil to keep the specification's.
  package var title: TitleOverride?

  /// The language of the words that the chart makes itself.
  package var wording: Wording

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
    title: TitleOverride? = nil, foot: ChartFoot? = nil, wording: Wording = .current,
    params: [String: Value] = [:],
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
    self.wording = wording
    self.params = params
    self.file = file
  }

  /// Refuses every file.
  package static func noFiles(_ url: String) throws(DiagnosticFailure) -> SourceFile {
    throw DiagnosticFailure(ChartDiagnostics.dataFile(url, "no folder of data was given"))
  }
}
