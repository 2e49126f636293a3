import Scene
import TestSupport
import Testing

@Suite struct PaintBoxTests {
  private func curve(_ control1: Point, _ control2: Point, to end: Point) -> Path {
    Path([.move(.zero), .curve(control1, control2, end), .close])
  }

  @Test func aCurveIsMeasuredWithoutItsControlPoints() throws {
    // A parabola, raised to a cubic: at t = ½ it is 7.5 high.
    let path = curve(Point(x: 0, y: 10), Point(x: 10, y: 10), to: Point(x: 10, y: 0))
    #expect(path.box == Rect(x: 0, y: 0, width: 10, height: 7.5))
    #expect(path.controlBox == Rect(x: 0, y: 0, width: 10, height: 10))
  }

  @Test func aBoxHoldsEveryPointOfItsCurveAndTouchesIt() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      func number() -> Double { Double(Int.random(in: -20...20, using: &generator)) }
      let points = (0..<3).map { _ in Point(x: number(), y: number()) }
      let box = try #require(curve(points[0], points[1], to: points[2]).box)
      var (left, right) = (0.0, 0.0)
      for step in 0...1000 {
        let t = Double(step) / 1000
        let s = 1 - t
        let weights = (3 * s * s * t, 3 * s * t * t, t * t * t)
        let x = weights.0 * points[0].x + weights.1 * points[1].x + weights.2 * points[2].x
        left = min(left, x)
        right = max(right, x)
      }
      #expect(abs(box.minX - left) < 0.01 && abs(box.maxX - right) < 0.01)
    }
  }

  @Test func anOutlineWithoutHeightTakesThatOfItsStroke() {
    let line = Shape.Geometry.line(Point(x: 10, y: 5), Point(x: 0, y: 5))
    #expect(
      Shape(line, stroke: Stroke(.solid(.black), width: 4)).paintBox
        == Rect(x: 0, y: 3, width: 10, height: 4))
    #expect(Shape(line).paintBox == Rect(x: 0, y: 4.5, width: 10, height: 1))
    #expect(Shape(.path(Path())).paintBox == nil)
  }

  @Test func coordinatesThatAreNoNumbersDoNotStopTheMeasure() {
    let bad = Point(x: .nan, y: .infinity)
    #expect(curve(bad, .zero, to: bad).box != nil)
  }
}
