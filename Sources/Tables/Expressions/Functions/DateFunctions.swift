extension FunctionDefinition {
  /// Dates: their fields in the scope's zone and in UTC, making, shifting and listing them.
  static let dateFunctions: [FunctionDefinition] =
    field("year") { $0.year } + field("month") { $0.month } + field("date") { $0.day }
    + field("day") { $0.weekday } + field("hours") { $0.hours } + field("minutes") { $0.minutes }
    + field("seconds") { $0.seconds } + field("milliseconds") { $0.milliseconds }
    + field("quarter") { $0.month / 3 + 1 } + field("week") { $0.week(firstWeekday: 0) }
    + field("dayofyear") { $0.dayOfYear } + making + intervals

  /// A function for a field of local time, and the one of the same name in UTC.
  private static func field(
    _ name: String, _ body: @escaping @Sendable (DateFields) -> Int
  ) -> [FunctionDefinition] {
    [
      FunctionDefinition(name, 1...1) { call throws(FunctionProblem) in
        let time = try call.time(0)
        return .number(call.timeZone.fields(at: time).map { Double(body($0)) } ?? .nan)
      },
      FunctionDefinition("utc\(name)", 1...1) { call throws(FunctionProblem) in
        let time = try call.time(0)
        return .number(TimeZoneRules.utc.fields(at: time).map { Double(body($0)) } ?? .nan)
      },
    ]
  }

  private static let making: [FunctionDefinition] = [
    .init("datetime", 0...7) { call throws(FunctionProblem) in
      guard call.arguments.count != 1 else { return .date(try call.time(0)) }
      guard !call.arguments.isEmpty else { throw clock("datetime()") }
      return .date(time(call, in: call.timeZone))
    },
    .init("utc", 1...7) { call throws(FunctionProblem) in .number(time(call, in: .utc)) },
    .init("now", 0...0) { _ throws(FunctionProblem) in throw clock("now()") },
    .init("timezoneoffset", 1...1) { call throws(FunctionProblem) in
      .number(-Double(call.timeZone.offset(at: try call.time(0))) / 60)
    },
  ]

  /// Nothing here reads the clock: the same input gives the same bytes.
  private static func clock(_ call: String) -> FunctionProblem {
    FunctionProblem(
      "`\(call)` would read the clock, which a reproducible result cannot",
      hints: ["write the date, such as datetime(2024, 0, 31), or pass it as a parameter"])
  }

  /// `new Date(year, month, …)` and `Date.UTC`: years 0 to 99 are of the twentieth century.
  private static func time(_ call: FunctionCall, in zone: TimeZoneRules) -> Double {
    let parts = call.arguments.map { $0.asNumber.rounded(.towardZero) }
    guard parts.allSatisfy({ abs($0) < 1e14 }) else { return .nan }
    func part(_ index: Int, or fallback: Int) -> Int {
      index < parts.count ? Int(parts[index]) : fallback
    }
    var fields = DateFields(year: part(0, or: 1970))
    if (0...99).contains(fields.year) { fields.year += 1900 }
    guard abs(fields.year) <= 300_000, abs(part(1, or: 0)) < 4_000_000 else { return .nan }
    fields.month = part(1, or: 0)
    fields.day = part(2, or: 1)
    fields.hours = part(3, or: 0)
    fields.minutes = part(4, or: 0)
    fields.seconds = part(5, or: 0)
    fields.milliseconds = part(6, or: 0)
    let time = zone.time(of: fields)
    return abs(time) <= 8.64e15 ? time : .nan
  }

  private static let intervals: [FunctionDefinition] =
    interval(prefix: "time") { $0.timeZone } + interval(prefix: "utc") { _ in .utc }

  private static func interval(
    prefix: String, _ zone: @escaping @Sendable (FunctionCall) -> TimeZoneRules
  ) -> [FunctionDefinition] {
    [
      FunctionDefinition("\(prefix)Offset", 2...3) { call throws(FunctionProblem) in
        let interval = try unit(call).interval
        return .date(
          interval.offset(try call.time(1), by: call.number(2, or: 1), in: zone(call)))
      },
      FunctionDefinition("\(prefix)Sequence", 3...4) { call throws(FunctionProblem) in
        let times = try unit(call).interval.range(
          from: try call.time(1), to: try call.time(2), step: call.number(3, or: 1),
          most: Budget.times,
          in: zone(call))
        guard let times else {
          throw FunctionProblem(
            "the sequence would have more than \(Budget.times) times",
            expected: "at most \(Budget.times)", hints: ["take a larger unit, or a step"])
        }
        return .array(times.map { .date($0) })
      },
    ]
  }

  private static func unit(_ call: FunctionCall) throws(FunctionProblem) -> TimeUnit.Part {
    guard let unit = TimeUnit.Part(rawValue: call.text(0)) else {
      throw FunctionProblem(
        "`\(call.text(0))` is not a time unit",
        expected: "one of " + TimeUnit.Part.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return unit
  }
}
