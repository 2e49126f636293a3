import Glibc
import Scene
import Syntax
import Tables

/// Symbols beside labels, laid out in a grid.
extension LegendBuilder {
  func number(_ vega: String, _ value: Value) -> Double? {
    scales.first { $0.vega == vega }?.scale.value(value)?.asNumber
  }

  func symbols(_ style: GuideStyle, _ direction: String, _ entry: SceneItem) -> SceneMark? {
    var all = entries(.symbols, style, length: 0)
    guard !all.isEmpty else { return nil }
    let limit = Int(limited: style.number("symbolLimit") ?? 30)
    if limit > 0, all.count > limit {
      let rest = all.count - (limit - 1)
      let next = all[limit - 1]
      all = Array(all.prefix(limit - 1))
      all.append(Entry(value: next.value, label: "…\(rest) entries", index: limit - 1))
    }
    let sizeScale = scales.first { $0.vega == "size" }?.scale
    if let sizeScale, legend.property("values") == nil, let first = all.first,
      sizeScale.value(first.value)?.asNumber == 0
    {
      all.removeFirst()
      for index in all.indices { all[index].index = index }
    }
    let baseSize = style.number("symbolSize") ?? 100
    let baseWidth = style.number("symbolStrokeWidth") ?? 1.5
    let label = style.text("label", style: labelStyle)
    func extent(_ value: Value) -> Double {
      let size = number("size", value) ?? baseSize
      let width = number("strokeWidth", value) ?? baseWidth
      return max(ceil(max(0, size).squareRoot() + width), label.size)
    }
    let offset = all.map { extent($0.value) }.max() ?? 0
    let columns: Int = {
      if let own = style.number("columns") { return Int(limited: own) }
      if let configured = config["legend", "columns"]?.number { return Int(limited: configured) }
      return direction == "vertical" ? 1 : 0
    }()
    let clipHeight = style.number("clipHeight")
    let symbolOffset = style.number("symbolOffset") ?? 0
    var groups: [SceneItem] = []
    for item in all {
      let size = extent(item.value)
      let group = SceneItem()
      group.ignoresOwnSize = clipHeight == nil
      group.height = clipHeight ?? 0
      let symbol = self.symbol(item.value, style, baseSize: baseSize, baseWidth: baseWidth)
      let slot = columns > 0 ? offset : size
      symbol.x = slot * 0.5 + symbolOffset
      symbol.y = (clipHeight ?? size) * 0.5
      let text = SceneItem()
      var words = label
      words.lines = item.label.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      words.align = style.string("labelAlign") ?? "left"
      words.baseline = style.string("labelBaseline") ?? "middle"
      words.limit = style.number("labelLimit") ?? 160
      text.text = words
      text.x = slot + symbolOffset + (style.number("labelOffset") ?? 4)
      text.y = symbol.y
      text.fill = style.paint("labelColor") ?? paint(labelStyle("fill"))
      if let opacity = style.number("labelOpacity") { text.fillOpacity = opacity }
      if clipHeight != nil {
        // Symbols are cut off above and below, not at their sides.
        group.isClipped = true
        group.width = text.x + words.lines.map { measurer.width($0, words) }.reduce(0, max)
      }
      group.marks = [
        SceneMark(.symbol, role: "legend-symbol", items: [symbol]),
        SceneMark(.text, role: "legend-label", items: [text]),
      ]
      groups.append(group)
    }
    if direction == "vertical", columns > 1 {
      // Entries run down the columns.
      let rows = Int(ceil(Double(groups.count) / Double(columns)))
      let order = groups.indices.sorted { a, b in
        (a % rows, a / rows) < (b % rows, b / rows)
      }
      groups = order.map { groups[$0] }
    }
    var grid = GridSettings()
    let align = GridSettings.Align(rawValue: style.string("gridAlign") ?? "each") ?? .each
    grid.alignColumns = align
    grid.alignRows = align
    grid.columns = columns
    grid.centersRows = true
    grid.columnPadding = style.number("columnPadding") ?? 10
    grid.rowPadding = style.number("rowPadding") ?? 2
    entry.layout.grid = grid
    return SceneMark(.group, role: "scope", items: groups)
  }

  func symbol(
    _ value: Value, _ style: GuideStyle, baseSize: Double, baseWidth: Double
  ) -> SceneItem {
    let item = SceneItem()
    let paint = PaintReader(parameters: parameters)
    let encoding = legend.symbolEncoding
    func encoded(_ name: String) -> Value? { encoding[name].map { parameters.value($0) } }
    func scaled(_ name: String) -> Value? {
      scales.first { $0.vega == name }?.scale.value(value)
    }
    let hasFill = scales.contains { $0.vega == "fill" }
    let hasStroke = scales.contains { $0.vega == "stroke" }
    // Vega's base colours hold where no scale gives a fill.
    let baseFill = hasFill ? nil : raw("symbolFillColor") ?? raw("symbolBaseFillColor")
    let baseStroke =
      hasFill ? raw("symbolStrokeColor") : raw("symbolStrokeColor") ?? raw("symbolBaseStrokeColor")
    item.fill =
      hasFill
      ? paint.paint(scaled("fill"))
      : encoding["fill"].map { paint.paint(parameters.value($0)) } ?? self.paint(baseFill)
    item.stroke =
      hasStroke
      ? paint.paint(scaled("stroke"))
      : encoding["stroke"].map { paint.paint(parameters.value($0)) } ?? self.paint(baseStroke)
    item.strokeWidth =
      scaled("strokeWidth")?.asNumber ?? encoded("strokeWidth")?.asNumber ?? baseWidth
    item.opacity =
      scaled("opacity")?.asNumber ?? encoded("opacity")?.asNumber
      ?? style.number("symbolOpacity") ?? 1
    if let value = scaled("fillOpacity")?.asNumber ?? encoded("fillOpacity")?.asNumber {
      item.fillOpacity = value
    }
    if let value = scaled("strokeOpacity")?.asNumber ?? encoded("strokeOpacity")?.asNumber {
      item.strokeOpacity = value
    }
    if case .array(let items)? = scaled("strokeDash") ?? encoded("strokeDash")
      ?? style.node("symbolDash").map({ Value($0) })
    {
      item.strokeDash = items.map(\.asNumber)
    }
    item.strokeCap = encoded("strokeCap")?.asText
    let size = scaled("size")?.asNumber ?? baseSize
    let shape =
      scaled("shape")?.asText ?? legend.symbolType?.value ?? style.string("symbolType") ?? "circle"
    item.path = SymbolShapes.path(shape, size: size)
    if let angle = scaled("angle")?.asNumber { item.angle = angle }
    return item
  }
}
