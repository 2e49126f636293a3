import Foundation
import PrintExport
import Scene
import Syntax
import TestSupport
import Testing

@Suite struct PNGExporterTests {
  private func frame(_ items: [FrameItem]) -> Frame {
    Frame(size: Size(width: 40, height: 20), items: items)
  }

  private func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  @Test(arguments: [(1.0, 40, 20), (2, 80, 40), (1.1, 44, 22), (0.33, 14, 7), (0.001, 1, 1)])
  func sizeFollowsTheScale(scale: Double, width: Int, height: Int) throws {
    let png = try PNGExporter.png(of: frame([]), scale: scale)
    #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(big(png[16..<20]) == width)
    #expect(big(png[20..<24]) == height)
  }

  @Test(arguments: [Color?.none, .white, Color(rgb: 0x336699, alpha: 0.4)])
  func libpngReadsWhatIsWritten(background: Color?) throws {
    let text = try SampleText()
    let items = [
      try text.item("Ab", x: 2, y: 18, size: 18, opacity: 0.7),
      .shape(
        Shape(
          .path(
            Path([.move(Point(x: 25, y: 2)), .line(Point(x: 39, y: 9)), .line(Point(x: 28, y: 18))])
          ),
          fill: .solid(Color(rgb: 0xFFCC01, alpha: 0.31)))),
    ]
    let png = try PNGExporter.png(of: frame(items), background: background)
    let image = try #require(RasterImage(png))
    #expect(image.width == 40 && image.height == 20)
    // Cairo reads images with libpng.
    let item = ImageItem(
      .embedded(image), name: "again", rect: Rect(x: 0, y: 0, width: 40, height: 20))
    let again = try PNGExporter.png(
      of: frame([.image(item)]), background: background?.alpha == 1 ? background : nil)
    #expect(again == png)
  }

  @Test func sameFrameGivesTheSameBytes() throws {
    let items = try richDocument().pages[0].frame.items
    let first = try PNGExporter.png(of: frame(items), scale: 2)
    #expect(try PNGExporter.png(of: frame(items), scale: 2) == first)
  }

  @Test func aFilledFrameEqualsItsBackground() throws {
    let red = Color(rgb: 0xFF0000)
    let shape = Shape(.rect(Rect(x: 0, y: 0, width: 40, height: 20)), fill: .solid(red))
    let painted = try PNGExporter.png(of: frame([.shape(shape)]), background: .white)
    #expect(try PNGExporter.png(of: frame([]), background: red) == painted)
    #expect(try PNGExporter.png(of: frame([]), background: .white) != painted)
  }

  @Test func opacityOfAGroupIsThatOfItsPicture() throws {
    let shape = FrameItem.shape(
      Shape(
        .rect(Rect(x: 0, y: 0, width: 40, height: 20)), fill: .solid(.black)))
    // Twice the same rectangle in one translucent group is as dark as once.
    let once = try PNGExporter.png(of: frame([.group(Group(opacity: 0.5, items: [shape]))]))
    let twice = try PNGExporter.png(
      of: frame([.group(Group(opacity: 0.5, items: [shape, shape]))]))
    #expect(once == twice)
  }

  @Test func aFarPointDoesNotWrapRound() throws {
    func picture(_ far: Double) throws -> [UInt8] {
      let line = Shape(
        .line(Point(x: 0, y: 10), Point(x: far, y: 10)), stroke: Stroke(.solid(.black)))
      return try PNGExporter.png(of: frame([.shape(line)]))
    }
    #expect(try picture(1e9) == picture(1000))
  }

  @Test(.enabled(if: ExternalTool("pdftoppm").isAvailable))
  func theSameFrameLooksTheSameInThePDF() throws {
    // Cairo's image and poppler's rendering of Cairo's PDF, on a sheet without text.
    let blue = Paint.solid(Color(rgb: 0x0000FF))
    let items: [FrameItem] = [
      .shape(Shape(.rect(Rect(x: 10, y: 5, width: 20, height: 10)), fill: blue))
    ]
    let pdf = try PDFExporter.pdf(
      of: document([page(items, size: Size(width: 40, height: 20))]), creator: "test")
    let outcome = try ExternalTool("pdftoppm").run(["-r", "72", "FILE"], on: pdf, suffix: "pdf")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("P6\n40 20\n255\n"))
  }
}
