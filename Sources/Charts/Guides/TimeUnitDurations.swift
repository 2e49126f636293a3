import Tables

/// How long time units last, as Vega-Lite reckons: from the first of 2001 on.
enum TimeUnitDurations {
  static func duration(_ unit: TimeUnit, zone: TimeZoneRules) -> Double {
    let start = unit.zone(zone).time(of: DateFields(year: 2001))
    return unit.end(after: start, in: zone) - start
  }
}
