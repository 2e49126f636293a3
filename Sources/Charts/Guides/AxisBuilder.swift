import Glibc
import Scene
import Syntax
import Tables

/// Draws an axis: grid lines behind the marks, or ticks, labels, domain line and title beside them (Vega's
/// `parsers/axis.js` and `guides/axis-*.js`).
struct AxisBuilder {
  enum Part { case grid, main }

  let axis: AxisComponent
  let scale: Scale
  /// The scale across, along whose range grid lines run; nil where they run over the whole view.
  let crossScale: Scale?
  let width: Double
  let height: Double
  let parameters: Parameters

  private var isX: Bool { orient == "top" || orient == "bottom" }
  private var orient: String { axis.orient }
  private var config: Config { axis.config }

  private func raw(_ name: String) -> JSONNode? {
    if let own = axis.property(name) {
      if own.isNull, name == "labelAlign" || name == "labelBaseline" { return nil }
      return own
    }
    if let configured = AxisConfig.value(
      name, axis.channel, orient, scale.type, .emptyObject, config)
    {
      return configured
    }
    if name == "tickOffset", scale.type == "band" { return -0.5 }
    return VegaDefaults.axis[name]
  }

  private var style: GuideStyle {
    GuideStyle(
      lookup: { name in
        guard let node = raw(name) else { return nil }
        // A conditional property's own value stands where no tick is at hand.
        if node.has("condition") { return node["value"] ?? node["expr"] }
        return node
      }, parameters: parameters)
  }

  private func labelStyle(_ name: String) -> JSONNode? {
    config.style("guide-label", name) ?? VegaDefaults.style("guide-label", name)
  }
  private func titleStyle(_ name: String) -> JSONNode? {
    config.style("guide-title", name) ?? VegaDefaults.style("guide-title", name)
  }

  /// A tick with its place along the axis.
  private struct Tick {
    var index: Int
    var value: Value
    var label: String
    /// An extra tick at the start of the first band.
    var isExtra = false
  }

  private var length: Double { isX ? width : height }

  func build(_ part: Part) -> SceneMark? {
    if axis.isDisabled { return nil }
    let style = style
    let showsGrid = axis.property("grid")?.bool ?? false
    if part == .grid, !showsGrid { return nil }
    let bands = bands(style)
    var ticks = ticks(style)
    if bands.hasExtra, let first = ticks.first {
      ticks.insert(Tick(index: -1, value: first.value, label: "", isExtra: true), at: 0)
    }
    let group = SceneItem()
    let range = scale.numericRange ?? (0, length)
    group.layout.orient = orient
    group.layout.range = abs(range.1 - range.0)
    group.layout.offset = style.number("offset") ?? 0
    group.layout.translate = style.number("translate") ?? 0.5
    group.layout.titlePadding = style.number("titlePadding") ?? 4
    if part == .grid {
      group.layout.minExtent = 0
      group.layout.maxExtent = 0
    } else {
      group.layout.minExtent = style.number("minExtent") ?? 0
      group.layout.maxExtent = style.number("maxExtent") ?? 200
    }
    group.layout.position = style.number("position") ?? 0
    let mark = SceneMark(.group, role: "axis", items: [group])
    mark.zindex = style.number("zindex") ?? 0
    switch part {
    case .grid:
      mark.isHidden = true
      group.marks.append(grid(ticks, bands, style))
    case .main:
      let showsTicks = style.flag("ticks")
      let showsLabels = style.flag("labels")
      if showsTicks { group.marks.append(tickMarks(ticks, bands, style)) }
      if showsLabels {
        group.marks.append(labels(ticks, bands, style, tickSize: showsTicks ? tickSize(style) : 0))
      }
      if style.flag("domain") { group.marks.append(domainLine(range, style)) }
      if let title = titleMark(range, style) { group.marks.append(title) }
      mark.roleDescription = "axis"
      mark.caption = caption()
      if style.node("aria")?.bool == false || config.root["aria"]?.bool == false {
        mark.isHidden = true
      }
    }
    return mark
  }

  // MARK: Ticks

  private struct Bands {
    var share: Double
    var hasExtra: Bool
    var offset: Double
  }

