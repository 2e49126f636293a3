import Syntax
import Tables

/// Places of marks that stand at a point, and the two ends of a range.
extension PositionEncoder {
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
      if band == nil, mark.type == .text, channel.isPolar { band = 0.5 }
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

  func constant(_ number: Double?, _ offset: Place?) -> Place {
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
}
