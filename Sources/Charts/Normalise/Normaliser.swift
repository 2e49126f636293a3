import Syntax

/// Rewrites a specification into one of units, layers, facets and concatenations alone, as Vega-Lite's
/// `normalize` does: repeats are written out, facet channels become facets, composite marks and overlays
/// become layers, encodings of layers are handed down.
struct Normaliser {
  /// The values that `{"repeat": …}` stands for.
  struct Repeater {
    var values: [String: JSONNode] = [:]
    /// Joined to names so that each copy has its own.
    var prefix = ""
  }

  let config: Config
  let file: SourceFile
  var bag: DiagnosticBag

  /// The normalised form of `spec`.
  static func normalise(
    _ spec: JSONNode, config: Config, file: SourceFile, into bag: inout DiagnosticBag
  ) -> JSONNode {
    var normaliser = Normaliser(config: config, file: file, bag: DiagnosticBag())
    let result = normaliser.map(spec, encoding: nil, repeater: Repeater())
    bag.add(contentsOf: normaliser.bag)
    return result
  }

  mutating func map(_ spec: JSONNode, encoding: JSONNode?, repeater: Repeater) -> JSONNode {
    if spec.has("repeat") { return mapRepeat(spec, encoding: encoding, repeater: repeater) }
    if spec.has("facet"), spec.has("spec") { return mapFacet(spec, repeater: repeater) }
    if let layers = spec["layer"]?.array {
      return mapLayer(spec, layers: layers, encoding: encoding, repeater: repeater)
    }
    for name in ["hconcat", "vconcat", "concat"] {
      if let children = spec[name]?.array {
        let mapped = children.map { map($0, encoding: nil, repeater: repeater) }
        return spec.setting(name, .list(mapped))
      }
    }
    return mapUnit(spec, encoding: encoding, repeater: repeater)
  }

  private mutating func mapLayer(
    _ spec: JSONNode, layers: [JSONNode], encoding: JSONNode?, repeater: Repeater
  ) -> JSONNode {
    let merged = Self.inherited(
      encoding, by: spec["encoding"].map { replaceRepeats(in: $0, repeater) }, isForLayer: true)
    let facets = merged?.entries.filter { ["row", "column", "facet"].contains($0.name) } ?? []
    if !facets.isEmpty, let merged {
      var inner = spec.removing("data", "transform", "title", "resolve", "config", "name")
        .setting("encoding", merged.removing("row", "column", "facet"))
      inner = inner.removing("$schema", "background", "padding", "autosize", "usermeta", "params")
      let (facet, layout) = Self.facetMapping(merged)
      var outer = spec.removing("layer", "encoding", "width", "height", "view")
      for entry in layout.entries { outer = outer.setting(entry.name, entry.node) }
      return mapFacet(
        outer.setting("facet", facet).setting("spec", inner), repeater: repeater)
    }
    var children: [JSONNode] = []
    for layer in layers { children.append(map(layer, encoding: merged, repeater: repeater)) }
    if let projection = spec["projection"] {
      children = children.map { $0.has("projection") ? $0 : $0.setting("projection", projection) }
    }
    return spec.removing("encoding", "projection").setting("layer", .list(children))
  }

  private mutating func mapFacet(_ spec: JSONNode, repeater: Repeater) -> JSONNode {
    guard let child = spec["spec"], var facet = spec["facet"] else { return spec }
    facet = replaceRepeats(in: facet, repeater)
    if facet["field"]?.isObject == true { facet = replaceRepeat(inField: facet, repeater) }
    let mapped = map(child, encoding: nil, repeater: repeater)
    return spec.setting("facet", facet).setting("spec", mapped)
  }

