/// How the cells of a table in text are parted: the part of Frictionless's Table Dialect in use.
package struct CSVDialect: Hashable, Sendable {
  /// The ASCII character between two cells.
  package let delimiter: UInt8

  /// Commas between cells (RFC 4180).
  package static let csv = CSVDialect(delimiter: .comma)
  /// Tabs between cells.
  package static let tsv = CSVDialect(delimiter: .tab)

  private init(delimiter: UInt8) { self.delimiter = delimiter }

  /// The dialect with `delimiter` between cells; nil where it is not one ASCII character, or one that
  /// quotes cells or ends lines.
  package init?(delimiter: String) {
    let bytes = Array(delimiter.utf8)
    guard bytes.count == 1, bytes[0] < 0x80, bytes[0] >= 0x20 || bytes[0] == .tab,
      bytes[0] != .doubleQuote
    else { return nil }
    self.delimiter = bytes[0]
  }

  /// The delimiter in the words of a diagnostic.
  var delimiterName: String { Self.name(of: Character(Unicode.Scalar(delimiter))) }

  /// Characters that part cells in other dialects.
  var others: [Character] {
    [";", "\t", "|", ","].filter { $0 != Character(Unicode.Scalar(delimiter)) }
  }

  static func name(of delimiter: Character) -> String {
    switch delimiter {
    case ",": "a comma"
    case "\t": "a tab"
    case " ": "a space"
    default: "`\(delimiter)`"
    }
  }
}
