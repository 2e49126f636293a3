/// The bytes that an address holds itself (RFC 2397): `data:image/png;base64,…`.
enum DataURI {
  /// The bytes of `address`, nil where it is no such address or does not hold what it says.
  static func bytes(of address: String) -> [UInt8]? {
    guard address.hasPrefix("data:"), let comma = address.firstIndex(of: ",") else { return nil }
    let body = address[address.index(after: comma)...].utf8
    guard address[..<comma].hasSuffix(";base64") else { return percentDecoded(body) }
    return base64(body)
  }

  /// RFC 4648, section 4; white space is passed over, padding may be left out.
  private static func base64(_ text: Substring.UTF8View) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for character in text {
      let six: UInt8
      switch character {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): six = character - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): six = character - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): six = character - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): six = 62
      case UInt8(ascii: "/"): six = 63
      case UInt8(ascii: "="), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
      default: return nil
      }
      bits = bits << 6 | UInt32(six)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func percentDecoded(_ text: Substring.UTF8View) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst(), let low = rest.popFirst(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
    }
    return bytes
  }
}
