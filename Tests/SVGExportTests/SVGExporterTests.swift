import SVGExport
import Scene
import TestSupport
import Testing

/// A small frame for each thing that an SVG can hold.
struct SVGCase: Sendable, CustomTestStringConvertible {
  var name: String
  var items: [FrameItem]
  var options = SVGOptions()

  var testDescription: String { name }

  var svg: String {
    SVGExporter.svg(of: Frame(size: Size(width: 120, height: 80), items: items), options: options)
  }

  static let ink = Paint.solid(Color(rgb: 0x1F77B4))
  static let box = Path([
    .move(Point(x: 0, y: 0)), .line(Point(x: 30, y: 0)), .line(Point(x: 30, y: 20)), .close,
  ])

  static func run(
    _ text: String, family: String = "Lato", size: Double = 10, weight: Int = 400,
    isItalic: Bool = false, width: Double = 0, isRightToLeft: Bool = false, tracking: Double = 0
  ) -> GlyphRun {
    GlyphRun(
      face: FontFace(
        file: "/fonts/\(family).ttf", index: 0, family: family, weight: weight, isItalic: isItalic),
      size: size, text: text, glyphs: [Glyph(id: 1, advance: width)],
      clusters: [GlyphCluster(byteCount: text.utf8.count, glyphCount: 1)],
      isRightToLeft: isRightToLeft, tracking: tracking)
  }

  static let rainbow = [
    GradientStop(offset: 0, color: Color(rgb: 0xCC0000)),
    GradientStop(offset: 0.0499999999, color: Color(rgb: 0xFFCC00, alpha: 0.5)),
    GradientStop(offset: 1, color: Color(rgb: 0x0000CC)),
  ]

