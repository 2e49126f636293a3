import CPNG
import Scene

/// The pixels of a PNG, by libpng.
struct PixelImage {
  let width: Int
  let height: Int
  /// Red, green, blue and opacity of each pixel, row by row, in sRGB.
  let pixels: [UInt8]

  var isOpaque: Bool {
    stride(from: 3, to: pixels.count, by: 4).allSatisfy { pixels[$0] == 0xFF }
  }

  /// Why an image cannot be read, in the words of the library that tried.
  struct Unreadable: Error {
    let reason: String
  }

  /// - Parameter image: a PNG whose size was checked: as many pixels as its head says are reserved.
  init(_ image: RasterImage) throws(Unreadable) {
    var reader = png_image()
    reader.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&reader) }
    guard png_image_begin_read_from_memory(&reader, image.bytes, image.bytes.count) != 0 else {
      throw Unreadable(reason: Self.message(of: reader))
    }
    // Sixteen bits a component without a word on their meaning would be taken for linear light (libpng's manual,
    // simplified API); browsers and Cairo take them for sRGB.
    reader.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
    reader.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
    (width, height) = (Int(reader.width), Int(reader.height))
    var pixels = [UInt8](repeating: 0, count: width * height * 4)
    guard png_image_finish_read(&reader, nil, &pixels, 0, nil) != 0 else {
      throw Unreadable(reason: Self.message(of: reader))
    }
    self.pixels = pixels
  }

  private static func message(of reader: png_image) -> String {
    withUnsafeBytes(of: reader.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
