extension FunctionDefinition {
  /// Functions on text.
  static let textFunctions: [FunctionDefinition] = [
    .init("upper", 1...1, .writes) { call throws(FunctionProblem) in
      .string(call.text(0).uppercased())
    },
    .init("lower", 1...1, .writes) { call throws(FunctionProblem) in
      .string(call.text(0).lowercased())
    },
    .init("trim", 1...1, .writes) { call throws(FunctionProblem) in
      .string(JavaScriptText.trimmed(call.text(0)))
    },
    .init("substring", 2...3, .writes) { call throws(FunctionProblem) in
      let text = call.text(0)
      let count = text.utf16.count
      let start = min(max(call.integer(1, or: 0), 0), count)
      let end = min(max(call.integer(2, or: count), 0), count)
      return .string(JavaScriptText.slice(text, min(start, end), max(start, end)))
    },
    .init("split", 2...3, .writes) { call throws(FunctionProblem) in
      let parts = JavaScriptText.split(call.text(0), by: call.text(1))
      return .array(parts.prefix(max(0, call.integer(2, or: .max))).map { .string($0) })
    },
    .init("replace", 3...3, .writes) { call throws(FunctionProblem) in
      // Without regular expressions JavaScript replaces the first appearance alone.
      let text = call.text(0)
      let index = JavaScriptText.firstIndex(of: call.text(1), in: text)
      guard index >= 0 else { return .string(text) }
      let end = index + call.text(1).utf16.count
      return .string(
        JavaScriptText.slice(text, 0, index) + call.text(2)
          + JavaScriptText.slice(text, end, text.utf16.count))
    },
    .init("pad", 2...4, .writes) { call throws(FunctionProblem) in
      let text = call.text(0)
      let fill = call[2].isAbsent ? " " : call.text(2)
      let missing = call.integer(1, or: 0) - text.utf16.count
      guard missing > 0 else { return .string(text) }
      guard missing <= Budget.textLength / max(fill.utf8.count, 1) else { throw Budget.textTooLong }
      switch call[3] {
      case .string("left"): return .string(String(repeating: fill, count: missing) + text)
      case .string("center"):
        return .string(
          String(repeating: fill, count: missing / 2) + text
            + String(repeating: fill, count: missing - missing / 2))
      default: return .string(text + String(repeating: fill, count: missing))
      }
    },
    .init("truncate", 2...4, .writes) { call throws(FunctionProblem) in
      let text = call.text(0)
      let count = text.utf16.count
      let limit = call.integer(1, or: 0)
      guard count > limit else { return .string(text) }
      let ellipsis = call[3].isAbsent ? "\u{2026}" : call.text(3)
      let kept = max(0, limit - ellipsis.utf16.count)
      switch call[2] {
      case .string("left"):
        return .string(ellipsis + JavaScriptText.slice(text, count - kept, count))
      case .string("center"):
        let head = (kept + 1) / 2
        return .string(
          JavaScriptText.slice(text, 0, head) + ellipsis
            + JavaScriptText.slice(text, count - kept / 2, count))
      default: return .string(JavaScriptText.slice(text, 0, kept) + ellipsis)
      }
    },
    .init("parseFloat", 1...1, .writes) { call throws(FunctionProblem) in
      .number(leadingNumber(of: call.text(0)))
    },
    .init("parseInt", 1...2, .writes) { call throws(FunctionProblem) in
      .number(leadingInteger(of: call.text(0), radix: call.integer(1, or: 10)))
    },
    .init("btoa", 1...1) { _ throws(FunctionProblem) in throw unsupported("btoa") },
    .init("atob", 1...1) { _ throws(FunctionProblem) in throw unsupported("atob") },
    .init("regexp", 1...2) { _ throws(FunctionProblem) in throw unsupported("regexp") },
    .init("test", 1...2) { _ throws(FunctionProblem) in throw unsupported("test") },
  ]

  static func unsupported(_ name: String) -> FunctionProblem {
    FunctionProblem("`\(name)` is not supported")
  }

  /// The longest decimal number that `text` begins with.
  private static func leadingNumber(of text: String) -> Double {
    let bytes = Array(JavaScriptText.trimmed(text).utf8)
    var end = 0
    func digits() {
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    }
    if let first = bytes.first, first == 0x2B || first == 0x2D { end = 1 }
    if bytes[end...].starts(with: Array("Infinity".utf8)) {
      return bytes.first == 0x2D ? -.infinity : .infinity
    }
    let start = end
    digits()
    let whole = end - start
    if end < bytes.count, bytes[end] == 0x2E {
      end += 1
      let point = end
      digits()
      if whole == 0, end == point { return .nan }
    } else if whole == 0 {
      return .nan
    }
    if end < bytes.count, bytes[end] | 0x20 == 0x65 {
      let mark = end
      end += 1
      if end < bytes.count, bytes[end] == 0x2B || bytes[end] == 0x2D { end += 1 }
      let power = end
      digits()
      if end == power { end = mark }
    }
    return NumberText.number(from: String(decoding: bytes[..<end], as: UTF8.self))
  }

  private static func leadingInteger(of text: String, radix: Int) -> Double {
    var digits = Substring(JavaScriptText.trimmed(text))
    var sign = 1.0
    if digits.first == "-" || digits.first == "+" {
      sign = digits.removeFirst() == "-" ? -1 : 1
    }
    var radix = radix == 0 ? 10 : radix
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      radix = 16
      digits = digits.dropFirst(2)
    }
    guard (2...36).contains(radix) else { return .nan }
    var value: Double?
    for character in digits {
      guard let digit = character.isASCII ? Int(String(character), radix: 36) : nil, digit < radix
      else { break }
      value = (value ?? 0) * Double(radix) + Double(digit)
    }
    return value.map { sign * $0 } ?? .nan
  }
}
