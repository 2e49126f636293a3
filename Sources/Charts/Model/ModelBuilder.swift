import Syntax

/// Builds the tree of views of a normalised specification (Vega-Lite's `buildModel`).
enum ModelBuilder {
  static func build(_ spec: JSONNode, config: Config) -> Model {
    build(spec, parent: nil, name: spec["name"]?.string ?? "", config: config, size: .emptyObject)
  }

  private static func build(
    _ spec: JSONNode, parent: Model?, name: String, config: Config, size: JSONNode
  ) -> Model {
    var sizes = size
    for side in ["width", "height"] {
      if let node = spec[side] { sizes = sizes.setting(side, node) }
    }
    func child(_ node: JSONNode, of model: Model, default fallback: String) -> Model {
      let own = node["name"]?.string ?? fallback
      return build(
        node, parent: model, name: model.name.isEmpty ? own : "\(model.name)_\(own)",
        config: config, size: model.isLayer ? sizes : .emptyObject)
    }
    if let layers = spec["layer"]?.array {
      let model = Model(
        spec, kind: .layer, name: name, parent: parent, config: config, size: sizes)
      model.adopt(
        layers.enumerated().map { child($1, of: model, default: "layer_\($0)") })
      return model
    }
    if let inner = spec["spec"], let mapping = spec["facet"] {
      let model = Model(
        spec, kind: .facet(facet(mapping)), name: name, parent: parent, config: config,
        size: .emptyObject)
      model.adopt([child(inner, of: model, default: "child")])
      return model
    }
    for key in ["vconcat", "hconcat", "concat"] {
      guard let views = spec[key]?.array else { continue }
      let model = Model(
        spec, kind: .concat, name: name, parent: parent, config: config, size: .emptyObject)
      model.adopt(views.enumerated().map { child($1, of: model, default: "concat_\($0)") })
      return model
    }
    return Model(
      spec, kind: .unit(unit(spec, config: config)), name: name, parent: parent, config: config,
      size: sizes)
  }

  private static func facet(_ mapping: JSONNode) -> Model.Facet {
    func definition(_ channel: Channel, _ node: JSONNode?) -> ChannelDefinition? {
      node.map { EncodingParser.definition($0, channel: channel) }
    }
    if mapping.has("row") || mapping.has("column") {
      return Model.Facet(
        row: definition(.row, mapping["row"]), column: definition(.column, mapping["column"]),
        wrapped: nil)
    }
    return Model.Facet(row: nil, column: nil, wrapped: definition(.facet, mapping))
  }

  private static func unit(_ spec: JSONNode, config: Config) -> Model.Unit {
    let given = spec["mark"] ?? "point"
    var node = given.isObject ? given : JSONNode.emptyObject.setting("type", given)
    // A specification that was checked has no other names; composite marks were expanded.
    let type = node["type"]?.string.flatMap { MarkType(rawValue: $0) } ?? .point
    let encoding = EncodingParser.definitions(spec["encoding"] ?? .emptyObject)
    let orient = MarkDefaults.orient(type, mark: node, encoding: encoding, config: config)
    node = rounded(node, type: type, orient: orient, encoding: encoding, config: config)
    // The lines of a graticule bound nothing.
    let isNet = spec["data"]?.has("graticule") == true && !node.has("filled")
    var mark = Mark(
      type: type, definition: node, orient: orient,
      isFilled: !isNet && MarkDefaults.isFilled(type, mark: node, config: config),
      defaultOpacity: nil, config: config)
    var unit = Model.Unit(
      mark: mark, encoding: encoding,
      stack: StackProperties(mark: type, orient: orient, encoding: encoding))
    if type.showsOverplotting, !unit.isAggregated,
      mark.property("opacity") == nil
    {
      mark.defaultOpacity = 0.7
      unit.mark = mark
    }
    return unit
  }

  /// `cornerRadiusEnd` of a bar as the radii of the corners at its end.
  private static func rounded(
    _ mark: JSONNode, type: MarkType, orient: String?, encoding: [Channel: [ChannelDefinition]],
    config: Config
  ) -> JSONNode {
    guard type == .bar,
      let radius = MarkDefaults.property(
        "cornerRadiusEnd", mark: mark, type: type.rawValue, config: config)
    else { return mark }
    let isHorizontal = orient == "horizontal"
    let corners =
      (isHorizontal ? encoding[.x2] : encoding[.y2]) != nil
      ? ["cornerRadius"]
      : isHorizontal
        ? ["cornerRadiusTopRight", "cornerRadiusBottomRight"]
        : ["cornerRadiusTopLeft", "cornerRadiusTopRight"]
    return corners.reduce(mark.removing("cornerRadiusEnd")) { $0.setting($1, radius) }
  }
}
