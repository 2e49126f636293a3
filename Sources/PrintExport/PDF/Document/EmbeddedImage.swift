import Scene

/// An image as the objects of a file (ISO 32000-1, 8.9.5).
struct EmbeddedImage: Sendable {
  private let picture: PDFStream
  /// How opaque each pixel is; nil where all are wholly so.
  private let opacity: PDFStream?

  init(_ image: RasterImage) throws(PixelImage.Unreadable) {
    switch image.format {
    case .jpeg:
      // The file as it is: every reader of PDFs reads JPEG.
      picture = PDFStream(
        Self.entries(
          width: image.width, height: image.height,
          space: image.components == 1 ? "DeviceGray" : "DeviceRGB")
          + [(key: "Filter", value: "DCTDecode")], stored: image.bytes)
      opacity = nil
    case .png:
      let pixels = try PixelImage(image).pixels
      var colors: [UInt8] = []
      var opacities: [UInt8] = []
      colors.reserveCapacity(pixels.count / 4 * 3)
      opacities.reserveCapacity(pixels.count / 4)
      for start in stride(from: 0, to: pixels.count, by: 4) {
        colors += pixels[start..<start + 3]
        opacities.append(pixels[start + 3])
      }
      let isOpaque = opacities.allSatisfy { $0 == 0xFF }
      picture = PDFStream(
        Self.entries(width: image.width, height: image.height, space: "DeviceRGB"),
        packing: colors)
      opacity =
        isOpaque
        ? nil
        : PDFStream(
          Self.entries(width: image.width, height: image.height, space: "DeviceGray"),
          packing: opacities)
    }
  }

  /// Adds the image's objects to `file` and gives the number of the one that pages name.
  func add(to file: inout PDFFile) -> PDFReference {
    guard let opacity else { return file.add(picture) }
    let mask = file.add(opacity)
    return file.add(
      PDFStream(
        picture.entries + [(key: "SMask", value: .reference(mask))], stored: picture.bytes))
  }

  private static func entries(width: Int, height: Int, space: PDFValue)
    -> [(key: String, value: PDFValue)]
  {
    [
      (key: "Type", value: "XObject"), (key: "Subtype", value: "Image"),
      (key: "Width", value: .integer(width)), (key: "Height", value: .integer(height)),
      (key: "ColorSpace", value: space), (key: "BitsPerComponent", value: 8),
    ]
  }
}
