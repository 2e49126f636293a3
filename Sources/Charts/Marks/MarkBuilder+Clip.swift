import Scene
import Syntax
import Tables

extension MarkBuilder {
  /// Whether the specification says that the plot cuts marks off, or not.
  var asksForClip: Bool? { mark.property("clip").map { parameters.value($0).isTruthy } }

  var isClipped: Bool {
    let followsSelection = [Channel.x, .y].contains {
      unit.scaled($0)?.scale?[InitialSelections.extentMark] != nil
    }
    return asksForClip
      ?? (followsSelection
        || ProjectionStage.isMap(instance) && ProjectionStage.isFixed(instance))
  }

  /// Has the plot cut off what stands out of it.
  func clip(_ scene: SceneMark) {
    var path = Path()
    path.move(to: Point(x: 0, y: 0))
    path.line(to: Point(x: instance.width, y: 0))
    path.line(to: Point(x: instance.width, y: instance.height))
    path.line(to: Point(x: 0, y: instance.height))
    path.close()
    scene.clip = path
  }
}
