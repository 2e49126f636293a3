import Syntax

/// The bins, time units and aggregates of an encoding as transforms of their own, with the encoding that
/// is left: Vega-Lite's `extractTransformsFromEncoding`.
struct ExtractedTransforms {
  /// Bins and time units.
  var transforms: [JSONNode] = []
  /// Entries of an aggregate transform.
  var aggregates: [JSONNode] = []
  /// The fields that the other channels group by.
  var groupby: [String] = []
  var encoding = JSONNode.emptyObject

  init(_ given: JSONNode, config: Config) {
    for entry in given.entries {
      guard let channel = Channel(rawValue: entry.name) else { continue }
      let isList = entry.node.array != nil
      let nodes = entry.node.listed.map { extract($0, channel, config) }
      encoding = encoding.setting(entry.name, isList ? .list(nodes) : nodes[0])
    }
  }

  private mutating func group(_ name: String) {
    if !groupby.contains(name) { groupby.append(name) }
  }

  private mutating func extract(
    _ node: JSONNode, _ channel: Channel, _ config: Config
  ) -> JSONNode {
    let definition = EncodingParser.definition(node, channel: channel)
    if let condition = node["condition"], condition["field"] != nil {
      return node.setting("condition", extract(condition, channel, config))
    }
    guard definition.isField else { return node }
    guard definition.aggregate != nil || definition.isBinning || definition.timeUnit != nil else {
      if let field = definition.field { group(field) }
      return node
    }
    let name = definition.fieldName()
    var result = node.removing("aggregate", "bin", "timeUnit")
    let guide = node["axis"] ?? node["legend"] ?? node["header"]
    if guide?["title"] == nil, !node.has("title") {
      result = result.setting(
        "title", FieldTitle.title(of: definition, config: config).map { .text($0) } ?? .null)
    }
    result = result.setting("field", .text(name.split(separator: ".").joined(separator: "\\.")))
    if let type = definition.type { result = result.setting("type", .text(type.rawValue)) }
    if let aggregate = definition.aggregate {
      var entry: JSONNode = .of(["op": .text(aggregate.name), "as": .text(name)])
      if let field = definition.field { entry = entry.setting("field", .text(field)) }
      aggregates.append(entry)
    } else if case .computed(let parameters) = definition.bin {
      group(name)
      group(definition.fieldName(binSuffix: "end"))
      transforms.append(
        .of([
          "bin": parameters, "field": .text(definition.field ?? ""), "as": .text(name),
        ]))
      if channel.isPosition {
        encoding = encoding.setting(
          "\(channel.rawValue)2", .of(["field": .text(definition.fieldName(binSuffix: "end"))]))
      }
      result = result.setting("bin", "binned").setting("type", "quantitative")
    } else {
      group(name)
      transforms.append(
        .of([
          "timeUnit": node["timeUnit"] ?? .null, "field": .text(definition.field ?? ""),
          "as": .text(name),
        ]))
      if definition.type != .temporal {
        switch channel {
        case .text, .tooltip: result = result.setting("formatType", "time")
        case .x, .y:
          result = result.setting(
            "axis", JSONNode.emptyObject.setting("formatType", "time").overlaid(with: node["axis"]))
        default:
          if Channel.legended.contains(channel) {
            result = result.setting(
              "legend",
              JSONNode.emptyObject.setting("formatType", "time").overlaid(with: node["legend"]))
          }
        }
      }
    }
    return result
  }
}
