import Syntax

/// Writes box plots, error bars and error bands as layers (Vega-Lite's `compositemark`).
struct CompositeExpansion {
  let config: Config
  private var problems: [(JSONNode, String)] = []

  init(config: Config) { self.config = config }

  /// What was wrong with the specifications expanded so far.
  func bag(in file: SourceFile) -> DiagnosticBag {
    DiagnosticBag(
      problems.map { ChartDiagnostics.unusable($0.1, at: file.span($0.0.range)) })
  }

  /// The layers that `unit` stands for.
  mutating func expand(_ composite: CompositeMark, _ unit: JSONNode) -> JSONNode {
    switch composite.kind {
    case .boxplot: boxplot(composite, unit)
    case .errorbar, .errorband: errorMark(composite, unit)
    }
  }

  /// The continuous axis of a composite mark and the definition on it.
  private struct Axis {
    var channel: Channel
    var definition: JSONNode
    var isVertical: Bool { channel == .y }
    var field: String { definition["field"]?.string.map(FieldNames.flat) ?? "" }
  }

  private mutating func axis(_ composite: CompositeMark, _ encoding: JSONNode) -> Axis? {
    func definition(_ name: String) -> ChannelDefinition? {
      guard let node = encoding[name], node.isObject, let channel = Channel(rawValue: name) else {
        return nil
      }
      let definition = EncodingParser.definition(node, channel: channel)
      return definition.isFieldOrDatum ? definition : nil
    }
    let (x, y) = (definition("x"), definition("y"))
    let name = composite.kind.rawValue
    func chosen() -> Channel? {
      if let x, x.isContinuous {
        if let y, y.isContinuous {
          if x.aggregate == nil, y.aggregate?.name == name { return .y }
          if y.aggregate == nil, x.aggregate?.name == name { return .x }
          if let orient = composite.definition["orient"]?.string {
            return orient == "vertical" ? .y : .x
          }
          if x.type != .temporal, y.type == .temporal { return .x }
          return .y
        }
        return .x
      }
      return y?.isContinuous == true ? .y : nil
    }
    guard let channel = chosen(), let node = encoding[channel.rawValue] else {
      problems.append((composite.definition, "`\(name)` needs a quantitative field on x or y"))
      return nil
    }
    return Axis(channel: channel, definition: node)
  }

  // MARK: Error bars and bands

