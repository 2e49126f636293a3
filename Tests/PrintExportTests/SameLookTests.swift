import PrintExport
import Scene
import TestSupport
import Testing

/// What a PDF shows beside what Cairo draws of the same frame.
@Suite struct SameLookTests {
  private static let red = Color(rgb: 0xCC0000)
  private static let stops = [
    GradientStop(offset: 0.1, color: .white), GradientStop(offset: 0.4, color: red),
    GradientStop(offset: 0.4, color: Color(rgb: 0x0044AA)),
    GradientStop(offset: 0.9, color: .black),
  ]
  private static let fading = [
    GradientStop(offset: 0, color: red),
    GradientStop(offset: 1, color: Color(rgb: 0x0044AA, alpha: 0)),
  ]
  private static let box = Rect(x: 20, y: 15, width: 80, height: 40)
  private static let heart = Path([
    .move(Point(x: 60, y: 60)), .curve(Point(x: 0, y: 30), Point(x: 30, y: 0), Point(x: 60, y: 20)),
    .curve(Point(x: 90, y: 0), Point(x: 120, y: 30), Point(x: 60, y: 60)), .close,
  ])

  private static func bar(_ paint: Paint, opacity: Double = 1) -> FrameItem {
    .shape(Shape(.rect(box), fill: paint, opacity: opacity))
  }

  private static func line(_ paint: Paint, opacity: Double = 1) -> FrameItem {
    .shape(
      Shape(
        .line(Point(x: 20, y: 20), Point(x: 100, y: 50)),
        stroke: Stroke(paint, width: 12, dash: [20, 5], dashOffset: 4), opacity: opacity))
  }

  private static func heart(
    fill: Paint? = nil, stroke: Stroke? = nil, opacity: Double = 1
  ) -> FrameItem {
    .shape(Shape(.path(heart), fill: fill, stroke: stroke, opacity: opacity))
  }

  private static func words(
    _ paint: Paint?, stroke: Stroke? = nil, angle: Double = 0, opacity: Double = 1
  ) throws -> FrameItem {
    // Readers set letters on quarters of a pixel, but not outlines: of a stroke, one letter on a whole one.
    let (text, origin) =
      stroke == nil ? ("AVWoffi", Point(x: 60, y: 45)) : ("B", Point(x: 45, y: 50))
    return .text(
      TextItem(
        origin: origin, anchor: stroke == nil ? .middle : .start, angle: angle,
        lines: [try SampleText().runs(text, size: stroke == nil ? 28 : 44)], fill: paint,
        stroke: stroke, opacity: opacity))
  }

  private static func group(
    _ transform: Transform = .identity, clip: Path? = nil, opacity: Double = 1,
    blend: BlendMode = .normal, _ items: FrameItem...
  ) -> FrameItem {
    .group(
      Group(transform: transform, clip: clip, opacity: opacity, blend: blend, items: items))
  }

