import PrintExport
import Scene
import TestSupport
import Testing

/// What frames can be drawn on.
enum DrawnCanvas: CaseIterable {
  /// Our own PDF.
  case pdf
  /// Pixels, by Cairo.
  case cairo

  /// What a frame of `items` looks like, by poppler at two pixels to a point.
  func look(of items: [FrameItem], size: Size) throws -> Look {
    switch self {
    case .pdf:
      return try Look(
        PDFExporter.pdf(of: document([page(items, size: size)]), creator: "test"), size: size)
    case .cairo:
      // Cairo's picture on a page of its own, pixel for pixel.
      let picture = try PNGExporter.png(of: Frame(size: size, items: items), scale: 2)
      let image = FrameItem.image(
        ImageItem(
          .embedded(try #require(RasterImage(picture))), name: "picture",
          rect: Rect(x: 0, y: 0, width: size.width, height: size.height)))
      return try Look(
        PDFExporter.pdf(of: document([page([image], size: size)]), creator: "test"), size: size)
    }
  }
}

/// The colours of a page.
struct Look {
  private let width: Int
  private let height: Int
  /// Red, green and blue, row by row.
  private let pixels: [UInt8]

  fileprivate init(_ pdf: [UInt8], size: Size) throws {
    (width, height) = (Int(size.width) * 2, Int(size.height) * 2)
    let picture = try ExternalTool("pdftoppm").run(["-r", "144", "FILE"], on: pdf, suffix: "pdf")
    #expect(picture.code == 0 && picture.errors.isEmpty, "\(picture.errors)")
    pixels = picture.bytes.suffix(width * height * 3)
    #expect(pixels.count == width * height * 3)
  }

  /// Whether there is anything to see.
  var isInked: Bool { pixels.contains { $0 < 200 } }

  /// The mean of each component in squares of ten pixels a side: edges are smoothed in two ways.
  private var means: [Double] {
    let columns = (width + 9) / 10
    var sums = [Double](repeating: 0, count: columns * ((height + 9) / 10) * 3)
    for (index, value) in pixels.enumerated() {
      let (row, column) = (index / (width * 3), index % (width * 3) / 3)
      sums[(row / 10 * columns + column / 10) * 3 + index % 3] += Double(value) / 100
    }
    return sums
  }

  /// How far the squares are from those of `other`, of 255.
  func difference(from other: Look) -> (mean: Double, worst: Double) {
    let differences = zip(means, other.means).map { abs($0 - $1) }
    return (
      differences.reduce(0, +) / Double(max(1, differences.count)), differences.max() ?? 0
    )
  }
}
