import Glibc
import Syntax
import Tables

/// Finds the places of a unit's marks, row by row (Vega-Lite's `compile/mark/encode/position-*`).
struct PositionEncoder {
  typealias Place = (Int) -> Double?

  /// Where a mark lies along one direction: any two of start, end, middle and length.
  struct Extent {
    var start: Place?
    var end: Place?
    var middle: Place?
    var length: Place?

    /// The two ends at `row`, the lower first.
    func span(_ row: Int) -> (Double, Double)? {
      if let middle = middle?(row) {
        let half = (length?(row) ?? 0) / 2
        return (middle - half, middle + half)
      }
      if let start, let length {
        guard let from = start(row) else { return (0, length(row) ?? 0) }
        return (from, from + (length(row) ?? 0))
      }
      guard let start else { return nil }
      let from = start(row) ?? 0
      let to = end?(row) ?? from
      return (min(from, to), max(from, to))
    }
  }

  enum Default { case middle, zeroOrMin, zeroOrMax, none }

  let instance: ViewInstance
  let unit: Model.Unit
  let parameters: Parameters

  var mark: Mark { unit.mark }
  var table: Table { instance.table }
  private var config: Config { instance.model.config }

  /// The scale of a channel that this unit itself uses.
  func scale(_ channel: Channel) -> Scale? {
    guard instance.model.scales[channel] != nil else { return nil }
    return instance.scale(channel)
  }

  func column(_ name: String) -> Column? { table.column(at: FieldPath(name: name)) }

  // MARK: References

  /// The place of a field's value on a scale, at a share of its band, moved by an offset.
  private func scaled(
    _ channel: Channel, _ name: String, band: Double, offset: Place?
  ) -> Place {
    let column = column(name)
    guard let scale = scale(channel) else {
      return { row in
        guard let column, !column.isNull(at: row) else { return offset?(row) }
        return column.number(at: row) + (offset?(row) ?? 0)
      }
    }
    let shift = band * scale.bandwidth
    let isContinuous = !scale.isDiscrete
    return { row in
      guard let column else { return nil }
      let place: Double?
      if isContinuous {
        place = column.isNull(at: row) ? nil : scale.number(column.number(at: row))
      } else {
        place = scale.number(column[row])
      }
      guard let place else { return nil }
      return place + shift + (offset?(row) ?? 0)
    }
  }

  private func interpolated(
    _ channel: Channel, _ start: String, _ end: String, _ share: Double, offset: Place?
  ) -> Place {
    if share == 0 { return scaled(channel, start, band: 0, offset: offset) }
    if share == 1 { return scaled(channel, end, band: 0, offset: offset) }
    guard let scale = scale(channel), let low = column(start), let high = column(end) else {
      return { _ in nil }
    }
    return { row in
      if low.isNull(at: row) { return nil }
      let value = (1 - share) * low.number(at: row) + share * high.number(at: row)
      guard let place = scale.number(value) else { return nil }
      return place + (offset?(row) ?? 0)
    }
  }

  /// The place of a written value: pixels, or `width` and `height`.
  private func pixels(_ node: JSONNode, _ channel: Channel) -> Double? {
    if let name = node.string {
      if name == "width" { return instance.width }
      if name == "height" { return instance.height }
    }
    return parameters.number(node)
  }

  /// Where zero lies on the scale, or its lower end where it has no zero.
  func zero(_ channel: Channel) -> Double? {
    guard let scale = scale(channel), !scale.isDiscrete, case .continuous = scale.kind else {
      return nil
    }
    let domain = scale.numericDomain
    guard let first = domain.first, let last = domain.last else { return nil }
    return scale.number(min(first, last) <= 0 && max(first, last) >= 0 ? 0 : first)
  }

  private func fallback(_ channel: Channel, _ mode: Default) -> Double? {
    let main = channel.main
    if let own = mark.property(channel.rawValue, vega: channel.rawValue) {
      if let number = pixels(own, channel) { return number }
    }
    switch mode {
    case .none: return nil
    case .middle: return instance.size(main.dimension) / 2
    case .zeroOrMin, .zeroOrMax:
      let type = instance.model.scales[main].flatMap { _ in instance.scale(main)?.type }
      if let type, !["log", "time", "utc"].contains(type), let zero = zero(main) { return zero }
      let isMin = mode == .zeroOrMin
      switch main {
      case .y: return isMin ? instance.height : 0
      case .radius: return isMin ? 0 : min(instance.width, instance.height) / 2
      case .theta: return isMin ? 0 : 2 * .pi
      default: return isMin ? 0 : instance.width
      }
    }
  }