  private mutating func errorMark(_ composite: CompositeMark, _ unit: JSONNode) -> JSONNode {
    let encoding = unit["encoding"] ?? .emptyObject
    let mark = composite.definition
    let hasPair = encoding.has("x2") || encoding.has("y2")
    let hasError = encoding.has("xError") || encoding.has("yError")
    var axis: Axis?
    if hasPair || hasError {
      let channel: Channel = encoding.has("x2") || encoding.has("xError") ? .x : .y
      axis = encoding[channel.rawValue].map { Axis(channel: channel, definition: $0) }
    } else {
      axis = self.axis(composite, encoding)
    }
    guard let axis else { return unit.setting("mark", "rule") }
    let field = axis.field
    let letter = axis.channel.rawValue
    var aggregates: [JSONNode] = []
    var calculations: [JSONNode] = []
    func calculation(_ expression: String, _ name: String) -> JSONNode {
      .of(["calculate": .text(expression), "as": .text("\(name)_\(field)")])
    }
    func aggregation(_ operation: String, _ name: String) -> JSONNode {
      .of(["op": .text(operation), "field": .text(field), "as": .text("\(name)_\(field)")])
    }
    if hasPair {
      let second = FieldNames.flat(encoding["\(letter)2"]?["field"]?.string ?? "")
      calculations = [
        calculation("datum[\"\(second)\"]", "upper"), calculation("datum[\"\(field)\"]", "lower"),
      ]
    } else if hasError {
      let error = FieldNames.flat(encoding["\(letter)Error"]?["field"]?.string ?? "")
      calculations = [calculation("datum[\"\(field)\"] + datum[\"\(error)\"]", "upper")]
      if let below = encoding["\(letter)Error2"]?["field"]?.string {
        calculations.append(
          calculation("datum[\"\(field)\"] + datum[\"\(FieldNames.flat(below))\"]", "lower"))
      } else {
        calculations.append(calculation("datum[\"\(field)\"] - datum[\"\(error)\"]", "lower"))
      }
    } else {
      let section = composite.kind.rawValue
      let extentGiven = mark["extent"]?.string
      let center =
        mark["center"]?.string ?? extentGiven.map { $0 == "iqr" ? "median" : "mean" }
        ?? config["errorbar", "center"]?.string ?? config[section, "center"]?.string ?? "mean"
      let extent = extentGiven ?? (center == "mean" ? "stderr" : "iqr")
      switch extent {
      case "stderr", "stdev":
        aggregates = [aggregation(extent, "extent"), aggregation(center, "center")]
        calculations = [
          calculation("datum[\"center_\(field)\"] + datum[\"extent_\(field)\"]", "upper"),
          calculation("datum[\"center_\(field)\"] - datum[\"extent_\(field)\"]", "lower"),
        ]
      case "ci":
        aggregates = [
          aggregation("ci0", "lower"), aggregation("ci1", "upper"), aggregation("mean", "center"),
        ]
      default:
        aggregates = [
          aggregation("q1", "lower"), aggregation("q3", "upper"),
          aggregation("median", "center"),
        ]
      }
    }
    let rest = encoding.removing(
      letter, "\(letter)2", "\(letter)Error", "\(letter)Error2")
    let extracted = ExtractedTransforms(rest, config: config)
    var transforms = unit["transform"]?.array ?? []
    transforms += extracted.transforms
    let allAggregates = extracted.aggregates + aggregates
    if !allAggregates.isEmpty {
      transforms.append(
        .of([
          "aggregate": .list(allAggregates),
          "groupby": .list(hasPair || hasError ? [] : extracted.groupby.map { .text($0) }),
        ]))
    }
    transforms += calculations

    var shared = extracted.encoding
    let parts: [JSONNode]
    if composite.kind == .errorbar {
      shared = shared.removing("size")
      var tick: JSONNode = .of([
        "type": "tick", "orient": axis.isVertical ? "horizontal" : "vertical", "aria": false,
      ])
      var rule: JSONNode = .of(["type": "rule", "ariaRoleDescription": "errorbar"])
      if let thickness = mark["thickness"] {
        tick = tick.setting("thickness", thickness)
        rule = rule.setting("size", thickness)
      }
      if let size = mark["size"] { tick = tick.setting("size", size) }
      parts =
        part("ticks", tick, composite, axis, shared, at: "lower")
        + part("ticks", tick, composite, axis, shared, at: "upper")
        + part("rule", rule, composite, axis, shared, at: "lower", to: "upper")
    } else {
      let is2D = encoding.has("x") && encoding.has("y")
      var band: JSONNode = .of(["type": is2D ? "area" : "rect"])
      var border: JSONNode = .of(["type": is2D ? "line" : "rule"])
      if is2D {
        for name in ["interpolate", "tension"] {
          if let node = mark[name] {
            band = band.setting(name, node)
            border = border.setting(name, node)
          }
        }
        band = band.setting("ariaRoleDescription", "errorband")
      }
      parts =
        part("band", band, composite, axis, shared, at: "lower", to: "upper")
        + part("borders", border, composite, axis, shared, at: "lower")
        + part("borders", border, composite, axis, shared, at: "upper")
    }
    let outer = unit.removing("mark", "encoding", "projection").setting(
      "transform", .list(transforms))
    if parts.count == 1 { return outer.overlaid(with: parts[0]) }
    return outer.setting("layer", .list(parts))
  }

  // MARK: Box plots

