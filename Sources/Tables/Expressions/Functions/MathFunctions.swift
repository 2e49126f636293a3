import Glibc

extension FunctionDefinition {
  /// The functions of one number, and those that combine several.
  static let mathFunctions: [FunctionDefinition] =
    [
      of("abs") { abs($0) }, of("acos") { acos($0) }, of("asin") { asin($0) },
      of("atan") { atan($0) }, of("ceil") { $0.rounded(.up) }, of("cos") { cos($0) },
      of("exp") { exp($0) }, of("floor") { $0.rounded(.down) }, of("log") { log($0) },
      of("sin") { sin($0) }, of("sqrt") { $0.squareRoot() }, of("tan") { tan($0) },
      // ECMAScript rounds halves up: -2.5 becomes -2.
      of("round") { JavaScriptMath.roundedHalfUp($0) }, of("cbrt") { cbrt($0) },
      of("log2") { log2($0) },
      of("log10") { log10($0) }, of("sign") { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 },
      of("trunc") { $0.rounded(.towardZero) },
    ] + combining

  private static func of(
    _ name: String, _ body: @escaping @Sendable (Double) -> Double
  ) -> FunctionDefinition {
    FunctionDefinition(name, 1...1, .reckons) { call throws(FunctionProblem) in
      .number(body(call.number(0)))
    }
  }

  private static let combining: [FunctionDefinition] = [
    .init("atan2", 2...2, .reckons) { call in .number(atan2(call.number(0), call.number(1))) },
    .init("pow", 2...2, .reckons) { call throws(FunctionProblem) in
      .number(JavaScriptMath.power(call.number(0), call.number(1)))
    },
    .init("hypot", 0...Int.max, .reckons) { call throws(FunctionProblem) in
      .number(call.arguments.reduce(0) { $0 + $1.asNumber * $1.asNumber }.squareRoot())
    },
    .init("max", 0...Int.max, .reckons) { call throws(FunctionProblem) in
      .number(call.arguments.reduce(-Double.infinity) { JavaScriptMath.larger($0, $1.asNumber) })
    },
    .init("min", 0...Int.max, .reckons) { call throws(FunctionProblem) in
      .number(call.arguments.reduce(Double.infinity) { JavaScriptMath.smaller($0, $1.asNumber) })
    },
    .init("clamp", 3...3, .reckons) { call throws(FunctionProblem) in
      .number(
        JavaScriptMath.larger(
          call.number(1), JavaScriptMath.smaller(call.number(2), call.number(0))))
    },
    .init("random", 0...0) { call throws(FunctionProblem) in .number(call.memory.random.next()) },
    .init("isNaN", 1...1, .asks) { call throws(FunctionProblem) in
      if case .number(let number) = call[0] { return .bool(number.isNaN) }
      return .bool(false)
    },
    .init("isFinite", 1...1, .asks) { call throws(FunctionProblem) in
      // Vega compiles `isFinite` of a date (a number of milliseconds there) to true as well.
      switch call[0] {
      case .number(let number), .date(let number): .bool(number.isFinite)
      case .null, .undefined, .bool, .string, .array, .object: .bool(false)
      }
    },
    .init("lerp", 2...2) { call throws(FunctionProblem) in
      let items = try call.items(0)
      guard let low = items.first?.asNumber, let high = items.last?.asNumber else {
        return .number(.nan)
      }
      let part = call.number(1)
      return .number(low == high ? low : low + part * (high - low))
    },
    .init("inrange", 2...4) { call throws(FunctionProblem) in
      let items = try call.items(1)
      guard var low = items.first?.asNumber, var high = items.last?.asNumber else {
        return .bool(false)
      }
      if high < low { (low, high) = (high, low) }
      let includesLow = !call.has(2) || call[2].isTruthy
      let includesHigh = !call.has(3) || call[3].isTruthy
      let value = call.number(0)
      return .bool(
        (includesLow ? low <= value : low < value) && (includesHigh ? value <= high : value < high))
    },
    .init("clampRange", 3...3) { call throws(FunctionProblem) in
      let range = try call.items(0)
      let (low, high) = (range.first?.asNumber ?? .nan, range.last?.asNumber ?? .nan)
      let (least, most) = (call.number(1), call.number(2))
      var (start, end) = (min(low, high), max(low, high))
      let span = end - start
      if span >= most - least { return .array([.number(least), .number(most)]) }
      start = min(max(start, least), most - span)
      end = start + span
      return .array([.number(start), .number(end)])
    },
  ]
}
