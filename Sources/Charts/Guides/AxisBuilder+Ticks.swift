import Glibc
import Scene
import Syntax
import Tables

/// Ticks, the grid lines that carry them on, and the line that they stand on.
extension AxisBuilder {
  struct Bands {
    var share: Double
    var hasExtra: Bool
    var offset: Double
  }

  func bands(_ style: GuideStyle) -> Bands {
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

  func request(_ style: GuideStyle) -> Scale.TickRequest {
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

  func ticks(_ style: GuideStyle) -> [Tick] {
    let request = scale.adjusted(request(style), minimumStep: minimumStep)
    if scale.asksForTooMany(request) {
      parameters.problems.add(
        ChartDiagnostics.tooManyTicks(at: parameters.file.span(raw("tickCount")?.range ?? 0..<0)))
    }
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
      isNormalized: axis.isNormalized, config: config, zone: parameters.scope.timeZone,
      locale: parameters.scope.timeLocale
    ).label
    let last = Double(max(1, values.count - 1))
    return values.enumerated().map {
      Tick(index: Double($0) / last, value: $1, label: format.text($1))
    }
  }

  func place(_ tick: Tick, _ bands: Bands, rounds: Bool, offset: Double = 0) -> Double {
    guard let start = scale.number(tick.value) else { return 0 }
    var place = start + (tick.isExtra ? 0 : bands.share * scale.bandwidth)
    place += bands.offset + offset
    return rounds ? halfUp(place) : place
  }

  func tickSize(_ style: GuideStyle) -> Double { style.number("tickSize") ?? 5 }

  func tickMarks(_ ticks: [Tick], _ bands: Bands, _ style: GuideStyle) -> SceneMark {
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
      item.strokeDashOffset = values.number("tickDashOffset", order) ?? 0
      item.strokeCap = style.string("tickCap")
      if let opacity = values.number("tickOpacity", order) { item.strokeOpacity = opacity }
      return item
    }
    return SceneMark(.rule, role: "axis-tick", items: items)
  }

  func grid(_ ticks: [Tick], _ bands: Bands, _ style: GuideStyle) -> SceneMark {
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
      item.strokeDashOffset = values.number("gridDashOffset", order) ?? 0
      item.strokeCap = style.string("gridCap")
      if let opacity = values.number("gridOpacity", order) { item.strokeOpacity = opacity }
      return item
    }
    return SceneMark(.rule, role: "axis-grid", items: items)
  }

  func domainLine(_ range: (Double, Double), _ style: GuideStyle) -> SceneMark {
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
    item.strokeDashOffset = style.number("domainDashOffset") ?? 0
    item.strokeCap = style.string("domainCap")
    if let opacity = style.number("domainOpacity") { item.strokeOpacity = opacity }
    return SceneMark(.rule, role: "axis-domain", items: [item])
  }
}