  /// What moves a position: an offset channel, or the offset of the mark.
  private func offset(_ channel: Channel, bandPosition: Double) -> (place: Place?, isEncoded: Bool)
  {
    let name: String =
      switch channel {
      case .x2: "x2Offset"
      case .y2: "y2Offset"
      default: "\(channel.rawValue)Offset"
      }
    if let offsetChannel = Channel(rawValue: name), let definition = unit[offsetChannel] {
      if definition.isField || definition.isDatum {
        return (
          midpoint(offsetChannel, definition, second: nil, offset: nil, bandPosition: bandPosition),
          true
        )
      }
      if let value = definition.value, let number = parameters.number(value) {
        return ({ _ in number }, false)
      }
    }
    if let node = mark.definition[name] {
      if let text = node["expr"] ?? node["signal"] {
        let numbers = RowExpressions(instance: instance, parameters: parameters).numbers(text)
        return ({ numbers($0) }, false)
      }
      if let number = parameters.number(node), number != 0 { return ({ _ in number }, false) }
    }
    return (nil, false)
  }

  /// Vega-Lite's `midPoint`: the middle of a bin or band, or the place of the value itself.
  private func midpoint(
    _ channel: Channel, _ definition: ChannelDefinition, second: ChannelDefinition?,
    offset: Place?, bandPosition: Double?
  ) -> Place {
    if let datum = definition.datum, !definition.isField {
      let value: Value =
        datum.has("expr") || datum.has("signal")
        ? parameters.value(datum)
        : DomainValues.value(datum, definition, zone: parameters.scope.timeZone)
      let scale = scale(channel.main)
      let shift =
        (scale?.type == "band" ? bandPosition ?? definition.bandPosition ?? 0.5 : 0)
        * (scale?.bandwidth ?? 0)
      let place = scale?.number(value) ?? (scale == nil ? value.asNumber : nil)
      return { row in place.map { $0 + shift + (offset?(row) ?? 0) } }
    }
    let type = scale(channel.main)?.type ?? ""
    let isDiscrete = ScaleFamily.isDiscrete(type)
    let position =
      bandPosition ?? BandRule.position(definition, channel, unit)
    if definition.isBinning
      || (position ?? 0) != 0 && definition.timeUnit != nil
        && definition.type == .temporal
    {
      if unit.stack?.imputes == true, unit.stack?.groupbyChannels.contains(channel) == true,
        definition.isBinning
      {
        return scaled(channel.main, definition.fieldName(suffix: "mid"), band: 0, offset: offset)
      }
      if let position, position != 0, !isDiscrete {
        return interpolated(
          channel.main, definition.fieldName(), definition.fieldName(suffix: "end"), position,
          offset: offset)
      }
    } else if definition.isBinned, let second, second.isField, !isDiscrete {
      return interpolated(
        channel.main, definition.fieldName(), second.fieldName(), position ?? 0.5, offset: offset)
    }
    let binSuffix = BinFields.needsRange(definition, channel) ? "range" : nil
    let name = isDiscrete ? definition.fieldName(binSuffix: binSuffix) : definition.fieldName()
    let band = type == "band" ? bandPosition ?? definition.bandPosition ?? 0.5 : 0
    let place = scaled(channel.main, name, band: band, offset: offset)
    return withInvalid(place, channel, definition, offset)
  }

  /// A row whose value cannot be placed stands at zero, where such rows are shown.
  private func withInvalid(
    _ place: @escaping Place, _ channel: Channel, _ definition: ChannelDefinition, _ offset: Place?
  ) -> Place {
    guard let scale = scale(channel.main), !scale.isDiscrete, definition.isField,
      !mark.isPath || InvalidValues.mode(mark) == .show,
      let column = column(definition.fieldName()),
      let zero = fallback(channel.main, .zeroOrMin)
    else { return place }
    return { row in InvalidValues.isValid(column, row) ? place(row) : zero }
  }

  // MARK: Points

