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

/// Asks for each picture once a width: a document with references to pages is set more than once.
struct DrawnFigures {
  private struct Key: Hashable {
    var name: String
    var width: Double
  }

  private var source: any FigureSource
  private var drawn: [Key: Frame] = [:]

  init(_ source: any FigureSource) { self.source = source }

  /// The picture of figure `name`, `width` points wide.
  mutating func frame(ofFigure name: String, width: Double) throws(DiagnosticFailure) -> Frame {
    let key = Key(name: name, width: width)
    if let frame = drawn[key] { return frame }
    let frame = try source.frame(ofFigure: name, width: width)
    drawn[key] = frame
    return frame
  }
}
