import Glibc
import Syntax
import Tables

/// Extents of marks that fill a band, a bin or a time unit.
extension PositionEncoder {
  /// The extent of a bar, rectangle or tick (`rectPosition`).
  func rect(_ channel: Channel) -> Extent {
    let definition = unit[channel].flatMap { $0.isFieldOrDatum ? $0 : nil }
    let second = unit[channel.secondary ?? channel]
    let type = scale(channel)?.type ?? ""
    let isDiscrete = ScaleFamily.isDiscrete(type)
    let isAcross =
      switch mark.type {
      case .bar: channel == .x ? mark.orient == "vertical" : mark.orient == "horizontal"
      case .tick: channel == .y ? mark.orient == "vertical" : mark.orient == "horizontal"
      default: false
      }
    if instance.model.hasRangedOffset(channel) {
      return range(channel, default: .zeroOrMax, second: .zeroOrMin)
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
      mark.type == .tick
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
    if let align, mark.type != .text {
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
      guard let node = config[mark.type.rawValue, name] else { return nil }
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
      let padding =
        config.number("scale", "bandPaddingInner")
        ?? config.number("scale", mark.type.bandPadding) ?? 0
      return { _ in (1 - padding) * full }
    }
    let step = RangeRule.configuredStep(config, side == "width" ? .width : .height) ?? 20
    return { _ in step - 2 }
  }
}
