/// What a plain scalar stands for: the core schema of YAML 1.2.2, chapter 10.3. Dates, `yes` and `12:30`
/// are strings in it.
enum YAMLCoreSchema {
  /// The value of `text`, or nil for the numbers that are none (`.inf`, `.nan`) or too large to keep.
  static func value(of text: String) -> JSONNode.Value? {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return nil
    default: break
    }
    let bytes = Array(text.utf8)
    let unsigned =
      bytes.first == .minus || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes[...]
    if [".inf", ".Inf", ".INF"].contains(String(decoding: unsigned, as: UTF8.self)) { return nil }
    if text.hasPrefix("0o"), let number = whole(bytes.dropFirst(2), radix: 8) {
      return .number(number)
    }
    if text.hasPrefix("0x"), let number = whole(bytes.dropFirst(2), radix: 16) {
      return .number(number)
    }
    guard isDecimal(unsigned) else { return .string(text) }
    guard let number = Double(text), number.isFinite else { return nil }
    return .number(number)
  }

  private static func whole(_ digits: ArraySlice<UInt8>, radix: Int) -> Double? {
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return Int64(String(decoding: digits, as: UTF8.self), radix: radix).map(Double.init)
  }

  /// `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    let before = digits()
    var after = 0
    if rest.first == .period {
      rest = rest.dropFirst()
      after = digits()
    }
    guard before > 0 || after > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == .minus || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
