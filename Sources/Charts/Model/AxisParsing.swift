import Syntax
import Tables

/// Gives positions their axes and merges those that views share (Vega-Lite's `parseUnitAxes`,
/// `parseLayerAxes`).
enum AxisParsing {
  static func parse(_ model: Model) {
    if let unit = model.unit {
      for channel in [Channel.x, .y] where model.scale(channel) != nil {
        if let axis = axis(channel, unit, model) { model.axes[channel] = [axis] }
      }
      dropDisabled(model)
      return
    }
    for child in model.children { parse(child) }
    if model.isLayer { mergeLayers(model) }
    dropDisabled(model)
    if model.facet != nil { HeaderParsing.parse(model) }
  }

  /// An axis that a layer turns off is off for all layers: it is left out when they have come together.
  private static func dropDisabled(_ model: Model) {
    guard model.parent?.isLayer != true else { return }
    for channel in [Channel.x, .y] {
      model.axes[channel]?.removeAll { $0.disabled.value }
      if model.axes[channel]?.isEmpty == true { model.axes[channel] = nil }
    }
  }

  private static func axis(_ channel: Channel, _ unit: Model.Unit, _ model: Model) -> AxisComponent?
  {
    guard
      let definition = unit[channel].flatMap({ $0.isFieldOrDatum ? $0 : nil })
        ?? unit[channel == .x ? .x2 : .y2].flatMap({ $0.isFieldOrDatum ? $0 : nil }),
      let scale = model.scale(channel)
    else { return nil }
    let written = definition.node["axis"]
    let specified = written ?? .emptyObject
    var axis = AxisComponent(
      channel: channel, unit: ObjectIdentifier(model), config: model.config)
    if let written, written.isNull || written.bool == false {
      axis.disabled = Explicit(true, isExplicit: true)
      return axis
    }
    let type = scale.typeName
    func config(_ orient: String?) -> AxisConfig {
      AxisConfig(
        channel, orient: orient, scaleType: type, styles: specified["style"]?.listed ?? [],
        model.config)
    }
    let orient =
      specified["orient"]?.string ?? config(nil).value("orient")?.string
      ?? (channel == .x ? "bottom" : "left")
    let ofOrient = config(orient)
    func configured(_ name: String) -> JSONNode? { ofOrient.value(name) }
    axis.disabled = Explicit(
      written == nil && configured("disable")?.bool == true, isExplicit: written != nil)
    axis.hasCrossScale = model.scale(channel == .x ? .y : .x) != nil
    axis.timeUnit = definition.timeUnit
    axis.fieldType = definition.type
    axis.isNormalized =
      unit.stack.map { $0.offset == .normalize && $0.fieldChannel == channel } ?? false

    func implicit(_ name: String, _ value: JSONNode?) {
      guard let value, specified[name] == nil else { return }
      if configured(name) == nil { axis.properties[name] = Explicit(value, isExplicit: false) }
    }
    for entry in specified.entries where entry.name != "title" {
      axis.properties[entry.name] = Explicit(entry.node, isExplicit: true)
    }
    axis.properties["orient"] = Explicit(
      .text(orient), isExplicit: specified["orient"] != nil)
    if definition.isBinned {
      axis.properties["grid"] = Explicit(
        specified["grid"] ?? false, isExplicit: specified["grid"] != nil)
    } else if specified["grid"] == nil {
      let grid =
        configured("grid")
        ?? .init(
          .bool(!ScaleFamily.isDiscrete(type) && definition.isField && !definition.isBinning))
      axis.properties["grid"] = Explicit(grid, isExplicit: false)
    }
    let angle = (specified["labelAngle"] ?? configured("labelAngle"))?.number.map {
      ($0.truncatingRemainder(dividingBy: 360) + 360).truncatingRemainder(dividingBy: 360)
    }
    let labelAngle =
      angle
      ?? (channel == .x && (definition.type == .nominal || definition.type == .ordinal)
        && definition.timeUnit == nil && specified["labelAngle"] == nil ? 270 : nil)
    if let labelAngle {
      axis.properties["labelAngle"] = Explicit(
        .number(labelAngle), isExplicit: specified["labelAngle"] != nil)
      implicit("labelAlign", labelAlign(labelAngle, orient, channel))
      implicit("labelBaseline", labelBaseline(labelAngle, orient, channel))
    }
    if channel == .x, definition.type == .quantitative || definition.type == .temporal {
      implicit("labelFlush", true)
    }
    if model.hasRangedOffset(channel) {
      // The axis stands where the marks begin.
      let baseline: Double = channel == .x ? 0 : 1
      implicit("bandPosition", .number(baseline))
      axis.labelBandPosition = baseline
    }
    let sortIsObject = definition.sort.map { $0.isObject || $0.array != nil } ?? false
    if definition.timeUnit != nil && !sortIsObject
      || (definition.type != .nominal && definition.type != .ordinal)
    {
      implicit("labelOverlap", type == "log" || type == "symlog" ? "greedy" : true)
    }
    if specified["tickCount"] == nil, specified["values"] == nil, !ScaleFamily.isDiscrete(type),
      type != "log"
    {
      let unitName = definition.timeUnit?.unit?.localName ?? ""
      if definition.isBinning {
        implicit("tickCount", .of(["sizeDivisor": 10]))
      } else if !["month", "hours", "day", "quarter"].contains(unitName) {
        implicit("tickCount", .of(["sizeDivisor": 40]))
      }
    }
    if specified["format"]?.string == "d" {
      implicit("tickMinStep", 1)
    } else if let timeUnit = definition.timeUnit, timeUnit.parts.last != .day {
      // Vega-Lite knows no duration of a day of the week.
      implicit("tickMinStep", .of(["unitDuration": true]))
    }
    let isDiscreteField = definition.isField && definition.isDiscrete
    implicit("zindex", unit.mark.type == .rect && isDiscreteField ? 1 : 0)
    axis.title = title(channel, definition, unit, specified, configured("title"), model.config)
    return axis
  }

