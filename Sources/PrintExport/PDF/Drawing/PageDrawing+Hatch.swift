import Scene

extension PageDrawing {
  /// Fills `geometry` with lines. They are drawn as lines, within a clip, and not as a repeated tile, because
  /// viewers and printers show the seams of tiles.
  mutating func fill(_ geometry: Shape.Geometry, with hatch: Hatch, opacity: Double) {
    guard let area = geometry.box else { return }
    saved { drawing in
      drawing.content.clip(to: geometry)
      drawing.draw(hatch, over: area, opacity: opacity)
    }
  }

  /// Draws lines where `body` paints: of strokes, which cannot be a clip, what they paint is a mask.
  mutating func draw(
    _ hatch: Hatch, for part: PaintedPart, opacity: Double, _ body: (inout ContentStream) -> Void
  ) {
    var mask = ContentStream(formIn: content)
    mask.use(.white, for: part, opacity: 1)
    body(&mask)
    let form = Form(
      area: mask.area, isGrey: true, content: mask.finished, resources: mask.resources)
    saved { drawing in
      drawing.content.use(mask: form)
      drawing.draw(hatch, over: drawing.content.visibleArea, opacity: opacity)
    }
  }

  /// Draws lines over what of `area` is within the clip.
  mutating func draw(_ hatch: Hatch, over area: Rect, opacity: Double) {
    if opacity < 1, hatch.background != nil {
      // The lines must not show the background through.
      composited(opacity: opacity, showing: area) { $0.content.draw(hatch, over: area, opacity: 1) }
    } else {
      content.draw(hatch, over: area, opacity: opacity)
    }
  }
}

extension ContentStream {
  /// Draws the background and the lines of a hatch over `area`.
  fileprivate mutating func draw(_ hatch: Hatch, over area: Rect, opacity: Double) {
    if let background = hatch.background {
      use(background, for: .fill, opacity: opacity)
      outline(.rect(area))
      fill()
    }
    guard hatch.lineWidth > 0 else { return }
    // In coordinates turned with the lines, these are level.
    let turned = Transform.rotation(degrees: -hatch.angle)
    let corners = [
      Point(x: area.minX, y: area.minY), Point(x: area.maxX, y: area.minY),
      Point(x: area.maxX, y: area.maxY), Point(x: area.minX, y: area.maxY),
    ]
    guard let level = Path(corners.map { .line(turned.apply($0)) }).controlBox else { return }
    save()
    concatenate(.rotation(degrees: hatch.angle))
    // The middle of each line lies half a space below a multiple of the spacing, as in an SVG pattern
    // whose tile must not cut the line.
    let first = (level.minY / hatch.spacing - 1).rounded(.down)
    let last = (level.maxY / hatch.spacing + 1).rounded(.up)
    use(Stroke(.solid(hatch.color), width: hatch.lineWidth))
    use(hatch.color, for: .stroke, opacity: opacity)
    for index in stride(from: first, to: last, by: 1) {
      let y = (index + 0.5) * hatch.spacing
      outline(.line(Point(x: level.minX, y: y), Point(x: level.maxX, y: y)))
    }
    stroke()
    restore()
  }
}