  static let all: [SVGCase] = [
    SVGCase(
      name: "shapes",
      items: [
        .shape(
          Shape(.line(Point(x: 0, y: 10.5), Point(x: 100, y: 10.5)), stroke: Stroke(ink))),
        .shape(Shape(.rect(Rect(x: 5, y: 0, width: 10.25, height: 20)), fill: ink, opacity: 0.7)),
        .shape(
          Shape(
            .path(
              Path([
                .move(Point(x: 1, y: 2)),
                .curve(
                  Point(x: 3, y: 4), Point(x: 5, y: 6), Point(x: 7.0004, y: 8)), .close,
              ])), fill: .solid(Color(rgb: 0xFFFFFF, alpha: 0.5)),
            stroke: Stroke(
              .solid(Color(rgb: 0, alpha: 0.25)), width: 2, dash: [4, 2], dashOffset: 1,
              cap: .round,
              join: .bevel))),
        .shape(
          Shape(.path(box), stroke: Stroke(ink, width: 0.5, cap: .square, miterLimit: 10))),
        .shape(Shape(.path(box), fill: ink, stroke: Stroke(ink, join: .round))),
        .shape(
          Shape(
            .path(box), fill: .solid(Color(rgb: 0, alpha: 0)),
            stroke: Stroke(.solid(Color(rgb: 0, alpha: 0))))),
      ]),
    SVGCase(
      name: "marks",
      items: [
        .group(
          Group(
            transform: .translation(x: 20.5, y: 5),
            semantics: Semantics(
              classes: ["mark-rect", "role-mark", "marks"], role: "graphics-object",
              roleDescription: "rect mark container"),
            items: [
              .shape(
                Shape(
                  .rect(Rect(x: 0, y: 0, width: 8, height: 30)), fill: ink,
                  semantics: Semantics(
                    role: "graphics-symbol", roleDescription: "bar",
                    label: "edition: 3; \"size\" < 5 & more")))
            ])),
        .group(
          Group(
            semantics: Semantics(classes: ["mark-group", "role-axis"], isHidden: true),
            items: [.text(TextItem(origin: Point(x: 3, y: 9), lines: [[run("0")]]))])),
      ]),
    SVGCase(
      name: "groups",
      items: [
        .group(Group(items: [.shape(Shape(.path(box), fill: ink))])),
        .group(
          Group(
            transform: Transform(a: 0.5, b: 0, c: 0, d: 1.0 / 3, tx: 10, ty: 20), clip: box,
            opacity: 0.5, items: [.shape(Shape(.path(box), fill: ink))])),
        .group(Group(clip: box, items: [.shape(Shape(.path(box), fill: ink))])),
        .group(Group(clip: Path(), items: [.shape(Shape(.path(box), fill: ink))])),
        .group(Group(opacity: 0.5)),
      ]),
    SVGCase(
      name: "text",
      items: [
        .text(TextItem(origin: Point(x: 10, y: 12), lines: [[run("Plain & <simple>")]])),
        .text(
          TextItem(
            origin: Point(x: 10, y: 40), anchor: .middle, angle: -90, lines: [[run("Turned")]],
            fill: ink, families: ["Noto Serif", "O'Neill \\ Sons", "serif"], opacity: 0.5)),
        .text(
          TextItem(
            origin: Point(x: 60, y: 12), anchor: .end,
            lines: [
              [run("First", weight: 700)], [run("")], [run("third", weight: 700)],
              [run("fourth ", weight: 700), run("slanted", size: 8, weight: 400, isItalic: true)],
            ], lineHeight: 12.5)),
        .text(
          TextItem(
            origin: .zero, lines: [[run("  two  spaces ", weight: 600, isItalic: true)]], fill: nil,
            stroke: Stroke(ink))),
        .text(TextItem(origin: .zero, lines: [[run("bell\u{7} \u{FFFF}\u{FEFF}é 上海")]])),
        .text(TextItem(origin: .zero, lines: [[run("")], []])),
      ]),
    SVGCase(
      name: "bidirectional",
      items: [
        .text(
          TextItem(
            origin: .zero,
            lines: [
              [
                run("Latin "), run("שני", isRightToLeft: true), run("אחד ", isRightToLeft: true),
                run(" end"),
              ]
            ]))
      ]),
    SVGCase(
      name: "fitted-text",
      items: [
        .text(
          TextItem(
            origin: Point(x: 10, y: 12), lines: [[run("one", width: 20), run("two", width: 22.5)]])),
        .text(
          TextItem(
            origin: Point(x: 10, y: 12), lines: [[run("one", width: 20)], [run("two", width: 22)]],
            lineHeight: 12)),
      ], options: SVGOptions(unit: .points, role: .image, fitsText: true)),
    SVGCase(
      name: "links",
      items: [
        .group(
          Group(
            link: .uri("https://example.org/?a=1&b=\"2\""),
            items: [.text(TextItem(origin: .zero, lines: [[run("away")]]))])),
        .group(
          Group(
            link: .destination("note 1"),
            items: [.text(TextItem(origin: .zero, lines: [[run("1")]]))])),
        .group(
          Group(
            link: .destination("elsewhere"),
            items: [.text(TextItem(origin: .zero, lines: [[run("other page")]]))])),
        .destination(Destination(name: "note 1", point: Point(x: 5, y: 60))),
      ], options: SVGOptions(idPrefix: "p1-")),
    SVGCase(
      name: "gradients",
      items: [
        .shape(
          Shape(
            .rect(Rect(x: 0, y: 0, width: 16, height: 64)),
            fill: .linearGradient(
              LinearGradient(stops: rainbow, from: Point(x: 0, y: 1), to: .zero)))),
        .shape(
          Shape(
            .rect(Rect(x: 20, y: 0, width: 16, height: 64)),
            fill: .linearGradient(
              LinearGradient(stops: rainbow, from: Point(x: 0, y: 1), to: .zero)),
            stroke: Stroke(.linearGradient(LinearGradient(stops: rainbow)), width: 3))),
        .shape(
          Shape(
            .rect(Rect(x: 44, y: 2, width: 40, height: 20)),
            fill: .radialGradient(RadialGradient(stops: rainbow)))),
        .shape(
          Shape(
            .path(box),
            fill: .radialGradient(
              RadialGradient(
                stops: rainbow, from: .init(center: Point(x: 0.25, y: 1.0 / 3), radius: 0.1),
                to: .init(radius: 0.6))))),
        .shape(
          Shape(
            .line(Point(x: 44, y: 30), Point(x: 84, y: 30)),
            stroke: Stroke(.linearGradient(LinearGradient(stops: rainbow)), width: 4))),
        .shape(
          Shape(
            .line(Point(x: 44, y: 36), Point(x: 84, y: 36)),
            stroke: Stroke(.radialGradient(RadialGradient(stops: rainbow)), width: 4))),
        .text(
          TextItem(
            origin: Point(x: 44, y: 60), lines: [[run("Fade")]],
            fill: .linearGradient(LinearGradient(stops: rainbow)))),
      ], options: SVGOptions(idPrefix: "g-")),
    SVGCase(
      name: "hatches",
      items: [
        .shape(
          Shape(
            .rect(Rect(x: 5, y: 5, width: 30, height: 70)),
            fill: .hatch(Hatch(color: .black)), stroke: Stroke(ink))),
        .shape(
          Shape(
            .rect(Rect(x: 40, y: 5, width: 30, height: 70)),
            fill: .hatch(
              Hatch(
                angle: 0, spacing: 2.5, lineWidth: 0.5, color: Color(rgb: 0, alpha: 0.5),
                background: Color(rgb: 0xEEEEEE))))),
        .shape(
          Shape(
            .line(Point(x: 75, y: 40), Point(x: 115, y: 40)),
            stroke: Stroke(.hatch(Hatch(angle: 90, spacing: 5, color: .black)), width: 10))),
      ]),
    SVGCase(
      name: "images",
      items: RasterImage(SampleImages.png).map { image in
        let rect = Rect(x: 10, y: 0, width: 40, height: 20)
        return [
          .image(
            ImageItem(
              .embedded(image), name: "logo.png", rect: rect,
              semantics: Semantics(role: "img", label: "Two \"red\" pixels"))),
          .image(
            ImageItem(
              .linked(href: "https://example.org/a.png?b&c", nil), name: "a.png", rect: rect,
              keepsAspect: false, opacity: 0.5)),
          .image(ImageItem(.linked(href: "logo.png", image), name: "logo.png", rect: rect)),
        ]
      } ?? []),
    SVGCase(
      name: "tracking",
      items: [
        .text(
          TextItem(
            origin: .zero, lines: [[run("KICKER", tracking: 1.2)], [run("plain")]],
            lineHeight: 12)),
        .text(
          TextItem(origin: .zero, lines: [[run("plain "), run("TIGHT", tracking: -0.25)]])),
        .text(TextItem(origin: .zero, lines: [[run("ÉQUI", tracking: 0.5)]])),
      ]),
    SVGCase(
      name: "hyphens",
      items: [
        .text(
          TextItem(
            origin: .zero, lines: [[run("indi"), run("\u{AD}")], [run("ca\u{AD}tor")]],
            lineHeight: 12))
      ]),
    SVGCase(
      name: "document",
      items: [.group(Group(clip: box))],
      options: SVGOptions(
        title: "Growth & targets", description: "Bars for <five> years.", language: "en-GB",
        background: .white, idPrefix: "fig1-")),
    SVGCase(
      name: "structure",
      items: [
        .group(Group(tag: .artifact, items: [.shape(Shape(.path(box), fill: ink))])),
        .group(
          Group(
            tag: .heading(2),
            items: [.text(TextItem(origin: .zero, lines: [[run("Heading")]]))])),
        .group(
          Group(
            tag: .figure(alternative: "A picture."),
            items: [.shape(Shape(.path(box), fill: ink))])),
        .group(
          Group(
            tag: .paragraph, items: [.text(TextItem(origin: .zero, lines: [[run("Prose")]]))])),
      ]),
  ]
}

