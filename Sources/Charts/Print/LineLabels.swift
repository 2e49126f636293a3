import Glibc
import Scene
import Syntax
import Tables

/// Names lines at their ends, in their colours, in place of a legend.
struct LineLabels {
  let config: Config
  let parameters: Parameters
  let measurer: TextMeasurer

  /// White between the end of a line and its name.
  private static let gap = 6.0
  /// The same where names had to move and leaders lead to them.
  private static let gapWithLeader = 16.0
  /// A name nearer to its line's end than this needs no leader.
  private static let nearby = 5.0

  /// The definition that sets the lines of a unit apart; nil where it draws no lines or only one.
  static func series(_ unit: Model.Unit) -> ChannelDefinition? {
    guard unit.mark.type == .line else { return nil }
    for channel in [Channel.color, .stroke, .strokeDash, .detail] {
      if let definition = unit[channel], definition.isField { return definition }
    }
    return nil
  }

  /// Whether names at the lines of `instance` say what a legend for `field` would.
  static func replace(legendOf field: String, in instance: ViewInstance) -> Bool {
    instance.units.contains { unit in
      unit.model.unit.flatMap { series($0) }?.fieldName() == field
    }
  }

  private struct Label {
    var text: String
    var end: Point
    var paint: ScenePaint
    var y: Double
  }

  /// The names, and the leaders to those that had to move, for the marks of `instance`.
  func marks(for instance: ViewInstance, _ drawn: [SceneMark]) -> [SceneMark] {
    var labels: [Label] = []
    for unit in instance.units {
      guard let definition = unit.model.unit.flatMap({ Self.series($0) }),
        let column = unit.table.column(at: FieldPath(name: definition.fieldName()))
      else { continue }
      let name = unit.model.named("pathgroup")
      for line in drawn.filter({ $0.name == name }).flatMap(\.items).flatMap(\.marks) {
        for item in line.items {
          guard let row = item.row, let paint = item.stroke, let end = Self.end(item.path) else {
            continue
          }
          labels.append(Label(text: column[row].asText, end: end, paint: paint, y: end.y))
        }
      }
    }
    guard !labels.isEmpty else { return [] }
    let style = style
    let order = labels.indices.sorted { (labels[$0].y, $0) < (labels[$1].y, $1) }
    let places = LabelSpreading.places(
      order.map { labels[$0].y }, distance: style.size + 3,
      within: Self.room(instance.height, style.size))
    for (index, place) in zip(order, places) { labels[index].y = place }
    return drawing(labels, style)
  }

  /// Names keep off the axis below.
  private static func room(_ height: Double, _ size: Double) -> ClosedRange<Double> {
    0...max(0, height - size * 0.75)
  }

  /// Ground under a name, which keeps grid lines out of its letters.
  private func ground(of label: Label, _ x: Double, _ style: SceneText) -> SceneItem {
    let item = SceneItem()
    (item.x, item.y) = (x - 2, label.y - style.size * 0.65)
    item.width = measurer.width(label.text, style) + 4
    item.height = style.size * 1.3
    let color = config.root["background"]?.string.flatMap { CSSColor.parse($0) } ?? nil
    item.fill = .color(color ?? Color(rgb: 0xFFFFFF))
    return item
  }

  private func drawing(_ labels: [Label], _ style: SceneText) -> [SceneMark] {
    let moved = labels.filter { abs($0.y - $0.end.y) > Self.nearby }
    let gap = moved.isEmpty ? Self.gap : Self.gapWithLeader
    let leaders = moved.map { label in
      let item = SceneItem()
      (item.x, item.y) = (label.end.x + 3, label.end.y)
      (item.x2, item.y2) = (label.end.x + gap - 2, label.y)
      item.stroke = label.paint
      item.strokeWidth = 0.75
      return item
    }
    let names = labels.map { label in
      let item = SceneItem()
      (item.x, item.y) = (label.end.x + gap, label.y)
      item.fill = Legibility.darkened(label.paint)
      item.text = style
      item.text?.lines = [label.text]
      return item
    }
    let rules = SceneMark(.rule, role: "direct-label-leader", items: leaders)
    rules.isHidden = true
    let texts = SceneMark(.text, role: "direct-label", items: names)
    let grounds = SceneMark(
      .rect, role: "direct-label-ground",
      items: labels.map { ground(of: $0, $0.end.x + gap, style) })
    grounds.isHidden = true
    return leaders.isEmpty ? [grounds, texts] : [grounds, rules, texts]
  }

  /// As the labels of guides, in bold: thin letters in light colours are hard to read.
  private var style: SceneText {
    let labels = GuideStyle(lookup: { config["legend", $0] }, parameters: parameters)
    var text = labels.text("label") { name in
      config.style("guide-label", name) ?? VegaDefaults.style("guide-label", name)
    }
    text.weight = 700
    text.baseline = "middle"
    text.limit = 0
    return text
  }

  /// The rightmost end of a line.
  private static func end(_ path: Path?) -> Point? {
    var ends: [Point] = []
    for element in path?.elements ?? [] {
      switch element {
      case .move(let point), .line(let point): ends.append(point)
      case .curve(_, _, let point): ends.append(point)
      case .close: break
      }
    }
    guard let first = ends.first, let last = ends.last else { return nil }
    return first.x > last.x ? first : last
  }
}