  private func bands(_ style: GuideStyle) -> Bands {
    let offset = style.number("tickOffset") ?? 0
    switch style.string("tickBand") {
    case "extent": return Bands(share: 1, hasExtra: true, offset: 0)
    case "center": return Bands(share: 0.5, hasExtra: false, offset: offset)
    default:
      return Bands(
        share: style.number("bandPosition") ?? 0.5, hasExtra: style.flag("tickExtra"),
        offset: offset)
    }
  }

  private func request(_ style: GuideStyle) -> Scale.TickRequest {
    guard let node = raw("tickCount") else {
      return .count(raw("values")?.array.map { Double($0.count) } ?? 10)
    }
    if let divisor = node["sizeDivisor"]?.number { return .count(ceil(length / divisor)) }
    if let count = style.number("tickCount") { return .count(count) }
    if let name = node.string, let interval = TimeTicks.interval(named: name) {
      return .interval(interval)
    }
    if let name = node["interval"]?.string,
      let interval = TimeTicks.interval(named: name, step: Int(limited: node["step"]?.number ?? 1))
    {
      return .interval(interval)
    }
    return .count(10)
  }

  private var minimumStep: Double? {
    guard let node = raw("tickMinStep") else { return nil }
    if node["unitDuration"] != nil {
      guard let unit = axis.timeUnit?.unit else { return nil }
      return TimeUnitDurations.duration(unit, zone: parameters.scope.timeZone)
    }
    return parameters.number(node)
  }

  private func ticks(_ style: GuideStyle) -> [Tick] {
    let request = scale.adjusted(request(style), minimumStep: minimumStep)
    var values: [Value]
    if let written = raw("values") {
      let definition = ChannelDefinition(
        node: .emptyObject, channel: axis.channel, type: axis.fieldType, timeUnit: axis.timeUnit)
      if let items = written.array {
        values = items.map {
          DomainValues.value($0, definition, zone: parameters.scope.timeZone)
        }
      } else if case .array(let items) = parameters.value(written) {
        values = items
      } else {
        values = []
      }
    } else {
      values = scale.ticks(request)
    }
    let format = GuideFormat(
      scale: scale, request: request, format: raw("format"),
      formatType: raw("formatType")?.string, timeUnit: axis.timeUnit, fieldType: axis.fieldType,
      isNormalized: axis.isNormalized, config: config, zone: parameters.scope.timeZone
    ).label
    return values.enumerated().map { Tick(index: $0, value: $1, label: format.text($1)) }
  }

  private func place(_ tick: Tick, _ bands: Bands, rounds: Bool, offset: Double = 0) -> Double {
    guard let start = scale.number(tick.value) else { return 0 }
    var place = start + (tick.isExtra ? 0 : bands.share * scale.bandwidth)
    place += bands.offset + offset
    return rounds ? halfUp(place) : place
  }

  private func tickSize(_ style: GuideStyle) -> Double { style.number("tickSize") ?? 5 }

  private func tickMarks(_ ticks: [Tick], _ bands: Bands, _ style: GuideStyle) -> SceneMark {
    let sign: Double = orient == "left" || orient == "top" ? -1 : 1
    let size = tickSize(style) * sign
    let rounds = style.flag("tickRound")
    let values = TickValues(
      ticks: ticks.map { ($0.value, $0.label, $0.index) }, lookup: raw, parameters: parameters)
    let items = ticks.enumerated().map { order, tick -> SceneItem in
      let item = SceneItem()
      let place = place(tick, bands, rounds: rounds)
      if isX {
        item.x = place
        item.x2 = place
        item.y2 = values.number("tickSize", order).map { $0 * sign } ?? size
      } else {
        item.y = place
        item.y2 = place
        item.x2 = values.number("tickSize", order).map { $0 * sign } ?? size
      }
      item.stroke = values.paint("tickColor", order)
      item.strokeWidth = values.number("tickWidth", order) ?? 1
      item.strokeDash = values.numbers("tickDash", order)
      item.strokeCap = style.string("tickCap")
      if let opacity = values.number("tickOpacity", order) { item.strokeOpacity = opacity }
      return item
    }
    return SceneMark(.rule, role: "axis-tick", items: items)
  }

