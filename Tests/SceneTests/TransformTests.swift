import Scene
import Testing

@Suite struct TransformTests {
  @Test func concatenationAppliesTheInnerMapFirst() {
    let both = Transform.translation(x: 10, y: 0).concatenating(.scale(2))
    #expect(both.apply(Point(x: 1, y: 1)) == Point(x: 12, y: 2))
  }
}