  private static func title(
    _ channel: Channel, _ definition: ChannelDefinition, _ unit: Model.Unit, _ specified: JSONNode,
    _ configured: JSONNode?, _ config: Config
  ) -> Explicit<GuideTitle>? {
    if let written = specified["title"] {
      return Explicit(GuideTitle(written), isExplicit: true)
    }
    let second = unit[channel == .x ? .x2 : .y2]
    let own = [unit[channel]?.node["title"], second?.node["title"]].compactMap { $0 }
    if let first = own.first {
      if own.count == 2, !own[0].isSame(as: own[1]), !own[1].isNull, !own[0].isNull {
        return Explicit(
          .text([own.compactMap { FieldTitle.text($0) }.joined(separator: ", ")]), isExplicit: true)
      }
      return Explicit(GuideTitle(first), isExplicit: true)
    }
    if let configured { return Explicit(GuideTitle(configured), isExplicit: false) }
    var titles: [String] = []
    for part in [unit[channel], second] {
      guard let part, part.isField else { continue }
      let title = FieldTitle.defaultTitle(of: part, config: config)
      if !titles.contains(title) { titles.append(title) }
    }
    return titles.isEmpty ? nil : Explicit(.fields(titles), isExplicit: false)
  }

  /// nil leaves it to Vega's own default.
  static func labelAlign(_ angle: Double, _ orient: String, _ channel: Channel) -> JSONNode? {
    let isX = channel == .x
    let start: Double = isX ? 0 : 90
    if angle.truncatingRemainder(dividingBy: 180) == start { return isX ? nil : "center" }
    let isMain = orient == (isX ? "bottom" : "left")
    return (start < angle && angle < 180 + start) == isMain ? "left" : "right"
  }

  static func labelBaseline(_ angle: Double, _ orient: String, _ channel: Channel) -> JSONNode? {
    let isFlat = angle <= 45 || angle >= 315
    let isTurned = angle >= 135 && angle <= 225
    if channel == .x {
      if isFlat { return orient == "top" ? "bottom" : "top" }
      if isTurned { return orient == "top" ? "top" : "bottom" }
      return "middle"
    }
    if isFlat || isTurned { return nil }
    if angle >= 45, angle <= 135 { return orient == "left" ? "top" : "bottom" }
    return orient == "left" ? "bottom" : "top"
  }

  // MARK: Layers

  private static func mergeLayers(_ model: Model) {
    var counts: [String: Int] = [:]
    for channel in [Channel.x, .y] {
      var merged: [AxisComponent]?
      for child in model.children {
        guard let axes = child.axes[channel] else { continue }
        guard model.resolve.guide(channel, in: model) == .shared else { break }
        guard let known = merged else {
          merged = axes
          continue
        }
        if let both = merge(known, axes) {
          merged = both
        } else {
          model.resolve.setGuide(channel, .independent)
          merged = nil
        }
      }
      if model.resolve.guide(channel, in: model) == .shared {
        if let merged { model.axes[channel] = merged }
      } else {
        var all: [AxisComponent] = []
        for child in model.children {
          for var axis in child.axes[channel] ?? [] where !axis.disabled.value {
            let orient = axis.orient
            if let count = counts[orient], count > 0,
              axis.properties["orient"]?.isExplicit != true
            {
              let opposite = ["bottom": "top", "top": "bottom", "left": "right", "right": "left"]
              if let other = opposite[orient], count > counts[other] ?? 0 {
                axis.properties["orient"] = Explicit(.text(other), isExplicit: false)
              }
            }
            counts[axis.orient, default: 0] += 1
            all.append(axis)
          }
        }
        // Of several axes side by side the first alone has a grid, unless others ask for theirs.
        for index in all.indices.dropFirst()
        where all[index].properties["grid"]?.isExplicit != true {
          all[index].properties["grid"] = Explicit(false, isExplicit: false)
        }
        model.axes[channel] = all
      }
      for child in model.children { child.axes[channel] = nil }
    }
  }

  private static func merge(_ a: [AxisComponent], _ b: [AxisComponent]) -> [AxisComponent]? {
    guard a.count == b.count else { return nil }
    var result: [AxisComponent] = []
    for (first, second) in zip(a, b) {
      if let x = first.properties["orient"], let y = second.properties["orient"], x.isExplicit,
        y.isExplicit, !x.value.isSame(as: y.value)
      {
        return nil
      }
      var merged = first
      for name in Set(first.properties.keys).union(second.properties.keys).sorted() {
        merged.properties[name] = Explicit.merged(
          first.properties[name], second.properties[name], isSame: { $0.isSame(as: $1) })
      }
      merged.title = GuideTitle.merged(first.title, second.title)
      merged.hasCrossScale = first.hasCrossScale || second.hasCrossScale
      merged.timeUnit = first.timeUnit ?? second.timeUnit
      merged.labelBandPosition = first.labelBandPosition ?? second.labelBandPosition
      merged.disabled =
        Explicit.merged(first.disabled, second.disabled, isSame: ==) ?? first.disabled
      merged.isNormalized = first.isNormalized || second.isNormalized
      result.append(merged)
    }
    return result
  }
}
