import Syntax
import Tables

/// How values are written in texts, tooltips and descriptions (Vega-Lite's `compile/format.ts`).
struct Formatting {
  let config: Config
  let zone: TimeZoneRules
  let locale: TimeLocale
  let stack: StackProperties?

  /// The text of a field's value under `format` and `formatType` of its definition.
  func text(
    _ value: Value, _ definition: ChannelDefinition, format: JSONNode?, formatType: String?
  ) -> String {
    if case .array(let items) = value, definition.type != .quantitative {
      return items.map(\.asText).joined(separator: "\n")
    }
    if formatType == "time" || formatType == "utc"
      || (formatType != "number" && isTime(definition))
    {
      return time(value, definition, format: format, isUTC: formatType == "utc")
    }
    if formatType == "number" || definition.type == .quantitative {
      if value.isInvalid { return value.asText }
      let isNormalized =
        stack.map { $0.offset == .normalize && $0.fieldChannel == definition.channel } ?? false
      let specifier =
        format?.string ?? (isNormalized ? config.root["normalizedNumberFormat"]?.string : nil)
        ?? config.root["numberFormat"]?.string ?? ""
      return Self.number(value, specifier)
    }
    return value.asText
  }

  private func isTime(_ definition: ChannelDefinition) -> Bool {
    definition.type == .temporal || definition.timeUnit != nil
  }

  private func time(
    _ value: Value, _ definition: ChannelDefinition, format: JSONNode?, isUTC: Bool
  ) -> String {
    if value.isInvalid { return "null" }
    let rules = isUTC || definition.timeUnit?.isUTC == true ? TimeZoneRules.utc : zone
    return Self.timeFormat(format, definition.timeUnit, config, locale).text(
      of: value.asNumber, in: rules)
  }

  /// The format of a time: as written, of its unit, or the configuration's.
  static func timeFormat(
    _ format: JSONNode?, _ unit: UnitOfTime?, _ config: Config, _ locale: TimeLocale
  ) -> TimeFormat {
    if let text = format?.string { return TimeFormat(text, locale: locale) }
    if let parts = unit?.parts, !parts.isEmpty {
      var overrides = TimeUnitSpecifier.vegaLiteOverrides
      for entry in format?.entries ?? [] { overrides[entry.name] = entry.node.string }
      return TimeFormat(
        TimeUnitSpecifier.text(for: parts, overrides: overrides), locale: locale)
    }
    return TimeFormat(config.root["timeFormat"]?.string ?? "%b %d, %Y", locale: locale)
  }

  /// d3's `format`; null counts as 0, as in JavaScript.
  static func number(_ value: Value, _ specifier: String) -> String {
    guard let format = NumberFormat(specifier) else { return value.asText }
    return format.text(of: value.asNumber)
  }

  /// A bin by its ends, as `10 – 20`.
  static func range(_ start: Double, _ end: Double, format: String?) -> String {
    number(.number(start), format ?? "") + " – " + number(.number(end), format ?? "")
  }
}