  /// A single place along x or y.
  func point(_ channel: Channel, default mode: Default) -> Place {
    let definition = unit[channel]
    let second = unit[channel.secondary ?? channel].flatMap { channel.secondary == nil ? nil : $0 }
    let (offset, isEncoded) = offset(channel, bandPosition: 0.5)
    guard let definition else {
      if channel.isPosition, unit[.longitude] != nil || unit[.latitude] != nil {
        return scaled(channel, GeoColumns.name(channel), band: 0, offset: offset)
      }
      return constant(fallback(channel, mode), offset)
    }
    if !definition.isFieldOrDatum {
      if let value = definition.value {
        if definition.conditions.isEmpty { return constant(pixels(value, channel), offset) }
        return conditional(channel, definition, offset) ?? constant(pixels(value, channel), offset)
      }
      return conditional(channel, definition, offset) ?? constant(fallback(channel, mode), offset)
    }
    if let stack = unit.stack, stack.fieldChannel == channel, definition.isField {
      var band = definition.bandPosition
      if band == nil, mark.type == "text", channel.isPolar { band = 0.5 }
      if let band {
        return interpolated(
          channel, definition.fieldName(suffix: "start"), definition.fieldName(suffix: "end"), band,
          offset: offset)
      }
      return scaled(channel, definition.fieldName(suffix: "end"), band: 0, offset: offset)
    }
    return midpoint(
      channel, definition, second: second, offset: offset, bandPosition: isEncoded ? 0 : nil)
  }

  private func constant(_ number: Double?, _ offset: Place?) -> Place {
    { row in number.map { $0 + (offset?(row) ?? 0) } }
  }

  private func conditional(
    _ channel: Channel, _ definition: ChannelDefinition, _ offset: Place?
  ) -> Place? {
    let rows = RowExpressions(instance: instance, parameters: parameters)
    for condition in definition.conditions {
      guard let test = rows.test(condition) else { continue }
      let then = condition["value"].flatMap { pixels($0, channel) }
      let other =
        definition.value.flatMap { pixels($0, channel) } ?? fallback(channel, .middle)
      return { row in (test(row) ? then : other).map { $0 + (offset?(row) ?? 0) } }
    }
    return nil
  }

  /// The second end of a range.
  private func secondPoint(_ channel: Channel, default mode: Default) -> Place? {
    guard let secondary = channel.secondary else { return nil }
    let (offset, _) = offset(secondary, bandPosition: 0.5)
    var moved = offset
    if moved == nil { moved = self.offset(channel, bandPosition: 0.5).place }
    let definition = unit[secondary]
    if let stack = unit.stack, stack.fieldChannel == channel, let base = unit[channel],
      base.isField
    {
      return scaled(channel, base.fieldName(suffix: "start"), band: 0, offset: moved)
    }
    if unit[channel] == nil, unit[.longitude2] != nil || unit[.latitude2] != nil {
      return scaled(channel, GeoColumns.name(secondary), band: 0, offset: offset)
    }
    if let definition {
      if definition.isFieldOrDatum {
        var typed = definition
        typed.type = unit[channel]?.type ?? definition.type
        return midpoint(secondary, typed, second: nil, offset: moved, bandPosition: nil)
      }
      if let value = definition.value { return constant(pixels(value, secondary), offset) }
    }
    let offsetChannel: Channel = channel == .x ? .xOffset : .yOffset
    if let base = unit[channel], base.isField, scale(channel)?.isDiscrete == true,
      let zero = zero(offsetChannel)
    {
      // An area over a discrete position rises from the zero of its offset.
      return midpoint(channel, base, second: nil, offset: { _ in zero }, bandPosition: 0)
    }
    if let own = mark.property(secondary.rawValue), let number = pixels(own, secondary) {
      return { _ in number }
    }
    return constant(fallback(secondary, mode), moved)
  }

  // MARK: Ranges

  /// Two ends along x or y, or one with a length.
  func range(_ channel: Channel, default mode: Default, second: Default) -> Extent {
    let side = channel.dimension.rawValue
    if unit[channel.secondary ?? channel] == nil, unit.stack?.fieldChannel != channel,
      let length = mark.definition[side].flatMap({ parameters.number($0) })
    {
      let place = point(channel, default: mode)
      let align = mark.property(channel == .x ? "align" : "baseline")?.string
      if align == "left" || align == "top" {
        return Extent(start: place, length: { _ in length })
      }
      return Extent(middle: place, length: { _ in length })
    }
    return Extent(
      start: point(channel, default: mode), end: secondPoint(channel, default: second))
  }

