/// Writes a JSON object member by member, in the order given: how manifests and JSON diagnostics keep
/// the same bytes.
package struct JSONWriter: Sendable {
  /// A value to write; ranges play no part.
  package typealias Value = JSONOutput

  private var members: [(name: String, value: JSONOutput)] = []

  package init() {}

  package mutating func member(_ name: String, _ value: JSONOutput) {
    members.append((name, value))
  }

  /// The object on one line.
  package var text: String { JSONOutput.object(members.map { ($0.name, $0.value) }).compact }
}

/// A JSON value to be written.
package indirect enum JSONOutput: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONOutput])
  case object([(String, JSONOutput)])

  /// On one line, a space after each colon and comma.
  package var compact: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): Self.text(of: number)
    case .string(let string): Self.quoted(string)
    case .array(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.0)): \($0.1.compact)" }.joined(separator: ", ") + "}"
    }
  }

  /// Over several lines, indented by two spaces a level.
  package func indented(by level: Int = 0) -> String {
    let inner = String(repeating: "  ", count: level + 1)
    let outer = String(repeating: "  ", count: level)
    switch self {
    case .array(let items) where !items.isEmpty:
      return "[\n"
        + items.map { inner + $0.indented(by: level + 1) }.joined(separator: ",\n")
        + "\n\(outer)]"
    case .object(let members) where !members.isEmpty:
      return "{\n"
        + members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.indented(by: level + 1))" }
        .joined(separator: ",\n") + "\n\(outer)}"
    default: return compact
    }
  }

  /// The shortest text that reads back as `number`; whole numbers without a point.
  package static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return number.description
  }

  /// `string` in JSON's quotes (RFC 8259, section 7).
  package static func quoted(_ string: String) -> String {
    var out = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