@Suite struct SVGExporterTests {
  @Test(arguments: SVGCase.all)
  func drawsAsRecorded(_ example: SVGCase) throws {
    try expectGolden(example.svg, folder: "svg-export", name: "\(example.name).svg")
  }

  @Test(.enabled(if: ExternalTool("xmllint").isAvailable), arguments: SVGCase.all)
  func parsesAsXML(_ example: SVGCase) throws {
    let outcome = try ExternalTool("xmllint").run(
      ["--noout", "--nonet", "FILE"], on: Array(example.svg.utf8), suffix: "svg")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
  }

  @Test func equalClipsShareADefinition() {
    let group = Group(clip: SVGCase.box, items: [.shape(Shape(.path(SVGCase.box)))])
    let svg = SVGCase(name: "", items: [.group(group), .group(group)]).svg
    #expect(svg.ranges(of: "<clipPath").count == 1)
    #expect(svg.ranges(of: "clip-path=").count == 2)
  }

  @Test func differentClipsHaveDifferentIDsInDifferentDrawings() throws {
    func id(_ path: Path) throws -> Substring {
      let svg = SVGCase(name: "", items: [.group(Group(clip: path))]).svg
      return try #require(svg.split(separator: "\"").first { $0.hasPrefix("clip-") })
    }
    let other = Path([.move(Point(x: 0, y: 0)), .line(Point(x: 9, y: 9)), .close])
    #expect(try id(SVGCase.box) != id(other))
    #expect(try id(other) == id(other))
  }