  mutating func mapUnit(_ spec: JSONNode, encoding: JSONNode?, repeater: Repeater) -> JSONNode {
    let own = spec["encoding"].map { replaceRepeats(in: $0, repeater) }
    let merged = Self.inherited(encoding, by: own, isForLayer: false) ?? .emptyObject
    let unit = spec.setting("encoding", merged)
    if merged.has("row") || merged.has("column") || merged.has("facet") {
      let (facet, layout) = Self.facetMapping(merged)
      var inner = JSONNode(.object([]), range: spec.range)
      for name in ["width", "height", "view", "projection", "mark", "params"] {
        if let node = unit[name] { inner = inner.setting(name, node) }
      }
      inner = inner.setting("encoding", merged.removing("row", "column", "facet"))
      var outer = unit.removing(
        "width", "height", "view", "projection", "mark", "encoding", "params")
      for entry in layout.entries { outer = outer.setting(entry.name, entry.node) }
      return mapFacet(outer.setting("facet", facet).setting("spec", inner), repeater: repeater)
    }
    if let composite = CompositeMark(unit) {
      var expansion = CompositeExpansion(config: config)
      let layered = expansion.expand(composite, unit)
      bag.add(contentsOf: expansion.bag(in: file))
      return map(layered, encoding: nil, repeater: Repeater())
    }
    if let overlaid = PathOverlay.overlaid(unit, config: config) {
      return map(overlaid, encoding: nil, repeater: Repeater())
    }
    return Self.ruleForRangedLine(unit)
  }

  /// A line with a second position on one side is drawn as rules.
  private static func ruleForRangedLine(_ unit: JSONNode) -> JSONNode {
    guard let mark = unit["mark"], let encoding = unit["encoding"] else { return unit }
    let type = mark.string ?? mark["type"]?.string
    guard type == "line", !encoding.has("order") || encoding["order"]?["value"] != nil else {
      return unit
    }
    let hasX2 = encoding.has("x2") && encoding.has("x")
    let hasY2 = encoding.has("y2") && encoding.has("y")
    guard hasX2 || hasY2 else { return unit }
    return unit.setting("mark", mark.isObject ? mark.setting("type", "rule") : "rule")
  }

  /// The encoding of a layer or unit with its parent's; definitions of one channel are merged member by
  /// member, the child's own winning.
  private static func inherited(
    _ parent: JSONNode?, by own: JSONNode?, isForLayer: Bool
  ) -> JSONNode? {
    guard let parent else { return own }
    var merged = JSONNode(.object([]), range: own?.range ?? parent.range)
    for entry in parent.entries {
      let child = own?[entry.name]
      if !isForLayer, child == nil {
        // A condition or value of the parent holds as it stands.
        merged = merged.setting(entry.name, entry.node)
        continue
      }
      guard let child else {
        merged = merged.setting(entry.name, entry.node)
        continue
      }
      if child.isNull { continue }
      let bothFields =
        child.isObject && entry.node.isObject
        && (child.has("field") || child.has("datum") || child["aggregate"]?.string == "count")
      merged = merged.setting(
        entry.name, bothFields ? entry.node.overlaid(with: child) : child)
    }
    for entry in own?.entries ?? [] where !parent.has(entry.name) && !entry.node.isNull {
      merged = merged.setting(entry.name, entry.node)
    }
    return merged
  }

  /// The facet that the channels row, column or facet ask for, and the layout properties among them.
  private static func facetMapping(_ encoding: JSONNode) -> (facet: JSONNode, layout: JSONNode) {
    var layout = JSONNode.emptyObject
    if encoding.has("row") || encoding.has("column") {
      var mapping = JSONNode.emptyObject
      for name in ["row", "column"] {
        guard let definition = encoding[name] else { continue }
        for property in ["align", "center", "spacing"] {
          guard let node = definition[property] else { continue }
          let known = layout[property] ?? .emptyObject
          layout = layout.setting(property, known.setting(name, node))
        }
        mapping = mapping.setting(
          name, definition.removing("align", "center", "spacing", "columns"))
      }
      return (mapping, layout)
    }
    let definition = encoding["facet"] ?? .emptyObject
    for property in ["align", "center", "spacing", "columns"] {
      if let node = definition[property] { layout = layout.setting(property, node) }
    }
    return (definition.removing("align", "center", "spacing", "columns"), layout)
  }
}
