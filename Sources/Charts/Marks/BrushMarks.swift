import Scene
import Syntax
import Tables

/// The rectangles of interval selections that have a value at first: a tinted ground under the marks, and an
/// edge over them (Vega-Lite's `selection/interval.ts`).
struct BrushMarks {
  let instance: ViewInstance
  let parameters: Parameters

  /// What is drawn under and over the marks of the view.
  var marks: (under: [SceneMark], over: [SceneMark]) {
    var under: [SceneMark] = []
    var over: [SceneMark] = []
    for node in instance.model.spec["params"]?.array ?? [] {
      guard let name = node["name"]?.string, let selection = parameters.selections[name],
        selection.isInterval, !selection.isBoundToScales, let value = selection.value,
        let box = box(value, selection)
      else { continue }
      let look = node["select"]?["mark"]
      under.append(mark("\(name)_brush_bg", box) { ground($0, look) })
      over.append(mark("\(name)_brush", box) { edge($0, look) })
    }
    return (under, over)
  }

  private func mark(_ name: String, _ box: Rect, _ style: (SceneItem) -> Void) -> SceneMark {
    let item = SceneItem()
    (item.x, item.y, item.width, item.height) = (box.minX, box.minY, box.width, box.height)
    style(item)
    let mark = SceneMark(.rect, role: "selection", items: [item], name: name)
    mark.isHidden = true
    return mark
  }

  private func ground(_ item: SceneItem, _ look: JSONNode?) {
    item.fill = paint(look?["fill"] ?? "#333")
    item.fillOpacity = look?["fillOpacity"]?.number ?? 0.125
  }

  private func edge(_ item: SceneItem, _ look: JSONNode?) {
    item.stroke = paint(look?["stroke"] ?? "white")
    item.strokeWidth = look?["strokeWidth"]?.number ?? 1
    item.strokeOpacity = look?["strokeOpacity"]?.number ?? 1
    item.strokeDash = look?["strokeDash"]?.array?.compactMap(\.number) ?? []
  }

  private func paint(_ node: JSONNode) -> ScenePaint? {
    PaintReader(parameters: parameters).paint(Value(node))
  }

  /// The extent of the selection, over the whole view along a channel that it says nothing of.
  private func box(_ value: JSONNode, _ selection: InitialSelections.Selection) -> Rect? {
    guard let x = extent(.x, value, selection), let y = extent(.y, value, selection) else {
      return nil
    }
    return Rect(x: x.low, y: y.low, width: x.high - x.low, height: y.high - y.low)
  }

  private func extent(
    _ channel: Channel, _ value: JSONNode, _ selection: InitialSelections.Selection
  ) -> (low: Double, high: Double)? {
    guard let ends = value[channel.rawValue]?.array else {
      return (0, instance.size(channel.dimension))
    }
    guard let scale = instance.scale(channel) else { return nil }
    let places = ends.flatMap { node -> [Double] in
      let value = DomainValues.value(
        node, selection.definition(channel.rawValue), zone: parameters.scope.timeZone)
      guard let place = scale.number(value), place.isFinite else { return [] }
      return [place, place + scale.bandwidth]
    }
    guard let low = places.min(), let high = places.max() else { return nil }
    return (low, high)
  }
}