  private mutating func boxplot(_ composite: CompositeMark, _ unit: JSONNode) -> JSONNode {
    let encoding = unit["encoding"] ?? .emptyObject
    let mark = composite.definition
    guard let axis = axis(composite, encoding) else { return unit.setting("mark", "bar") }
    let field = axis.field
    let extent = mark["extent"] ?? config["boxplot", "extent"] ?? 1.5
    let isTukey = extent.number != nil
    let size = mark["size"] ?? config["boxplot", "size"]
    func aggregation(_ operation: String, _ source: String, _ name: String) -> JSONNode {
      .of(["op": .text(operation), "field": .text(source), "as": .text("\(name)_\(field)")])
    }
    let quartiles = [aggregation("q1", field, "lower_box"), aggregation("q3", field, "upper_box")]
    var grouping = encoding.removing(axis.channel.rawValue)
    // A tooltip of single rows belongs to the outliers alone.
    let tooltips = grouping["tooltip"]?.listed ?? []
    let aggregated = tooltips.filter { $0["aggregate"] != nil }
    grouping = grouping.setting("tooltip", aggregated.isEmpty ? nil : .list(aggregated))
    let extracted = ExtractedTransforms(grouping, config: config)
    let groupby = JSONNode.list(extracted.groupby.map { .text($0) })
    let summary: JSONNode = .of([
      "aggregate": .list(
        extracted.aggregates + quartiles + [
          aggregation("median", field, "mid_box"),
          aggregation("min", field, isTukey ? "min" : "lower_whisker"),
          aggregation("max", field, isTukey ? "max" : "upper_whisker"),
        ]),
      "groupby": groupby,
    ])
    let all = extracted.encoding.removing("tooltip")
    let color = all["color"]
    let sizeChannel = all["size"]
    let plain = all.removing("color", "size")

    let ticksOrient: JSONNode = axis.isVertical ? "horizontal" : "vertical"
    func marked(_ node: JSONNode) -> JSONNode {
      mark["invalid"].map { node.setting("invalid", $0) } ?? node
    }
    let rule = marked(.of(["type": "rule", "aria": false]))
    let endTick = marked(
      .of([
        "type": "tick", "color": "black", "opacity": 1, "orient": ticksOrient, "aria": false,
      ]))
    let whiskers =
      part("rule", rule, composite, axis, plain, at: "lower_whisker", to: "lower_box")
      + part("rule", rule, composite, axis, plain, at: "upper_box", to: "upper_whisker")
      + part("ticks", endTick, composite, axis, plain, at: "lower_whisker")
      + part("ticks", endTick, composite, axis, plain, at: "upper_whisker")
    var box = marked(
      .of([
        "type": "bar", "orient": axis.isVertical ? "vertical" : "horizontal",
        "ariaRoleDescription": "box",
      ]))
    var median = marked(.of(["type": "tick", "orient": ticksOrient, "aria": false]))
    if let size {
      box = box.setting("size", size)
      median = median.setting("size", size)
    }
    if let color = config["boxplot", "median"]?["color"] {
      median = median.setting("color", color)
    }
    let boxColor =
      config["boxplot", "box"]?["color"] ?? config["mark", "color"] ?? "#4c78a8"
    // A box of no height shows its median in the colour of the box.
    let test = "datum['lower_box_\(field)'] >= datum['upper_box_\(field)']"
    let medianColor: JSONNode = .of([
      "condition": JSONNode.emptyObject.setting("test", .text(test))
        .overlaid(with: color ?? .of(["value": boxColor]))
    ])
    var medianEncoding = plain
    if let sizeChannel { medianEncoding = medianEncoding.setting("size", sizeChannel) }
    medianEncoding = medianEncoding.setting("color", medianColor)
    let boxes =
      (isTukey ? [] : whiskers)
      + part("box", box, composite, axis, all, at: "lower_box", to: "upper_box")
      + part("median", median, composite, axis, medianEncoding, at: "mid_box")
    let outer = unit.removing("mark", "encoding", "projection")
    let summaryTransforms = extracted.transforms + [summary]
    if !isTukey {
      return outer.setting(
        "transform", .list((unit["transform"]?.array ?? []) + summaryTransforms)
      ).setting("layer", .list(boxes))
    }
    let (lower, upper) = ("datum[\"lower_box_\(field)\"]", "datum[\"upper_box_\(field)\"]")
    let reach = JSONOutput.text(of: extent.number ?? 1.5)
    let low = "\(lower) - \(reach) * (\(upper) - \(lower))"
    let high = "\(upper) + \(reach) * (\(upper) - \(lower))"
    let value = "datum[\"\(field)\"]"
    let join: JSONNode = .of(["joinaggregate": .list(quartiles), "groupby": groupby])
    var within: JSONNode = .of([
      "transform": [
        .of(["filter": .text("(\(low) <= \(value)) && (\(value) <= \(high))")]),
        .of([
          "aggregate": .list(
            [
              aggregation("min", field, "lower_whisker"),
              aggregation("max", field, "upper_whisker"),
              aggregation("min", "lower_box_\(field)", "lower_box"),
              aggregation("max", "upper_box_\(field)", "upper_box"),
            ] + extracted.aggregates),
          "groupby": groupby,
        ]),
      ],
      "layer": .list(whiskers),
    ])
    var outlierEncoding = JSONNode.emptyObject.setting(
      axis.channel.rawValue,
      positioned(axis, field: axis.definition["field"] ?? .text(field), dropsAxisTitle: true))
    outlierEncoding = outlierEncoding.overlaid(with: plain)
    if let color { outlierEncoding = outlierEncoding.setting("color", color) }
    let outliers = styled("outliers", marked(.of(["type": "point"])), composite).map {
      mark -> JSONNode in
      .of([
        "transform": [.of(["filter": .text("(\(value) < \(low)) || (\(value) > \(high))")])],
        "mark": mark, "encoding": outlierEncoding,
      ])
    }
    let joining = extracted.transforms + [join]
    if let outliers {
      within = .of(["transform": .list(joining), "layer": [outliers, within]])
    } else {
      within = within.setting(
        "transform", .list(joining + (within["transform"]?.array ?? [])))
    }
    return outer.setting(
      "layer",
      .list([within, .of(["transform": .list(summaryTransforms), "layer": .list(boxes)])]))
  }

