import PrintExport
import Scene
import TestSupport
import Testing

/// Texts that follow one another share a text object, whatever groups they stand in; none of it may be seen.
@Suite struct TextPlacesTests {
  private static let box = FrameItem.shape(
    Shape(.rect(Rect(x: 30, y: 40, width: 100, height: 30)), fill: .solid(.white)))

  private static func group(_ transform: Transform, link: LinkTarget? = nil, _ items: [FrameItem])
    -> FrameItem
  {
    .group(Group(transform: transform, link: link, items: items))
  }

  private static func pdf(_ items: [FrameItem]) throws -> [UInt8] {
    try PDFExporter.pdf(of: document([page(items)]), creator: "test")
  }

  /// Where each word begins, by pdftotext.
  private static func places(_ pdf: [UInt8]) throws -> [String: Point] {
    let text = try ExternalTool("pdftotext").run(["-bbox", "FILE", "-"], on: pdf, suffix: "pdf")
    let words = text.output.matches(of: /xMin="([0-9.]+)" yMin="([0-9.]+)".*>(\w+)<\/word>/)
    return Dictionary(
      words.map { (String($0.3), Point(x: Double($0.1) ?? 0, y: Double($0.2) ?? 0)) }
    ) { first, _ in first }
  }

  @Test(.enabled(if: ExternalTool("pdftotext").isAvailable))
  func everyTextKeepsItsPlace() throws {
    let text = try SampleText()
    let items: [FrameItem] = [
      try text.item("One"),
      Self.group(
        .translation(x: 100, y: 20),
        [try text.item("Two"), Self.group(.translation(x: 50, y: 5), [try text.item("Three")])]),
      try text.item("Four", x: 40, y: 160),
      Self.group(
        .scale(2),
        [
          try text.item("Five", x: 50, y: 110),
          Self.group(.identity, [try text.item("Six", x: 90)]),
        ]),
      Self.group(
        .translation(x: 0, y: 300), link: .uri("https://example.org"), [try text.item("Seven")]),
      try text.item("Eight", x: 40, y: 400),
    ]
    let together = try Self.places(Self.pdf(items))
    #expect(together.count == 8)
    // What is drawn after each ends its text object.
    let dot = FrameItem.shape(
      Shape(.rect(.init(x: 0, y: 0, width: 1, height: 1)), fill: .solid(.black)))
    func alone(_ items: [FrameItem]) -> [FrameItem] {
      items.flatMap { item -> [FrameItem] in
        guard case .group(var group) = item else { return [item, dot] }
        group.items = alone(group.items)
        return [.group(group), dot]
      }
    }
    #expect(try Self.places(Self.pdf(alone(items))) == together)
  }

  /// What covers a text comes after it, and what stands on a cover after that.
  @Test(.enabled(if: ExternalTool("qpdf").isAvailable))
  func nothingChangesPlacesWithText() throws {
    let text = try SampleText()
    let one = try text.item("Covered")
    let shifted = Self.group(.translation(x: 0, y: 40), [try text.item("Shifted")])
    let qdf = try ExternalTool("qpdf").run(
      ["--qdf", "--object-streams=disable", "FILE", "-"],
      on: Self.pdf([one, shifted, Self.box, try text.item("Above")]), suffix: "pdf"
    ).output
    let marks = qdf.matches(of: /\bBT\b|re\nf\b/).map { String($0.0) }
    #expect(marks == ["BT", "re\nf", "BT"], "\(marks)")
  }
}
