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
  var config: Config { instance.model.config }

  /// The scale of a channel that this unit itself uses.
  func scale(_ channel: Channel) -> Scale? {
    guard instance.model.scales[channel] != nil else { return nil }
    return instance.scale(channel)
  }

  func column(_ name: String) -> Column? { table.column(at: FieldPath(name: name)) }

  // MARK: References

  /// The place of a field's value on a scale, at a share of its band, moved by an offset.
  func scaled(
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

  func interpolated(
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
  func pixels(_ node: JSONNode, _ channel: Channel) -> Double? {
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

  func fallback(_ channel: Channel, _ mode: Default) -> Double? {
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
  func offset(_ channel: Channel, bandPosition: Double) -> (place: Place?, isEncoded: Bool) {
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
  func midpoint(
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
      !mark.type.isPath || InvalidValues.mode(mark) == .show,
      let column = column(definition.fieldName()),
      let zero = fallback(channel.main, .zeroOrMin)
    else { return place }
    return { row in InvalidValues.isValid(column, row) ? place(row) : zero }
  }
}
