import Syntax
import Tables

/// Gives every scaled channel its scale and merges the scales that views share (Vega-Lite's
/// `parseScales`): types, domains, properties, then ranges.
enum ScaleParsing {
  static func parse(_ root: Model) {
    parseTypes(root)
    parseDomains(root)
    for name in ScaleComponent.propertyNames { parseProperty(name, root) }
    parseRanges(root)
  }

  // MARK: Types

  private static func parseTypes(_ model: Model) {
    if let unit = model.unit {
      for channel in Channel.scaled {
        guard let definition = unit.scaled(channel), !definition.isScaleDisabled else { continue }
        if definition.scale?.bool == false { continue }
        if unit.mark.type == .geoshape, channel == .shape { continue }
        if channel == .time { continue }
        let type = ScaleTypeRule.type(of: definition, channel: channel, unit: unit)
        model.scales[channel] = ScaleComponent(
          channel: channel,
          type: Explicit(type, isExplicit: definition.scale?["type"]?.string == type),
          fieldType: definition.type)
      }
      return
    }
    var merged: [Channel: ScaleComponent] = [:]
    var conflicting: Set<Channel> = []
    for child in model.children {
      parseTypes(child)
      for channel in Channel.scaled {
        guard let component = child.scales[channel], !child.sharedScales.contains(channel),
          !conflicting.contains(channel), model.resolve.scale(channel, in: model) == .shared
        else { continue }
        guard let known = merged[channel] else {
          merged[channel] = component
          continue
        }
        if ScaleFamily.areCompatible(known.typeName, component.typeName) {
          let type = Explicit.merged(known.type, component.type, isSame: ==) { a, b in
            ScaleFamily.precedence(a.value) >= ScaleFamily.precedence(b.value) ? a : b
          }
          if let type { merged[channel]?.type = type }
        } else {
          model.resolve.setScale(channel, .independent)
          conflicting.insert(channel)
          merged[channel] = nil
        }
      }
    }
    for (channel, component) in merged {
      model.scales[channel] = component
      for child in model.children where child.scales[channel] != nil {
        child.sharedScales.insert(channel)
      }
    }
  }

  // MARK: Domains

  private static func parseDomains(_ model: Model) {
    if model.unit != nil {
      for channel in Channel.scaled where model.scales[channel] != nil {
        let rule = DomainRule(model: model, channel: channel)
        model.scales[channel]?.domains = rule.parts
        model.scales[channel]?.sort = rule.sort
      }
      return
    }
    for child in model.children { parseDomains(child) }
    for channel in Channel.scaled where model.scales[channel] != nil {
      var domains: Explicit<[ScaleComponent.DomainPart]>?
      var sort: ScaleComponent.DomainSort?
      for child in model.children {
        guard let component = child.scales[channel] else { continue }
        domains = Explicit.merged(domains, component.domains, isSame: { _, _ in false }) { a, b in
          Explicit(a.value + b.value, isExplicit: a.isExplicit)
        }
        sort = mergedSort(sort, component.sort)
      }
      model.scales[channel]?.domains = domains
      model.scales[channel]?.sort = sort
    }
  }

  /// Parts that are ordered differently: an order by field or list holds against the natural one.
  private static func mergedSort(
    _ a: ScaleComponent.DomainSort?, _ b: ScaleComponent.DomainSort?
  ) -> ScaleComponent.DomainSort? {
    switch (a, b) {
    case (nil, _): b
    case (_, nil): a
    case (.none?, .some(let other)): other
    case (.natural(false)?, .byField?), (.natural(false)?, .list?), (.natural(false)?, .natural?):
      b
    default: a
    }
  }

  // MARK: Properties

  private static func parseProperty(_ name: String, _ model: Model) {
    if let unit = model.unit {
      for channel in Channel.scaled where model.scales[channel] != nil {
        guard let definition = unit.scaled(channel), let component = model.scale(channel) else {
          continue
        }
        guard ScalePropertyRule.supports(name, component.typeName, channel) else { continue }
        if let specified = definition.scale?[name], !specified.isNull || name == "zero" {
          model.scales[channel]?.properties[name] = Explicit(specified, isExplicit: true)
        } else if let value = ScalePropertyRule.value(
          name, channel: channel, definition: definition, unit: unit, model: model,
          component: component)
        {
          model.scales[channel]?.properties[name] = Explicit(value, isExplicit: false)
        }
      }
      return
    }
    for child in model.children { parseProperty(name, child) }
    for channel in Channel.scaled where model.scales[channel] != nil {
      var merged: Explicit<JSONNode>?
      for child in model.children {
        guard let component = child.scales[channel] else { continue }
        merged = Explicit.merged(
          merged, component.properties[name], isSame: { $0.isSame(as: $1) })
      }
      model.scales[channel]?.properties[name] = merged
    }
  }

