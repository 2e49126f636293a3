/// A colour at a share of the way through a gradient.
package struct GradientStop: Hashable, Sendable {
  /// From 0 to 1, never less than that of the stop before.
  package var offset: Double
  package var color: Color

  package init(offset: Double, color: Color) {
    self.offset = offset
    self.color = color
  }
}

/// Colours that change along a line and stay the same across it. Points are shares of the box of what is
/// painted (SVG's `objectBoundingBox`), so in a box that is not square the bands lean with its sides.
package struct LinearGradient: Hashable, Sendable {
  package var stops: [GradientStop]
  /// Where the first stop lies; (0, 0) is the top left corner of the box.
  package var start: Point
  /// Where the last stop lies; (1, 1) is the bottom right corner of the box.
  package var end: Point

  /// Vega's default runs from left to right.
  package init(
    stops: [GradientStop], from start: Point = .zero, to end: Point = Point(x: 1, y: 0)
  ) {
    self.stops = stops
    self.start = start
    self.end = end
  }
}

/// Colours that change from one circle to another. Coordinates and radii are shares of the side of a
/// square: the smallest that holds the box of what is painted and has the same centre. So circles stay
/// circles, as Vega draws them.
package struct RadialGradient: Hashable, Sendable {
  package struct Circle: Hashable, Sendable {
    package var center: Point
    package var radius: Double

    package init(center: Point = Point(x: 0.5, y: 0.5), radius: Double) {
      self.center = center
      self.radius = radius
    }
  }

  package var stops: [GradientStop]
  /// The circle of the first stop; within the outer one.
  package var inner: Circle
  /// The circle of the last stop.
  package var outer: Circle

  /// Vega's default goes from the centre to the sides.
  package init(
    stops: [GradientStop], from inner: Circle = Circle(radius: 0),
    to outer: Circle = Circle(radius: 0.5)
  ) {
    self.stops = stops
    self.inner = inner
    self.outer = outer
  }
}
