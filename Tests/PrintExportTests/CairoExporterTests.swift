import Foundation
import PrintExport
import Scene
import Syntax
import TestSupport
import Testing
import Typesetting

/// What Cairo's own surfaces give: documents and drawings.
@Suite struct CairoExporterTests {
  private static let red = Paint.solid(Color(rgb: 0xCC0000))
  private static let size = Size(width: 120, height: 70)

  private static func bar(
    x: Double = 10, _ fill: Paint = red, opacity: Double = 1, label: String? = nil
  ) -> FrameItem {
    .shape(
      Shape(
        .rect(Rect(x: x, y: 10, width: 30, height: 40)), fill: fill, opacity: opacity,
        semantics: label.map { Semantics(roleDescription: "bar", label: $0) }))
  }

  private func frame(_ items: [FrameItem]) -> Frame { Frame(size: Self.size, items: items) }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func run(_ tool: String, _ arguments: [String], on file: [UInt8], _ suffix: String) throws
    -> String
  {
    let outcome = try ExternalTool(tool).run(arguments, on: file, suffix: suffix)
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    return outcome.output
  }

  // MARK: PDF

  @Test(.enabled(if: ExternalTool("qpdf").isAvailable && ExternalTool("pdfinfo").isAvailable))
  func aPDFHasLinksPlacesBookmarksLabelsAndProperties() throws {
    let pdf = try CairoExporter.pdf(of: richDocument(), creator: "Almanac test").bytes
    #expect(try run("qpdf", ["--check", "FILE"], on: pdf, "pdf").contains("No syntax or stream"))
    let info = try run("pdfinfo", ["-isodates", "-enc", "UTF-8", "FILE"], on: pdf, "pdf")
    for line in [
      "Title:           Über die Größe (2025)", "Author:          A. Uthor",
      "Keywords:        one, two", "Creator:         Almanac test",
      "CreationDate:    2025-03-31T00:00:00Z", "ModDate:         2025-03-31T00:00:00Z",
      "Pages:           2", "Page size:       420 x 595 pts",
      // It has a tree of links, and no tags.
      "Tagged:          no",
    ] {
      #expect(info.contains(line), "\(line) in \(info)")
    }
    let urls = try run("pdfinfo", ["-url", "FILE"], on: pdf, "pdf")
    #expect(urls.contains("https://example.org/a%28b%29c?x='1'&y=%5C%C3%A9"), "\(urls)")
    let places = try run("pdfinfo", ["-dests", "FILE"], on: pdf, "pdf")
    for name in ["top_20of_20page", "second_20page", "deep"] {
      #expect(places.contains("\"\(name)\""), "\(places)")
    }
    let json = try run("qpdf", ["--json=1", "FILE"], on: pdf, "pdf")
    for title in ["First (1)", "Zweite Seite: Größe", "Deeper", "\"/P\": \"i\""] {
      #expect(json.contains(title), "\(title)")
    }
    // One in each page of links that are drawn in pictures too.
    #expect(json.ranges(of: "\"/Subtype\": \"/Link\"").count >= 3)
  }

  @Test(.enabled(if: ExternalTool("pdftotext").isAvailable))
  func textIsCopiedAsFromOurs() throws {
    let document = try richDocument()
    func copied(_ pdf: [UInt8]) throws -> String {
      try run("pdftotext", ["-raw", "-enc", "UTF-8", "FILE", "-"], on: pdf, "pdf")
        // Words of two directions are put in order by each reader in its own way.
        .unicodeScalars.filter { !$0.properties.isWhitespace && $0.value < 0x590 }.map(String.init)
        .joined()
    }
    let own = try copied(PDFExporter.pdf(of: document, creator: "test"))
    let cairos = try copied(CairoExporter.pdf(of: document, creator: "test").bytes)
    #expect(cairos == own, "\(cairos)\n\(own)")
    #expect(own.contains("waffles"))
  }

