import CZlib

/// An image as the bytes of a PNG file (ISO/IEC 15948): eight bits a component, no filters.
///
/// Cairo's own writer tries five filters on every row. Flat colours and lettering become smaller without
/// (12.8 of the standard says so), and a page is written in a third of the time.
struct PNGFile {
  /// How pixels are stored.
  enum Pixels {
    case rgb
    case rgba

    var byteCount: Int {
      switch self {
      case .rgb: 3
      case .rgba: 4
      }
    }

    /// The colour type of the header.
    fileprivate var code: UInt8 {
      switch self {
      case .rgb: 2
      case .rgba: 6
      }
    }
  }

  /// The finished file.
  let bytes: [UInt8]

  /// Writes `height` rows of `width` pixels. `writeRow` puts the pixels of a row where it is told.
  init(
    width: Int, height: Int, pixels: Pixels,
    writeRow: (Int, UnsafeMutableBufferPointer<UInt8>) -> Void
  ) {
    let rowLength = 1 + width * pixels.byteCount
    // Each row begins with the number of its filter: 0.
    var rows = [UInt8](repeating: 0, count: rowLength * height)
    rows.withUnsafeMutableBufferPointer { rows in
      for row in 0..<height {
        writeRow(row, .init(rebasing: rows[row * rowLength + 1..<(row + 1) * rowLength]))
      }
    }
    let packed = deflated(rows, level: .quick)
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(packed.count + 64)
    // Depth 8; compression, filtering and interlacing of the only kind, of the only kind, none.
    let header = Self.big(width) + Self.big(height) + [8, pixels.code, 0, 0, 0]
    Self.add("IHDR", header, to: &file)
    Self.add("IDAT", packed, to: &file)
    Self.add("IEND", [], to: &file)
    bytes = file
  }

  /// Adds a chunk: length, name, content, check sum of the last two.
  private static func add(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
    file += big(content.count)
    let start = file.count
    file += Array(name.utf8)
    file += content
    let sum = file[start...].withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
    file += big(Int(sum))
  }

  private static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
