import Foundation
import PrintExport
import Scene
import TestSupport
import Testing

@Suite struct PaintTests {
  private static let red = Color(rgb: 0xCC0000)
  private static let stops = [
    GradientStop(offset: 0, color: .white), GradientStop(offset: 0.3, color: red),
    GradientStop(offset: 1, color: .black),
  ]

  private func png(_ items: FrameItem...) throws -> [UInt8] {
    try PNGExporter.png(of: Frame(size: Size(width: 60, height: 40), items: items))
  }

  private func rect(_ fill: Paint, opacity: Double = 1) -> FrameItem {
    .shape(Shape(.rect(Rect(x: 10, y: 10, width: 40, height: 20)), fill: fill, opacity: opacity))
  }

  private static let plain = [
    GradientStop(offset: 0, color: red), GradientStop(offset: 1, color: red),
  ]

  @Test(arguments: [
    Paint.linearGradient(LinearGradient(stops: plain)),
    .linearGradient(LinearGradient(stops: stops + plain.suffix(1), to: .zero)),
    .radialGradient(RadialGradient(stops: plain)),
    .radialGradient(RadialGradient(stops: plain, to: .init(radius: 0))),
    .hatch(Hatch(spacing: 1, lineWidth: 2, color: red)),
    .hatch(Hatch(lineWidth: 0, color: .black, background: red)),
  ])
  func paintsOfOneColourAreThatColour(paint: Paint) throws {
    let solid = Paint.solid(Self.red)
    #expect(try png(rect(paint)) == png(rect(solid)))
    let text = try SampleText()
    func drawn(_ paint: Paint) throws -> [UInt8] {
      try png(
        .shape(
          Shape(
            .line(Point(x: 5, y: 5), Point(x: 55, y: 5)), stroke: Stroke(paint, width: 4))),
        .text(
          TextItem(origin: Point(x: 5, y: 30), lines: [try text.runs("Text")], fill: paint)))
    }
    #expect(try drawn(paint) == drawn(solid))
  }