  /// Frames of 120 by 70, each with another thing to draw.
  private static func samples() throws -> [(name: String, items: [FrameItem])] {
    let linear = Paint.linearGradient(LinearGradient(stops: stops, to: Point(x: 1, y: 0.5)))
    let radial = Paint.radialGradient(RadialGradient(stops: stops))
    let fade = Paint.linearGradient(LinearGradient(stops: fading))
    let hatch = Paint.hatch(Hatch(spacing: 6, lineWidth: 2, color: red))
    let backed = Paint.hatch(
      Hatch(angle: 30, spacing: 6, lineWidth: 2, color: red, background: .black))
    let blue = Paint.solid(Color(rgb: 0x0044AA))
    let image = FrameItem.image(
      ImageItem(
        .embedded(try #require(RasterImage(SampleImages.png))), name: "logo", rect: box,
        opacity: 0.6))
    return [
      ("solid", [bar(blue, opacity: 0.4)]), ("linear", [bar(linear)]), ("radial", [bar(radial)]),
      ("fading", [bar(blue), bar(fade, opacity: 0.7), bar(blue, opacity: 0.1)]),
      ("hatch", [bar(hatch)]), ("backed hatch", [bar(backed, opacity: 0.5)]),
      ("linear line", [line(linear)]), ("fading line", [line(fade, opacity: 0.8)]),
      ("hatched line", [line(hatch)]), ("backed hatched line", [line(backed, opacity: 0.5)]),
      ("words", [try words(blue)]), ("linear words", [try words(linear)]),
      ("hatched words", [try words(backed)]),
      ("outlined words", [try words(blue, stroke: Stroke(.solid(red)), opacity: 0.5)]),
      ("hollow words", [try words(nil, stroke: Stroke(.solid(red), width: 2))]),
      ("turned words", [try words(blue, angle: -30)]),
      (
        "outlined shape",
        [
          .shape(
            Shape(
              .path(heart), fill: blue,
              stroke: Stroke(.solid(red), width: 6, cap: .round, join: .round), opacity: 0.5))
        ]
      ),
      ("clip", [group(clip: heart, bar(linear))]),
      ("group", [bar(blue), group(opacity: 0.5, bar(.solid(red)), line(hatch))]),
      ("blend", [bar(linear), group(blend: .multiply, .shape(Shape(.path(heart), fill: blue)))]),
      (
        "turned",
        [
          group(
            Transform.translation(x: 30, y: -10).concatenating(.rotation(degrees: 20)),
            group(.scale(0.8), bar(linear), line(hatch), try words(fade)))
        ]
      ),
      // What one thing sets must not be seen on the next, in a form or out of it.
      (
        "dashes before a picture",
        [
          line(blue), heart(fill: blue, stroke: Stroke(.solid(red), width: 6), opacity: 0.5),
          group(blend: .multiply, heart(stroke: Stroke(blue, width: 3))),
        ]
      ),
      (
        "outlines before a picture",
        [
          try words(.solid(.white), stroke: Stroke(.solid(red), width: 3)),
          group(opacity: 0.5, blend: .multiply, try words(blue, angle: 30)),
          try words(blue, angle: -30),
        ]
      ),
      (
        "translucent things between opaque ones",
        [
          bar(.solid(Color(rgb: 0x0044AA, alpha: 0.2))), line(.solid(red)),
          try words(.solid(Color(rgb: 0, alpha: 0.3))), image,
          heart(stroke: Stroke(.solid(Color(rgb: 0, alpha: 0.4)), width: 4)),
          try words(blue, angle: 60),
        ]
      ),
      (
        "translucent letters with an opaque edge",
        [
          try words(
            .solid(Color(rgb: 0x0044AA, alpha: 0.2)), stroke: Stroke(.solid(red), width: 1.5)),
          try words(blue, angle: 40),
        ]
      ),
      (
        "fading letters with an edge",
        [
          bar(.solid(Color(rgb: 0xFFEE88))),
          try words(fade, stroke: Stroke(.solid(.black), width: 1)), try words(blue, angle: 40),
        ]
      ),
      (
        "letters with a fading edge",
        [try words(.solid(.white), stroke: Stroke(fade, width: 3)), try words(backed, angle: 40)]
      ),
      (
        "hatched letters with an edge",
        [
          try words(hatch, stroke: Stroke(.solid(.black), width: 1)),
          try words(blue, stroke: Stroke(hatch, width: 3), angle: 40),
        ]
      ),
      ("image", [bar(hatch), image]),
      ("turned image", [group(.rotation(degrees: 10), image)]),
    ]
  }

  /// Our PDF beside Cairo's, each in three readers.
  @Test(.enabled(if: LookComparison.isAvailable))
  func eachThingLooksTheSameInEveryReader() throws {
    let size = Size(width: 120, height: 70)
    let looks = try LookComparison()
    for (name, items) in try Self.samples() {
      let document = document([page(items, size: size)])
      try looks.add(
        name, PDFExporter.pdf(of: document, creator: "test"),
        CairoExporter.pdf(of: document, creator: "test").bytes)
    }
    let faults = try looks.faults()
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  /// Our PDF beside Cairo's pixels, in poppler.
  @Test(.enabled(if: ExternalTool("pdftoppm").isAvailable))
  func eachThingLooksTheSameInPixels() throws {
    let size = Size(width: 120, height: 70)
    for (name, items) in try Self.samples() {
      let wanted = try DrawnCanvas.cairo.look(of: items, size: size)
      let difference = try DrawnCanvas.pdf.look(of: items, size: size).difference(from: wanted)
      #expect(difference.mean < 5 && difference.worst < 60, "\(name) differs by \(difference)")
      #expect(wanted.isInked, "\(name) is blank")
    }
  }
}
