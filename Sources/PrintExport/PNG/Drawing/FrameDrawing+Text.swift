import CCairo
import Scene
import Syntax

/// Glyphs are drawn as outlines, since Cairo moves those of images to whole pixels.
extension FrameDrawing {
  func draw(
    _ item: TextItem, on context: borrowing CairoContext, opacity: Double
  ) throws(DiagnosticFailure) {
    let opacity = opacity * item.opacity
    guard opacity > 0, item.fill != nil || item.stroke != nil else { return }
    guard opacity == 1 || item.fill == nil || item.stroke == nil else {
      // As with shapes: the stroke must not show the fill through.
      return try context.composited(opacity: opacity) { context throws(DiagnosticFailure) in
        try place(item, opacity: 1, on: context)
      }
    }
    try place(item, opacity: opacity, on: context)
  }

  private func place(
    _ item: TextItem, opacity: Double, on context: borrowing CairoContext
  ) throws(DiagnosticFailure) {
    if item.angle == 0 {
      return try drawLines(of: item, from: item.origin, opacity: opacity, on: context)
    }
    try context.saved { context throws(DiagnosticFailure) in
      context.concatenate(.translation(x: item.origin.x, y: item.origin.y))
      context.concatenate(.rotation(degrees: item.angle))
      try drawLines(of: item, from: .zero, opacity: opacity, on: context)
    }
  }

  private func drawLines(
    of item: TextItem, from origin: Point, opacity: Double, on context: borrowing CairoContext
  ) throws(DiagnosticFailure) {
    func box() -> Rect? { item.emBox?.offset(x: origin.x, y: origin.y) }
    for (index, line) in item.lines.enumerated() {
      let width = line.reduce(0) { $0 + $1.width }
      var pen = Point(
        x: origin.x - width * item.anchor.share, y: origin.y + Double(index) * item.lineHeight)
      for run in line {
        if !run.glyphs.isEmpty {
          context.use(try fonts.face(run.face), size: run.size)
          let glyphs = context.placed(run, at: pen)
          if let fill = item.fill {
            context.outline(glyphs)
            context.fill(fill, in: box(), opacity: opacity)
          }
          if let stroke = item.stroke, stroke.width > 0 {
            context.outline(glyphs)
            context.stroke(stroke, in: box(), opacity: opacity)
          }
        }
        pen.x += run.width
      }
    }
  }
}
