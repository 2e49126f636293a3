import Syntax
import Tables

/// Values that a specification writes for data: times may be objects such as `{"year": 2024}`, or text
/// that a field of times is compared with.
enum DomainValues {
  /// The value that `node` stands for on a field like `definition`.
  static func value(
    _ node: JSONNode, _ definition: ChannelDefinition?, zone: TimeZoneRules
  ) -> Value {
    if let time = time(node, isUTC: definition?.timeUnit?.isUTC ?? false, zone: zone) {
      return .date(time)
    }
    let isTime = definition?.type == .temporal || definition?.timeUnit != nil
    guard isTime else { return Value(node) }
    if let unit = definition?.timeUnit?.unit {
      // A part of a date alone, as `"January"` or 2024, becomes a time in the unit.
      if let part = unit.parts.first, unit.parts.count == 1 {
        let members: JSONNode = .emptyObject.setting(part.rawValue, node)
        if node.number.map({ abs($0) < 10_000 }) ?? true,
          let time = time(members, isUTC: unit.isUTC, zone: zone)
        {
          return .date(time)
        }
      }
    }
    if let number = node.number { return .date(number) }
    if let text = node.string {
      let time = DateText.time(of: text, in: zone)
      return time.isNaN ? Value(node) : .date(time)
    }
    return Value(node)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let days = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  /// The time that a `DateTime` object names; parts left out are the first, the year 2012. A day of the week
  /// counts alone: beside other parts of a date Vega-Lite drops it.
  static func time(_ node: JSONNode, isUTC: Bool, zone: TimeZoneRules) -> Double? {
    let names: Set<String> = [
      "year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds",
      "utc",
    ]
    let entries = node.entries
    guard !entries.isEmpty, entries.allSatisfy({ names.contains($0.name) }) else { return nil }
    func named(_ key: String, in list: [String]) -> Int? {
      guard let text = node[key]?.string?.lowercased() else { return nil }
      return list.firstIndex { $0 == text || $0.prefix(3) == text }
    }
    func number(_ key: String) -> Int? { node[key]?.number.map { Int(limited: $0) } }
    var fields = DateFields(year: number("year") ?? 2012)
    if let month = named("month", in: months) {
      fields.month = month
    } else if let month = number("month") {
      fields.month = month - 1
    } else if let quarter = number("quarter") {
      fields.month = (quarter - 1) * 3
    }
    if let date = number("date") {
      fields.day = date
    } else if !["year", "quarter", "month"].contains(where: { node.has($0) }),
      let day = named("day", in: days) ?? number("day")
    {
      fields.day = day + 1
    }
    fields.hours = number("hours") ?? 0
    fields.minutes = number("minutes") ?? 0
    fields.seconds = number("seconds") ?? 0
    fields.milliseconds = number("milliseconds") ?? 0
    let rules: TimeZoneRules = isUTC || node["utc"]?.bool == true ? .utc : zone
    return rules.time(of: fields)
  }
}
