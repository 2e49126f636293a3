/// A kind of file that people give where a table in text is asked for, by its first bytes.
enum ForeignFileKind {
  case excelWorkbook, oldExcelWorkbook, openDocument, archive, compressed, pdf, parquet, webPage
  case utf16, utf32

  /// The kind of `bytes`; nil where they may be text in UTF-8 or another encoding of bytes.
  init?(of bytes: [UInt8]) {
    func begins(with signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if begins(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = Self.kindOfArchive(bytes.prefix(4096))
    } else if begins(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldExcelWorkbook
    } else if begins(with: [0x1F, 0x8B]) {
      self = .compressed
    } else if begins(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins(with: Array("PAR1".utf8)) {
      self = .parquet
    } else if begins(with: [0xFF, 0xFE, 0, 0]) || begins(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32
    } else if begins(with: [0xFF, 0xFE]) || begins(with: [0xFE, 0xFF])
      || Self.alternatesWithZeros(bytes.prefix(64))
    {
      self = .utf16
    } else if Self.isMarkup(bytes.prefix(256)) {
      self = .webPage
    } else {
      return nil
    }
  }

  /// The first entries of a workbook are `[Content_Types].xml`, `_rels/` or `xl/`; an OpenDocument file
  /// begins with an entry `mimetype`.
  private static func kindOfArchive(_ bytes: ArraySlice<UInt8>) -> Self {
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    if text.contains("application/vnd.oasis.opendocument") { return .openDocument }
    return text.contains("[Content_Types].xml") || text.contains("xl/") ? .excelWorkbook : .archive
  }

  /// Whether every second byte is zero, as in UTF-16 without a mark at its beginning.
  private static func alternatesWithZeros(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 4 else { return false }
    let pairs = bytes.count / 2
    let even = (0..<pairs).filter { bytes[bytes.startIndex + 2 * $0] == 0 }.count
    let odd = (0..<pairs).filter { bytes[bytes.startIndex + 2 * $0 + 1] == 0 }.count
    return even == pairs && odd == 0 || odd == pairs && even == 0
  }

  private static func isMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).drop(while: \.isWhitespace).lowercased()
    return ["<!doctype", "<html", "<?xml"].contains { text.hasPrefix($0) }
  }

  /// Whether it is a table as text, in another encoding.
  var isEncoding: Bool { self == .utf16 || self == .utf32 }

  /// The kind in the words of a diagnostic.
  var name: String {
    switch self {
    case .excelWorkbook: "an Excel workbook"
    case .oldExcelWorkbook: "a workbook of Excel before 2007"
    case .openDocument: "an OpenDocument file"
    case .archive: "a ZIP archive"
    case .compressed: "compressed by gzip"
    case .pdf: "a PDF"
    case .parquet: "a Parquet file"
    case .webPage: "a web page or XML"
    case .utf16: "text in UTF-16"
    case .utf32: "text in UTF-32"
    }
  }

  /// What to do about it.
  var hint: String {
    switch self {
    case .excelWorkbook, .oldExcelWorkbook, .openDocument:
      "save the sheet as CSV UTF-8 and name that file"
    case .archive, .compressed: "unpack it and name the table in it"
    case .pdf, .webPage: "look for the table as CSV where this file comes from"
    case .parquet: "write the table as CSV with the program that made it"
    case .utf16, .utf32: "save the file as CSV UTF-8"
    }
  }
}
