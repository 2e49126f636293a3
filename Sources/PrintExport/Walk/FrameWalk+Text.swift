import Scene

extension FrameWalk {
  mutating func draw(_ item: TextItem, within surroundings: Surroundings) {
    let opacity = surroundings.opacity * item.opacity
    let stroke = item.stroke?.visible
    guard opacity > 0, item.fill != nil || stroke != nil else { return }
    // As with shapes: the stroke must not show the fill through.
    if opacity < 1, item.fill != nil, stroke != nil {
      return composited(opacity: opacity, showing: [.text(item)].drawnArea) {
        $0.place(item, stroke, opacity: 1)
      }
    }
    place(item, stroke, opacity: opacity)
  }

  private mutating func place(_ item: TextItem, _ stroke: Stroke?, opacity: Double) {
    if item.angle == 0 { return drawLines(of: item, stroke, from: item.origin, opacity: opacity) }
    saved { walk in
      walk.canvas.concatenate(.translation(x: item.origin.x, y: item.origin.y))
      walk.canvas.concatenate(.rotation(degrees: item.angle))
      walk.drawLines(of: item, stroke, from: .zero, opacity: opacity)
    }
  }

  private mutating func drawLines(
    of item: TextItem, _ stroke: Stroke?, from origin: Point, opacity: Double
  ) {
    func box() -> Rect? { item.emBox?.offset(x: origin.x, y: origin.y) }
    // Letters may reach beyond their boxes, though not as far as another line.
    func reach() -> Rect? { box().map { $0.expanded(by: $0.height + (stroke?.width ?? 0)) } }
    let fill = item.fill.flatMap { ink($0, in: box(), over: reach(), opacity: opacity) }
    let pen = stroke.flatMap { stroke in
      ink(stroke.paint, in: box(), over: reach(), opacity: opacity).map { Pen(stroke, ink: $0) }
    }
    guard fill != nil || pen != nil else { return }
    for (index, line) in item.lines.enumerated() {
      let width = line.reduce(0) { $0 + $1.width }
      var point = Point(
        x: origin.x - width * item.anchor.share, y: origin.y + Double(index) * item.lineHeight)
      for run in line {
        // Without a size nothing is seen, and readers would have to divide by it.
        if !run.glyphs.isEmpty, run.size > 0 {
          canvas.show(run, at: point, fill: fill, stroke: pen)
        }
        point.x += run.width
      }
    }
  }
}
