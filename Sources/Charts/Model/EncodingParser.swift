import Syntax

/// Reads the channels of a unit into definitions and gives each its type.
enum EncodingParser {
  /// The definitions of an encoding, channel by channel; only `detail`, `order` and `tooltip` have more
  /// than one.
  static func definitions(_ encoding: JSONNode) -> [Channel: [ChannelDefinition]] {
    var result: [Channel: [ChannelDefinition]] = [:]
    for entry in encoding.entries {
      guard let channel = Channel(rawValue: entry.name), !entry.node.isNull else { continue }
      result[channel] = entry.node.listed.map { definition($0, channel: channel) }
      // A position without a field, datum or value says nothing (Vega-Lite's `initEncoding`).
      if channel.isPosition, let only = result[channel]?.first,
        !only.isFieldOrDatum, only.value == nil, only.conditions.isEmpty
      {
        result[channel] = nil
      }
    }
    return result
  }

  static func definition(_ node: JSONNode, channel: Channel) -> ChannelDefinition {
    var node = node
    // A definition may be no object in two places: `detail: null` items and bare values never occur in
    // a checked specification.
    if !node.isObject { node = JSONNode.emptyObject.setting("value", node) }
    var result = ChannelDefinition(node: node, channel: channel)
    if let aggregate = node["aggregate"] {
      if let name = aggregate.string {
        result.aggregate = .operation(name)
      } else if let field = aggregate["argmin"]?.string {
        result.aggregate = .argmin(field)
      } else if let field = aggregate["argmax"]?.string {
        result.aggregate = .argmax(field)
      } else if let parameter = aggregate["exponential"]?.number {
        result.aggregate = .exponential(parameter)
      }
    }
    if let bin = node["bin"] {
      switch bin.value {
      case .bool(true): result.bin = .computed(defaultBin(channel, .emptyObject))
      case .string("binned"): result.bin = .given(step: nil)
      case .object:
        if bin["binned"]?.bool == true {
          result.bin = .given(step: bin["step"]?.number)
        } else {
          result.bin = .computed(defaultBin(channel, bin))
        }
      default: break
      }
    }
    if let unit = node["timeUnit"] { result.timeUnit = UnitOfTime(unit) }
    result.type = type(of: result)
    return result
  }

  /// `maxbins` by channel where neither it nor a step is asked for.
  private static func defaultBin(_ channel: Channel, _ bin: JSONNode) -> JSONNode {
    if bin.has("maxbins") || bin.has("step") { return bin }
    let count: Double =
      switch channel {
      case .row, .column, .size, .color, .fill, .stroke, .strokeWidth, .opacity, .fillOpacity,
        .strokeOpacity, .shape:
        6
      case .strokeDash: 4
      default: 10
      }
    return bin.setting("maxbins", .number(count))
  }

  /// The type as written, or Vega-Lite's `defaultType`.
  private static func type(of definition: ChannelDefinition) -> FieldType? {
    if let written = definition.node["type"]?.string {
      return definition.isCount ? .quantitative : FieldType(rawValue: written)
    }
    if definition.channel.isSecondary { return nil }
    if let datum = definition.datum {
      switch datum.value {
      case .number: return .quantitative
      case .string, .bool: return .nominal
      case .object:
        return datum.has("expr") || datum.has("signal") ? .quantitative : .temporal
      case .null, .array: return .nominal
      }
    }
    guard definition.isField else { return nil }
    switch definition.channel {
    case .latitude, .longitude: return .quantitative
    case .row, .column, .facet, .shape, .strokeDash:
      if definition.aggregate == nil, definition.bin == nil, definition.timeUnit == nil {
        return .nominal
      }
    case .order: if definition.aggregate == nil, definition.timeUnit == nil { return .ordinal }
    default: break
    }
    if definition.sort?.array != nil { return .ordinal }
    if definition.timeUnit != nil { return .temporal }
    if definition.bin != nil { return .quantitative }
    switch definition.aggregate {
    case .operation?, .exponential?: return .quantitative
    case .argmin?, .argmax?, nil: break
    }
    switch definition.node["scale"]?["type"]?.string {
    case "linear", "log", "pow", "sqrt", "symlog", "quantile", "quantize", "threshold",
      "bin-ordinal":
      return .quantitative
    case "time", "utc": return .temporal
    default: return .nominal
    }
  }
}