  /// The extent of a bar, rectangle or tick (`rectPosition`).
  func rect(_ channel: Channel) -> Extent {
    let definition = unit[channel].flatMap { $0.isFieldOrDatum ? $0 : nil }
    let second = unit[channel.secondary ?? channel]
    let type = scale(channel)?.type ?? ""
    let isDiscrete = ScaleFamily.isDiscrete(type)
    let isAcross =
      switch mark.type {
      case "bar": channel == .x ? mark.orient == "vertical" : mark.orient == "horizontal"
      case "tick": channel == .y ? mark.orient == "vertical" : mark.orient == "horizontal"
      default: false
      }
    let side = channel.dimension.rawValue
    let sizeNode =
      unit[.size] != nil ? nil : mark.property("size", vega: side)
    let hasSize = unit[.size] != nil || (sizeNode != nil && sizeNode?["band"] == nil)
    let offsetChannel: Channel = channel == .x ? .xOffset : .yOffset
    if let definition, definition.isField,
      definition.isBinning || definition.isBinned || (definition.timeUnit != nil && second == nil),
      !hasSize, unit[offsetChannel] == nil, !isDiscrete
    {
      return binned(channel, definition, second)
    }
    if (definition != nil && isDiscrete) || isAcross, second == nil {
      return positionAndSize(channel, definition, type)
    }
    return range(channel, default: .zeroOrMax, second: .zeroOrMin)
  }

  private func binned(
    _ channel: Channel, _ definition: ChannelDefinition, _ second: ChannelDefinition?
  ) -> Extent {
    let scale = scale(channel)
    let spacing = mark.property("binSpacing").flatMap { parameters.number($0) } ?? 0
    let minimum = mark.property("minBandSize").flatMap { parameters.number($0) } ?? 0
    let isReversed = instance.model.scale(channel)?.property("reverse")?.bool ?? false
    let startName = definition.fieldName()
    let endName: String
    if definition.isBinned, let second, second.isField, definition.timeUnit == nil {
      endName = second.fieldName()
    } else {
      endName = definition.fieldName(suffix: "end")
    }
    let (first, last) = (column(startName), column(endName))
    let bandPosition = BandRule.position(definition, channel, unit, isMidpoint: false) ?? 0.5
    let size = BandRule.size(definition, channel, unit)
    // Bars keep half the spacing free on both sides, and never get thinner than the least width.
    func offset(_ isStart: Bool) -> Place {
      let inward: Double = isStart == (channel == .x) ? spacing / 2 : -spacing / 2
      let outward: Double = isStart == (channel == .x) ? -0.5 : 0.5
      return { row in
        var extent = Double.infinity
        if let scale, let first, let last, !first.isNull(at: row), !last.isNull(at: row),
          let a = scale.number(first.number(at: row)), let b = scale.number(last.number(at: row))
        {
          extent = abs(b - a)
        }
        let shift = extent < minimum ? outward * (minimum - extent) : inward
        return 0.5 + (isReversed ? -shift : shift)
      }
    }
    if definition.timeUnit != nil, bandPosition != 0.5 {
      return Extent(
        start: scaled(
          channel, definition.fieldName(suffix: BandRule.rectStart), band: 0, offset: offset(true)),
        end: scaled(
          channel, definition.fieldName(suffix: BandRule.rectEnd), band: 0, offset: offset(false)))
    }
    let edge = (1 - size) / 2
    return Extent(
      start: interpolated(channel, startName, endName, edge, offset: offset(true)),
      end: interpolated(channel, startName, endName, 1 - edge, offset: offset(false)))
  }

