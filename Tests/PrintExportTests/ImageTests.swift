import PrintExport
import Scene
import Syntax
import TestSupport
import Testing

@Suite struct ImageTests {
  private static let rect = Rect(x: 10, y: 10, width: 40, height: 20)

  private func item(
    _ bytes: [UInt8], in rect: Rect = rect, keepsAspect: Bool = true, opacity: Double = 1
  ) throws -> FrameItem {
    .image(
      ImageItem(
        .embedded(try #require(RasterImage(bytes))), name: "logo", rect: rect,
        keepsAspect: keepsAspect, opacity: opacity))
  }

  private func png(_ items: FrameItem...) throws -> [UInt8] {
    try PNGExporter.png(of: Frame(size: Size(width: 60, height: 60), items: items))
  }

  private func red(_ rect: Rect, opacity: Double = 1) -> FrameItem {
    .shape(Shape(.rect(rect), fill: .solid(Color(rgb: 0xCC0000)), opacity: opacity))
  }

  @Test(arguments: [1.0, 0.5])
  func anImageFillsItsPlace(opacity: Double) throws {
    let image = try item(SampleImages.png, opacity: opacity)
    #expect(try png(image) == png(red(Self.rect, opacity: opacity)))
  }

  @Test func anImageKeepsItsProportionsUnlessStretched() throws {
    let tall = Rect(x: 10, y: 10, width: 40, height: 40)
    #expect(
      try png(item(SampleImages.png, in: tall))
        == png(red(Rect(x: 10, y: 20, width: 40, height: 20))))
    #expect(try png(item(SampleImages.png, in: tall, keepsAspect: false)) == png(red(tall)))
    #expect(try png(item(SampleImages.png, in: Rect(x: 0, y: 0, width: 0, height: 9))) == png())
  }

  @Test(.enabled(if: ExternalTool("pdfimages").isAvailable && ExternalTool("qpdf").isAvailable))
  func aPDFHoldsEachImageOnceAndAsItWas() throws {
    // First on the page, within a tag; translucent; in a group; again on the next page.
    let linked = FrameItem.group(
      Group(
        link: .uri("https://example.org"),
        items: [try item(SampleImages.jpeg), try item(SampleImages.png, opacity: 0.5)]))
    let shared = FrameItem.group(
      Group(opacity: 0.5, items: [try item(SampleImages.jpeg), red(Self.rect)]))
    let pdf = try PDFExporter.pdf(
      of: document([page([linked, shared]), page([try item(SampleImages.jpeg)])]), creator: "test")
    let check = try ExternalTool("qpdf").run(["--check", "FILE"], on: pdf, suffix: "pdf")
    #expect(check.code == 0, "\(check.output)\(check.errors)")
    let text = try ExternalTool("qpdf").run(["--qdf", "FILE", "-"], on: pdf, suffix: "pdf").output
    #expect(text.ranges(of: "/Subtype /Image").count == 2)
    #expect(text.ranges(of: "/Filter /DCTDecode").count == 1)
    #expect(!text.contains("/Interpolate true"))
    let list = try ExternalTool("pdfimages").run(["-list", "FILE"], on: pdf, suffix: "pdf").output
    #expect(list.contains("16     8  rgb     3   8  jpeg"), "\(list)")
  }

