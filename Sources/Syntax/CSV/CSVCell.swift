/// A cell of a CSV file: a place in the file whose text is made when asked for.
package struct CSVCell: Sendable {
  package let file: SourceFile
  /// UTF-8 byte offsets of what the cell holds, the quotes about it left out.
  package let range: Range<Int>
  /// Whether a doubled quote inside the cell stands for one.
  let hasDoubledQuotes: Bool

  /// The bytes of the cell as written.
  package var bytes: ArraySlice<UInt8> { file.bytes[range] }

  /// Whether the cell holds nothing; `""` and no text at all are the same, as for spreadsheets.
  package var isEmpty: Bool { range.isEmpty }

  /// Where the cell was written, without its quotes.
  package var span: SourceSpan { file.span(range) }

  /// What the cell holds, doubled quotes read as one. Spaces are part of it (RFC 4180, section 2.4).
  package var text: String {
    guard hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var single: [UInt8] = []
    single.reserveCapacity(range.count)
    var skipsNext = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        skipsNext.toggle()
        if !skipsNext { continue }
      }
      single.append(byte)
    }
    return String(decoding: single, as: UTF8.self)
  }
}
