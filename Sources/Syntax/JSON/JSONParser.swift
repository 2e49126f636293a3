/// Reads JSON (RFC 8259) and keeps the place of every value.
///
/// Foundation's decoder gives a key path but no line, and a chart's author needs the line. Reading goes
/// on after a mistake where that is possible, so that one run tells several.
package struct JSONParser {
  /// Deeper nesting is refused: the reader recurses, and a specification has no use for more.
  package static let maximumDepth = 256

  private let file: SourceFile
  /// The file's bytes, held here so that reading one does not go through the file.
  private let bytes: [UInt8]
  private var position = 0
  private var bag = DiagnosticBag()

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
  }

  /// The value of `file`, or nil with diagnostics in `bag` where it is not JSON.
  package static func parse(_ file: SourceFile, into bag: inout DiagnosticBag) -> JSONNode? {
    var parser = JSONParser(file)
    parser.skipSpace()
    let node = parser.value(depth: 0)
    parser.skipSpace()
    if node != nil, parser.position < file.bytes.count {
      parser.report(
        parser.position..<(parser.position + 1), "unexpected text after the value",
        expected: "the end of the file")
    }
    bag.add(contentsOf: parser.bag)
    return parser.bag.hasErrors ? nil : node
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func report(_ range: Range<Int>, _ message: String, expected: String) {
    let clamped = range.clamped(to: 0..<max(1, file.bytes.count))
    bag.add(SyntaxDiagnostics.json(message, expected: expected, at: file.span(clamped)))
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func value(depth: Int) -> JSONNode? {
    guard depth < Self.maximumDepth else {
      bag.add(SyntaxDiagnostics.nesting(Self.maximumDepth, at: file.span(position..<position + 1)))
      return nil
    }
    guard let byte else {
      report(position..<position, "the file ends where a value should be", expected: "a value")
      return nil
    }
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""):
      let start = position
      return string().map { JSONNode(.string($0), range: start..<position) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: return word()
    }
  }

  private mutating func object(depth: Int) -> JSONNode? {
    let start = position
    position += 1
    var members: [JSONNode.Member] = []
    var known = KnownNames()
    skipSpace()
    if byte == UInt8(ascii: "}") {
      position += 1
      return JSONNode(.object([]), range: start..<position)
    }
    while true {
      skipSpace()
      let nameStart = position
      guard byte == UInt8(ascii: "\"") else {
        report(
          position..<(position + 1), "`\(offending)` where a member's name should be",
          expected: "a name in double quotes")
        return nil
      }
      guard let name = string() else { return nil }
      let nameRange = nameStart..<position
      skipSpace()
      guard take(":", after: "the name `\(name)`") else { return nil }
      skipSpace()
      guard let node = value(depth: depth + 1) else { return nil }
      if let first = known.index(of: name, in: members) {
        bag.add(
          SyntaxDiagnostics.duplicateKey(
            name, at: file.span(nameRange), first: file.span(members[first].nameRange)))
      } else {
        members.append(.init(name: name, nameRange: nameRange, node: node))
      }
      skipSpace()
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      guard take("}", after: "a member, a comma or") else { return nil }
      return JSONNode(.object(members), range: start..<position)
    }
  }

  private mutating func array(depth: Int) -> JSONNode? {
    let start = position
    position += 1
    var items: [JSONNode] = []
    skipSpace()
    if byte == UInt8(ascii: "]") {
      position += 1
      return JSONNode(.array([]), range: start..<position)
    }
    while true {
      skipSpace()
      guard let node = value(depth: depth + 1) else { return nil }
      items.append(node)
      skipSpace()
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      guard take("]", after: "an item, a comma or") else { return nil }
      return JSONNode(.array(items), range: start..<position)
    }
  }

  private mutating func take(_ wanted: Character, after what: String) -> Bool {
    if let byte, byte == wanted.asciiValue {
      position += 1
      return true
    }
    report(
      position..<(position + 1),
      position < file.bytes.count ? "unexpected `\(offending)`" : "the file ends too early",
      expected: wanted == ":" ? "`:` after \(what)" : "\(what) `\(wanted)`")
    return false
  }

  /// The text at the current position, for a message.
  private var offending: String {
    var end = position
    while end < file.bytes.count, end - position < 20,
      !([0x20, 0x0A, 0x0D, 0x09, 0x2C, 0x5D, 0x7D] as [UInt8]).contains(file.bytes[end])
    {
      end += 1
    }
    return file.text(in: position..<max(end, min(position + 1, file.bytes.count)))
  }

  private mutating func word() -> JSONNode? {
    let start = position
    while let byte, (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) { position += 1 }
    let value: JSONNode.Value
    switch file.text(in: start..<position) {
    case "true": value = .bool(true)
    case "false": value = .bool(false)
    case "null": value = .null
    case let other:
      position = start
      report(
        start..<(start + max(1, other.utf8.count)), "`\(offending)` is not a value",
        expected: "an object, array, string, number, true, false or null")
      return nil
    }
    return JSONNode(value, range: start..<position)
  }

  /// RFC 8259, section 6: no leading zero, a digit on both sides of the point.
  private mutating func number() -> JSONNode? {
    let start = position
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    if byte == UInt8(ascii: "-") { position += 1 }
    var isValid = isDigit(byte)
    if byte == UInt8(ascii: "0") {
      position += 1
      isValid = isValid && !isDigit(byte)
    }
    while isDigit(byte) { position += 1 }
    if byte == UInt8(ascii: ".") {
      position += 1
      isValid = isValid && isDigit(byte)
      while isDigit(byte) { position += 1 }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      isValid = isValid && isDigit(byte)
      while isDigit(byte) { position += 1 }
    }
    guard isValid,
      let number = shortNumber(start..<position) ?? Double(file.text(in: start..<position)),
      number.isFinite
    else {
      report(
        start..<max(start + 1, position), "`\(file.text(in: start..<position))` is not a number",
        expected: "a decimal number as JSON writes it")
      return nil
    }
    return JSONNode(.number(number), range: start..<position)
  }

  /// The number written in `range` where fifteen digits and no exponent make it up: then the digits and
  /// the power of ten are exact, and so is their quotient rounded once (Clinger's fast path).
  private func shortNumber(_ range: Range<Int>) -> Double? {
    guard range.count <= 17 else { return nil }
    var digits: Int64 = 0
    var count = 0
    var power = 1.0
    var hasPoint = false
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
        count += 1
        if hasPoint { power *= 10 }
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "-"): break
      default: return nil
      }
    }
    guard count <= 15 else { return nil }
    let magnitude = Double(digits) / power
    return bytes[range.lowerBound] == UInt8(ascii: "-") ? -magnitude : magnitude
  }

  private mutating func string() -> String? {
    let start = position
    position += 1
    // What has been unescaped; most strings have no escape and are taken from the file as they are.
    var unescaped: [UInt8]?
    var plainStart = position
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        let plain = bytes[plainStart..<position]
        position += 1
        let text =
          unescaped.map { String(validating: $0 + plain, as: UTF8.self) }
          ?? String(validating: plain, as: UTF8.self)
        guard let text else {
          report(start..<position, "the string is not UTF-8", expected: "text in UTF-8")
          return nil
        }
        return text
      case UInt8(ascii: "\\"):
        let plain = bytes[plainStart..<position]
        guard let scalar = escape() else { return nil }
        if unescaped == nil { unescaped = [] }
        unescaped?.append(contentsOf: plain)
        unescaped?.append(contentsOf: String(scalar).utf8)
        plainStart = position
      case 0..<0x20:
        report(
          start..<position, "the string does not end on its line",
          expected: "a closing double quote")
        return nil
      default: position += 1
      }
    }
    report(start..<position, "the string does not end", expected: "a closing double quote")
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    let start = position
    position += 1
    let plain: [UInt8: Unicode.Scalar] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r",
      0x74: "\t",
    ]
    if let byte, let scalar = plain[byte] {
      position += 1
      return scalar
    }
    if byte == UInt8(ascii: "u"), let unit = codeUnit() {
      if let scalar = Unicode.Scalar(unit) { return scalar }
      if (0xD800...0xDBFF).contains(unit), byte == UInt8(ascii: "\\") {
        position += 1
        if byte == UInt8(ascii: "u"), let low = codeUnit(), (0xDC00...0xDFFF).contains(low) {
          return Unicode.Scalar((unit - 0xD800) << 10 + (low - 0xDC00) + 0x10000)
        }
      }
    }
    let end = min(file.bytes.count, max(position, start + 2))
    report(
      start..<end, "`\(file.text(in: start..<end))` is not an escape",
      expected: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX")
    return nil
  }

  /// The four hexadecimal digits after `u`.
  private mutating func codeUnit() -> UInt32? {
    let start = position + 1
    guard start + 4 <= file.bytes.count,
      file.bytes[start..<start + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(file.text(in: start..<start + 4), radix: 16)
    else { return nil }
    position = start + 4
    return unit
  }
}

/// Finds a name among the members read so far: by looking through the few that most objects have, by a
/// table in larger ones.
private struct KnownNames {
  private var table: [String: Int] = [:]
  private static let fewMembers = 24

  mutating func index(of name: String, in members: [JSONNode.Member]) -> Int? {
    if members.count < Self.fewMembers { return members.firstIndex { $0.name == name } }
    for index in table.count..<members.count { table[members[index].name] = index }
    return table[name]
  }
}
