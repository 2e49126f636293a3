/// The name of a destination in letters that XML ids, URL fragments and PDF strings hold as they are:
/// ASCII letters, digits, `-`, `.` and `:` stand for themselves, `_` is doubled and any other byte becomes
/// `_` and two hexadecimal digits, so that different names stay different.
package func destinationIdentifier(_ name: String) -> String {
  var identifier = ""
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ":"):
      identifier.unicodeScalars.append(Unicode.Scalar(byte))
    case UInt8(ascii: "_"): identifier += "__"
    default: identifier += (byte < 16 ? "_0" : "_") + String(byte, radix: 16)
    }
  }
  return identifier
}
