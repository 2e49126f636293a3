import Syntax
import Tables

/// Gives scales their legends and merges those that views share (Vega-Lite's `parseLegend`).
enum LegendParsing {
  static func parse(_ model: Model) {
    if let unit = model.unit {
      for channel in Channel.legended where model.scale(channel) != nil {
        guard let definition = unit.scaled(channel) else { continue }
        if let legend = legend(channel, definition, unit, model) {
          model.legends[channel] = legend
        }
      }
      return
    }
    for child in model.children { parse(child) }
    for channel in Channel.legended {
      var merged: LegendComponent?
      for child in model.children {
        guard let legend = child.legends[channel],
          model.resolve.guide(channel, in: model) == .shared
        else { continue }
        guard let known = merged else {
          merged = legend
          continue
        }
        if let both = merge(known, legend) {
          merged = both
        } else {
          model.resolve.setGuide(channel, .independent)
          merged = nil
        }
      }
      guard model.resolve.guide(channel, in: model) == .shared, let merged else { continue }
      model.legends[channel] = merged
      for child in model.children { child.legends[channel] = nil }
    }
  }

  private static func legend(
    _ channel: Channel, _ definition: ChannelDefinition, _ unit: Model.Unit, _ model: Model
  ) -> LegendComponent? {
    let written = definition.node["legend"]
    let specified = written.flatMap { $0.isObject ? $0 : nil } ?? .emptyObject
    let config = model.config
    let mark = unit.mark
    let vega: String =
      switch channel {
      case .color: mark.isFilled && mark.type != .trail ? "fill" : "stroke"
      case .size where mark.type.size == .strokeWidth: "strokeWidth"
      default: channel.rawValue
      }
    var legend = LegendComponent(scales: [
      .init(vega: vega, channel: channel, unit: ObjectIdentifier(model))
    ])
    if let written, written.isNull || written.bool == false {
      legend.isDisabled = true
      return legend
    }
    if config["legend", "disable"]?.bool == true, written == nil {
      legend.isDisabled = true
      return legend
    }
    guard let scale = model.scale(channel) else { return nil }
    legend.timeUnit = definition.timeUnit
    legend.fieldType = definition.type
    for entry in specified.entries where !["title", "type"].contains(entry.name) {
      legend.properties[entry.name] = Explicit(entry.node, isExplicit: true)
    }
    if let title = specified["title"] {
      legend.title = Explicit(GuideTitle(title), isExplicit: true)
    } else if let title = definition.node["title"] {
      legend.title = Explicit(GuideTitle(title), isExplicit: true)
    } else if let title = config["legend", "title"] {
      legend.title = Explicit(GuideTitle(title), isExplicit: false)
    } else if definition.isField {
      legend.title = Explicit(
        .fields([FieldTitle.defaultTitle(of: definition, config: config)]), isExplicit: false)
    }
    // What Vega-Lite tells Vega of the kind of legend: gradients only for continuous colours.
    if let type = specified["type"]?.string {
      legend.type = Explicit(type, isExplicit: true)
    } else if channel.isColor {
      let unitName = definition.timeUnit?.unit?.localName ?? ""
      if ["quarter", "month", "day"].contains(unitName) {
        legend.type = Explicit("symbol", isExplicit: false)
      }
    }
    if specified["symbolType"] == nil, config["legend", "symbolType"] == nil {
      legend.symbolType = Explicit(symbolType(channel, unit), isExplicit: false)
    } else if let symbol = specified["symbolType"]?.string {
      legend.symbolType = Explicit(symbol, isExplicit: true)
    }
    if ["quantile", "threshold", "log", "symlog"].contains(scale.typeName),
      specified["labelOverlap"] == nil, config["legend", "labelOverlap"] == nil
    {
      legend.properties["labelOverlap"] = Explicit("greedy", isExplicit: false)
    }
    let isGradient =
      (legend.type?.value ?? "gradient") == "gradient" && channel.isColor
      && ScaleFamily.isContinuous(scale.typeName)
    if isGradient {
      legend.gradientOpacity = LegendSymbols.maximumOpacity(unit)
    } else {
      legend.symbolEncoding = LegendSymbols.encoding(channel, unit, legend, config)
    }
    return legend
  }

  private static func symbolType(_ channel: Channel, _ unit: Model.Unit) -> String {
    if channel != .shape {
      let shape = unit[.shape]
      let value =
        shape?.value?.string
        ?? shape?.conditions.lazy.compactMap { $0["value"]?.string }.first
        ?? unit.mark.definition["shape"]?.string
      if let value { return value }
    }
    return unit.mark.type.legendSymbol
  }

