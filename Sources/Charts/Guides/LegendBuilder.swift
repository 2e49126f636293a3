import Glibc
import Scene
import Syntax
import Tables

/// Draws a legend: symbols with labels, or a bar of colours (Vega's `parsers/legend.js` and
/// `guides/legend-*.js`).
struct LegendBuilder {
  enum Kind { case symbols, gradient, discrete }

  let legend: LegendComponent
  /// The scales by Vega's name of the channel, the leading one first.
  let scales: [(vega: String, scale: Scale)]
  let width: Double
  let height: Double
  let config: Config
  let parameters: Parameters
  let measurer: TextMeasurer

  private func raw(_ name: String) -> JSONNode? {
    if let own = legend.property(name) { return own }
    return config["legend", name] ?? VegaDefaults.legend[name]
  }

  private var style: GuideStyle { GuideStyle(lookup: raw, parameters: parameters) }

  private func labelStyle(_ name: String) -> JSONNode? {
    config.style("guide-label", name) ?? VegaDefaults.style("guide-label", name)
  }
  private func titleStyle(_ name: String) -> JSONNode? {
    config.style("guide-title", name) ?? VegaDefaults.style("guide-title", name)
  }

  private var scale: Scale { scales[0].scale }

  /// Symbols, unless one continuous colour scale stands alone.
  private var kind: Kind {
    let isDiscretizing = if case .thresholds = scale.kind { true } else { false }
    let hasBins: Bool = if case .bins = scale.kind { true } else { false }
    var type = legend.type?.value
    if type == nil, scales.count == 1, ["fill", "stroke"].contains(scales[0].vega) {
      if case .continuous = scale.kind {
        type = "gradient"
      } else if isDiscretizing || hasBins {
        type = "discrete"
      } else {
        type = "symbol"
      }
    }
    switch type ?? "symbol" {
    case "gradient", "discrete":
      if isDiscretizing || hasBins { return .discrete }
      if case .continuous = scale.kind { return .gradient }
      return .symbols
    default: return .symbols
    }
  }

  private func direction(_ kind: Kind, _ style: GuideStyle) -> String {
    if let own = style.string("direction") { return own }
    let key = kind == .symbols ? "symbolDirection" : "gradientDirection"
    if let configured = config["legend", key]?.string { return configured }
    switch style.string("orient") ?? "right" {
    case "top", "bottom": return "horizontal"
    case "left", "right", "none": return "vertical"
    default: return kind == .symbols ? "vertical" : "horizontal"
    }
  }

  func build() -> SceneMark? {
    guard !legend.isDisabled, !scales.isEmpty else { return nil }
    let style = style
    let kind = kind
    let direction = direction(kind, style)
    let entry = SceneItem()
    var entries: [SceneMark] = []
    switch kind {
    case .symbols:
      guard let mark = symbols(style, direction, entry) else { return nil }
      entries = [mark]
    case .gradient: entries = gradient(style, isVertical: direction == "vertical")
    case .discrete: entries = bands(style, isVertical: direction == "vertical")
    }
    entry.marks = entries
    let group = SceneItem()
    group.layout.orient = style.string("orient") ?? "right"
    group.layout.offset = style.number("offset") ?? .nan
    group.layout.padding = style.number("padding") ?? 0
    group.layout.titlePadding = style.number("titlePadding") ?? 5
    group.layout.isSymbolLegend = kind == .symbols
    group.layout.isVerticalGradient = kind != .symbols && direction == "vertical"
    group.fill = style.paint("fillColor")
    group.stroke = style.paint("strokeColor")
    if let width = config["legend", "strokeWidth"]?.number { group.strokeWidth = width }
    if let dash = config["legend", "strokeDash"]?.array {
      group.strokeDash = dash.compactMap(\.number)
    }
    if let radius = style.number("cornerRadius") {
      group.cornerRadii = [radius, radius, radius, radius]
    }
    group.x = style.number("legendX") ?? 0
    group.y = style.number("legendY") ?? 0
    group.marks = [SceneMark(.group, role: "legend-entry", items: [entry])]
    if let title = title(style, kind, direction) {
      group.layout.hasTitle = true
      group.layout.titleOrient = style.string("titleOrient") ?? "top"
      group.layout.titleAnchor = style.string("titleAnchor") ?? "start"
      group.marks.append(title)
    }
    let mark = SceneMark(.group, role: "legend", items: [group])
    mark.zindex = style.number("zindex") ?? 0
    mark.roleDescription = "legend"
    mark.caption = caption(kind)
    if raw("aria")?.bool == false || config.root["aria"]?.bool == false { mark.isHidden = true }
    return mark
  }

