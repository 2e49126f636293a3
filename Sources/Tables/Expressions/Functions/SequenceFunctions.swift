extension FunctionDefinition {
  /// Functions on arrays, some of them on text as well.
  static let sequenceFunctions: [FunctionDefinition] = [
    .init("length", 1...1, .carries) { call throws(FunctionProblem) in
      switch call[0] {
      case .array(let items): .number(Double(items.count))
      case .string(let text): .number(Double(text.utf16.count))
      case .object(let object): object["length"] ?? .undefined
      case .null, .undefined, .bool, .number, .date: .undefined
      }
    },
    .init("join", 1...2, .writes) { call throws(FunctionProblem) in
      let separator = call.has(1) ? call.text(1) : ","
      guard try call.items(0).count <= Budget.textLength / max(separator.utf8.count, 1) else {
        throw Budget.textTooLong
      }
      return .string(
        try call.items(0).map { $0.isAbsent ? "" : $0.asText }.joined(separator: separator))
    },
    .init("indexof", 2...3, .carries) { call throws(FunctionProblem) in
      if case .string(let text) = call[0] {
        let start = call.integer(2, or: 0)
        return .number(
          Double(JavaScriptText.firstIndex(of: call.text(1), in: text, from: start)))
      }
      let index = try call.items(0).firstIndex { $0.isStrictlyEqual(to: call[1]) }
      return .number(Double(index ?? -1))
    },
    .init("lastindexof", 2...2, .carries) { call throws(FunctionProblem) in
      if case .string(let text) = call[0] {
        return .number(Double(JavaScriptText.lastIndex(of: call.text(1), in: text)))
      }
      let index = try call.items(0).lastIndex { $0.isStrictlyEqual(to: call[1]) }
      return .number(Double(index ?? -1))
    },
    .init("slice", 2...3, .carries) { call throws(FunctionProblem) in
      func bounds(_ count: Int) -> (Int, Int) {
        func place(_ index: Int) -> Int { index < 0 ? max(0, count + index) : min(index, count) }
        let (start, end) = (place(call.integer(1, or: 0)), place(call.integer(2, or: count)))
        return (start, max(start, end))
      }
      if case .string(let text) = call[0] {
        let (start, end) = bounds(text.utf16.count)
        return .string(JavaScriptText.slice(text, start, end))
      }
      let items = try call.items(0)
      let (start, end) = bounds(items.count)
      return .array(Array(items[start..<end]))
    },
    .init("reverse", 1...1, .carries) { call throws(FunctionProblem) in
      .array(try call.items(0).reversed())
    },
    .init("sort", 1...1) { call throws(FunctionProblem) in
      .array(try call.items(0).sorted { Value.ascending($0, $1) == .before })
    },
    .init("peek", 1...1, .carries) { call throws(FunctionProblem) in
      try call.items(0).last ?? .undefined
    },
    .init("extent", 1...1) { call throws(FunctionProblem) in
      var range: (low: Value, high: Value)?
      for item in try call.items(0) where !item.isInvalid {
        guard let known = range else {
          range = (item, item)
          continue
        }
        if item.order(comparedTo: known.low) == .before { range?.low = item }
        if item.order(comparedTo: known.high) == .after { range?.high = item }
      }
      return .array([range?.low ?? .undefined, range?.high ?? .undefined])
    },
    .init("span", 1...1) { call throws(FunctionProblem) in
      let items = try call.items(0)
      guard let first = items.first, let last = items.last else { return .number(0) }
      let span = last.asNumber - first.asNumber
      return .number(span.isNaN ? 0 : span)
    },
    .init("sequence", 1...3) { call throws(FunctionProblem) in
      .array(try numbers(call).map { .number($0) })
    },
    .init("pluck", 2...2, .carries) { call throws(FunctionProblem) in
      guard let path = FieldPath(call.text(1)) else {
        throw FunctionProblem("`\(call.text(1))` is not a field")
      }
      return .array(
        try call.items(0).map { item in
          path.steps.reduce(item) { $0.member($1) ?? .undefined }
        })
    },
    .init("merge", 1...Int.max, .carries) { call throws(FunctionProblem) in
      var merged = Value.Object()
      for argument in call.arguments {
        guard case .object(let object) = argument else { continue }
        for member in object.members { merged.set(member.name, member.value) }
      }
      return .object(merged)
    },
  ]

  /// d3's `range`: the numbers from `start` (0) up to and without `stop`, `step` (1) apart.
  private static func numbers(_ call: FunctionCall) throws(FunctionProblem) -> [Double] {
    let start = call.has(1) ? call.number(0) : 0
    let stop = call.has(1) ? call.number(1) : call.number(0)
    let step = call.has(2) ? call.number(2) : 1
    let count = ((stop - start) / step).rounded(.up)
    guard count.isFinite, count > 0 else { return [] }
    guard count <= Double(Budget.values) else {
      throw FunctionProblem(
        "the sequence would have \(NumberText.text(of: count)) numbers",
        expected: "at most \(Budget.values)")
    }
    return (0..<Int(count)).map { start + Double($0) * step }
  }
}
