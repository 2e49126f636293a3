/// How numbers, names, strings and values are written in a PDF (ISO 32000-1, 7.3).
extension [UInt8] {
  /// Letters of the syntax, as they are.
  mutating func append(token: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: token.utf8Start, count: token.utf8CodeUnitCount))
  }

  mutating func append(integer: Int) {
    append(scaled: integer, places: 0)
  }

  /// A number with at most three decimals: a thousandth of a point is a third of a micrometre.
  mutating func append(number: Double) {
    append(scaled: thousandths(number), places: 3)
  }

  /// A number of a matrix, which is multiplied with coordinates: six decimals.
  mutating func append(factor: Double) {
    append(scaled: Int((Swift.min(Swift.max(factor, -1e6), 1e6) * 1e6).rounded()), places: 6)
  }

  /// `scaled` divided by ten to the power of `places`, without zeros at the end.
  mutating func append(scaled: Int, places: Int) {
    var rest = scaled.magnitude
    var places = places
    while places > 0, rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    if scaled < 0 { append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        places -= 1
        if places == 0 {
          start -= 1
          digits[start] = UInt8(ascii: ".")
        }
      } while rest > 0 || places > 0
      append(contentsOf: digits[start...])
    }
  }

  /// A name after its stroke; characters that end one are written by their numbers (7.3.5).
  mutating func append(name: String) {
    append(UInt8(ascii: "/"))
    for byte in name.utf8 {
      switch byte {
      case 0x21...0x7E where !#"#()<>[]{}/%"#.utf8.contains(byte): append(byte)
      default: append(contentsOf: [UInt8(ascii: "#")] + hexadecimal(byte))
      }
    }
  }

  /// A string between parentheses (7.3.4.2).
  mutating func append(string: some Sequence<UInt8>) {
    append(UInt8(ascii: "("))
    for byte in string { append(escaped: byte) }
    append(UInt8(ascii: ")"))
  }

  /// A byte within a string: parentheses and backslashes stand for themselves only after a backslash, and
  /// a carriage return would be read as a line feed.
  @inline(__always)
  mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    case 0x0D: append(token: "\\r")
    default: append(byte)
    }
  }

  mutating func append(value: PDFValue) {
    switch value {
    case .integer(let integer): append(integer: integer)
    case .real(let number): append(number: number)
    case .factor(let factor): append(factor: factor)
    case .boolean(let truth): append(token: truth ? "true" : "false")
    case .null: append(token: "null")
    case .name(let name): append(name: name)
    case .string(let string): append(string: string)
    case .reference(let reference):
      append(integer: reference.number)
      append(token: " 0 R")
    case .array(let values):
      append(token: "[")
      for (index, value) in values.enumerated() {
        if index > 0 { append(token: " ") }
        append(value: value)
      }
      append(token: "]")
    case .dictionary(let entries):
      append(token: "<<")
      for (key, value) in entries {
        append(name: key)
        append(token: " ")
        append(value: value)
      }
      append(token: ">>")
    }
  }
}

/// A coordinate in thousandths, rounded; within what all readers can hold.
func thousandths(_ number: Double) -> Int {
  Int((min(max(number, -1e6), 1e6) * 1000).rounded())
}

/// Two digits to the base of 16.
func hexadecimal(_ byte: UInt8) -> [UInt8] {
  let digits = Array("0123456789ABCDEF".utf8)
  return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
}
