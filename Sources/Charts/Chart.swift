package import Scene
package import Syntax
package import Tables

/// A finished chart.
package struct Chart: Sendable {
  /// The picture, in CSS pixels.
  package var frame: Frame
  /// Painted under the picture; nil leaves it transparent.
  package var background: Color?
  /// The title as text, nil where the chart has none.
  package var title: String?
  /// The words that stand for the picture: as written, or a sentence made from the data.
  package var alternative: String
  /// The named tables that were drawn on, in order of name.
  package var tables: [String]
  /// What a reader of the specification should know although the chart could be drawn.
  package var warnings: DiagnosticBag
  /// What the marks of each view were drawn from, transforms applied, in the order of the views.
  package var drawn: [Table]
}
