import Scene
import Syntax
import Tables

/// Writes the values of bars at their ends: beyond the end where there is room, within it otherwise; the parts
/// of a stack in their middle. A value that would cover something or does not fit is left out.
struct BarLabels {
  let config: Config
  let parameters: Parameters
  let measurer: TextMeasurer
  let format: String?
  /// Whether colours become the looks of `GreyLooks`: letters on a hatch need a ground.
  let isGrey: Bool

  /// White between the end of a bar and its value.
  private static let gap = 4.0
  /// The height of figures as a share of the size of their type.
  private static let figureHeight = 0.72

  /// The channel of the values of a unit's bars; nil where it draws none, or bars between two values.
  static func measure(_ unit: Model.Unit) -> Channel? {
    guard unit.mark.type == .bar, !TargetLayers.isPart(unit) else { return nil }
    let channel: Channel = unit.mark.orient == "horizontal" ? .x : .y
    guard let definition = unit[channel], definition.isField, !definition.isBinning,
      definition.type == .quantitative, unit[channel.secondary ?? channel] == nil
    else { return nil }
    return channel
  }

  private struct Bar {
    var box: Bounds
    var fill: ScenePaint?
    var text: String
    var isVertical: Bool
    var isNegative: Bool
    var isPart: Bool
  }

  private struct Label {
    var bar: Bar
    var isInside: Bool
    var x: Double
    var y: Double
    var align: String
    var box: Bounds
  }

  /// The values of the bars among `drawn`, the marks of `instance`.
  func marks(for instance: ViewInstance, _ drawn: [SceneMark]) -> [SceneMark] {
    let bars = instance.units.flatMap { self.bars(of: $0, drawn) }
    guard !bars.isEmpty else { return [] }
    let style = style
    var taken = bars.map(\.box) + obstacles(drawn)
    var labels: [Label] = []
    for (index, bar) in bars.enumerated() {
      let others = taken.enumerated().filter { $0.offset != index }.map(\.element)
      let free = candidates(bar, style, instance).first { label in
        !others.contains { Self.overlap($0, label.box) }
      }
      guard let free else { continue }
      labels.append(free)
      taken.append(free.box)
    }
    return drawing(labels, style)
  }

  // MARK: Bars

  private func bars(of instance: ViewInstance, _ drawn: [SceneMark]) -> [Bar] {
    guard let unit = instance.model.unit, let channel = Self.measure(unit),
      let definition = unit[channel],
      let column = instance.table.column(at: FieldPath(name: definition.fieldName()))
    else { return [] }
    let builder = MarkBuilder(instance, unit, parameters: parameters, shapes: ShapeStore())
    let formatting = TextEncoder(builder: builder).formatting
    let format =
      format.map { JSONNode.text($0) } ?? definition.node["axis"]?["format"]
      ?? definition.node["format"]
    let shares = unit.stack?.offset == .normalize ? shares(definition, instance.table) : nil
    // Without a format the axis groups thousands, and its labels must not be written otherwise than the values.
    let grouped =
      shares == nil && definition.type == .quantitative
        && formatting.config.root["numberFormat"]?.string == nil ? JSONNode.text(",") : nil
    let isPart = unit.stack.map { $0.fieldChannel == channel && !$0.stackBy.isEmpty } ?? false
    let name = instance.model.named("marks")
    return rectangles(drawn.filter { $0.name == name }, x: 0, y: 0).compactMap { item, x, y in
      guard let row = item.row, row < instance.table.rowCount, InvalidValues.isValid(column, row)
      else { return nil }
      var box = Bounds()
      box.add(x, y)
      box.add(x + item.width, y + item.height)
      let value = shares?(row) ?? column[row]
      return Bar(
        box: box, fill: item.fill,
        text: formatting.text(value, definition, format: format ?? grouped, formatType: nil),
        isVertical: channel == .y, isNegative: column.number(at: row) < 0, isPart: isPart)
    }
  }

  /// The share of each row in its stack.
  private func shares(_ definition: ChannelDefinition, _ table: Table) -> ((Int) -> Value)? {
    guard let start = table.column(definition.fieldName(suffix: "start")),
      let end = table.column(definition.fieldName(suffix: "end"))
    else { return nil }
    return { .number(end.number(at: $0) - start.number(at: $0)) }
  }

  /// The rectangles of marks, with their places in the view.
  private func rectangles(
    _ marks: [SceneMark], x: Double, y: Double
  ) -> [(item: SceneItem, x: Double, y: Double)] {
    marks.flatMap { mark in
      mark.items.flatMap { item -> [(item: SceneItem, x: Double, y: Double)] in
        switch mark.kind {
        case .rect: [(item, x + item.x, y + item.y)]
        case .group: rectangles(item.marks, x: x + item.x, y: y + item.y)
        case .symbol, .line, .area, .rule, .text, .arc, .trail, .image, .path: []
        }
      }
    }
  }

