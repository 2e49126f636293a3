import Scene
import Syntax

extension FrameDrawing {
  func draw(
    _ shape: Shape, on context: borrowing CairoContext, opacity: Double
  ) throws(DiagnosticFailure) {
    let opacity = opacity * shape.opacity
    // A stroke without width is nothing in SVG and the thinnest of lines in PDF.
    let stroke = shape.stroke.flatMap { $0.width > 0 ? $0 : nil }
    guard opacity > 0, shape.fill != nil || stroke != nil else { return }
    guard opacity < 1, let fill = shape.fill, let stroke else {
      context.outline(shape.geometry)
      if let fill = shape.fill { context.fill(fill, in: shape.paintBox, opacity: opacity) }
      if let stroke {
        if shape.fill != nil { context.outline(shape.geometry) }
        context.stroke(stroke, in: shape.paintBox, opacity: opacity)
      }
      return
    }
    // Half of the stroke lies on the fill and must not show it through.
    try context.saved { context throws(DiagnosticFailure) in
      if let area = shape.area { context.clip(to: .rect(area)) }
      try context.composited(opacity: opacity) { context throws(DiagnosticFailure) in
        context.outline(shape.geometry)
        context.fill(fill, in: shape.paintBox, opacity: 1)
        context.outline(shape.geometry)
        context.stroke(stroke, in: shape.paintBox, opacity: 1)
      }
    }
  }
}
