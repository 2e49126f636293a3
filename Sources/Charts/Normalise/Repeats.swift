import Syntax

extension Normaliser {
  /// A repeat written out: copies side by side, or layered.
  mutating func mapRepeat(_ spec: JSONNode, encoding: JSONNode?, repeater: Repeater) -> JSONNode {
    guard let definition = spec["repeat"], let child = spec["spec"] else { return spec }
    if let layers = definition["layer"]?.array {
      let rest = definition.removing("layer")
      if rest.has("row") || rest.has("column") {
        let inner = JSONNode(
          .object([
            .init(
              name: "repeat", nameRange: definition.range,
              node: JSONNode.emptyObject.setting("layer", .list(layers))),
            .init(name: "spec", nameRange: child.range, node: child),
          ]), range: spec.range)
        return mapRepeat(
          spec.setting("repeat", rest).setting("spec", inner), encoding: encoding,
          repeater: repeater)
      }
      var copies: [JSONNode] = []
      for value in layers {
        var inner = repeater
        inner.values["layer"] = value
        let name =
          (child["name"]?.string.map { $0 + "_" } ?? "") + repeater.prefix + "child__layer_"
          + FieldNames.variable(value.string ?? "")
        inner.prefix = name
        copies.append(map(child, encoding: encoding, repeater: inner).setting("name", .text(name)))
      }
      return spec.removing("repeat", "spec").setting("layer", .list(copies))
    }
    let isList = definition.array != nil
    let rows: [JSONNode?] = definition["row"]?.array ?? [repeater.values["row"]]
    let columns: [JSONNode?] = definition["column"]?.array ?? [repeater.values["column"]]
    let values: [JSONNode?] = definition.array ?? [repeater.values["repeat"]]
    var copies: [JSONNode] = []
    for value in values {
      for row in rows {
        for column in columns {
          var inner = repeater
          inner.values["repeat"] = value
          inner.values["row"] = row
          inner.values["column"] = column
          var name = (child["name"]?.string.map { $0 + "__" } ?? "") + "child__"
          if isList {
            name += FieldNames.variable(value?.string ?? "")
          } else {
            if definition.has("row") { name += "row_" + FieldNames.variable(row?.string ?? "") }
            if definition.has("column") {
              name += "column_" + FieldNames.variable(column?.string ?? "")
            }
          }
          inner.prefix = name
          copies.append(
            map(child, encoding: nil, repeater: inner).setting("name", .text(name)).removing("data")
          )
        }
      }
    }
    var result = spec.removing("repeat", "spec")
    if let data = child["data"] { result = result.setting("data", data) }
    if !result.has("align") { result = result.setting("align", "all") }
    if !isList {
      result = result.setting(
        "columns", .number(Double(definition["column"]?.array?.count ?? 1)))
    }
    return result.setting("concat", .list(copies))
  }

  /// `encoding` (or a facet mapping) with each `{"repeat": …}` replaced by the field it stands for; a
  /// definition whose repeat has no value is left out.
  func replaceRepeats(in encoding: JSONNode, _ repeater: Repeater) -> JSONNode {
    guard encoding.isObject else { return encoding }
    var result = encoding
    for entry in encoding.entries {
      let node = entry.node
      if let items = node.array {
        result = result.setting(
          entry.name, .list(items.map { replaceRepeat(inField: $0, repeater) }))
      } else if node.isObject {
        result = result.setting(entry.name, replaceRepeat(inField: node, repeater))
      }
    }
    return result
  }

  func replaceRepeat(inField definition: JSONNode, _ repeater: Repeater) -> JSONNode {
    var result = definition
    func replaced(_ node: JSONNode?) -> JSONNode? {
      guard let name = node?["repeat"]?.string else { return nil }
      return repeater.values[name]
    }
    if let field = replaced(definition["field"]) { result = result.setting("field", field) }
    if let name = definition["datum"]?["repeat"]?.string {
      result = result.setting("datum", repeater.values[name] ?? .null)
    }
    if let sort = definition["sort"], let field = replaced(sort["field"]) {
      result = result.setting("sort", sort.setting("field", field))
    }
    if let condition = definition["condition"] {
      let conditions = condition.listed.map { item -> JSONNode in
        replaced(item["field"]).map { item.setting("field", $0) } ?? item
      }
      result = result.setting(
        "condition", condition.array == nil ? conditions[0] : .list(conditions))
    }
    return result
  }
}