  // MARK: Ranges

  private static func parseRanges(_ model: Model) {
    if model.unit != nil {
      for channel in Channel.scaled where model.scales[channel] != nil {
        let range = RangeRule.range(channel, model)
        model.scales[channel]?.range = range
      }
      return
    }
    for child in model.children { parseRanges(child) }
    for channel in Channel.scaled where model.scales[channel] != nil {
      var merged: Explicit<ScaleComponent.Range>?
      for child in model.children {
        guard let component = child.scales[channel] else { continue }
        merged = Explicit.merged(merged, component.range, isSame: { _, _ in false }) { a, b in
          if case .step(let x) = a.value, case .step(let y) = b.value { return x >= y ? a : b }
          return a
        }
      }
      model.scales[channel]?.range = merged
    }
  }
}

/// Which type of scale a channel gets (Vega-Lite's `scaleType`).
enum ScaleTypeRule {
  static func type(of definition: ChannelDefinition, channel: Channel, unit: Model.Unit) -> String {
    let fallback = defaultType(of: definition, channel: channel, unit: unit)
    guard let specified = definition.scale?["type"]?.string else { return fallback }
    guard supports(channel, specified), fits(specified, definition) else { return fallback }
    return specified
  }

  private static func supports(_ channel: Channel, _ type: String) -> Bool {
    switch channel {
    case .x, .y, .xOffset, .yOffset, .theta, .radius, .size, .opacity, .fillOpacity,
      .strokeOpacity, .strokeWidth, .angle:
      if ["band", "point"].contains(type) { return true }
      return ScaleFamily.continuous.contains(type) || ScaleFamily.discretizing.contains(type)
        || type == "ordinal"
    case .color, .fill, .stroke: return type != "band" && type != "point"
    default: return type == "ordinal" || ScaleFamily.discretizing.contains(type)
    }
  }

  private static func fits(_ type: String, _ definition: ChannelDefinition) -> Bool {
    switch definition.type {
    case .ordinal, .nominal: return ScaleFamily.isDiscrete(type)
    case .temporal:
      return ["time", "utc"].contains(type) || ScaleFamily.isDiscrete(type)
        || ScaleFamily.discretizing.contains(type)
    case .quantitative:
      if definition.isBinning {
        return ScaleFamily.hasContinuousDomain(type) || type == "bin-ordinal" || type == "ordinal"
          || type == "band" || type == "point"
      }
      return !["time", "utc"].contains(type)
    case .geojson, nil: return true
    }
  }

  private static func defaultType(
    of definition: ChannelDefinition, channel: Channel, unit: Model.Unit
  ) -> String {
    let mark = unit.mark
    let hasTickBand = definition.node["axis"]?["tickBand"] != nil
    switch definition.type {
    case .nominal, .ordinal, .geojson, nil:
      if channel.isColor || channel.isDiscreteOnly { return "ordinal" }
      if channel.isPosition || channel.isOffset {
        if mark.type.needsBands { return "band" }
        let offset: Channel = channel == .x ? .xOffset : .yOffset
        if channel.isPosition, unit.scaled(offset) != nil { return "band" }
      } else if mark.type == .arc, channel.isPolar {
        return "band"
      }
      let size = mark.definition[channel.dimension.rawValue]
      if channel.isPosition, size?["band"] != nil { return "band" }
      if channel.isPosition, hasTickBand { return "band" }
      return "point"
    case .temporal:
      if channel.isColor { return "time" }
      if channel.isDiscreteOnly { return "ordinal" }
      if definition.timeUnit?.isUTC == true { return "utc" }
      if channel.isPosition, hasTickBand { return "band" }
      return "time"
    case .quantitative:
      if channel.isColor { return definition.isBinning ? "bin-ordinal" : "linear" }
      return channel.isDiscreteOnly ? "ordinal" : "linear"
    }
  }
}

