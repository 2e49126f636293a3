import Scene

/// PostScript as Cairo wrote it, without the time at which it did.
struct PostScriptFile {
  let bytes: [UInt8]
  /// What of each page is pixels, in points from the top left corner. Cairo says so in comments.
  let rasteredAreas: [[Rect]]

  init(_ written: [UInt8], pages: Int) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count)
    var areas = [[Rect]](repeating: [], count: pages)
    var page = -1
    for line in written.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "%%CreationDate:".utf8) { continue }
      if line.starts(with: "%%Page:".utf8) { page += 1 }
      if line.starts(with: "% Fallback Image:".utf8), areas.indices.contains(page),
        let area = Self.area(String(decoding: line, as: UTF8.self))
      {
        areas[page].append(area)
      }
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    // The last line had an end of its own.
    if written.last == UInt8(ascii: "\n") { bytes.removeLast() }
    self.bytes = bytes
    rasteredAreas = areas
  }

  /// `% Fallback Image: x=10 y=10 w=50 h=50 res=300ppi …`
  private static func area(_ comment: String) -> Rect? {
    var numbers: [Substring: Double] = [:]
    for word in comment.split(separator: " ") {
      let parts = word.split(separator: "=")
      if parts.count == 2 { numbers[parts[0]] = Double(parts[1]) }
    }
    guard let x = numbers["x"], let y = numbers["y"], let width = numbers["w"],
      let height = numbers["h"]
    else { return nil }
    return Rect(x: x, y: y, width: width, height: height)
  }
}

/// Text between parentheses as a comment of PostScript's document structure holds it (Adobe's Technical Note 5001, 4.6): ASCII
/// as it is, other bytes of its UTF-8 by number, no longer than a line may be.
func documentComment(_ text: String) -> String {
  var result = "("
  for byte in text.utf8 where result.utf8.count < 230 {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      result += "\\" + String(UnicodeScalar(byte))
    case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 8)
      result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
  }
  return result + ")"
}
