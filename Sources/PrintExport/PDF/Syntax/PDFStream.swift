/// Bytes with a dictionary that tells what they are (ISO 32000-1, 7.3.8).
struct PDFStream: Sendable {
  let entries: [(key: String, value: PDFValue)]
  /// As they stand in the file.
  let bytes: [UInt8]

  /// Bytes that are in the form that `entries` tell already.
  init(_ entries: [(key: String, value: PDFValue)], stored bytes: [UInt8]) {
    self.entries = entries
    self.bytes = bytes
  }

  /// Bytes to be packed.
  init(_ entries: [(key: String, value: PDFValue)] = [], packing bytes: [UInt8]) {
    self.init(
      entries + [(key: "Filter", value: "FlateDecode")],
      stored: deflated(bytes, level: .small))
  }
}
