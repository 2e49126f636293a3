import CCairo
import Scene
import Syntax

extension FrameDrawing {
  func draw(
    _ item: TextItem, on context: borrowing CairoContext, within surroundings: Surroundings
  ) throws(DiagnosticFailure) {
    let opacity = surroundings.opacity * item.opacity
    guard opacity > 0, item.fill != nil || item.stroke != nil else { return }
    guard opacity == 1 || item.fill == nil || item.stroke == nil else {
      // As with shapes: the stroke must not show the fill through.
      waiting.show(on: context, under: surroundings.transform)
      return try context.composited(opacity: opacity) { context throws(DiagnosticFailure) in
        try draw(item, opacity: 1, under: surroundings.transform, on: context)
      }
    }
    try draw(item, opacity: opacity, under: surroundings.transform, on: context)
  }

  /// - Parameter transform: from the item's coordinates to the page's.
  private func draw(
    _ item: TextItem, opacity: Double, under transform: Transform,
    on context: borrowing CairoContext
  ) throws(DiagnosticFailure) {
    let mayWait = item.angle == 0 && item.stroke == nil
    if !mayWait { waiting.show(on: context, under: transform) }
    if item.angle == 0 {
      return try drawLines(
        of: item, from: item.origin, opacity: opacity, under: mayWait ? transform : nil,
        on: context)
    }
    try context.saved { context throws(DiagnosticFailure) in
      context.concatenate(.translation(x: item.origin.x, y: item.origin.y))
      context.concatenate(.rotation(degrees: item.angle))
      try drawLines(of: item, from: .zero, opacity: opacity, under: nil, on: context)
    }
  }

  /// - Parameter transform: nil for text that must be drawn at once.
  private func drawLines(
    of item: TextItem, from origin: Point, opacity: Double, under transform: Transform?,
    on context: borrowing CairoContext
  ) throws(DiagnosticFailure) {
    func box() -> Rect? { emBox(of: item)?.offset(x: origin.x, y: origin.y) }
    for (index, line) in item.lines.enumerated() {
      let width = line.reduce(0) { $0 + $1.width }
      var pen = Point(
        x: origin.x - width * item.anchor.share, y: origin.y + Double(index) * item.lineHeight)
      for run in line {
        if !run.glyphs.isEmpty {
          let font = try fonts.font(of: run.face)
          let glyphs = context.placed(run, in: font, at: pen)
          if let fill = item.fill {
            draw(
              run, glyphs, in: font, fill: fill, box: box(), opacity: opacity, under: transform,
              on: context)
          }
          if let stroke = item.stroke, stroke.width > 0 {
            context.use(font, size: run.size)
            context.outline(glyphs)
            context.stroke(stroke, in: box(), opacity: opacity)
          }
        }
        pen.x += run.width
      }
    }
  }

  private func draw(
    _ run: GlyphRun, _ glyphs: [cairo_glyph_t], in font: CairoFont, fill: Paint,
    box: @autoclosure () -> Rect?, opacity: Double, under transform: Transform?,
    on context: borrowing CairoContext
  ) {
    switch medium {
    case .document:
      if let transform, case .solid(let color) = fill, !run.isRightToLeft {
        return waiting.add(
          run, glyphs, in: font,
          look: .init(face: run.face, size: run.size, color: color, opacity: opacity),
          under: transform, on: context)
      }
      if let transform { waiting.show(on: context, under: transform) }
      context.use(font, size: run.size)
      context.use(fill, in: box(), opacity: opacity)
      context.show(
        Array(run.text.utf8), glyphs, run.clusters.map(cairo_text_cluster_t.init),
        isRightToLeft: run.isRightToLeft)
    case .image:
      context.use(font, size: run.size)
      context.outline(glyphs)
      context.fill(fill, in: box(), opacity: opacity)
    }
  }
}
