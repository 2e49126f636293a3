import Scene
import Syntax

/// Adds targets to a specification as layers: so scales take them into their domains.
struct TargetLayers {
  let targets: [Target]
  let config: Config

  /// Looks of targets, behind those that a theme or a configuration gives.
  static let styles: JSONNode = .of([
    "style": .of([
      "target": .of(["color": "#C4622D", "strokeDash": [5, 3], "strokeWidth": 1.25]),
      "target-label": .of(["color": "#9C4A1E", "fontWeight": 700, "fontSize": 11]),
      // A white edge, so that a tick is seen on a bar of any colour.
      "target-tick": .of([
        "color": "#C4622D", "thickness": 3, "opacity": 1, "stroke": "#FFFFFF", "strokeWidth": 1,
      ]),
      "target-band": .of(["color": "#C4622D", "opacity": 0.14]),
    ])
  ])

  /// The style that tells layers of targets from those of the data.
  private static let part = "target-part"

  static func isPart(_ unit: Model.Unit?) -> Bool {
    unit?.mark.definition["style"]?.listed.contains { $0.string == part } ?? false
  }

  /// `root`, a view of its own, with a layer for each target: bands under it, lines and ticks over it.
  ///
  /// What holds for the chart as a whole stays outside; the view itself becomes one layer, so that its
  /// own encoding reaches no target.
  func added(to root: JSONNode) -> JSONNode {
    var outer = root
    var inner = JSONNode.emptyObject
    for name in ["mark", "encoding", "layer"] {
      guard let node = root[name] else { continue }
      inner = inner.setting(name, node)
      outer = outer.setting(name, nil)
    }
    var under: [JSONNode] = []
    var over: [JSONNode] = []
    for target in targets {
      let axis = target.axis ?? Self.measure(of: root)
      if target.band.count == 2 { under.append(band(target, axis, root)) }
      switch target.place {
      case .constant(let value)?: over.append(line(value, target.label, axis, root))
      case .field(let field, _)?: over.append(ticks(field, axis, root))
      case nil: break
      }
      if let label = label(target, axis, root) { over.append(label) }
    }
    return outer.setting("layer", .list(under + [inner] + over))
  }

  /// Why targets cannot be added to `root`, nil where they can.
  static func obstacle(in root: JSONNode, _ targets: [Target]) -> String? {
    let encoding = root["encoding"]
    let facets = ["row", "column", "facet"]
    if !root.has("mark") && !root.has("layer") || facets.contains(where: { encoding?[$0] != nil }) {
      return "a chart of one view"
    }
    for target in targets {
      let axis = target.axis ?? measure(of: root)
      if root["resolve"]?["scale"]?[axis.rawValue]?.string == "independent" {
        return "one scale for all layers in `\(axis.rawValue)`"
      }
    }
    return nil
  }

  private static func definition(_ channel: Channel, in view: JSONNode) -> JSONNode? {
    if let own = view["encoding"]?[channel.rawValue] { return own }
    for layer in view["layer"]?.array ?? [] {
      if let found = definition(channel, in: layer) { return found }
    }
    return nil
  }

  /// The axis of the measure: y where both or neither is one.
  private static func measure(of root: JSONNode) -> Channel {
    func isMeasure(_ channel: Channel) -> Bool {
      let node = definition(channel, in: root)
      return node?["type"]?.string == "quantitative" || node?["aggregate"] != nil
    }
    return !isMeasure(.y) && isMeasure(.x) ? .x : .y
  }

  private func datum(_ value: JSONNode, _ axis: Channel, _ root: JSONNode) -> JSONNode {
    let type = Self.definition(axis, in: root)?["type"] ?? "quantitative"
    return .of(["datum": value, "type": type])
  }

  /// A layer that is drawn once, whatever the data.
  private func layer(
    _ mark: JSONNode, _ style: String, _ label: String?, _ encoding: JSONNode
  ) -> JSONNode {
    let named = label.map { mark.setting("description", .text($0)) } ?? mark
    return .of([
      "data": .of(["values": .list([.emptyObject])]),
      "mark": named.setting("style", .list([.text(Self.part), .text(style)])),
      "encoding": encoding,
    ])
  }