  /// Cairo cuts the widths of glyphs off at whole thousandths: letters of 40 points would drift by half a point a line.
  @Test(
    .enabled(if: ExternalTool("pdftotext").isAvailable),
    arguments: [("Lato", 0.15), ("DejaVu Sans", 0.5)])
  func lettersStandWhereTheyAreTold(family: String, tolerance: Double) throws {
    let items = [
      try SampleText().item(
        "the harbour of the nine hundred hours and more", x: 10, family: family, size: 40)
    ]
    let document = document([page(items, size: Size(width: 1200, height: 90))])
    func places(_ pdf: [UInt8]) throws -> [Double] {
      try run("pdftotext", ["-bbox", "FILE", "-"], on: pdf, "pdf")
        .matches(of: /xMin="([0-9.]+)"/).compactMap { Double($0.1) }
    }
    let own = try places(PDFExporter.pdf(of: document, creator: "test"))
    let cairo = try places(CairoExporter.pdf(of: document, creator: "test").bytes)
    #expect(own.count == cairo.count && own.count == 9)
    // Ours are within a hundredth of a point. Of 2,048 units to the em no whole number is a thousandth.
    for (own, cairo) in zip(own, cairo) {
      #expect(abs(own - cairo) < tolerance, "\(own), \(cairo)")
    }
  }

  /// In this order Cairo alone would leave 如 blank: its subsetter loses count of shared subroutines.
  @Test(.enabled(if: LookComparison.isAvailable))
  func everyGlyphOfAFaceWithPostScriptOutlinesIsOnThePage() throws {
    let shaper = Shaper(fonts: try FontBook(families: ["Noto Sans CJK SC"]))
    let style = TextStyle(font: FontDescription(families: ["Noto Sans CJK SC"]), size: 12)
    let items = try EmbeddedFontTests.han.enumerated().map { index, character in
      FrameItem.text(
        TextItem(
          origin: Point(x: Double(index % 20) * 16 + 2, y: Double(index / 20) * 16 + 12.5),
          lines: [try shaper.shape(String(character), style: style)]))
    }
    let document = document([page(items, size: Size(width: 320, height: 320))])
    let looks = try LookComparison()
    try looks.add(
      "han", PDFExporter.pdf(of: document, creator: "test"),
      CairoExporter.pdf(of: document, creator: "test").bytes)
    let faults = try looks.faults()
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  // MARK: Same bytes

  @Test func theSameFramesGiveTheSameBytes() throws {
    let items = try richDocument().pages[0].frame.items
    func files() throws -> [[UInt8]] {
      [
        try CairoExporter.pdf(of: richDocument(), creator: "test").bytes,
        try CairoExporter.postScript(of: richDocument(), creator: "test").bytes,
        try CairoExporter.eps(of: frame(items), title: "x", creator: "test").bytes,
        try CairoExporter.svg(of: frame(items), title: "x").bytes,
      ]
    }
    let first = try files()
    // What other surfaces the process had before is not told.
    _ = try CairoExporter.svg(of: frame([Self.bar(opacity: 0.5)]), title: nil)
    #expect(try files() == first)
    for file in first { #expect(!text(file).contains("%%CreationDate")) }
  }

  // MARK: PostScript

  @Test(.enabled(if: ExternalTool("gs").isAvailable))
  func anEPSOpensAndHoldsItsFonts() throws {
    let items = [Self.bar(), try SampleText().item("Größe of the harbour", x: 4, y: 60)]
    let file = try CairoExporter.eps(of: frame(items), title: "A (title) — of it", creator: "test")
    #expect(file.warnings.isEmpty)
    let text = text(file.bytes)
    #expect(text.hasPrefix("%!PS-Adobe-3.0 EPSF-3.0\n"))
    #expect(text.contains("%%BoundingBox: 4 9 116 60\n"), "\(text.prefix(400))")
    #expect(text.contains(#"%%Title: (A \(title\) \342\200\224 of it)"#))
    #expect(text.contains("/FontType 42") || text.contains("/FontType 1"))
    let pixels = try ExternalTool("gs").run(
      ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=inkcov", "-o", "-", "FILE"],
      on: file.bytes, suffix: "eps")
    #expect(
      pixels.code == 0 && pixels.output.contains("CMYK OK"), "\(pixels.output)\(pixels.errors)")
  }

  private func warnings(_ file: CairoFile) -> [String] {
    #expect(file.warnings.diagnostics.allSatisfy { $0.id == PrintDiagnostics.raster })
    #expect(!file.warnings.hasErrors)
    return file.warnings.diagnostics.map(\.message)
  }

  @Test func whatBecomesPixelsIsNamed() throws {
    let paper = FrameItem.shape(
      Shape(.rect(Rect(x: 0, y: 0, width: 120, height: 70)), fill: .solid(.white)))
    let word = try SampleText().item("Words", x: 60, y: 40, opacity: 0.5)
    let drawn = [
      paper, Self.bar(opacity: 0.5, label: "year: 2023"), word,
      FrameItem.group(
        Group(
          blend: .multiply, semantics: Semantics(label: "group of two"),
          items: [Self.bar(x: 80), Self.bar(x: 90)])),
    ]
    let eps = warnings(try CairoExporter.eps(of: frame(drawn), title: "x", creator: "test"))
    #expect(eps.count == 3)
    #expect(
      eps.first
        == "the bar `year: 2023` on the drawing is made of pixels: PostScript cannot mix its colours with those under it"
    )
    #expect(eps.contains { $0.hasPrefix("the text `Words` on the drawing") })
    #expect(eps.contains { $0.hasPrefix("the shape `group of two` on the drawing") })
    let ps = warnings(
      try CairoExporter.postScript(
        of: document([page([paper]), page(drawn, label: "ii", size: Self.size)]), creator: "test"))
    #expect(ps.count == 3 && ps.allSatisfy { $0.contains("on page `ii`") }, "\(ps)")
    // An SVG mixes all but what blends.
    let svg = warnings(try CairoExporter.svg(of: frame(drawn), title: nil))
    #expect(svg.count == 1 && svg[0].hasPrefix("the shape `group of two`"), "\(svg)")
    // On blank paper colours are made lighter, and stay shapes.
    let light = [Self.bar(opacity: 0.5, label: "alone"), Self.bar(x: 60)]
    let alone = try CairoExporter.eps(of: frame(light), title: "x", creator: "test")
    #expect(warnings(alone).isEmpty)
    #expect(!text(alone.bytes).contains("Fallback"))
  }

