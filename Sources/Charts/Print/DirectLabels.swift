import Glibc
import Scene
import Syntax
import Tables

/// Names lines at their ends, in their colours, in place of a legend.
struct DirectLabels {
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
      item.fill = Self.legible(label.paint)
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

  /// The greatest luminance of letters: a contrast of 3.5 with white, by the formula of WCAG.
  private static let greatestLuminance = 0.25

  /// The colour of a line, darkened where letters in it would be too pale to read.
  private static func legible(_ paint: ScenePaint) -> ScenePaint {
    guard case .color(var color) = paint else { return paint }
    func linear(_ byte: UInt8) -> Double { pow(Double(byte) / 255, 2.2) }
    let luminance =
      0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    guard luminance > greatestLuminance else { return paint }
    let factor = pow(greatestLuminance / luminance, 1 / 2.2)
    func darker(_ byte: UInt8) -> UInt8 { UInt8((Double(byte) * factor).rounded()) }
    color.red = darker(color.red)
    color.green = darker(color.green)
    color.blue = darker(color.blue)
    return .color(color)
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

/// Pushes labels apart along one direction, each as little as may be.
enum LabelSpreading {
  /// The places nearest to `wanted` (in ascending order) in the sense of least squares that are `distance`
  /// apart and within `range`; where there are too many for the range they run on beyond its end.
  ///
  /// With the label's own distance taken off, what is asked for is a rising sequence: isotonic
  /// regression by pooling adjacent violators.
  static func places(
    _ wanted: [Double], distance: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    var pools: [(sum: Double, count: Int)] = []
    for (index, place) in wanted.enumerated() {
      pools.append((place - Double(index) * distance, 1))
      while pools.count > 1 {
        let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let highest = range.upperBound - Double(max(0, wanted.count - 1)) * distance
    let means = pools.flatMap { pool in
      [Double](repeating: pool.sum / Double(pool.count), count: pool.count)
    }
    return means.enumerated().map { index, mean in
      max(range.lowerBound, min(highest, mean)) + Double(index) * distance
    }
  }
}