  private func title(_ style: GuideStyle, _ kind: Kind, _ direction: String) -> SceneMark? {
    guard let lines = legend.title?.value.lines, lines.contains(where: { !$0.isEmpty }) else {
      return nil
    }
    let item = SceneItem()
    var text = style.text("title", style: titleStyle)
    text.lines = lines.flatMap {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let orient = style.string("titleOrient") ?? "top"
    let anchor = style.string("titleAnchor") ?? "start"
    switch orient {
    case "left", "right":
      text.align = "left"
      text.baseline = anchor == "end" ? "bottom" : anchor == "middle" ? "middle" : "top"
    default:
      text.align = anchor == "end" ? "right" : anchor == "middle" ? "center" : "left"
      text.baseline = "top"
    }
    if let align = style.string("titleAlign") { text.align = align }
    if let baseline = style.string("titleBaseline") { text.baseline = baseline }
    item.text = text
    item.fill = style.paint("titleColor") ?? paint(titleStyle("fill"))
    if let opacity = style.number("titleOpacity") { item.fillOpacity = opacity }
    return SceneMark(.text, role: "legend-title", items: [item])
  }

  private func paint(_ node: JSONNode?) -> ScenePaint? {
    node?.string.flatMap { CSSColor.parse($0) }.map { .color($0 ?? .clear) }
  }

  // MARK: Entries

  private struct Entry {
    var value: Value
    var label: String
    var index: Int
    var share = 0.0
    var endShare = 0.0
  }

  private func request(_ style: GuideStyle, fallback: Double) -> Scale.TickRequest {
    if let count = style.number("tickCount") { return .count(count) }
    if let name = style.string("tickCount"), let interval = TimeTicks.interval(named: name) {
      return .interval(interval)
    }
    return .count(fallback)
  }

  private var minimumStep: Double? {
    raw("tickMinStep").flatMap { parameters.number($0) }
  }

  private func format(_ request: Scale.TickRequest, skips: Bool) -> LabelFormat {
    var format = GuideFormat(
      scale: scale, request: request, format: raw("format"),
      formatType: raw("formatType")?.string, timeUnit: legend.timeUnit,
      fieldType: legend.fieldType, config: config, zone: parameters.scope.timeZone
    ).label
    // Symbols of a logarithmic scale are all labelled.
    if skips, case .logarithm(_, _, let specifier) = format.kind,
      let number = LabelFormat.variable(specifier)
    {
      format = LabelFormat(.number(number))
    }
    return format
  }

  private func entries(_ kind: Kind, _ style: GuideStyle, length: Double) -> [Entry] {
    let fallback: Double = kind == .gradient ? max(2, 2 * floor(length / 100)) : 5
    let request = scale.adjusted(
      request(style, fallback: fallback), minimumStep: minimumStep)
    let written = raw("values").flatMap { node -> [Value]? in
      let definition = ChannelDefinition(
        node: .emptyObject, channel: .color, type: legend.fieldType, timeUnit: legend.timeUnit)
      if let items = node.array {
        return items.map {
          DomainValues.value($0, definition, zone: parameters.scope.timeZone)
        }
      }
      if case .array(let items) = parameters.value(node) { return items }
      return nil
    }
    let format = format(request, skips: written != nil || kind == .symbols)
    var bounds: [Double]?
    switch scale.kind {
    case .thresholds(let inner): bounds = [-.infinity] + inner + [.infinity]
    case .bins(let all): bounds = all
    case .continuous: bounds = scale.bins
    case .band, .ordinal, .identity: bounds = nil
    }
    var values = written ?? []
    if written == nil {
      if let bounds {
        values = bounds.dropLast().map { .number($0) }
      } else {
        values = scale.ticks(request)
        if case .continuous(let mapping) = scale.kind, case .logarithm = mapping.function,
          case .count(let count) = request
        {
          values = values.filter { scale.labelsLogarithmicTick($0.asNumber, count: count) }
        }
      }
    }
    let domain = scale.numericDomain
    let (low, high) = (domain.first ?? 0, domain.last ?? 1)
    if kind == .gradient, written == nil, values.count < 3, low != high {
      values = [scale.domain.first ?? .number(low), scale.domain.last ?? .number(high)]
    }
    func text(_ value: Value, _ index: Int) -> String {
      if kind == .symbols, let bounds, written == nil {
        return rangeText(
          value.asNumber, index + 1 < bounds.count ? bounds[index + 1] : .infinity, format)
      }
      if kind == .discrete { return index == 0 ? "" : thresholdText(value, format) }
      return format.text(value)
    }
    var entries = values.enumerated().map { index, value in
      Entry(value: value, label: text(value, index), index: index)
    }
    if let expression = raw("labelExpr")?.string {
      let texts = LabelExpressions(parameters: parameters, scale: scale).texts(
        expression, entries.map { ($0.value, $0.label, $0.index) })
      for index in entries.indices { entries[index].label = texts[index] }
    }
    switch kind {
    case .gradient:
      for index in entries.indices {
        let value = entries[index].value.asNumber
        if case .continuous(let mapping) = scale.kind {
          let plain = ContinuousMapping(function: mapping.function, domain: [low, high])
          entries[index].share = plain.share(value)
        }
      }
    case .discrete:
      var (from, to) = (low, high)
      if scale.type == "threshold" {
        let adjust = domain.count > 1 ? (high - low) / Double(domain.count - 1) : 0.1
        from -= adjust
        to += adjust
      }
      for index in entries.indices {
        entries[index].share = index == 0 ? 0 : (entries[index].value.asNumber - from) / (to - from)
        entries[index].endShare =
          index + 1 == entries.count
          ? 1 : (entries[index + 1].value.asNumber - from) / (to - from)
      }
    case .symbols: break
    }
    return entries
  }

  private func rangeText(_ low: Double, _ high: Double, _ format: LabelFormat) -> String {
    let start = low.isFinite ? thresholdText(.number(low), format) : ""
    let end = high.isFinite ? thresholdText(.number(high), format) : ""
    if !start.isEmpty, !end.isEmpty { return start + " – " + end }
    return end.isEmpty ? "≥ " + start : "< " + end
  }

  /// Bounds of discretizing scales are written with as many digits as their distances need.
  private func thresholdText(_ value: Value, _ format: LabelFormat) -> String {
    guard case .thresholds(let bounds) = scale.kind, scale.type != "threshold" else {
      return format.text(value)
    }
    let values = scale.type == "quantize" ? scale.numericDomain : bounds
    var step = values.count > 1 ? values[1] - values[0] : values.first ?? 1
    for (a, b) in zip(values, values.dropFirst()) { step = min(step, b - a) }
    let specifier = raw("format")?.string.flatMap { NumberFormat($0) }
    return LabelFormat.spanText(value.asNumber, 0, step, 30, specifier)
  }

  private func number(_ vega: String, _ value: Value) -> Double? {
    scales.first { $0.vega == vega }?.scale.value(value)?.asNumber
  }

  private func symbols(_ style: GuideStyle, _ direction: String, _ entry: SceneItem) -> SceneMark? {
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

  private func symbol(
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

  // MARK: Colour bars

  private func length(_ style: GuideStyle, isVertical: Bool) -> Double {
    if let own = style.node("gradientLength")?.number,
      legend.property("gradientLength") != nil
        || config["legend", "gradientLength"] != nil
    {
      return own
    }
    func limit(_ name: String, _ fallback: Double) -> Double { style.number(name) ?? fallback }
    guard case .continuous = scale.kind else { return 200 }
    if isVertical {
      return min(
        limit("gradientVerticalMaxLength", 200),
        max(limit("gradientVerticalMinLength", 64), height))
    }
    let orient = style.string("orient")
    let minimum = limit("gradientHorizontalMinLength", 100)
    if orient == "top" || orient == "bottom" {
      return min(limit("gradientHorizontalMaxLength", 200), max(minimum, width))
    }
    return minimum
  }

  private func gradient(_ style: GuideStyle, isVertical: Bool) -> [SceneMark] {
    let thickness = style.number("gradientThickness") ?? 16
    let length = length(style, isVertical: isVertical)
    let item = SceneItem()
    item.width = isVertical ? thickness : length
    item.height = isVertical ? length : thickness
    item.fill = .gradient(
      SceneGradient(
        start: Point(x: 0, y: isVertical ? 1 : 0), end: Point(x: isVertical ? 0 : 1, y: 0),
        stops: stops()))
    item.strokeWidth = style.number("gradientStrokeWidth") ?? 0
    item.stroke = style.paint("gradientStrokeColor")
    item.opacity =
      style.number("gradientOpacity") ?? legend.gradientOpacity.flatMap { parameters.number($0) }
      ?? 1
    let entries = entries(.gradient, style, length: length)
    return [
      SceneMark(.rect, role: "legend-gradient", items: [item]),
      gradientLabels(entries, style, length, thickness, isVertical: isVertical),
    ]
  }

  /// The colours of the scale at its ticks (vega-scale's `scaleGradient`).
  private func stops() -> [SceneGradient.Stop] {
    guard case .continuous(let mapping) = scale.kind, let low = mapping.domain.first,
      let high = mapping.domain.last, low != high
    else { return [] }
    let plain = ContinuousMapping(function: mapping.function, domain: [low, high])
    var values: [Double]
    if mapping.domain.count == 2, case .linear = mapping.function {
      values = (0...20).map { low + (high - low) * Double($0) / 20 }
    } else {
      values = (0...20).map {
        mapping.inverse(
          plain.transformed(low) + (plain.transformed(high) - plain.transformed(low)) * Double($0)
            / 20)
      }
    }
    values[values.count - 1] = high
    return values.compactMap { value in
      guard case .string(let text)? = scale.value(.number(value)),
        let color = CSSColor.parse(text)
      else { return nil }
      return SceneGradient.Stop(offset: plain.share(value), color: color ?? .white)
    }
  }

  private func bands(_ style: GuideStyle, isVertical: Bool) -> [SceneMark] {
    let thickness = style.number("gradientThickness") ?? 16
    let length = length(style, isVertical: isVertical)
    let entries = entries(.discrete, style, length: length)
    let paint = PaintReader(parameters: parameters)
    let items = entries.map { entry -> SceneItem in
      let item = SceneItem()
      let (from, to) = (entry.share * length, entry.endShare * length)
      if isVertical {
        item.y = length - to
        item.height = to - from
        item.width = thickness
      } else {
        item.x = from
        item.width = to - from
        item.height = thickness
      }
      let probe = entry.value.asNumber.isFinite ? entry.value : .number(-1e300)
      item.fill = paint.paint(scale.value(probe))
      item.strokeWidth = style.number("gradientStrokeWidth") ?? 0
      item.stroke = style.paint("gradientStrokeColor")
      item.opacity = style.number("gradientOpacity") ?? 1
      return item
    }
    return [
      SceneMark(.rect, role: "legend-band", items: items),
      gradientLabels(entries, style, length, thickness, isVertical: isVertical),
    ]
  }

  private func gradientLabels(
    _ entries: [Entry], _ style: GuideStyle, _ length: Double, _ thickness: Double,
    isVertical: Bool
  ) -> SceneMark {
    let offset =
      legend.property("labelOffset")?.number ?? config.number("legend", "gradientLabelOffset") ?? 2
    let items = entries.map { entry -> SceneItem in
      let item = SceneItem()
      var text = style.text("label", style: labelStyle)
      text.lines =
        entry.label.isEmpty
        ? []
        : entry.label.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      text.limit =
        legend.property("labelLimit")?.number ?? config.number("legend", "gradientLabelLimit") ?? 0
      if isVertical {
        item.x = thickness + offset
        item.y = (1 - entry.share) * length
        text.align = "left"
        text.baseline = entry.share <= 0 ? "bottom" : entry.share >= 1 ? "top" : "middle"
      } else {
        item.x = entry.share * length
        item.y = thickness + offset
        text.align = entry.share <= 0 ? "left" : entry.share >= 1 ? "right" : "center"
        text.baseline = "top"
      }
      item.text = text
      item.fill = style.paint("labelColor") ?? paint(labelStyle("fill"))
      if let opacity = style.number("labelOpacity") { item.fillOpacity = opacity }
      return item
    }
    let mark = SceneMark(.text, role: "legend-label", items: items)
    if let node = style.node("labelOverlap"), node.bool != false {
      mark.overlap = LabelOverlap.Request(
        method: node.string == "greedy" ? .greedy : .parity,
        separation: style.number("labelSeparation") ?? 0, isHorizontal: !isVertical)
    }
    return mark
  }

  private func caption(_ kind: Kind) -> String {
    let name: String =
      switch kind {
      case .symbols: "Symbol legend"
      case .gradient: "Gradient legend"
      case .discrete: "Discrete legend"
      }
    let lines = legend.title?.value.lines.filter { !$0.isEmpty } ?? []
    let title = lines.isEmpty ? "" : " titled '\(lines.joined(separator: " "))'"
    let channels = scales.map { part in
      part.vega == "fill" || part.vega == "stroke" ? "\(part.vega) color" : part.vega
    }
    let joined =
      channels.count < 2
      ? channels.joined()
      : channels.dropLast().joined(separator: ", ") + " and " + (channels.last ?? "")
    return "\(name)\(title) for \(joined) with "
      + DomainCaption.text(scale, format: raw("format"), zone: parameters.scope.timeZone)
  }
}