  static func merge(_ a: LegendComponent, _ b: LegendComponent) -> LegendComponent? {
    if let x = a.properties["orient"], let y = b.properties["orient"], x.isExplicit, y.isExplicit,
      !x.value.isSame(as: y.value)
    {
      return nil
    }
    var merged = a
    for scale in b.scales where !a.scales.contains(where: { $0.vega == scale.vega }) {
      merged.scales.append(scale)
    }
    for name in Set(a.properties.keys).union(b.properties.keys).sorted() {
      merged.properties[name] = Explicit.merged(
        a.properties[name], b.properties[name], isSame: { $0.isSame(as: $1) })
    }
    merged.title = GuideTitle.merged(a.title, b.title)
    merged.isDisabled = a.isDisabled || b.isDisabled
    // A gradient and symbols make symbols.
    merged.type = Explicit.merged(a.type, b.type, isSame: ==) { _, _ in
      Explicit("symbol", isExplicit: false)
    }
    merged.symbolType = Explicit.merged(a.symbolType, b.symbolType, isSame: ==) {
      $1.value == "circle" ? $1 : $0
    }
    // The looks of a legend are merged as a whole: those of the first that has any.
    if a.symbolEncoding.isEmpty, a.gradientOpacity == nil {
      merged.symbolEncoding = b.symbolEncoding
      merged.gradientOpacity = b.gradientOpacity
    }
    merged.timeUnit = a.timeUnit ?? b.timeUnit
    return merged
  }
}

/// How the symbols of a legend look apart from its scales (Vega-Lite's `legend/encode.ts`).
enum LegendSymbols {
  static func encoding(
    _ channel: Channel, _ unit: Model.Unit, _ legend: LegendComponent, _ config: Config
  ) -> [String: JSONNode] {
    var out: [String: JSONNode] = [:]
    let mark = unit.mark
    let isFilled = mark.isFilled && mark.type != .trail
    for name in [
      "strokeCap", "strokeDash", "strokeDashOffset", "strokeJoin", "strokeMiterLimit",
      "fillOpacity", "strokeOpacity", "strokeWidth",
    ] {
      // Only what configuration and styles say of the mark; its own definition does not reach legends.
      if let node = mark.configured(name),
        node.number != nil || node.array != nil || node.string != nil
      {
        out[name] = node
      }
    }
    func first(_ definition: ChannelDefinition?) -> JSONNode? {
      guard let definition else { return nil }
      if let value = definition.value { return value }
      return definition.conditions.lazy.compactMap { $0["value"] }.first
    }
    func isField(_ definition: ChannelDefinition?) -> Bool { definition?.isFieldOrDatum ?? false }
    let color = unit[.color]
    let fillDefinition = unit[.fill] ?? (isFilled ? color : nil)
    let strokeDefinition = unit[.stroke] ?? (isFilled ? nil : color)
    let configured =
      legend.properties["symbolFillColor"]?.value ?? config["legend", "symbolFillColor"]
    let configuredStroke =
      legend.properties["symbolStrokeColor"]?.value ?? config["legend", "symbolStrokeColor"]
    let opacity = maximumOpacity(unit)
    let transparentIfNeeded =
      mark.type.hasInside ? JSONNode.text("transparent") : nil
    let defaultFill =
      mark.property("fill")
      ?? (isFilled ? mark.property("color") : nil) ?? (isFilled ? nil : transparentIfNeeded)
    let defaultStroke =
      mark.property("stroke")
      ?? (isFilled ? nil : mark.property("color")) ?? (isFilled ? transparentIfNeeded : nil)

    // Fill
    if isField(fillDefinition)
      || fillDefinition.map({ !$0.conditions.isEmpty }) == true
        && fillDefinition?.scaledPart != nil
    {
      let isOwn = channel == .fill || (isFilled && channel == .color)
      if !isOwn {
        if configured == nil {
          out["fill"] = config["legend", "symbolBaseFillColor"] ?? "black"
          out["fillOpacity"] = opacity ?? 1
        }
      }
    } else if let value = first(fillDefinition) ?? defaultFill {
      if !(channel == .fill || (isFilled && channel == .color)) { out["fill"] = value }
    }
    // Stroke
    if strokeDefinition?.scaledPart != nil {
      // A field's stroke is left to the legend's own scale.
    } else if let value = first(strokeDefinition) ?? defaultStroke {
      // Symbols filled by their scale show a stroke that the mark is given, not one that it gets by default.
      let isOwn =
        channel == .stroke || channel == .color && !isFilled
        || (channel == .fill || channel == .color) && mark.property("stroke") == nil
      if !isOwn || (channel == .fill && strokeDefinition != nil), configuredStroke == nil {
        out["stroke"] = value
      }
    }
    if channel != .opacity, let opacity, legend.properties["symbolOpacity"] == nil,
      config["legend", "symbolOpacity"] == nil, opacity.number != 0
    {
      out["opacity"] = opacity
    }
    return out
  }

  /// The greatest opacity that the marks have by value.
  static func maximumOpacity(_ unit: Model.Unit) -> JSONNode? {
    if let definition = unit[.opacity] {
      let values =
        definition.conditions.compactMap { $0["value"]?.number }
        + [definition.value?.number].compactMap { $0 }
      if let greatest = values.max() { return .number(greatest) }
    }
    return unit.mark.definition["opacity"] ?? unit.mark.defaultOpacity.map { .number($0) }
  }
}

extension ChannelDefinition {
  /// The field or datum of the definition or of its conditions.
  var scaledPart: ChannelDefinition? {
    if isFieldOrDatum { return self }
    return fieldPart
  }
}
