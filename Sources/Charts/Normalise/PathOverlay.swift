import Syntax

/// Lines and areas with points or lines laid over them, as layers (Vega-Lite's `PathOverlayNormalizer`).
enum PathOverlay {
  /// The layers that `unit` stands for, nil where nothing is laid over its mark.
  static func overlaid(_ unit: JSONNode, config: Config) -> JSONNode? {
    guard let given = unit["mark"], let encoding = unit["encoding"] else { return nil }
    let mark = given.isObject ? given : JSONNode.emptyObject.setting("type", given)
    guard let type = mark["type"]?.string.flatMap({ MarkType(rawValue: $0) }),
      type == .line || type == .area
    else { return nil }
    let points = overlay(
      "point", of: mark, type: type, config: config, isAsked: encoding.has("shape"))
    let line = type == .area ? overlay("line", of: mark, type: type, config: config) : nil
    guard points != nil || line != nil else { return nil }

    var base = mark.removing("point", "line").setting("point", false)
    if type == .area {
      base = base.setting("line", false)
      if !mark.has("opacity"), !mark.has("fillOpacity") { base = base.setting("opacity", 0.7) }
    }
    var first = JSONNode(.object([]), range: unit.range)
    for name in ["name", "params", "projection"] {
      if let node = unit[name] { first = first.setting(name, node) }
    }
    var layers = [first.setting("mark", base).setting("encoding", encoding.removing("shape"))]

    var laid = encoding.removing("x2", "y2")
    let definitions = EncodingParser.definitions(encoding)
    let orient = MarkDefaults.orient(type, mark: mark, encoding: definitions, config: config)
    if let stack = StackProperties(mark: type, orient: orient, encoding: definitions),
      let definition = laid[stack.fieldChannel.rawValue]
    {
      laid = laid.setting(
        stack.fieldChannel.rawValue, definition.setting("stack", .text(stack.offset.rawValue)))
    }
    func layer(_ type: JSONNode, _ defaults: JSONNode, copied: [String], _ own: JSONNode) {
      var mark = JSONNode.emptyObject.setting("type", type).overlaid(with: defaults)
      for name in copied {
        if let node = given[name] { mark = mark.setting(name, node) }
      }
      mark = mark.overlaid(with: own)
      if type.string == "line" { mark = mark.setting("point", mark["point"] ?? false) }
      layers.append(
        JSONNode.emptyObject.setting("mark", mark).setting("encoding", laid))
    }
    if let line {
      layer("line", .emptyObject, copied: ["clip", "interpolate", "tension", "tooltip"], line)
    }
    if let points {
      layer("point", .of(["opacity": 1, "filled": true]), copied: ["clip", "tooltip"], points)
    }
    return unit.removing("name", "params", "projection", "mark", "encoding")
      .setting("layer", .list(layers))
  }

  private static func overlay(
    _ name: String, of mark: JSONNode, type: MarkType, config: Config, isAsked: Bool = false
  ) -> JSONNode? {
    if let own = mark[name] {
      switch own.value {
      case .string("transparent"): return .of(["opacity": 0])
      case .bool(true): return .emptyObject
      case .object: return own
      default: return nil
      }
    }
    switch config[type.rawValue, name]?.value {
    case .bool(true): return .emptyObject
    case .object: return config[type.rawValue, name]
    default: return isAsked ? .emptyObject : nil
    }
  }
}
