import PrintExport
import Scene
import TestSupport
import Testing

/// What of a file readers of all kinds depend on, byte by byte.
@Suite struct FileSyntaxTests {
  /// A stream that ends in a carriage return keeps it: what stands before `endstream` is a line end that no
  /// stream can be taken to end with (ISO 19005-3, 6.1.7.1). One of 256 streams ends so.
  @Test func streamsEndWithALineEndOfTheirOwn() throws {
    for size in stride(from: 100.0, to: 400, by: 1) {
      let items: [FrameItem] = [
        .shape(Shape(.rect(Rect(x: 0, y: 0, width: size, height: 7)), fill: .solid(.black)))
      ]
      let pdf = try PDFExporter.pdf(of: document([page(items)]), creator: "test")
      var place = pdf.startIndex
      let mark = Array("endstream\n".utf8)
      var count = 0
      while let found = pdf[place...].firstRange(of: mark) {
        #expect(pdf[found.lowerBound - 2..<found.lowerBound].elementsEqual([0x0D, 0x0A]))
        place = found.upperBound
        count += 1
      }
      #expect(count > 2)
    }
  }

  /// Each code that a page shows has a text in its font, whatever is said around it (ISO 19005-3, 6.2.11.7.2).
  @Test(.enabled(if: ExternalTool("qpdf").isAvailable))
  func everyGlyphHasAText() throws {
    var run = try #require(try SampleText().runs("abcd").first)
    // Two glyphs for one letter, one glyph for two letters, one glyph for none.
    run.text = "άcd"
    run.clusters = [
      GlyphCluster(byteCount: 2, glyphCount: 2), GlyphCluster(byteCount: 2, glyphCount: 1),
      GlyphCluster(byteCount: 0, glyphCount: 1),
    ]
    let item = FrameItem.text(TextItem(origin: Point(x: 40, y: 60), lines: [[run]]))
    let pdf = try PDFExporter.pdf(of: document([page([item])]), creator: "test")
    let text = try ExternalTool("qpdf").run(["--qdf", "FILE", "-"], on: pdf, suffix: "pdf").output
    let entries = text.matches(of: /<([0-9A-F]{4})> <([0-9A-F]+)>\n/).filter { $0.1 != "0000" }
    #expect(entries.count == 4, "\(entries.map { "\($0.1) \($0.2)" })")
    for entry in entries { #expect(!["0000", "FEFF", "FFFE"].contains(entry.2)) }
    let copied = try ExternalTool("pdftotext").run(
      ["-enc", "UTF-8", "FILE", "-"], on: pdf, suffix: "pdf")
    #expect(copied.output.hasPrefix("άcd"), "\(copied.output)")
  }
}