  // MARK: Parts

  private func positioned(_ axis: Axis, field: JSONNode, dropsAxisTitle: Bool = false) -> JSONNode {
    var node: JSONNode = .of(["field": field, "type": axis.definition["type"] ?? "quantitative"])
    let axisNode = axis.definition["axis"]
    if axisNode?["title"] == nil {
      node = node.setting(
        "title", axis.definition["title"] ?? .text(axis.definition["field"]?.string ?? ""))
    }
    if let scale = axis.definition["scale"] { node = node.setting("scale", scale) }
    if let axisNode {
      let kept = dropsAxisTitle && axisNode.isObject ? axisNode.removing("title") : axisNode
      if !kept.isObject || !kept.entries.isEmpty { node = node.setting("axis", kept) }
    }
    return node
  }

  /// The mark of a part with the style it takes from configuration and definition; nil where it is off.
  private func styled(_ name: String, _ base: JSONNode, _ composite: CompositeMark) -> JSONNode? {
    let kind = composite.kind.rawValue
    let own = composite.definition[name]
    let configured = config[kind, name]
    func isOn(_ node: JSONNode?) -> Bool {
      guard let node else { return false }
      return node.isObject || node.bool == true
    }
    guard isOn(own) || (own == nil && isOn(configured)) else { return nil }
    var mark = configured.flatMap { $0.isObject ? $0 : nil } ?? .emptyObject
    for name in ["clip", "color", "opacity"] {
      if let node = composite.definition[name] { mark = mark.setting(name, node) }
    }
    mark = mark.overlaid(with: base).setting("style", .text("\(kind)-\(name)"))
    return own?.isObject == true ? mark.overlaid(with: own) : mark
  }

  private func part(
    _ name: String, _ base: JSONNode, _ composite: CompositeMark, _ axis: Axis,
    _ shared: JSONNode, at start: String, to end: String? = nil
  ) -> [JSONNode] {
    guard let mark = styled(name, base, composite) else { return [] }
    var encoding = JSONNode.emptyObject.setting(
      axis.channel.rawValue, positioned(axis, field: .text("\(start)_\(axis.field)")))
    if let end {
      encoding = encoding.setting(
        "\(axis.channel.rawValue)2", .of(["field": .text("\(end)_\(axis.field)")]))
    }
    return [.of(["mark": mark, "encoding": encoding.overlaid(with: shared)])]
  }
}
