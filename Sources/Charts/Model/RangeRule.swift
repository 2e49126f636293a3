import Syntax

/// What values a scale gives (Vega-Lite's `parseRangeForChannel`).
enum RangeRule {
  static func range(_ channel: Channel, _ model: Model) -> Explicit<ScaleComponent.Range>? {
    guard let unit = model.unit, let definition = unit.scaled(channel),
      let component = model.scale(channel)
    else { return nil }
    let specified = definition.scale
    let type = component.typeName
    if let range = specified?["range"] {
      if let items = range.array { return Explicit(.values(items), isExplicit: true) }
      if let name = range.string { return Explicit(.named(name), isExplicit: true) }
      if let field = range["field"]?.string {
        return Explicit(.field(FieldNames.flat(field), unit: model.name), isExplicit: true)
      }
      if range.isObject { return Explicit(.values([range]), isExplicit: true) }
    }
    if let scheme = specified?["scheme"] { return Explicit(.scheme(scheme), isExplicit: true) }
    let side = channel.dimension
    if let node = model.specifiedSize[side.rawValue], let step = node["step"]?.number {
      if channel.isPosition, ScaleFamily.isDiscrete(type) {
        return Explicit(positionStep(step, node, model, channel), isExplicit: true)
      }
      if channel.isOffset, stepIsForOffset(node, isDiscrete: ScaleFamily.isDiscrete(type)),
        model.scale(channel == .xOffset ? .x : .y)?.typeName == "band"
      {
        return Explicit(.step(step), isExplicit: true)
      }
    }
    let fallback = defaultRange(channel, definition, unit, component, model)
    let (low, high) = (specified?["rangeMin"], specified?["rangeMax"])
    if low != nil || high != nil {
      switch fallback {
      case .numbers(let numbers) where numbers.count == 2:
        return Explicit(
          .values([low ?? .number(numbers[0]), high ?? .number(numbers[1])]), isExplicit: true)
      case .view:
        let size = JSONNode.text(side.rawValue)
        let ends: [JSONNode] = channel == .y ? [size, 0] : [0, size]
        return Explicit(.values([low ?? ends[0], high ?? ends[1]]), isExplicit: true)
      case .radius:
        return Explicit(
          .radius(
            from: low.flatMap(\.number) ?? 0, to: high.flatMap(\.number)), isExplicit: true)
      case .sizes(let minimum, _):
        return Explicit(
          .values([low ?? .number(minimum), high ?? 361]), isExplicit: true)
      default: break
      }
    }
    return Explicit(fallback, isExplicit: false)
  }

  /// Whether a step counts offsets: by default where the offset is discrete.
  private static func stepIsForOffset(_ node: JSONNode?, isDiscrete: Bool) -> Bool {
    guard isDiscrete else { return false }
    return node?["for"]?.string != "position"
  }

  private static func positionStep(
    _ step: Double, _ node: JSONNode?, _ model: Model, _ channel: Channel
  ) -> ScaleComponent.Range {
    let offset: Channel = channel == .x ? .xOffset : .yOffset
    if let definition = model.unit?.scaled(offset), model.scale(offset) != nil,
      stepIsForOffset(node, isDiscrete: definition.type?.isDiscrete ?? false)
    {
      return .offsetStep(step)
    }
    return .step(step)
  }

  /// The step that the configuration gives to discrete scales of a side, nil where it gives a size.
  static func configuredStep(_ config: Config, _ side: Dimension) -> Double? {
    let discrete = config["view", side == .width ? "discreteWidth" : "discreteHeight"]
    if let step = discrete?["step"]?.number { return step }
    if discrete?.number != nil { return nil }
    return config.number("view", "step") ?? 20
  }

  private static func defaultRange(
    _ channel: Channel, _ definition: ChannelDefinition, _ unit: Model.Unit,
    _ component: ScaleComponent, _ model: Model
  ) -> ScaleComponent.Range {
    let config = model.config
    let type = component.typeName
    func scaleConfig(_ name: String, _ fallback: Double) -> Double {
      config.number("scale", name) ?? fallback
    }
    switch channel {
    case .x, .y:
      let side = channel.dimension
      if type == "band" || type == "point", model.specifiedSize[side.rawValue] == nil,
        let step = configuredStep(config, side)
      {
        return positionStep(step, nil, model, channel)
      }
      return .view(side)
    case .xOffset, .yOffset:
      let position: Channel = channel == .xOffset ? .x : .y
      let positionType = model.scale(position)?.typeName
      if positionType == "band" {
        let node = model.specifiedSize[position.dimension.rawValue]
        if node == nil, let step = configuredStep(config, position.dimension),
          stepIsForOffset(nil, isDiscrete: ScaleFamily.isDiscrete(type))
        {
          return .step(step)
        }
      }
      return .band(position)
    case .size:
      let (minimum, maximum) = sizes(unit, model)
      return .sizes(minimum: minimum, maximum: maximum)
    case .theta: return .numbers([0, 2 * .pi])
    case .angle: return .numbers([0, 360])
    case .radius: return .radius(from: 0, to: nil)
    case .strokeWidth:
      return .numbers([scaleConfig("minStrokeWidth", 1), scaleConfig("maxStrokeWidth", 4)])
    case .strokeDash:
      return .values([[1, 0], [4, 2], [2, 1], [1, 1], [1, 2, 4, 2]])
    case .shape: return .named("symbol")
    case .color, .fill, .stroke:
      if type == "ordinal" { return .named(definition.type == .nominal ? "category" : "ordinal") }
      if definition.scale?["domainMid"] != nil { return .named("diverging") }
      return .named(unit.mark.type.isHeat ? "heatmap" : "ramp")
    default: return .numbers([scaleConfig("minOpacity", 0.3), scaleConfig("maxOpacity", 0.8)])
    }
  }

  private static func sizes(
    _ unit: Model.Unit, _ model: Model
  ) -> (Double, ScaleComponent.Range.SizeMaximum) {
    let config = model.config
    func scaleConfig(_ name: String) -> Double? { config.number("scale", name) }
    func step(_ side: Dimension) -> Double {
      model.specifiedSize[side.rawValue]?["step"]?.number ?? configuredStep(config, side) ?? 20
    }
    switch unit.mark.type.size {
    case .band:
      let low = scaleConfig("minBandSize") ?? 2
      if let maximum = scaleConfig("maxBandSize") { return (low, .value(maximum)) }
      return (low, .bandStep(width: step(.width), height: step(.height)))
    case .strokeWidth:
      return (
        scaleConfig("minStrokeWidth") ?? 1,
        .value(scaleConfig("maxStrokeWidth") ?? 4)
      )
    case .fontSize:
      return (
        scaleConfig("minFontSize") ?? 8, .value(scaleConfig("maxFontSize") ?? 40)
      )
    case .area:
      let low = scaleConfig("minSize") ?? 4
      if let maximum = scaleConfig("maxSize") { return (low, .value(maximum)) }
      return (low, .pointStep(width: step(.width), height: step(.height)))
    }
  }
}
