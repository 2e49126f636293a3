/// The number of an object of a file.
struct PDFReference: Hashable, Sendable {
  let number: Int
}

/// A value of PDF's syntax (ISO 32000-1, 7.3); streams are `PDFStream`. A literal in quotes is a name.
enum PDFValue: Sendable {
  case integer(Int)
  case real(Double)
  /// A number of which more than three decimals count.
  case factor(Double)
  case boolean(Bool)
  case null
  case name(String)
  case string([UInt8])
  case reference(PDFReference)
  case array([PDFValue])
  /// Written in this order.
  case dictionary([(key: String, value: PDFValue)])

  /// A text string (7.9.2.2): ASCII as it is, all else in UTF-16 with a byte order mark.
  static func text(_ text: String) -> PDFValue {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return .string(Array(text.utf8)) }
    return .string([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }

  static func numbers(_ numbers: [Double]) -> PDFValue { .array(numbers.map(PDFValue.real)) }

  /// Left, bottom, right, top (7.9.5).
  static func rectangle(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double)
    -> PDFValue
  {
    numbers([left, bottom, right, top])
  }
}

extension PDFValue: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .name(value) }
}

extension PDFValue: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .integer(value) }
}

extension PDFValue: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension PDFValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: PDFValue...) { self = .array(elements) }
}

extension PDFValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, PDFValue)...) {
    self = .dictionary(elements.map { (key: $0.0, value: $0.1) })
  }
}
