import Scene

extension FrameWalk {
  mutating func draw(_ shape: Shape, within surroundings: Surroundings) {
    let opacity = surroundings.opacity * shape.opacity
    let stroke = shape.stroke?.visible
    guard opacity > 0, shape.fill != nil || stroke != nil else { return }
    // Half of the stroke lies on the fill and must not show it through.
    if opacity < 1, shape.fill != nil, stroke != nil {
      return composited(opacity: opacity, showing: shape.area) {
        $0.paint(shape, stroke, opacity: 1)
      }
    }
    paint(shape, stroke, opacity: opacity)
  }

  private mutating func paint(_ shape: Shape, _ stroke: Stroke?, opacity: Double) {
    switch shape.fill {
    case .hatch(let hatch):
      // The outline is the clip of lines: no picture is needed.
      if let area = shape.geometry.box {
        saved { walk in
          walk.canvas.clip(to: shape.geometry)
          walk.draw(hatch, over: area, opacity: opacity)
        }
      }
    case let fill?:
      if let ink = ink(fill, in: shape.paintBox, over: nil, opacity: opacity) {
        canvas.fill(shape.geometry, with: ink)
      }
    case nil: break
    }
    if let stroke,
      let ink = ink(stroke.paint, in: shape.paintBox, over: shape.area, opacity: opacity)
    {
      canvas.stroke(shape.geometry, with: Pen(stroke, ink: ink))
    }
  }
}

extension Stroke {
  /// The stroke, if it has a width: one without is nothing in SVG and the thinnest of lines in PDF.
  var visible: Stroke? { width > 0 ? self : nil }
}