  @Test func equalPaintsShareADefinition() {
    let paints: [Paint] = [
      .linearGradient(LinearGradient(stops: SVGCase.rainbow)),
      .radialGradient(RadialGradient(stops: SVGCase.rainbow)), .hatch(Hatch(color: .black)),
    ]
    let items = (paints + paints).map { FrameItem.shape(Shape(.path(SVGCase.box), fill: $0)) }
    let svg = SVGCase(name: "", items: items).svg
    #expect(svg.ranges(of: " id=").count == 4)
    #expect(svg.ranges(of: "fill=\"url(#").count == 7)
  }

  @Test func randomTextNeverBreaksTheMarkup() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x80 : 0x10FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) {
          scalars.append(scalar)
        }
      }
      let item = TextItem(
        origin: .zero, lines: [[SVGCase.run(String(scalars))]],
        semantics: Semantics(label: String(scalars)))
      let svg = SVGCase(name: "", items: [.text(item)]).svg
      for scalar in svg.unicodeScalars where scalar != "\n" && scalar != "\t" {
        #expect(scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
      }
      let tags = svg.unicodeScalars.count { $0 == "<" }
      #expect(tags == svg.unicodeScalars.count { $0 == ">" })
      #expect(tags == (scalars.isEmpty ? 2 : 4))
    }
  }

  /// CSS Fonts 4, 2.1: a list ends with a generic family. What draws Han is named, whoever views it.
  @Test(arguments: [
    (
      ["Lato"], "Lato", GenericFamily.sansSerif,
      "'Lato', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
    ),
    (
      [], "Noto Serif", .serif,
      "'Noto Serif', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', 'SimSun', serif"
    ),
    (["sans-serif"], "DejaVu Sans", .sansSerif, "sans-serif"),
    (
      ["sans-serif"], "Noto Sans CJK SC", .sansSerif,
      "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
    ),
  ])
  func familiesEndWithTheGeneric(
    asked: [String], drawn: String, generic: GenericFamily, expected: String
  ) {
    var run = SVGCase.run("a", family: drawn)
    run.face.generic = generic
    let item = TextItem(origin: .zero, lines: [[run]], families: asked)
    let svg = SVGExporter.svg(of: Frame(size: Size(width: 100, height: 100), items: [.text(item)]))
    #expect(svg.contains("font-family=\"\(expected)\""))
  }

  /// A label that a wider font would push over the edge is held to its width; one with room is not.
  @Test(arguments: [
    (5.0, TextAnchor.start, 0.0, false), (25, .start, 0, true), (99, .end, 0, false),
    (70, .end, 0, true), (50, .middle, 0, false), (45, .middle, 0, true), (10, .start, 90, false),
    (10, .start, -90, true),
  ])
  func longLabelsKeepTheirWidth(x: Double, anchor: TextAnchor, angle: Double, isHeld: Bool) {
    let item = TextItem(
      origin: Point(x: x - 5, y: 5), anchor: anchor, angle: angle,
      lines: [[SVGCase.run("label", width: 76)]])
    let frame = Frame(
      size: Size(width: 100, height: 105),
      items: [.group(Group(transform: .translation(x: 5, y: 0), items: [.text(item)]))])
    #expect(SVGExporter.svg(of: frame).contains("textLength=\"76\"") == isHeld)
  }

  /// Viewers do not part Han from Western letters as shaping did, so that a held label is not pulled apart.
  @Test func heldLabelsDoNotCountSpacesBetweenScripts() {
    var run = SVGCase.run("label", width: 76)
    run.autoSpace = 6
    let item = TextItem(origin: Point(x: 25, y: 5), lines: [[run]])
    let frame = Frame(size: Size(width: 100, height: 100), items: [.text(item)])
    #expect(SVGExporter.svg(of: frame).contains("textLength=\"70\""))
    let page = SVGExporter.svg(of: frame, options: SVGOptions(fitsText: true))
    #expect(page.contains("textLength=\"76\""))
  }
}