  private func positionAndSize(
    _ channel: Channel, _ definition: ChannelDefinition?, _ type: String
  ) -> Extent {
    let side = channel.dimension.rawValue
    let offsetChannel: Channel = channel == .x ? .xOffset : .yOffset
    let offsetScale = scale(offsetChannel)
    let sizeScale = offsetScale ?? scale(channel)
    let usesSizeChannel =
      mark.type == "tick"
      ? (mark.orient == "vertical" && channel == .y)
        || (mark.orient == "horizontal" && channel == .x)
      : (mark.orient == "horizontal" && channel == .y)
        || (mark.orient == "vertical" && channel == .x)
    var length: Place?
    var hasOwnSize = false
    if unit[.size] != nil || mark.definition["size"] != nil, usesSizeChannel {
      let values = NonPositionEncoder(instance: instance, unit: unit, parameters: parameters)
      length = values.numbers(.size, property: "size")
      hasOwnSize = true
    }
    let band = bandSize(channel, definition, sizeScale?.type ?? type, usesSizeChannel)
    if length == nil { length = defaultLength(band, sizeScale, side, definition != nil) }
    let isRelative = if case .share = band { true } else { false }
    let holderType = scale(channel)?.type ?? offsetScale?.type ?? ""
    let startsAtEdge = holderType == "band" && isRelative && !hasOwnSize
    let align = mark.property(channel == .x ? "align" : "baseline")?.string
    var isCentred = !startsAtEdge
    if let align, mark.type != "text" {
      isCentred = align == "center" || align == "middle"
    }
    let (offset, isEncoded) = offset(channel, bandPosition: isCentred ? 0.5 : 0)
    let share: Double
    if isCentred {
      share = isEncoded ? 0 : 0.5
    } else if case .share(let size) = band {
      share = (1 - size) / 2
    } else {
      share = 0
    }
    let place: Place
    if let definition {
      place = midpoint(channel, definition, second: nil, offset: offset, bandPosition: share)
    } else if let value = unit[channel]?.value {
      place = constant(pixels(value, channel), offset)
    } else {
      place = constant(fallback(channel, .middle), offset)
    }
    return isCentred
      ? Extent(middle: place, length: length) : Extent(start: place, length: length)
  }

  private enum BandSize {
    case share(Double)
    case pixels(Double)
    case unknown
  }

  private func bandSize(
    _ channel: Channel, _ definition: ChannelDefinition?, _ scaleType: String, _ usesSize: Bool
  ) -> BandSize {
    let side = channel.dimension.rawValue
    let node =
      usesSize
      ? mark.property("size", vega: side) : mark.property(side)
    if let node {
      if let band = node["band"]?.number { return .share(band) }
      if let number = parameters.number(node) { return .pixels(number) }
    }
    if let definition, definition.isField {
      if definition.timeUnit != nil, unit[channel.secondary ?? channel] == nil {
        return .share(mark.configured("timeUnitBandSize")?.number ?? 1)
      }
      if definition.bin != nil, !ScaleFamily.isDiscrete(scaleType) { return .share(1) }
    }
    func pixels(_ name: String) -> BandSize? {
      guard let node = config[mark.type, name] else { return nil }
      if let band = node["band"]?.number { return .share(band) }
      return node.number.map { .pixels($0) }
    }
    if scaleType.isEmpty { return pixels("discreteBandSize") ?? .unknown }
    if ScaleFamily.isDiscrete(scaleType) { return pixels("discreteBandSize") ?? .share(1) }
    return pixels("continuousBandSize") ?? .unknown
  }

  private func defaultLength(
    _ band: BandSize, _ scale: Scale?, _ side: String, _ hasField: Bool
  ) -> Place {
    let full = side == "width" ? instance.width : instance.height
    switch band {
    case .share(let share):
      if let scale {
        if case .band = scale.kind, scale.type == "band" {
          let minimum = mark.configured("minBandSize").flatMap { parameters.number($0) } ?? 0
          return { _ in max(minimum, share * scale.bandwidth) }
        }
      } else {
        return { _ in share * full }
      }
    case .pixels(let pixels): return { _ in pixels }
    case .unknown: break
    }
    if let scale, case .band(let layout) = scale.kind, scale.type == "point" {
      return { _ in max(0, layout.step - 2) }
    }
    if !hasField {
      let name =
        mark.type == "tick"
        ? "tickBandPaddingInner"
        : mark.type == "bar" ? "barBandPaddingInner" : "rectBandPaddingInner"
      let padding = config.number("scale", "bandPaddingInner") ?? config.number("scale", name) ?? 0
      return { _ in (1 - padding) * full }
    }
    let step = RangeRule.configuredStep(config, side == "width" ? .width : .height) ?? 20
    return { _ in step - 2 }
  }
}
