/// The bytes of a PNG or JPEG file, of which the head was read. Bytes that are neither cannot be made into
/// one, so the problem shows where the image is named.
package struct RasterImage: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable {
    case png, jpeg

    package var mediaType: String { "image/\(rawValue)" }
  }

  package let format: Format
  /// The file as it is.
  package let bytes: [UInt8]
  /// Columns of pixels; positive.
  package let width: Int
  /// Rows of pixels; positive.
  package let height: Int
  /// Colour components of a JPEG pixel: 1 for grey, 3 for colour, 4 for printing inks. That of a PNG is 3,
  /// whatever the file stores.
  package let components: Int

  /// The most pixels that a side may have: Cairo's limit.
  package static let longestSide = 32_767
  /// The most pixels of a picture: a sheet of A4 at 600 dots to the inch has 35 million. A file of a hundred bytes can
  /// say that it has more than memory holds.
  package static let mostPixels = 50_000_000
  /// The limits in words.
  package static let limits = "at most 32,767 pixels a side and 50 million in all"

  /// Whether the head says that the picture is beyond the limits: no pixel of it must be asked for.
  package var isTooLarge: Bool {
    max(width, height) > Self.longestSide || width * height > Self.mostPixels
  }

  /// nil where the bytes do not begin like a PNG or JPEG file with a size.
  package init?(_ bytes: [UInt8]) {
    guard let head = Self.png(bytes) ?? Self.jpeg(bytes), head.width > 0, head.height > 0 else {
      return nil
    }
    self.bytes = bytes
    (format, width, height, components) = head
  }

  private typealias Head = (format: Format, width: Int, height: Int, components: Int)

  /// Signature and IHDR chunk (PNG, 5.2 and 11.2.2).
  private static func png(_ bytes: [UInt8]) -> Head? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 33,
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    return (.png, number(bytes[16..<20]), number(bytes[20..<24]), 3)
  }

  /// The first frame header, `SOF` (ITU T.81, B.2.2), after any other marker segments.
  private static func jpeg(_ bytes: [UInt8]) -> Head? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      // Any number of fill bytes may stand before a marker.
      if marker == 0xFF {
        index += 1
        continue
      }
      switch marker {
      // All frames but DHT, JPG and DAC, which are among their numbers.
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        return (
          .jpeg, number(bytes[index + 7..<index + 9]), number(bytes[index + 5..<index + 7]),
          Int(bytes[index + 9])
        )
      // The scan or the end, before any frame.
      case 0xDA, 0xD9: return nil
      default: index += 2 + number(bytes[index + 2..<index + 4])
      }
    }
    return nil
  }

  /// A big-endian number.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