  private func grid(_ ticks: [Tick], _ bands: Bands, _ style: GuideStyle) -> SceneMark {
    let sign: Double = orient == "left" || orient == "top" ? 1 : -1
    let offset = style.number("offset") ?? 0
    let rounds = style.flag("tickRound")
    var ends = (0.0, isX ? height : width)
    if let range = crossScale?.numericRange { ends = range }
    let values = TickValues(
      ticks: ticks.map { ($0.value, $0.label, $0.index) }, lookup: raw, parameters: parameters)
    let items = ticks.enumerated().map { order, tick -> SceneItem in
      let item = SceneItem()
      let place = place(tick, bands, rounds: rounds)
      let start = sign * (ends.0 + offset)
      let end = sign * (ends.1 + offset)
      if isX {
        (item.x, item.y, item.x2, item.y2) = (place, start, place, end)
      } else {
        (item.x, item.y, item.x2, item.y2) = (start, place, end, place)
      }
      item.stroke = values.paint("gridColor", order)
      item.strokeWidth = values.number("gridWidth", order) ?? 1
      item.strokeDash = values.numbers("gridDash", order)
      item.strokeCap = style.string("gridCap")
      if let opacity = values.number("gridOpacity", order) { item.strokeOpacity = opacity }
      return item
    }
    return SceneMark(.rule, role: "axis-grid", items: items)
  }

  private func domainLine(_ range: (Double, Double), _ style: GuideStyle) -> SceneMark {
    let item = SceneItem()
    if isX {
      item.x = range.0
      item.x2 = range.1
    } else {
      item.y = range.0
      item.y2 = range.1
    }
    item.stroke = style.paint("domainColor")
    item.strokeWidth = style.number("domainWidth") ?? 1
    item.strokeDash = style.node("domainDash")?.array?.compactMap(\.number) ?? []
    item.strokeCap = style.string("domainCap")
    if let opacity = style.number("domainOpacity") { item.strokeOpacity = opacity }
    return SceneMark(.rule, role: "axis-domain", items: [item])
  }

  // MARK: Labels

  /// Labels at the ends of the range lean inwards (vega-encode's `flush`).
  private func flush<Result>(
    _ value: Value, _ threshold: Double, _ first: Result, _ last: Result, _ other: Result
  ) -> Result {
    guard let range = scale.numericRange, let place = scale.number(value) else { return other }
    let fromLow = abs(place - min(range.0, range.1))
    let fromHigh = abs(max(range.0, range.1) - place)
    if fromLow < fromHigh, fromLow <= threshold { return first }
    return fromHigh <= threshold ? last : other
  }

  private func labels(
    _ ticks: [Tick], _ bands: Bands, _ style: GuideStyle, tickSize: Double
  ) -> SceneMark {
    let sign: Double = orient == "left" || orient == "top" ? -1 : 1
    let padding = style.number("labelPadding") ?? 2
    let away = sign * (tickSize + padding)
    let flushNode = style.node("labelFlush")
    let isFlush = flushNode.map { $0.number != nil || $0.bool == true } ?? false
    let threshold = flushNode?.number ?? 1
    let flushOffset = style.number("labelFlushOffset") ?? 0
    let labelOffset = style.number("labelOffset") ?? 0
    let values = TickValues(
      ticks: ticks.map { ($0.value, $0.label, $0.index) }, lookup: raw, parameters: parameters)
    let ownAlign = style.string("labelAlign")
    let ownBaseline = style.string("labelBaseline")
    let expression = raw("labelExpr")?.string
    let shown = ticks.enumerated().filter { !$0.element.isExtra }
    let texts = expression.map {
      LabelExpressions(parameters: parameters, scale: scale).texts(
        $0, ticks.map { ($0.value, $0.label, $0.index) })
    }
    let items = shown.map { order, tick -> SceneItem in
      let item = SceneItem()
      let label = Bands(share: 0.5, hasExtra: false, offset: bands.offset)
      let along = place(tick, label, rounds: false, offset: labelOffset)
      item.x = isX ? along : away
      item.y = isX ? away : along
      if let own = values.number("labelPadding", order), own != padding {
        let moved = sign * (tickSize + own)
        if isX { item.y = moved } else { item.x = moved }
      }
      var text = style.text("label", style: labelStyle)
      text.lines = (texts?[order] ?? tick.label).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      if let size = values.number("labelFontSize", order) { text.size = size }
      if let weight = values.node("labelFontWeight", order) {
        text.weight = FontWeights.number(weight)
      }
      if let slant = values.node("labelFontStyle", order)?.string {
        text.isItalic = slant == "italic"
      }
      if isX {
        text.align =
          values.node("labelAlign", order)?.string ?? ownAlign
          ?? (isFlush ? flush(tick.value, threshold, "left", "right", "center") : "center")
        text.baseline =
          values.node("labelBaseline", order)?.string ?? ownBaseline
          ?? (orient == "top" ? "bottom" : "top")
        if isFlush, flushOffset != 0, ownAlign == nil {
          text.dx = flush(tick.value, threshold, -flushOffset, flushOffset, 0)
        }
      } else {
        text.align =
          values.node("labelAlign", order)?.string ?? ownAlign
          ?? (orient == "right" ? "left" : "right")
        text.baseline =
          values.node("labelBaseline", order)?.string ?? ownBaseline
          ?? (isFlush ? flush(tick.value, threshold, "top", "bottom", "middle") : "middle")
        if isFlush, flushOffset != 0, ownBaseline == nil {
          text.dy = flush(tick.value, threshold, -flushOffset, flushOffset, 0)
        }
      }
      item.angle = style.number("labelAngle") ?? 0
      item.text = text
      item.fill =
        values.paint("labelColor", order)
        ?? labelStyle("fill")?.string.flatMap { CSSColor.parse($0) }.flatMap { $0 }.map {
          .color($0)
        }
      if let opacity = values.number("labelOpacity", order) { item.fillOpacity = opacity }
      return item
    }
    let mark = SceneMark(.text, role: "axis-label", items: items)
    mark.overlap = overlapRequest(style)
    return mark
  }