  /// Whatever is in a frame: where something is pixels something is named, and the other way about.
  @Test func pixelsAndWarningsGoTogether() throws {
    var random = SeededGenerator(seed: 13)
    let paints: [Paint] = [
      Self.red, .solid(Color(rgb: 0, alpha: 0.5)), .hatch(Hatch(color: Color(rgb: 0))),
      .linearGradient(
        LinearGradient(stops: [.init(offset: 0, color: .white), .init(offset: 1, color: .black)])),
      .linearGradient(
        LinearGradient(
          stops: [
            .init(offset: 0, color: .white), .init(offset: 1, color: Color(rgb: 0, alpha: 0)),
          ])),
    ]
    for _ in 0..<60 {
      let items = (0..<4).map { _ in
        FrameItem.group(
          Group(
            opacity: Double.random(in: 0..<1, using: &random) < 0.2 ? 0.5 : 1,
            blend: Double.random(in: 0..<1, using: &random) < 0.1 ? .multiply : .normal,
            items: [
              Self.bar(
                x: Double(Int.random(in: 0..<90, using: &random)),
                paints.randomElement(using: &random) ?? Self.red)
            ]))
      }
      let file = try CairoExporter.eps(of: frame(items), title: "x", creator: "test")
      #expect(text(file.bytes).contains("% Fallback Image") == !file.warnings.isEmpty)
    }
  }

  // MARK: SVG

