import PrintExport
import Scene
import TestSupport
import Testing

/// Where clicks lead: an annotation a phrase, none that only the Tab key could reach.
@Suite(.enabled(if: ExternalTool("qpdf").isAvailable)) struct LinkTests {
  private static let target = LinkTarget.uri("https://example.org/a")

  private func link(_ items: [FrameItem], to target: LinkTarget = target) -> FrameItem {
    .group(Group(link: target, items: items))
  }

  private func box(x: Double, y: Double = 50, width: Double = 40, height: Double = 12) -> FrameItem
  {
    .shape(
      Shape(.rect(Rect(x: x, y: y, width: width, height: height)), fill: .solid(.black)))
  }

  /// The areas of the links on a page with `items`: left, bottom, right, top.
  private func areas(_ items: [FrameItem]) throws -> [[Double]] {
    let pdf = try PDFExporter.pdf(of: document([page(items)]), creator: "test")
    let text = try ExternalTool("qpdf").run(["--qdf", "FILE", "-"], on: pdf, suffix: "pdf").output
    return text.matches(of: /\/Rect \[\s*([^\]]*)\]/).map { match in
      match.1.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    }
  }

  @Test func whatHasNoAreaIsNoLink() throws {
    let nothing: [FrameItem] = [
      link([box(x: 10, width: 0)]), link([box(x: 10, height: 0)]), link([]),
      link([try SampleText().item("")]), link([destination("here")]),
    ]
    #expect(try areas(nothing).isEmpty)
    #expect(try areas(nothing + [link([box(x: 10)])]) == [[10, 533, 50, 545]])
  }

  @Test func wordsOfAPhraseAreOneLink() throws {
    let phrase = [link([box(x: 10)]), link([box(x: 53)]), link([box(x: 96, y: 48, height: 8)])]
    #expect(try areas(phrase) == [[10, 533, 136, 547]])
  }

  @Test func otherTargetsLinesAndColumnsAreLinksOfTheirOwn() throws {
    let apart = [
      link([box(x: 10)]), link([box(x: 53)], to: .uri("https://example.org/b")),
      link([box(x: 53, y: 64)], to: .uri("https://example.org/b")),
      link([box(x: 200, y: 64)], to: .uri("https://example.org/b")),
    ]
    #expect(try areas(apart).count == 4)
  }

  /// A place that links lead to is there even where nothing around it is seen.
  @Test func placesInInvisibleGroupsAreKept() throws {
    let items: [FrameItem] = [
      .group(Group(opacity: 0, items: [destination("a", x: 9, y: 40), box(x: 10)])),
      .group(Group(opacity: 0, blend: .multiply, items: [destination("b"), box(x: 10)])),
      .group(Group(transform: .scale(0), items: [destination("c"), box(x: 10)])),
      link([box(x: 10)], to: .destination("a")), link([box(x: 100)], to: .destination("b")),
      link([box(x: 200)], to: .destination("c")),
    ]
    let pdf = try PDFExporter.pdf(of: document([page(items)]), creator: "test")
    let found = try ExternalTool("pdfinfo").run(["-dests", "FILE"], on: pdf, suffix: "pdf").output
    #expect(found.matches(of: /"[abc]"/).count == 3, "\(found)")
  }
}
