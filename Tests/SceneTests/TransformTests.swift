import Scene
import Testing

@Suite struct TransformTests {
  @Test func concatenationAppliesTheInnerMapFirst() {
    let both = Transform.translation(x: 10, y: 0).concatenating(.scale(2))
    #expect(both.apply(Point(x: 1, y: 1)) == Point(x: 12, y: 2))
  }

  @Test(arguments: [
    (0.0, Point(x: 2, y: 1)), (90.0, Point(x: -1, y: 2)), (-270.0, Point(x: -1, y: 2)),
    (180.0, Point(x: -2, y: -1)), (-90.0, Point(x: 1, y: -2)), (450.0, Point(x: -1, y: 2)),
  ])
  func quarterTurnsAreExactAndClockwise(degrees: Double, place: Point) {
    #expect(Transform.rotation(degrees: degrees).apply(Point(x: 2, y: 1)) == place)
  }

  @Test func aTurnAndItsOppositeCancel() {
    let point = Transform.rotation(degrees: 33).apply(
      Transform.rotation(degrees: -33).apply(Point(x: 5, y: 7)))
    #expect(abs(point.x - 5) < 1e-12 && abs(point.y - 7) < 1e-12)
  }
}
