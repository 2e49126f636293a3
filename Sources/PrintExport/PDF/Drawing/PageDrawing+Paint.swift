import Scene

extension PageDrawing {
  /// Calls `body`, which paints, with `paint` set. Gradients are measured in `box`; without a box there is
  /// nothing that one could be seen on.
  mutating func painted(
    with paint: Paint, for part: PaintedPart, in box: @autoclosure () -> Rect?, opacity: Double,
    _ body: (inout ContentStream) -> Void
  ) {
    switch paint {
    case .solid(let color):
      content.use(color, for: part, opacity: opacity)
      body(&content)
    case .linearGradient(let gradient):
      guard gradient.start != gradient.end else {
        // SVG 1.1, 13.2.2: the last colour.
        return painted(with: gradient.stops.last, for: part, opacity: opacity, body)
      }
      guard let box = box() else { return }
      painted(
        with: .line(gradient.start, gradient.end), gradient.stops, over: box, for: part,
        opacity: opacity, body)
    case .radialGradient(let gradient):
      guard gradient.outer.radius > 0 else {
        return painted(with: gradient.stops.last, for: part, opacity: opacity, body)
      }
      guard let box = box() else { return }
      let side = max(box.width, box.height)
      let square = Rect(
        x: box.minX - (side - box.width) / 2, y: box.minY - (side - box.height) / 2,
        width: side, height: side)
      painted(
        with: .circles(gradient.inner, gradient.outer), gradient.stops, over: square, for: part,
        opacity: opacity, body)
    case .hatch(let hatch): draw(hatch, for: part, opacity: opacity, body)
    }
  }

  private mutating func painted(
    with stop: GradientStop?, for part: PaintedPart, opacity: Double,
    _ body: (inout ContentStream) -> Void
  ) {
    guard let color = stop?.color else { return }
    content.use(color, for: part, opacity: opacity)
    body(&content)
  }

  /// A gradient whose coordinates are shares of `unit`.
  private mutating func painted(
    with geometry: Shading.Geometry, _ stops: [GradientStop], over unit: Rect,
    for part: PaintedPart, opacity: Double, _ body: (inout ContentStream) -> Void
  ) {
    guard !stops.isEmpty else { return }
    // Text can be without width.
    let place = Transform(
      a: max(unit.width, 0.01), b: 0, c: 0, d: max(unit.height, 0.01), tx: unit.minX,
      ty: unit.minY)
    let colors = Shading(
      geometry: geometry, stops: stops.map { ($0.offset, $0.color.components) })
    let pattern = Pattern(
      shading: colors, transform: content.transform.concatenating(place))
    func paint(_ content: inout ContentStream) {
      content.use(opacity: opacity)
      content.use(pattern, for: part)
      body(&content)
    }
    guard stops.contains(where: { $0.color.alpha < 1 }) else { return paint(&content) }
    // Colours of a PDF have no opacity of their own: it is the lightness of a mask.
    let lightness = Shading(
      geometry: geometry, stops: stops.map { ($0.offset, [min(max($0.color.alpha, 0), 1)]) })
    var mask = ContentStream(formIn: content)
    mask.concatenate(place)
    mask.paint(lightness)
    let form = Form(
      area: mask.area, isGrey: true, content: mask.finished, resources: mask.resources)
    saved { drawing in
      drawing.content.use(mask: form)
      paint(&drawing.content)
    }
  }
}
