extension FunctionDefinition {
  /// Numbers and dates as text by d3's format languages, and dates read from text.
  static let formatFunctions: [FunctionDefinition] = [
    .init("format", 2...2) { call throws(FunctionProblem) in
      guard call[0] != .null else { return .string("null") }
      guard let format = call.memory.format(call[1].isAbsent ? "" : call.text(1)) else {
        throw FunctionProblem(
          "`\(call.text(1))` is not a number format", expected: NumberFormat.expectation)
      }
      let number = call[0].asNumber
      return .string(call.isExact ? try format.printed(number) : format.text(of: number))
    },
    .init("timeFormat", 1...2) { call throws(FunctionProblem) in
      try formatted(call, zone: call.timeZone)
    },
    .init("utcFormat", 1...2) { call throws(FunctionProblem) in try formatted(call, zone: .utc) },
    .init("timeParse", 2...2) { call throws(FunctionProblem) in
      try parsed(call, zone: call.timeZone)
    },
    .init("utcParse", 2...2) { call throws(FunctionProblem) in try parsed(call, zone: .utc) },
    .init("monthFormat", 1...1) { call throws(FunctionProblem) in name(call.timeLocale.months, call)
    },
    .init("monthAbbrevFormat", 1...1) { call throws(FunctionProblem) in
      name(call.timeLocale.shortMonths, call)
    },
    .init("dayFormat", 1...1) { call throws(FunctionProblem) in name(call.timeLocale.weekdays, call)
    },
    .init("dayAbbrevFormat", 1...1) { call throws(FunctionProblem) in
      name(call.timeLocale.shortWeekdays, call)
    },
    .init("timeUnitSpecifier", 1...2) { call throws(FunctionProblem) in
      let names = if case .array(let items) = call[0] { items } else { [call[0]] }
      var parts: [TimeUnit.Part] = []
      for name in names {
        guard let part = TimeUnit.Part(rawValue: name.asText) else {
          throw FunctionProblem("`\(name.asText)` is not a time unit")
        }
        parts.append(part)
      }
      var overrides: [String: String?] = [:]
      if case .object(let object) = call[1] {
        for member in object.members {
          overrides[member.name] = .some(member.value.isAbsent ? nil : member.value.asText)
        }
      }
      return .string(TimeUnitSpecifier.text(for: parts, overrides: overrides))
    },
  ]

  private static func formatted(
    _ call: FunctionCall, zone: TimeZoneRules
  ) throws(FunctionProblem) -> Value {
    guard call[0] != .null else { return .string("null") }
    let time = try call.time(0)
    guard !call[1].isAbsent else {
      return .string(TimeFormat.multiScale(time, in: zone, locale: call.timeLocale))
    }
    if case .object(let object) = call[1] {
      var specifiers: [String: String] = [:]
      for member in object.members { specifiers[member.name] = member.value.asText }
      return .string(
        TimeFormat.multiScale(
          time, in: zone, specifiers: specifiers, locale: call.timeLocale))
    }
    return .string(TimeFormat(call.text(1), locale: call.timeLocale).text(of: time, in: zone))
  }

  private static func parsed(
    _ call: FunctionCall, zone: TimeZoneRules
  ) throws(FunctionProblem) -> Value {
    if call[0] == .null { return .string("null") }
    return TimeFormat(call.text(1)).time(from: call.text(0), in: zone).map { .date($0) } ?? .null
  }

  private static func name(_ names: [String], _ call: FunctionCall) -> Value {
    guard let index = Int(exactly: call.number(0)) else { return .string("") }
    let place = index % names.count
    return .string(names[place < 0 ? place + names.count : place])
  }
}