  @Test func sixteenBitsAComponentAreTheColoursOfScreens() throws {
    #expect(
      try png(item(SampleImages.deepPNG))
        == png(.shape(Shape(.rect(Self.rect), fill: .solid(Color(rgb: 0x663399))))))
  }

  @Test(arguments: [
    (40_000, 20_000), (32_768, 1), (1, 32_768), (8_000, 6_251), (0xFFFF_FFFF, 0xFFFF_FFFF),
  ])
  func asManyPixelsAsAHeadSaysAreNotReserved(width: UInt32, height: UInt32) throws {
    let large = try item(SampleImages.png(saying: width, by: height))
    for found in [
      problems { try png(large) },
      problems { try PDFExporter.pdf(of: document([page([large])]), creator: "test") },
      PictureCheck.problems(in: Frame(size: Size(width: 9, height: 9), items: [large, large]))
        .diagnostics,
    ] {
      #expect(found.map(\.id) == [PrintDiagnostics.imageSize])
      #expect(
        found.first?.message
          == "the image `logo` is too large: its file says \(width) by \(height) pixels")
    }
    // The largest sides and the largest number of pixels that may be: the file is broken, not too large.
    for (width, height) in [(32_767, 1_525), (8_000, 6_250)] as [(UInt32, UInt32)] {
      let bytes = SampleImages.png(saying: width, by: height)
      #expect(try #require(RasterImage(bytes)).isTooLarge == false)
    }
  }

  private func problems(_ draw: () throws -> [UInt8]) -> [Diagnostic] {
    do {
      _ = try draw()
      return []
    } catch let failure as DiagnosticFailure {
      return failure.bag.diagnostics
    } catch {
      return []
    }
  }

  @Test func whatIsNotAtHandIsNamed() throws {
    let away = FrameItem.image(
      ImageItem(.linked(href: "https://example.org/a.png", nil), name: "a", rect: Self.rect))
    let inGroup = FrameItem.group(Group(items: [away]))
    let onPaper = problems {
      try PDFExporter.pdf(of: document([page([away, inGroup])]), creator: "test")
    }
    #expect(onPaper.map(\.id) == [PrintDiagnostics.externalImage, PrintDiagnostics.externalImage])
    #expect(
      onPaper.first?.message
        == "the image `https://example.org/a.png` on page `1` is not at hand: only an SVG can refer to it"
    )
    let onScreen = problems { try png(away, inGroup) }
    #expect(
      onScreen.map(\.id) == [PrintDiagnostics.externalImage, PrintDiagnostics.externalImage])
  }

  @Test func formatsThatTheOutputCannotHoldAreNamed() throws {
    let inks = try item(SampleImages.inkJPEG)
    let onPaper = problems { try PDFExporter.pdf(of: document([page([inks])]), creator: "test") }
    #expect(onPaper.map(\.id) == [PrintDiagnostics.imageFormat])
    #expect(
      onPaper.first?.message
        == "the image `logo` on page `1` has colours for printing inks (CMYK)")
    let onScreen = problems { try png(item(SampleImages.jpeg)) }
    #expect(onScreen.map(\.id) == [PrintDiagnostics.imageFormat])
  }

  @Test func aBrokenFileIsNamed() throws {
    let broken = try item(Array(SampleImages.png.prefix(45)))
    for found in [
      PictureCheck.problems(in: Frame(size: Size(width: 9, height: 9), items: [broken]))
        .diagnostics,
      problems { try png(broken) },
      problems { try PDFExporter.pdf(of: document([page([broken])]), creator: "test") },
    ] {
      #expect(found.map(\.id) == [PrintDiagnostics.imageFile])
      #expect(found.first?.message.hasPrefix("the image `logo` cannot be read: ") == true)
    }
  }

  /// Of each beginning of a file that its head is in, the whole file alone can be shown.
  @Test func aJPEGThatEndsEarlyIsBroken() throws {
    let file = SampleImages.jpeg
    #expect(PictureCheck.problem(of: try #require(RasterImage(file)), named: "x") == nil)
    for length in 0..<file.count {
      guard let image = RasterImage(Array(file.prefix(length))) else { continue }
      let found = PictureCheck.problem(of: image, named: "x")
      #expect(found?.id == PrintDiagnostics.imageFile, "\(length) of \(file.count) bytes")
    }
    let short = try item(Array(file.dropLast(9)))
    let found = problems { try PDFExporter.pdf(of: document([page([short])]), creator: "test") }
    #expect(found.map(\.id) == [PrintDiagnostics.imageFile])
  }
}
