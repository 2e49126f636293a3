package import Scene
package import Syntax

/// Gives layout the pictures that it places without knowing how they are drawn. Implemented by `Reports`
/// with the charts of a template.
package protocol FigureSource {
  /// The picture of figure `name`, `width` points wide; its height is its own.
  ///
  /// - Throws: the chart's diagnostics where it cannot be drawn.
  mutating func frame(ofFigure name: String, width: Double) throws(DiagnosticFailure) -> Frame
}