/// The properties that a scale gets by rule (Vega-Lite's `compile/scale/properties`).
enum ScalePropertyRule {
  static func supports(_ name: String, _ type: String, _ channel: Channel) -> Bool {
    switch name {
    case "bins": return type != "point" && type != "band" && type != "ordinal"
    case "padding": return ScaleFamily.isContinuous(type) || type == "point" || type == "band"
    case "paddingOuter", "align": return type == "point" || type == "band"
    case "paddingInner": return type == "band"
    case "round": return ScaleFamily.isContinuous(type) || type == "band" || type == "point"
    case "nice": return ScaleFamily.isContinuous(type) || type == "quantize" || type == "threshold"
    case "clamp": return ScaleFamily.isContinuous(type)
    case "exponent": return type == "pow"
    case "base": return type == "log"
    case "constant": return type == "symlog"
    case "zero":
      return ScaleFamily.hasContinuousDomain(type)
        && !["log", "time", "utc", "threshold", "quantile"].contains(type)
    case "interpolate": return channel.isColor
    case "domainMax", "domainMin", "domainMid": return ScaleFamily.hasContinuousDomain(type)
    default: return true
    }
  }

  static func value(
    _ name: String, channel: Channel, definition: ChannelDefinition, unit: Model.Unit,
    model: Model, component: ScaleComponent
  ) -> JSONNode? {
    let config = model.config
    let type = component.typeName
    let mark = unit.mark
    let specified = definition.scale
    func scaleConfig(_ name: String) -> JSONNode? { config["scale", name] }
    let offset: Channel = channel == .x ? .xOffset : .yOffset
    let hasNestedOffset = channel.isPosition && unit.scaled(offset) != nil
    switch name {
    case "bins":
      if case .given(let step?) = definition.bin { return .of(["step": .number(step)]) }
      return definition.isBinning ? .of(["computed": true]) : nil
    case "interpolate":
      return channel.isColor && definition.type != .nominal ? "hcl" : nil
    case "nice":
      if definition.bin != nil || specified?["domain"]?.array != nil
        || specified?["domainMin"] != nil || specified?["domainMax"] != nil
        || type == "time" || type == "utc"
      {
        return nil
      }
      return channel.isPosition ? true : nil
    case "padding":
      if channel.isPosition {
        if ScaleFamily.isContinuous(type) {
          if let padding = scaleConfig("continuousPadding") { return padding }
          if mark.type == .bar, definition.bin == nil, definition.timeUnit == nil,
            (mark.orient == "vertical" && channel == .x)
              || (mark.orient == "horizontal" && channel == .y)
          {
            return config["bar", "continuousBandSize"]
          }
        }
        if type == "point" { return scaleConfig("pointPadding") }
      }
      return nil
    case "paddingInner":
      if component.properties["padding"] != nil { return nil }
      if channel.isPosition {
        if hasNestedOffset { return scaleConfig("bandWithNestedOffsetPaddingInner") }
        return scaleConfig("bandPaddingInner")
          ?? scaleConfig(mark.type.bandPadding)
      }
      return channel.isOffset ? scaleConfig("offsetBandPaddingInner") : nil
    case "paddingOuter":
      if component.properties["padding"] != nil { return nil }
      if channel.isPosition {
        if hasNestedOffset { return scaleConfig("bandWithNestedOffsetPaddingOuter") }
        if type == "band" {
          if let outer = scaleConfig("bandPaddingOuter") { return outer }
          return component.property("paddingInner")?.number.map { .number($0 / 2) }
        }
      } else if channel.isOffset {
        return type == "point" ? 0.5 : scaleConfig("offsetBandPaddingOuter")
      }
      return nil
    case "reverse":
      let isDescending = definition.sort?.string == "descending"
      return ScaleFamily.hasContinuousDomain(type) && isDescending ? true : nil
    case "zero": return zero(channel, definition, unit, type, config)
    default: return scaleConfig(name)
    }
  }

  private static func zero(
    _ channel: Channel, _ definition: ChannelDefinition, _ unit: Model.Unit, _ type: String,
    _ config: Config
  ) -> JSONNode? {
    let domain = definition.scale?["domain"]
    if let domain, domain.string != "unaggregated", !domain.isNull {
      if let items = domain.array, let first = items.first?.number, let last = items.last?.number {
        return .init(.bool(first <= 0 && last >= 0))
      }
      if domain.array != nil || domain.has("param") { return false }
    }
    if channel == .size, definition.type == .quantitative, !ScaleFamily.discretizing.contains(type)
    {
      return true
    }
    if channel.isOffset { return .init(.bool(unit.mark.type.growsFromZero)) }
    if definition.bin == nil, channel.isPosition || channel.isPolar {
      let mark = unit.mark
      if mark.type.hasDimension,
        (mark.orient == "horizontal" && channel == .y)
          || (mark.orient == "vertical" && channel == .x)
      {
        return false
      }
      if mark.type.growsFromZero, unit[channel == .x ? .x2 : .y2] == nil {
        return true
      }
      return config["scale", "zero"]
    }
    return false
  }
}