  private func overlapRequest(_ style: GuideStyle) -> LabelOverlap.Request? {
    guard let node = style.node("labelOverlap"), node.bool != false else { return nil }
    var request = LabelOverlap.Request(method: node.string == "greedy" ? .greedy : .parity)
    request.separation = style.number("labelSeparation") ?? 0
    request.isHorizontal = isX
    if let bound = style.node("labelBound"), bound.bool != false, let range = scale.numericRange {
      request.range = (
        min(range.0, range.1), max(range.0, range.1), bound.number ?? 1
      )
    }
    return request
  }

  // MARK: Title

  private func titleMark(_ range: (Double, Double), _ style: GuideStyle) -> SceneMark? {
    guard let lines = axis.title?.value.lines, lines.contains(where: { !$0.isEmpty }) else {
      return nil
    }
    let item = SceneItem()
    var text = style.text("title", style: titleStyle)
    text.lines = lines.flatMap {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let anchor = style.string("titleAnchor") ?? "middle"
    let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
    let along = range.0 + (range.1 - range.0) * share
    let sign: Double = orient == "left" || orient == "top" ? -1 : 1
    text.align = anchor == "start" ? "left" : anchor == "end" ? "right" : "center"
    if isX {
      item.x = along
      text.baseline = orient == "top" ? "bottom" : "top"
    } else {
      item.y = along
      item.angle = sign * 90
      text.baseline = "bottom"
    }
    if let align = style.string("titleAlign") { text.align = align }
    if let angle = style.number("titleAngle") { item.angle = angle }
    if let baseline = style.string("titleBaseline") { text.baseline = baseline }
    item.text = text
    item.fill =
      style.paint("titleColor")
      ?? titleStyle("fill")?.string.flatMap { CSSColor.parse($0) }.flatMap { $0 }.map { .color($0) }
    if let opacity = style.number("titleOpacity") { item.fillOpacity = opacity }
    let mark = SceneMark(.text, role: "axis-title", items: [item])
    if let x = style.number("titleX") { item.x = x }
    if let y = style.number("titleY") { item.y = y }
    titlePlacement(style, item)
    return mark
  }

  private func titlePlacement(_ style: GuideStyle, _ item: SceneItem) {
    let isPlaced = isX ? style.number("titleY") != nil : style.number("titleX") != nil
    item.layout.placesTitle = !isPlaced
  }

  // MARK: Words

  /// What the axis shows, for readers of the SVG (vega-scenegraph's `axisCaption`).
  private func caption() -> String {
    let letter = isX ? "X" : "Y"
    let lines = axis.title?.value.lines.filter { !$0.isEmpty } ?? []
    let title = lines.isEmpty ? "" : " titled '\(lines.joined(separator: " "))'"
    let kind = scale.isDiscrete ? "discrete" : scale.type
    return "\(letter)-axis\(title) for a \(kind) scale with "
      + DomainCaption.text(scale, format: raw("format"), zone: parameters.scope.timeZone)
  }
}

/// Properties of ticks and labels that may depend on the tick.
struct TickValues {
  let ticks: [(value: Value, label: String, index: Int)]
  let lookup: (String) -> JSONNode?
  let parameters: Parameters