  @Test(.enabled(if: ExternalTool("xmllint").isAvailable))
  func anSVGIsSoundAndHasWords() throws {
    let items = [Self.bar(opacity: 0.5), try SampleText().item("Größe", x: 4, y: 60)]
    let svg = try CairoExporter.svg(
      of: frame(items), title: "A < B & “C”", description: "Words", language: "en-GB", unit: .points
    )
    _ = try run("xmllint", ["--noout", "FILE"], on: svg.bytes, "svg")
    let text = text(svg.bytes)
    #expect(
      text.contains(#"width="120pt" height="70pt" viewBox="0 0 120 70""#), "\(text.prefix(300))")
    #expect(text.contains(#"role="img" xml:lang="en-GB">"#))
    #expect(text.contains("<title>A &lt; B &amp; “C”</title>\n<desc>Words</desc>"))
    let inPixels = self.text(try CairoExporter.svg(of: frame(items), title: nil).bytes)
    #expect(inPixels.contains(#"width="120px""#) && !inPixels.contains("<title>"))
  }

  // MARK: What cannot be

  private func problems(_ draw: () throws -> CairoFile) -> [Diagnostic] {
    do {
      _ = try draw()
      return []
    } catch {
      return (error as? DiagnosticFailure)?.bag.diagnostics ?? []
    }
  }

  @Test func picturesThatAreNotCairosAreNamed() throws {
    func image(_ bytes: [UInt8], opacity: Double = 1) throws -> FrameItem {
      .image(
        ImageItem(
          .embedded(try #require(RasterImage(bytes))), name: "logo",
          rect: Rect(x: 10, y: 10, width: 60, height: 30), opacity: opacity))
    }
    func all(_ items: [FrameItem]) -> [[Diagnostic]] {
      let document = document([page(items)])
      return [
        problems { try CairoExporter.pdf(of: document, creator: "test") },
        problems { try CairoExporter.postScript(of: document, creator: "test") },
        problems { try CairoExporter.eps(of: frame(items), title: "x", creator: "test") },
        problems { try CairoExporter.svg(of: frame(items), title: "x") },
      ]
    }
    for found in all([try image(SampleImages.inkJPEG)]) {
      #expect(found.map(\.id) == [PrintDiagnostics.imageFormat])
      #expect(found.first?.message.contains("`logo` on ") == true)
    }
    for bytes in [Array(SampleImages.png.prefix(45)), Array(SampleImages.jpeg.dropLast(4))] {
      for found in all([try image(bytes)]) {
        #expect(found.map(\.id) == [PrintDiagnostics.imageFile])
      }
    }
    for found in all([try image(SampleImages.png(saying: 60_000, by: 60_000))]) {
      #expect(found.map(\.id) == [PrintDiagnostics.imageSize])
    }
    for bytes in [SampleImages.png, SampleImages.deepPNG, SampleImages.jpeg] {
      for found in all([try image(bytes)]) { #expect(found.isEmpty) }
    }
    // Of a JPEG Cairo has no pixels to mix with others.
    let mixed = [try image(SampleImages.jpeg), Self.bar(.solid(Color(rgb: 0, alpha: 0.5)))]
    let found = problems { try CairoExporter.eps(of: frame(mixed), title: "x", creator: "test") }
    #expect(found.contains { $0.id == PrintDiagnostics.imageFormat && $0.severity == .error })
  }

  @Test func sizesBeyondCairosAreNamed() {
    let large = Frame(size: Size(width: 32_768, height: 10))
    for found in [
      problems { try CairoExporter.svg(of: large, title: nil) },
      problems { try CairoExporter.eps(of: large, title: "", creator: "test") },
      problems {
        try CairoExporter.pdf(of: document([page([], label: "iv", size: large.size)]), creator: "t")
      },
      problems {
        try CairoExporter.postScript(
          of: document([page([], label: "iv", size: large.size)]), creator: "t")
      },
    ] {
      #expect(found.map(\.id) == [PrintDiagnostics.surfaceSize])
      #expect(found.first?.message.hasSuffix("is too large for Cairo: 32768 by 10") == true)
    }
  }

  @Test func whatIsWrongWithADocumentIsToldAsByOurs() throws {
    let broken = document(
      [page([.group(Group(link: .destination("nowhere"), items: [Self.bar()]))])], date: "2025")
    let ids = [PrintDiagnostics.documentDate, PrintDiagnostics.undefinedDestination]
    for found in [
      problems { try CairoExporter.pdf(of: broken, creator: "test") },
      problems { try CairoExporter.postScript(of: broken, creator: "test") },
    ] {
      #expect(found.map(\.id) == ids)
    }
  }
}
