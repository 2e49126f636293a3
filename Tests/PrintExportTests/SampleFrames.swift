import Scene
import Syntax
import Typesetting

/// Set text and small documents to draw.
struct SampleText {
  private let shaper: Shaper

  init() throws {
    shaper = Shaper(fonts: try FontBook(families: ["Lato", "Noto Serif", "DejaVu Sans"]))
  }

  func runs(_ text: String, family: String = "Lato", size: Double = 12) throws -> [GlyphRun] {
    let font = FontDescription(families: [family, "DejaVu Sans"])
    return try shaper.shape(text, style: TextStyle(font: font, size: size))
  }

  func item(
    _ text: String, x: Double = 40, y: Double = 60, family: String = "Lato", size: Double = 12,
    angle: Double = 0, anchor: TextAnchor = .start, stroke: Stroke? = nil, opacity: Double = 1
  ) throws -> FrameItem {
    .text(
      TextItem(
        origin: Point(x: x, y: y), anchor: anchor, angle: angle,
        lines: [try runs(text, family: family, size: size)], stroke: stroke, opacity: opacity))
  }
}

let a5 = Size(width: 420, height: 595)

func page(_ items: [FrameItem], label: String = "1", size: Size = a5) -> Page {
  Page(frame: Frame(size: size, items: items), label: label)
}

func document(
  _ pages: [Page], outline: [PagedDocument.OutlineEntry] = [], date: String = "2025-03-31"
) -> PagedDocument {
  PagedDocument(
    properties: .init(
      title: "Über die Größe (2025)", author: "A. Uthor", subject: "Growth",
      keywords: ["one", "two"],
      date: date), outline: outline, pages: pages)
}

func destination(_ name: String, x: Double = 0, y: Double = 0) -> FrameItem {
  .destination(Destination(name: name, point: Point(x: x, y: y)))
}

/// Two pages with all that a PDF can hold.
func richDocument() throws -> PagedDocument {
  let text = try SampleText()
  let red = Paint.solid(Color(rgb: 0xCC0000))
  let box = Path([
    .move(.zero), .line(Point(x: 60, y: 0)),
    .curve(Point(x: 80, y: 20), Point(x: 80, y: 40), Point(x: 60, y: 60)), .close,
  ])
  let first: [FrameItem] = [
    // First on the page, with a tag around: what Cairo's paint would destroy.
    .group(
      Group(
        opacity: 0.5, link: .uri("https://example.org/a(b)c?x='1'&y=\\é"),
        items: [
          .shape(Shape(.rect(Rect(x: 10, y: 10, width: 80, height: 20)), fill: red)),
          try text.item("A translucent link", x: 12, y: 24),
        ])),
    destination("top of page", x: 0, y: 40),
    try text.item("The office staff find waffles efficient.", y: 80),
    try text.item("The office staff find flowers efficient.", y: 100, family: "Noto Serif"),
    try text.item("Hebrew: שלום עולם end", y: 120),
    try text.item("Turned", x: 200, y: 300, angle: -90, anchor: .middle),
    try text.item("Outlined", y: 160, size: 30, stroke: Stroke(red, width: 0.5), opacity: 0.8),
    .group(
      Group(
        transform: .translation(x: 100, y: 200), clip: box, opacity: 0.4,
        items: [
          .shape(Shape(.path(box), fill: red, stroke: Stroke(red, width: 4), opacity: 0.5)),
          .shape(
            Shape(
              .line(.zero, Point(x: 60, y: 60)),
              stroke: Stroke(red, width: 3, dash: [5, 2], cap: .round, join: .bevel))),
        ])),
    .group(
      Group(
        transform: .translation(x: 50, y: 400), opacity: 0.5,
        items: [
          .group(
            Group(
              transform: .scale(2), link: .destination("second page"),
              items: [try text.item("See page two", x: 10, y: 20)])),
          .shape(Shape(.rect(Rect(x: 0, y: 0, width: 10, height: 10)), fill: red)),
        ])),
    .group(
      Group(transform: .scale(0), items: [try text.item("flattened to nothing")])),
  ]
  let second: [FrameItem] = [
    destination("second page"), destination("deep", y: 500), try text.item("Second page"),
    .group(
      Group(link: .destination("top of page"), items: [try text.item("Back", y: 200)])),
  ]
  return document(
    [page(first, label: "i"), page(second, label: "ii", size: Size(width: 595, height: 420))],
    outline: [
      .init(title: "First (1)", level: 1, destination: "top of page"),
      .init(title: "Zweite Seite: Größe", level: 1, destination: "second page"),
      .init(title: "Deeper", level: 2, destination: "deep"),
    ])
}