  /// Each mode over a ground of which its formula leaves one colour.
  @Test(arguments: [
    (BlendMode.normal, UInt32(0x336699), UInt32(0xFFFFFF), UInt32(0x336699)),
    (.multiply, 0x336699, 0xFFFFFF, 0x336699), (.multiply, 0x336699, 0x000000, 0x000000),
    (.screen, 0x336699, 0x000000, 0x336699), (.screen, 0x336699, 0xFFFFFF, 0xFFFFFF),
    (.darken, 0x336699, 0x996633, 0x336633), (.lighten, 0x336699, 0x996633, 0x996699),
    (.difference, 0x336699, 0x336699, 0x000000), (.exclusion, 0x336699, 0x000000, 0x336699),
  ])
  func blendedGroupsFollowTheirFormula(
    mode: BlendMode, over: UInt32, under: UInt32, result: UInt32
  ) throws {
    func solid(_ rgb: UInt32) -> FrameItem { rect(.solid(Color(rgb: rgb))) }
    #expect(
      try png(solid(under), .group(Group(blend: mode, items: [solid(over)]))) == png(solid(result)))
  }

  @Test func gradientsFollowTheBoxOfTheirShape() throws {
    let across = Paint.linearGradient(LinearGradient(stops: Self.stops))
    let down = Paint.linearGradient(LinearGradient(stops: Self.stops, to: Point(x: 0, y: 1)))
    #expect(try png(rect(across)) != png(rect(down)))
    // A rectangle as a path, with a corner that an arc's control point lies beyond.
    let path = Path([
      .move(Point(x: 10, y: 10)), .line(Point(x: 50, y: 10)), .line(Point(x: 50, y: 30)),
      .line(Point(x: 10, y: 30)), .close,
    ])
    #expect(try png(.shape(Shape(.path(path), fill: across))) == png(rect(across)))
  }

  @Test func aTranslucentHatchDoesNotShowItsBackgroundThrough() throws {
    let hatch = Paint.hatch(
      Hatch(spacing: 1, lineWidth: 2, color: Self.red, background: .black))
    #expect(try png(rect(hatch, opacity: 0.5)) == png(rect(.solid(Self.red), opacity: 0.5)))
  }

  private func painted(_ paints: [Paint]) throws -> [UInt8] {
    let text = try SampleText()
    let items = try paints.enumerated().flatMap { index, paint -> [FrameItem] in
      let y = Double(index) * 100
      return [
        .group(
          Group(
            link: .uri("https://example.org/\(index)"),
            items: [
              .shape(Shape(.rect(Rect(x: 10, y: y + 10, width: 80, height: 80)), fill: paint)),
              .shape(
                Shape(
                  .line(Point(x: 100, y: y + 20), Point(x: 200, y: y + 20)),
                  stroke: Stroke(paint, width: 8))),
              .text(
                TextItem(
                  origin: Point(x: 100, y: y + 70), lines: [try text.runs("Words", size: 40)],
                  fill: paint)),
            ]))
      ]
    }
    return try PDFExporter.pdf(of: document([page(items)]), creator: "test")
  }

  private static let all: [Paint] = [
    .linearGradient(LinearGradient(stops: stops)),
    .linearGradient(LinearGradient(stops: stops, to: Point(x: 1, y: 1))),
    .radialGradient(RadialGradient(stops: stops)),
    .linearGradient(
      LinearGradient(
        stops: [.init(offset: 0, color: red), .init(offset: 1, color: Color(rgb: 0, alpha: 0.2))])),
    .hatch(Hatch(color: red)),
    .hatch(Hatch(angle: 30, spacing: 6, lineWidth: 2, color: red, background: .white)),
  ]

  @Test(.enabled(if: ExternalTool("qpdf").isAvailable), arguments: all)
  func inAPDFPaintsAreDrawnWithoutPixels(paint: Paint) throws {
    let pdf = try painted([paint])
    let report = try ExternalTool("qpdf").run(["--check", "FILE"], on: pdf, suffix: "pdf")
    #expect(report.code == 0, "\(report.output)\(report.errors)")
    let text = try ExternalTool("qpdf").run(["--qdf", "FILE", "-"], on: pdf, suffix: "pdf").output
    #expect(!text.contains("/Subtype /Image"))
    switch paint {
    case .solid: break
    case .linearGradient: #expect(text.contains("/ShadingType 2"))
    case .radialGradient: #expect(text.contains("/ShadingType 3"))
    case .hatch: #expect(!text.contains("/ShadingType"))
    }
  }

  @Test(.enabled(if: ExternalTool("pdftotext").isAvailable))
  func paintedTextCopiesAsItsLetters() throws {
    let outcome = try ExternalTool("pdftotext").run(
      ["FILE", "-"], on: painted(Self.all), suffix: "pdf")
    #expect(outcome.output.ranges(of: "Words").count == Self.all.count, "\(outcome.output)")
  }

  /// Letters that must be shown twice, since one of their paints is a picture or fades, are copied once.
  @Test(.enabled(if: ExternalTool("pdftotext").isAvailable), arguments: all, all)
  func lettersWithAnEdgeCopyOnce(fill: Paint, edge: Paint) throws {
    let text = try SampleText()
    let items = try [fill, .solid(.black)].enumerated().map { index, paint in
      FrameItem.text(
        TextItem(
          origin: Point(x: 40, y: 100 * Double(index) + 70),
          lines: [try text.runs("Words", size: 40)],
          fill: paint, stroke: Stroke(edge, width: 2)))
    }
    let pdf = try PDFExporter.pdf(of: document([page(items)]), creator: "test")
    let copied = try ExternalTool("pdftotext").run(["FILE", "-"], on: pdf, suffix: "pdf").output
    #expect(copied.split(whereSeparator: \.isWhitespace) == ["Words", "Words"])
  }

  @Test func aHatchedBarIsSmall() throws {
    func size(bars: Int) throws -> Int {
      let items = (0..<bars).map { index in
        FrameItem.shape(
          Shape(
            .rect(Rect(x: 30 * Double(index), y: 10, width: 20, height: 100)),
            fill: .hatch(Hatch(color: Self.red))))
      }
      return try PDFExporter.pdf(of: document([page(items)]), creator: "test").count
    }
    let added = try size(bars: 11) - size(bars: 1)
    #expect(added < 10 * 400)
  }
}
