import Scene

extension PageDrawing {
  mutating func draw(_ shape: Shape, within surroundings: Surroundings) {
    let opacity = surroundings.opacity * shape.opacity
    // A stroke without width is nothing in SVG and the thinnest of lines in PDF.
    let stroke = shape.stroke.flatMap { $0.width > 0 ? $0 : nil }
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
    if let fill = shape.fill {
      switch fill {
      case .hatch(let hatch): self.fill(shape.geometry, with: hatch, opacity: opacity)
      case .solid, .linearGradient, .radialGradient:
        painted(with: fill, for: .fill, in: shape.paintBox, opacity: opacity) { content in
          content.outline(shape.geometry)
          content.fill()
        }
      }
    }
    if let stroke {
      painted(with: stroke.paint, for: .stroke, in: shape.paintBox, opacity: opacity) { content in
        content.use(stroke)
        content.outline(shape.geometry)
        content.stroke()
      }
    }
  }
}