  private func line(
    _ value: JSONNode, _ label: String?, _ axis: Channel, _ root: JSONNode
  ) -> JSONNode {
    layer(
      .of(["type": "rule"]), "target", label,
      JSONNode.emptyObject.setting(axis.rawValue, datum(value, axis, root)))
  }

  private func band(_ target: Target, _ axis: Channel, _ root: JSONNode) -> JSONNode {
    layer(
      .of(["type": "rect"]), "target-band", target.label,
      JSONNode.emptyObject
        .setting(axis.rawValue, datum(target.band[0], axis, root))
        .setting("\(axis.rawValue)2", .of(["datum": target.band[1]])))
  }

  /// Ticks at the places of the bars, across them.
  private func ticks(_ field: String, _ axis: Channel, _ root: JSONNode) -> JSONNode {
    let cross: Channel = axis == .x ? .y : .x
    var measure: JSONNode = .of(["field": .text(field), "type": "quantitative"])
    // The axis keeps its own title: titles of layers that differ would be joined.
    if let node = Self.definition(axis, in: root) {
      let definition = EncodingParser.definition(node, channel: axis)
      if definition.isField {
        let title = FieldTitle.title(of: definition, config: config)
        measure = measure.setting("title", title.map { .text($0) } ?? .null)
      }
    }
    // The title above is that of the bars; readers of the SVG get the target itself.
    let words: JSONNode = .of(["field": .text(field), "type": "quantitative"])
    var encoding = JSONNode.emptyObject.setting(axis.rawValue, measure)
      .setting("description", words)
    for name in [cross.rawValue, "\(cross.rawValue)Offset"] {
      if let node = root["encoding"]?[name] ?? root["layer"]?.array?.first?["encoding"]?[name] {
        encoding = encoding.setting(name, node)
      }
    }
    return .of([
      "mark": .of(["type": "tick", "style": .list([.text(Self.part), "target-tick"])]),
      "encoding": encoding,
    ])
  }

  /// The label outside the plot, where no data are: to the right of a line, or over it.
  private func label(_ target: Target, _ axis: Channel, _ root: JSONNode) -> JSONNode? {
    guard let text = target.label else { return nil }
    let value: JSONNode
    switch target.place {
    case .constant(let node)?: value = node
    case .field?: return nil
    case nil:
      let middle = zip(target.band, target.band.dropFirst()).lazy.compactMap { low, high in
        low.number.flatMap { low in high.number.map { JSONNode.number((low + $0) / 2) } }
      }.first
      value = middle ?? target.band[1]
    }
    let words: JSONNode = .of(["value": .text(text)])
    if axis == .x {
      return layer(
        .of(["type": "text", "align": "center", "baseline": "bottom", "dy": -4]), "target-label",
        text,
        .of(["x": datum(value, .x, root), "y": .of(["value": 0]), "text": words]))
    }
    return layer(
      .of(["type": "text", "align": "left", "baseline": "middle", "dx": 6]), "target-label", text,
      .of(["y": datum(value, .y, root), "x": .of(["value": "width"]), "text": words]))
  }

  /// Pushes labels to the right of the plot apart.
  static func spread(_ marks: [SceneMark]) {
    let labels = marks.filter { $0.role == "target" }.flatMap(\.items)
      .filter { $0.text?.align == "left" }
    let order = labels.indices.sorted { (labels[$0].y, $0) < (labels[$1].y, $1) }
    let size = labels.compactMap(\.text?.size).max() ?? 0
    let places = LabelSpreading.places(
      order.map { labels[$0].y }, distance: size + 3,
      within: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    for (index, place) in zip(order, places) { labels[index].y = place }
  }

  /// The marks of a target as such, not as data; labels over the plot keep within its width.
  static func placed(
    _ marks: [SceneMark], _ instance: ViewInstance, _ measurer: TextMeasurer
  ) -> [SceneMark] {
    marks.map { mark in
      for item in mark.items {
        guard let text = item.text, let line = text.lines.first else { continue }
        let half = measurer.width(line, text) / 2
        if text.align == "center", 2 * half < instance.width {
          item.x = max(half, min(item.x, instance.width - half))
        }
      }
      return SceneMark(mark.kind, role: "target", items: mark.items, name: mark.name)
    }
  }
}
