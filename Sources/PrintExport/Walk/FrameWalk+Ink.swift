import Scene

extension FrameWalk {
  /// What `paint` comes to; nil where nothing would be seen.
  ///
  /// - Parameters:
  ///   - box: what gradients are measured in; without one there is nothing that a gradient could be seen on.
  ///   - area: what is painted lies within it.
  mutating func ink(
    _ paint: Paint, in box: @autoclosure () -> Rect?, over area: @autoclosure () -> Rect?,
    opacity: Double
  ) -> Ink<Sheet.Picture>? {
    switch paint {
    case .solid(let color): return ink(color, opacity: opacity)
    case .linearGradient(let gradient):
      // SVG 1.1, 13.2.2: the last colour.
      if gradient.start == gradient.end { return ink(gradient.stops.last?.color, opacity: opacity) }
      return box().flatMap { box in
        ink(.line(gradient.start, gradient.end), gradient.stops, over: box, opacity: opacity)
      }
    case .radialGradient(let gradient):
      if gradient.outer.radius <= 0 { return ink(gradient.stops.last?.color, opacity: opacity) }
      return box().flatMap { box in
        // Circles stay circles.
        let side = max(box.width, box.height)
        let square = Rect(
          x: box.minX - (side - box.width) / 2, y: box.minY - (side - box.height) / 2,
          width: side, height: side)
        return ink(
          .circles(gradient.inner, gradient.outer), gradient.stops, over: square, opacity: opacity)
      }
    case .hatch(let hatch):
      guard let area = area() else { return nil }
      return .picture(picture(showing: area) { $0.draw(hatch, over: area, opacity: opacity) })
    }
  }

  private func ink(_ color: Color?, opacity: Double) -> Ink<Sheet.Picture>? {
    guard var color else { return nil }
    color.alpha = min(max(color.alpha, 0), 1) * opacity
    return color.alpha > 0 ? .color(color) : nil
  }

  /// A gradient whose coordinates are shares of `unit`.
  private func ink(
    _ course: PlacedGradient.Course, _ stops: [GradientStop], over unit: Rect, opacity: Double
  ) -> Ink<Sheet.Picture>? {
    guard stops.contains(where: { $0.color.alpha > 0 }) else { return nil }
    // Text can be without width.
    let place = Transform(
      a: max(unit.width, 0.01), b: 0, c: 0, d: max(unit.height, 0.01), tx: unit.minX,
      ty: unit.minY)
    return .gradient(
      PlacedGradient(course: course, stops: stops, place: place, opacity: opacity))
  }
}
