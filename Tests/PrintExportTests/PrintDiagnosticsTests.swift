import PrintExport
import Scene
import Syntax
import Testing

@Suite struct PrintDiagnosticsTests {
  @Test func idsAreUnique() {
    #expect(Set(PrintDiagnostics.all).count == PrintDiagnostics.all.count)
  }

  private func diagnostics(of document: PagedDocument) -> [Diagnostic] {
    do throws(DiagnosticFailure) {
      _ = try PDFExporter.pdf(of: document, creator: "test")
      return []
    } catch {
      return error.bag.diagnostics
    }
  }

  private func link(to name: String) -> FrameItem {
    .group(
      Group(
        link: .destination(name),
        items: [.shape(Shape(.rect(Rect(x: 0, y: 0, width: 9, height: 9)), fill: .solid(.black)))]))
  }

  @Test func danglingLinksAreFoundTogether() {
    let found = diagnostics(
      of: document(
        [
          page([destination("fig-growth"), link(to: "fig-grwth")], label: "i"),
          page([link(to: "fig-growth")], label: "ii"),
        ], outline: [.init(title: "Annex", level: 1, destination: "annex")]))
    #expect(
      found.map(\.id) == [
        PrintDiagnostics.undefinedDestination, PrintDiagnostics.undefinedDestination,
      ])
    #expect(
      found.first?.message
        == "a link on page `i` leads to `fig-grwth`, which is nowhere in the document")
    #expect(found.first?.hints == ["did you mean `fig-growth`?"])
    #expect(
      found.last?.message
        == "the bookmark `Annex` leads to `annex`, which is nowhere in the document")
  }

  @Test func doubledDestinationsAreFound() {
    let found = diagnostics(
      of: document([
        page([destination("a")], label: "1"), page([destination("a")], label: "2"),
      ]))
    #expect(found.map(\.id) == [PrintDiagnostics.duplicateDestination])
    #expect(found.first?.message == "the destination `a` on page `2` is already taken")
    #expect(found.first?.notes == [.init("first on page `1`")])
  }

  private static let nowhere = Point(x: .nan, y: 0)

  @Test(arguments: [
    FrameItem.shape(Shape(.line(.zero, nowhere), stroke: Stroke(.solid(.black)))),
    .shape(Shape(.rect(Rect(x: 0, y: 0, width: .infinity, height: 1)), fill: .solid(.black))),
    .shape(Shape(.path(Path([.move(nowhere), .close])), fill: .solid(.black))),
    .shape(Shape(.line(.zero, .zero), stroke: Stroke(.solid(.black), width: .nan))),
    .text(TextItem(origin: nowhere, lines: [])),
    .group(Group(transform: .scale(.nan))),
    .group(Group(items: [.destination(Destination(name: "x", point: nowhere))])),
  ])
  func coordinatesMustBeNumbers(item: FrameItem) {
    #expect(diagnostics(of: document([page([item])])).map(\.id) == [PrintDiagnostics.coordinate])
    let frame = Frame(size: Size(width: 9, height: 9), items: [item])
    #expect(throws: DiagnosticFailure.self) { try PNGExporter.png(of: frame) }
  }

  @Test func aDocumentHasPages() {
    #expect(diagnostics(of: document([])).map(\.id) == [PrintDiagnostics.noPages])
  }

  @Test(arguments: ["", "2025", "2025-13-01", "2025-00-10", "2025-1-1", "31.03.2025", "２０２５-01-01"])
  func theDateMustBeOne(date: String) {
    #expect(
      diagnostics(of: document([page([])], date: date)).map(\.id)
        == [PrintDiagnostics.documentDate])
  }

  @Test(arguments: ["/nowhere/absent.ttf", #filePath])
  func aFontFileMustBeAFont(file: String) {
    let face = FontFace(file: file, index: 0, family: "Lost", weight: 400, isItalic: false)
    let run = GlyphRun(
      face: face, size: 10, text: "a", glyphs: [Glyph(id: 1, advance: 5)],
      clusters: [GlyphCluster(byteCount: 1, glyphCount: 1)])
    let found = diagnostics(
      of: document([page([.text(TextItem(origin: .zero, lines: [[run]]))])]))
    #expect(found.map(\.id) == [PrintDiagnostics.fontFile])
  }

  @Test func whatCairoRefusesIsTold() throws {
    let frame = Frame(size: Size(width: 1000, height: 10))
    let failure = #expect(throws: DiagnosticFailure.self) {
      try PNGExporter.png(of: frame, scale: 100)
    }
    let found = try #require(failure?.bag.diagnostics.first)
    #expect(found.id == PrintDiagnostics.drawing)
    #expect(found.message.hasPrefix("the image of 100000 by 1000 pixels could not be drawn: "))
  }

  @Test func lettersAndGlyphsMustGoTogether() throws {
    var runs = try SampleText().runs("office")
    runs[0].clusters.removeLast()
    let item = FrameItem.text(TextItem(origin: .zero, lines: [runs]))
    let found = diagnostics(of: document([page([item])]))
    #expect(found.map(\.id) == [PrintDiagnostics.clusters])
    #expect(
      found.first?.message
        == "the letters and the glyphs of `office` on page `1` do not go together"
    )
  }
}
