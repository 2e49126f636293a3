import Scene

extension PageDrawing {
  mutating func draw(_ item: TextItem, within surroundings: Surroundings) {
    let opacity = surroundings.opacity * item.opacity
    guard opacity > 0, item.fill != nil || item.stroke != nil else { return }
    // As with shapes: the stroke must not show the fill through.
    if opacity < 1, item.fill != nil, item.stroke != nil {
      return composited(opacity: opacity) { $0.place(item, opacity: 1) }
    }
    place(item, opacity: opacity)
  }

  private mutating func place(_ item: TextItem, opacity: Double) {
    if item.angle == 0 { return drawLines(of: item, from: item.origin, opacity: opacity) }
    saved { drawing in
      drawing.content.concatenate(.translation(x: item.origin.x, y: item.origin.y))
      drawing.content.concatenate(.rotation(degrees: item.angle))
      drawing.drawLines(of: item, from: .zero, opacity: opacity)
    }
  }

  private mutating func drawLines(of item: TextItem, from origin: Point, opacity: Double) {
    func box() -> Rect? { item.emBox?.offset(x: origin.x, y: origin.y) }
    let faces = resources
    for (index, line) in item.lines.enumerated() {
      let width = line.reduce(0) { $0 + $1.width }
      var pen = Point(
        x: origin.x - width * item.anchor.share, y: origin.y + Double(index) * item.lineHeight)
      for run in line {
        // Without a size nothing is seen, and a reader would have to divide by it.
        if !run.glyphs.isEmpty, run.size > 0, let place = faces.place(of: run.face) {
          inked(item, box: box, opacity: opacity) { content, mode in
            content.show(run, in: faces.faces[place], at: place, pen: pen, mode: mode)
          }
        }
        pen.x += run.width
      }
    }
  }

  /// Calls `body`, which shows letters, with the paints of `item` set.
  private mutating func inked(
    _ item: TextItem, box: () -> Rect?, opacity: Double,
    _ body: (inout ContentStream, TextMode) -> Void
  ) {
    let stroke = item.stroke.flatMap { $0.width > 0 ? $0 : nil }
    func show(_ content: inout ContentStream, _ mode: TextMode) {
      if let stroke { content.use(stroke) }
      body(&content, mode)
    }
    switch (item.fill, stroke) {
    case (.hatch(let hatch), _):
      // Letters, which stay letters, are the clip.
      saved { drawing in
        show(&drawing.content, .clip)
        drawing.content.endText()
        drawing.draw(hatch, over: drawing.content.visibleArea, opacity: opacity)
      }
      if let stroke {
        painted(with: stroke.paint, for: .stroke, in: box(), opacity: opacity) {
          show(&$0, .stroke)
        }
      }
    case (let fill?, nil):
      painted(with: fill, for: .fill, in: box(), opacity: opacity) { show(&$0, .fill) }
    case (nil, let stroke?):
      painted(with: stroke.paint, for: .stroke, in: box(), opacity: opacity) {
        show(&$0, .stroke)
      }
    case (let fill?, let stroke?):
      // Shown twice, letters would be copied twice.
      var mode = TextMode.fillAndStroke
      if case .hatch = stroke.paint { mode = .stroke }
      painted(with: fill, for: .fill, in: box(), opacity: opacity) { content in
        if mode == .stroke { show(&content, .fill) }
      }
      painted(with: stroke.paint, for: .stroke, in: box(), opacity: opacity) { show(&$0, mode) }
    case (nil, nil): break
    }
  }
}
