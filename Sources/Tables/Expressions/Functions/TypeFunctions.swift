extension FunctionDefinition {
  /// Tests of a value's kind, and conversions.
  static let typeFunctions: [FunctionDefinition] = [
    .init("if", 3...3) { call throws(FunctionProblem) in call[0].isTruthy ? call[1] : call[2] },
    test("isArray") { if case .array = $0 { true } else { false } },
    test("isBoolean") { if case .bool = $0 { true } else { false } },
    test("isDate") { if case .date = $0 { true } else { false } },
    test("isDefined") { $0 != .undefined },
    test("isNumber") { if case .number = $0 { true } else { false } },
    test("isObject") {
      switch $0 {
      case .object, .array, .date: true
      case .null, .undefined, .bool, .number, .string: false
      }
    },
    test("isRegExp") { _ in false },
    test("isString") { if case .string = $0 { true } else { false } },
    test("isTuple") { if case .object = $0 { true } else { false } },
    test("isValid") { !$0.isInvalid },
    .init("toBoolean", 1...1) { call throws(FunctionProblem) in
      conversion(call[0]) { .bool($0.isTrueWord) }
    },
    .init("toNumber", 1...1) { call throws(FunctionProblem) in
      conversion(call[0]) { .number($0.asNumber) }
    },
    .init("toString", 1...1, .writes) { call throws(FunctionProblem) in
      conversion(call[0]) { .string($0.asText) }
    },
    .init("toDate", 1...1) { call throws(FunctionProblem) in
      let zone = call.timeZone
      if call.isExact, case .string(let text) = call[0], !text.isEmpty {
        return .date(try call.time(0))
      }
      return conversion(call[0]) { value in
        switch value {
        case .date: return value
        case .number(let time): return .date(time)
        case .null, .undefined, .bool, .string, .array, .object:
          return .date(DateText.time(of: value.asText, in: zone))
        }
      }
    },
    .init("time", 1...1) { call throws(FunctionProblem) in .number(try call.time(0)) },
  ]

  private static func test(
    _ name: String, _ body: @escaping @Sendable (Value) -> Bool
  ) -> FunctionDefinition {
    FunctionDefinition(name, 1...1, .asks) { call throws(FunctionProblem) in .bool(body(call[0])) }
  }

  /// Vega's conversions make null of what is absent and of empty text.
  private static func conversion(_ value: Value, _ body: (Value) -> Value) -> Value {
    value.isAbsent || value == .string("") ? .null : body(value)
  }
}

extension FunctionCall {
  /// Argument `index` as `new Date(argument).getTime()`: text is read, everything else is a number. Under the rules
  /// of figures text is a day as ISO 8601 has it, since nobody can say which day `01/02/2023` is.
  func time(_ index: Int) throws(FunctionProblem) -> Double {
    switch self[index] {
    case .date(let time): return time
    case .string(let text):
      let time =
        isExact ? DateText.isoTime(of: text, in: timeZone) : DateText.time(of: text, in: timeZone)
      if isExact, !time.isFinite {
        throw FunctionProblem(
          "`\(text)` is no day", expected: "year, month and day, such as `2023-01-15`")
      }
      return time
    case .null, .undefined, .bool, .number, .array, .object: return self[index].asNumber
    }
  }
}
