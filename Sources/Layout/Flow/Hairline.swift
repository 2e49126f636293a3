import Scene

extension FrameItem {
  /// A horizontal hairline.
  static func rule(
    from x: Double, length: Double, y: Double, _ color: Color, width: Double = 0.5
  ) -> FrameItem {
    .shape(
      Shape(
        .line(Point(x: x, y: y), Point(x: x + length, y: y)),
        stroke: Stroke(.solid(color), width: width)))
  }
}
