import Scene
import TestSupport
import Testing

@Suite struct SceneDumpTests {
  @Test(arguments: [
    (Paint.solid(Color(rgb: 0x4C78A8, alpha: 0.25)), "#4c78a8/0.25"),
    (
      .linearGradient(LinearGradient(stops: stops, from: Point(x: 0, y: 1), to: .zero)),
      "linear(0 1 to 0 0: #000000 0, #ffffff 0.5)"
    ),
    (
      .radialGradient(RadialGradient(stops: stops)),
      "radial(0.5 0.5 radius 0 to 0.5 0.5 radius 0.5: #000000 0, #ffffff 0.5)"
    ),
    (.hatch(Hatch(color: .black)), "hatch(#000000 1 every 4 at -45)"),
    (
      .hatch(Hatch(angle: 0, spacing: 0, lineWidth: 0.05, color: .black, background: .white)),
      "hatch(#000000 0.05 every 0.1 at 0 on #ffffff)"
    ),
  ])
  func everyPaintHasItsWords(paint: Paint, words: String) {
    let frame = Frame(
      size: .zero,
      items: [.shape(Shape(.line(.zero, .zero), stroke: Stroke(paint, miterLimit: 10)))])
    #expect(
      frame.sceneDump == "frame 0 × 0\n  line 0 0 to 0 0 stroke \(words) 1 miter 10\n")
  }

  @Test func imagesTellWhereTheyComeFrom() throws {
    let raster = try #require(RasterImage(SampleImages.png))
    let rect = Rect(x: 1, y: 2, width: 30, height: 40)
    let frame = Frame(
      size: .zero,
      items: [
        .image(ImageItem(.embedded(raster), name: "logo", rect: rect, opacity: 0.5)),
        .image(
          ImageItem(
            .linked(href: "a.png", nil), name: "a", rect: rect, keepsAspect: false,
            semantics: Semantics(label: "A"))),
      ])
    #expect(
      frame.sceneDump == """
        frame 0 × 0
          image 1 2 30 × 40 png 2 × 1 opacity 0.5
          image 1 2 30 × 40 stretched from "a.png" label="A"

        """)
  }

  private static let stops = [
    GradientStop(offset: 0, color: .black), GradientStop(offset: 0.5, color: .white),
  ]

  @Test func everyKindOfItemIsALineOfText() {
    var clip = Path()
    clip.move(to: .zero)
    clip.curve(Point(x: 1, y: 0), Point(x: 2, y: 1), to: Point(x: 2, y: 2))
    clip.line(to: Point(x: 0, y: 2))
    clip.close()
    let frame = Frame(
      size: Size(width: 200, height: 100.5),
      items: [
        .group(
          Group(
            transform: .translation(x: 10, y: 20), clip: clip, opacity: 0.5,
            link: .uri("https://example.org"), tag: .heading(2),
            semantics: Semantics(
              classes: ["mark-rect", "role-mark"], role: "graphics-symbol",
              roleDescription: "bar", label: "a \"b\"", isHidden: true),
            items: [
              .shape(
                Shape(
                  .rect(Rect(x: 0, y: 1.0 / 3, width: 20, height: 40)),
                  fill: .solid(Color(rgb: 0x4C78A8, alpha: 0.25)))),
              .shape(
                Shape(
                  .line(.zero, Point(x: -0.0001, y: 5)),
                  stroke: Stroke(
                    .solid(.black), width: 0.5, dash: [4, 2], dashOffset: 1, cap: .round,
                    join: .bevel))),
            ])),
        .group(
          Group(
            transform: .scale(2), link: .destination("top"), tag: .figure(alternative: "A chart"))),
        .text(text(["2023"], lines: 1)),
        .text(text(["上海\u{A0}", "x"], lines: 2)),
        .destination(Destination(name: "top", point: Point(x: 1, y: 2))),
      ])
    #expect(
      frame.sceneDump == """
        frame 200 × 100.5
          group translate(10 20) <H2> link(https://example.org) opacity 0.5 .mark-rect .role-mark \
        role=graphics-symbol kind="bar" label="a \\"b\\"" hidden
            clip M 0 0 C 1 0 2 1 2 2 L 0 2 Z
            rect 0 0.333 20 × 40 fill #4c78a8/0.25
            line 0 0 to 0 5 stroke #000000 0.5 dash(4 2 from 1) cap round join bevel
          group matrix(2 0 0 2 0 0) <Figure "A chart"> link(#top)
          text 5 6 middle rotate(-90) "2023" Lato 700 italic 10 width 12.5 fill #000000
          text 5 6 middle rotate(-90) leading 12 fill #000000
            line
              "上海\\u{A0}" Lato 700 italic 10 width 12.5
              "x" Lato 700 italic 10 width 12.5
            line
              "上海\\u{A0}" Lato 700 italic 10 width 12.5
              "x" Lato 700 italic 10 width 12.5
          destination "top" 1 2

        """)
  }

  @Test func documentsShowPropertiesOutlineAndPages() {
    let document = PagedDocument(
      properties: .init(title: "Annual", keywords: ["a", "b"], date: "2024-01-05"),
      outline: [.init(title: "One", level: 1, destination: "one")],
      pages: [Page(frame: Frame(size: Size(width: 595.276, height: 841.89)), label: "ii")])
    #expect(
      document.sceneDump == """
        document "Annual"
          keywords "a, b"
          language "en"
          date "2024-01-05"
          outline 1 "One" #one
          page ii 595.276 × 841.89

        """)
  }

  @Test func fontFilesNeverReachTheText() {
    #expect(!Frame(size: .zero, items: [.text(text(["a"], lines: 1))]).sceneDump.contains("/fonts"))
  }

  private func text(_ runs: [String], lines: Int) -> TextItem {
    let face = FontFace(
      file: "/fonts/Lato-BoldItalic.ttf", index: 0, family: "Lato", weight: 700, isItalic: true)
    let line = runs.map {
      GlyphRun(
        face: face, size: 10, text: $0, glyphs: [Glyph(id: 1, advance: 12.5)],
        clusters: [GlyphCluster(byteCount: $0.utf8.count, glyphCount: 1)])
    }
    return TextItem(
      origin: Point(x: 5, y: 6), anchor: .middle, angle: -90,
      lines: Array(repeating: line, count: lines), lineHeight: 12)
  }
}
