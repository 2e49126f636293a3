import Syntax

/// Where between the start and end of its time unit or bin a mark stands, and how wide it is (Vega-Lite's
/// `getBandPosition` and `getBandSize`).
enum BandRule {
  static let rectStart = "offsetted_rect_start"
  static let rectEnd = "offsetted_rect_end"

  /// The place within the band, nil where the mark stands at its start.
  static func position(
    _ definition: ChannelDefinition, _ channel: Channel, _ unit: Model.Unit, isMidpoint: Bool = true
  ) -> Double? {
    if let written = definition.bandPosition { return written }
    guard definition.isField, definition.timeUnit != nil || definition.isBinning else { return nil }
    if definition.timeUnit != nil, !definition.isBinning {
      if unit[channel.main.secondary ?? channel]?.isFieldOrDatum == true { return nil }
      let configured = unit.mark.property("timeUnitBandPosition")?.number
      if let configured { return configured }
      return unit.mark.type.fillsTimeUnits ? 0.5 : 0
    }
    return 0.5
  }

  /// The width as a share of the band.
  static func size(_ definition: ChannelDefinition, _ channel: Channel, _ unit: Model.Unit)
    -> Double
  {
    if let band = unit.mark.definition[channel.dimension.rawValue]?["band"]?.number { return band }
    if definition.timeUnit != nil, !definition.isBinning {
      return unit.mark.property("timeUnitBandSize")?.number ?? 1
    }
    return 1
  }

  /// Whether the end of the unit is needed too.
  static func hasBand(
    _ definition: ChannelDefinition, _ channel: Channel, _ unit: Model.Unit
  ) -> Bool {
    guard let band = position(definition, channel, unit) else { return false }
    return band != 0
  }
}