  func node(_ name: String, _ order: Int) -> JSONNode? {
    guard let node = lookup(name) else { return nil }
    if node.has("condition") {
      for condition in node["condition"]?.listed ?? [] {
        guard let test = condition["test"] else { continue }
        if holds(test, order) { return resolved(condition, order) }
      }
      return resolved(node, order)
    }
    if node.isObject, node.has("expr") || node.has("signal") { return resolved(node, order) }
    return node
  }

  private func resolved(_ node: JSONNode, _ order: Int) -> JSONNode? {
    if let value = node["value"] { return value.isNull ? nil : value }
    guard let text = (node["expr"] ?? node["signal"])?.string else { return nil }
    let value = LabelExpressions(parameters: parameters, scale: nil).values(text, [ticks[order]])[0]
    switch value {
    case .number(let number): return .number(number)
    case .string(let string): return .text(string)
    case .bool(let bool): return JSONNode(.bool(bool))
    case .array(let items): return .list(items.map { .number($0.asNumber) })
    case .null, .date, .object: return nil
    }
  }

  private func holds(_ test: JSONNode, _ order: Int) -> Bool {
    let table = LabelExpressions.table([ticks[order]])
    var bag = DiagnosticBag()
    let node = InitialSelections.resolved(test, parameters)
    guard
      let predicate = TransformParser.predicate(
        node, in: SourceFile(path: "", text: ""), path: "",
        timeZone: parameters.scope.timeZone, into: &bag)
    else { return false }
    var context = TransformContext(scope: parameters.scope)
    let kept = DataTransform.filter(DataTransform.Filter(predicate)).apply(
      to: table, in: &context, into: &bag)
    return !bag.hasErrors && kept.rowCount == 1
  }

  func number(_ name: String, _ order: Int) -> Double? { node(name, order)?.number }
  func numbers(_ name: String, _ order: Int) -> [Double] {
    node(name, order)?.array?.compactMap(\.number) ?? []
  }
  func paint(_ name: String, _ order: Int) -> ScenePaint? {
    guard let text = node(name, order)?.string, let color = CSSColor.parse(text) else { return nil }
    return .color(color ?? .clear)
  }
}

/// `labelExpr` and other expressions over ticks, whose `datum` has `value`, `label` and `index`.
struct LabelExpressions {
  let parameters: Parameters
  let scale: Scale?

  static func table(_ ticks: [(value: Value, label: String, index: Int)]) -> Table {
    Table(
      [
        ("value", Column(ticks.map(\.value))), ("label", .strings(ticks.map(\.label))),
        ("index", .numbers(ticks.map { Double($0.index) })),
      ], rowCount: ticks.count)
  }

  func values(_ text: String, _ ticks: [(value: Value, label: String, index: Int)]) -> [Value] {
    var bag = DiagnosticBag()
    guard let expression = Expression.parse(text, into: &bag),
      let values = try? expression.evaluate(over: Self.table(ticks), in: parameters.scope),
      values.count == ticks.count
    else { return ticks.map { _ in .null } }
    return values
  }

  func texts(_ text: String, _ ticks: [(value: Value, label: String, index: Int)]) -> [String] {
    values(text, ticks).map { value in
      switch value {
      case .null: ""
      case .array(let items): items.map(\.asText).joined(separator: "\n")
      default: value.asText
      }
    }
  }
}

/// How long time units last, as Vega-Lite reckons: from the first of 2001 on.
enum TimeUnitDurations {
  static func duration(_ unit: TimeUnit, zone: TimeZoneRules) -> Double {
    let start = unit.zone(zone).time(of: DateFields(year: 2001))
    return unit.end(after: start, in: zone) - start
  }
}