  /// What values may not cover: the lines, ticks and names of targets, but not their bands.
  private func obstacles(_ drawn: [SceneMark]) -> [Bounds] {
    drawn.filter { $0.role == "target" }.flatMap { mark in
      mark.items.compactMap { item -> Bounds? in
        var box = Bounds()
        switch mark.kind {
        case .rule:
          box.add(item.x, item.y)
          box.add(item.x2 ?? item.x, item.y2 ?? item.y)
        case .rect where item.opacity > 0.5:
          box.add(item.x, item.y)
          box.add(item.x + item.width, item.y + item.height)
        case .text:
          guard let text = item.text, let line = text.lines.first else { return nil }
          let width = measurer.width(line, text)
          let left =
            text.align == "left"
            ? item.x : text.align == "right" ? item.x - width : item.x - width / 2
          box.add(left, item.y + text.dy - text.size)
          box.add(left + width, item.y + text.dy)
        case .rect, .group, .symbol, .line, .area, .arc, .trail, .image, .path: return nil
        }
        return box
      }
    }
  }

  private static func overlap(_ a: Bounds, _ b: Bounds) -> Bool {
    a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2
  }

  // MARK: Places

  /// The places where the value of a bar may stand, the best first.
  private func candidates(
    _ bar: Bar, _ style: SceneText, _ instance: ViewInstance
  ) -> [Label] {
    let width = measurer.width(bar.text, style)
    let height = style.size * Self.figureHeight
    let (x, y) = ((bar.box.x1 + bar.box.x2) / 2, (bar.box.y1 + bar.box.y2) / 2)
    func label(_ x: Double, _ y: Double, _ align: String, isInside: Bool) -> Label {
      let left = align == "left" ? x : align == "right" ? x - width : x - width / 2
      var box = Bounds()
      box.add(left, y - height / 2)
      box.add(left + width, y + height / 2)
      return Label(bar: bar, isInside: isInside, x: x, y: y, align: align, box: box)
    }
    let (length, thickness) =
      bar.isVertical ? (bar.box.height, bar.box.width) : (bar.box.width, bar.box.height)
    let (along, across) = bar.isVertical ? (height, width) : (width, height)
    let fits = length >= along + 2 * Self.gap && thickness >= across + 2
    if bar.isPart { return fits ? [label(x, y, "center", isInside: true)] : [] }

    let isForward = bar.isVertical == bar.isNegative
    let end =
      bar.isVertical
      ? (bar.isNegative ? bar.box.y2 : bar.box.y1) : (bar.isNegative ? bar.box.x1 : bar.box.x2)
    func place(_ distance: Double, isInside: Bool) -> Label {
      let beyond = isInside ? -distance : distance
      let at = isForward ? end + beyond : end - beyond
      if bar.isVertical {
        return label(
          x, at + (isForward != isInside ? height / 2 : -height / 2), "center", isInside: isInside)
      }
      return label(at, y, isForward != isInside ? "left" : "right", isInside: isInside)
    }
    let outside = place(Self.gap, isInside: false)
    let inside = place(Self.gap, isInside: true)
    // Beyond the plot a value would meet titles and headers.
    let isWithin =
      outside.box.x1 >= 0 && outside.box.x2 <= instance.width && outside.box.y1 >= 0
      && outside.box.y2 <= instance.height
    if isWithin { return fits ? [outside, inside] : [outside] }
    return fits ? [inside, outside] : [outside]
  }

  // MARK: Drawing

  private var style: SceneText {
    let labels = GuideStyle(lookup: { config["axis", $0] }, parameters: parameters)
    var text = labels.text("label") { name in
      config.style("guide-label", name) ?? VegaDefaults.style("guide-label", name)
    }
    text.baseline = "middle"
    text.limit = 0
    return text
  }

  private func drawing(_ labels: [Label], _ style: SceneText) -> [SceneMark] {
    var grounds: [SceneItem] = []
    let texts = labels.map { label in
      let item = SceneItem()
      (item.x, item.y) = (label.x, label.y)
      item.text = style
      item.text?.lines = [label.bar.text]
      item.text?.align = label.align
      item.fill = .color(Legibility.dark)
      guard label.isInside else { return item }
      if case .color(let color)? = label.bar.fill,
        !isGrey || GreyLooks.look(label.bar.fill)?.hatch == nil
      {
        item.fill = .color(Legibility.letters(on: color))
      } else {
        grounds.append(ground(label))
      }
      return item
    }
    let mark = SceneMark(.text, role: "direct-label", items: texts)
    guard !grounds.isEmpty else { return [mark] }
    let under = SceneMark(.rect, role: "label-ground", items: grounds)
    under.isHidden = true
    return [under, mark]
  }

  /// White under letters on a hatch.
  private func ground(_ label: Label) -> SceneItem {
    let item = SceneItem()
    (item.x, item.y) = (label.box.x1 - 2, label.box.y1 - 2)
    item.width = label.box.width + 4
    item.height = label.box.height + 4
    item.fill = .color(Legibility.white)
    return item
  }
}
