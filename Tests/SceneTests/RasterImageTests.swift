import Scene
import TestSupport
import Testing

@Suite struct RasterImageTests {
  @Test func headsAreRead() throws {
    let png = try #require(RasterImage(SampleImages.png))
    #expect(png.format == .png && png.width == 2 && png.height == 1 && png.components == 3)
    #expect(png.format.mediaType == "image/png")
    let jpeg = try #require(RasterImage(SampleImages.jpeg))
    #expect(jpeg.format == .jpeg && jpeg.width == 16 && jpeg.height == 8 && jpeg.components == 3)
    #expect(jpeg.bytes == SampleImages.jpeg)
    #expect(RasterImage(SampleImages.inkJPEG)?.components == 4)
  }

  @Test func fillBytesBeforeAMarkerAreSkipped() {
    let filled: [UInt8] = [0xFF, 0xD8, 0xFF, 0xFF] + SampleImages.jpeg.dropFirst(2)
    #expect(RasterImage(filled)?.width == 16)
  }

  static let others: [[UInt8]] = [
    [], Array("GIF89a".utf8), Array("<svg/>".utf8), Array(SampleImages.png.prefix(20)),
    Array(SampleImages.jpeg.prefix(20)), [0xFF, 0xD8, 0xFF, 0xD9],
    [0xFF, 0xD8, 0xFF, 0xDA] + SampleImages.jpeg.dropFirst(2),
  ]

  @Test(arguments: others)
  func otherBytesAreNoImage(bytes: [UInt8]) {
    #expect(RasterImage(bytes) == nil)
  }

  @Test func noBytesStopTheReader() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      var bytes = Bool.random(using: &generator) ? SampleImages.png : SampleImages.jpeg
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
      for _ in 0..<4 where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      if let image = RasterImage(bytes) { #expect(image.width > 0 && image.height > 0) }
    }
  }

  @Test(arguments: [
    (Rect(x: 10, y: 20, width: 40, height: 40), Rect(x: 10, y: 30, width: 40, height: 20)),
    (Rect(x: 0, y: 0, width: 40, height: 10), Rect(x: 10, y: 0, width: 20, height: 10)),
  ])
  func proportionsAreKeptInTheMiddle(rect: Rect, area: Rect) throws {
    let image = try #require(RasterImage(SampleImages.png))
    var item = ImageItem(.embedded(image), name: "logo", rect: rect)
    #expect(item.area(width: 2, height: 1) == area)
    item.keepsAspect = false
    #expect(item.area(width: 2, height: 1) == rect)
  }
}
