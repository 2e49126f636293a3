import Scene

extension RasterImage {
  /// Why the file is no whole JPEG: its segments (ITU T.81, annex B) are gone through to the marker that ends the
  /// picture. nil for one that is whole. What the compressed pixels say is left to the readers.
  var jpegFault: String? {
    let truncated = "the file ends before its picture does"
    var place = 2
    var hasScan = false
    while place + 1 < bytes.count {
      guard bytes[place] == 0xFF else { return "it has no marker where one must stand" }
      let marker = bytes[place + 1]
      switch marker {
      // Fill bytes.
      case 0xFF: place += 1
      case 0xD9: return hasScan ? nil : "it ends before its pixels"
      // Markers without a segment.
      case 0x01, 0xD0...0xD8: place += 2
      default:
        guard place + 3 < bytes.count else { return truncated }
        place += 2 + (Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
        if marker == 0xDA {
          hasScan = true
          place = endOfScan(from: place)
        }
      }
    }
    return truncated
  }

  /// Where the marker after the compressed pixels from `start` on stands: those of restarts and zeros after FF belong to
  /// the pixels (B.1.1.5).
  private func endOfScan(from start: Int) -> Int {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]) {
        return place
      }
      place += 1
    }
    return bytes.count
  }
}
