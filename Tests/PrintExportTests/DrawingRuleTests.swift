import PrintExport
import Scene
import TestSupport
import Testing

/// Each rule of drawing on both canvases: what is drawn by it looks like something plain.
@Suite(.enabled(if: ExternalTool("pdftoppm").isAvailable)) struct DrawingRuleTests {
  private static let size = Size(width: 120, height: 70)
  private static let red = Color(rgb: 0xCC0000)
  private static let blue = Color(rgb: 0x0044AA)
  private static let box = Rect(x: 20, y: 15, width: 80, height: 40)

  private static func bar(
    _ fill: Paint? = .solid(red), in rect: Rect = box, stroke: Stroke? = nil, opacity: Double = 1
  ) -> FrameItem {
    .shape(Shape(.rect(rect), fill: fill, stroke: stroke, opacity: opacity))
  }

  private static func group(
    _ items: [FrameItem], _ transform: Transform = .identity, opacity: Double = 1,
    blend: BlendMode = .normal
  ) -> FrameItem {
    .group(Group(transform: transform, opacity: opacity, blend: blend, items: items))
  }

  private static func word(
    _ text: String, x: Double, y: Double = 45, anchor: TextAnchor = .start, angle: Double = 0,
    fill: Paint? = .solid(red), stroke: Stroke? = nil
  ) throws -> FrameItem {
    .text(
      TextItem(
        origin: Point(x: x, y: y), anchor: anchor, angle: angle,
        lines: [try SampleText().runs(text, size: 28)], fill: fill, stroke: stroke))
  }

  struct Rule: Sendable, CustomStringConvertible {
    var description: String
    /// What the rule is about.
    var drawn: [FrameItem]
    /// What it comes to.
    var meant: [FrameItem]

    init(_ description: String, _ drawn: [FrameItem], is meant: [FrameItem]) {
      self.description = description
      self.drawn = drawn
      self.meant = meant
    }
  }

  /// Every rule is followed by something that its state would spoil.
  private static func rules() throws -> [Rule] {
    let stops = [
      GradientStop(offset: 0, color: .white), GradientStop(offset: 0.4, color: blue),
      GradientStop(offset: 1, color: red),
    ]
    let pair = [
      bar(in: Rect(x: 20, y: 15, width: 50, height: 40)),
      bar(in: Rect(x: 50, y: 15, width: 50, height: 40)),
    ]
    let edge = Stroke(.solid(red), width: 10)
    let wide = Rect(x: 15, y: 10, width: 90, height: 50)
    let shift = try SampleText().runs("Word", size: 28).reduce(0) { $0 + $1.width }
    return [
      Rule(
        "opacities are multiplied",
        [group([group([bar(opacity: 0.5)], opacity: 0.8)], opacity: 0.5)],
        is: [bar(.solid(Color(rgb: 0xCC0000, alpha: 0.2)))]),
      Rule(
        "several translucent items are one picture", [group(pair, opacity: 0.5)],
        is: [bar(opacity: 0.5)]),
      Rule(
        "a blended group is one picture",
        [bar(.solid(.black)), group(pair, opacity: 0.5, blend: .screen)],
        is: [bar(.solid(Color(rgb: 0x660000)))]),
      Rule(
        "a stroke covers its fill", [bar(.solid(blue), stroke: edge, opacity: 0.5)],
        is: [
          group(
            [
              bar(.solid(red), in: wide),
              bar(.solid(blue), in: Rect(x: 25, y: 20, width: 70, height: 30)),
            ], opacity: 0.5)
        ]),
      Rule(
        "what is without width or opacity is not seen",
        [
          bar(nil, stroke: Stroke(.solid(red), width: 0)), bar(opacity: 0), group(pair, opacity: 0),
          group(pair, opacity: 0, blend: .multiply), bar(.solid(Color(rgb: 0, alpha: 0))),
        ],
        is: []),
      Rule(
        "what is flattened is not seen",
        [group(pair, .scale(0)), group(pair, Transform(a: 1, b: 0, c: 0, d: 0, tx: 0, ty: 9))],
        is: []),
      Rule(
        "a gradient from a point to itself is its last colour",
        [bar(.linearGradient(LinearGradient(stops: stops, from: .zero, to: .zero)))], is: [bar()]),
      Rule(
        "a gradient to a circle without radius is its last colour",
        [bar(.radialGradient(RadialGradient(stops: stops, to: .init(radius: 0))))], is: [bar()]),
      Rule(
        "a gradient without stops is nothing",
        [
          bar(.linearGradient(LinearGradient(stops: []))),
          bar(.radialGradient(RadialGradient(stops: []))),
        ], is: []),
      Rule(
        "circles of a gradient are round in any box",
        [
          bar(
            .radialGradient(
              RadialGradient(
                stops: [.init(offset: 0.5, color: red), .init(offset: 0.5, color: blue)],
                from: .init(radius: 0), to: .init(radius: 0.5))))
        ],
        is: [bar(.solid(blue)), group([.shape(Shape(.path(circle), fill: .solid(red)))])]),
      Rule(
        "beyond its ends a gradient goes on",
        [
          bar(
            .linearGradient(
              LinearGradient(
                stops: [.init(offset: 0, color: red), .init(offset: 1, color: red)],
                from: Point(x: 0.4, y: 0), to: Point(x: 0.6, y: 0))))
        ],
        is: [bar()]),
      Rule(
        "dashes of no length are a solid line",
        [bar(nil, stroke: Stroke(.solid(red), width: 10, dash: [0, 0]))],
        is: [bar(nil, stroke: edge)]),
      Rule(
        "negative dashes are a solid line",
        [bar(nil, stroke: Stroke(.solid(red), width: 10, dash: [5, -2]))],
        is: [bar(nil, stroke: edge)]),
      Rule(
        "a hatch is lines half a space off its multiples",
        [bar(.hatch(Hatch(angle: 0, spacing: 10, lineWidth: 4, color: red, background: blue)))],
        is: [bar(.solid(blue))]
          + [25.0, 35, 45].map { bar(in: Rect(x: 20, y: $0 - 2, width: 80, height: 4)) }
          + [15.0, 53].map { bar(in: Rect(x: 20, y: $0, width: 80, height: 2)) }),
      Rule(
        "lines of a hatch cover its background",
        [
          bar(.hatch(Hatch(spacing: 1, lineWidth: 2, color: red, background: .black)), opacity: 0.5)
        ],
        is: [bar(opacity: 0.5)]),
      Rule(
        "a hatched stroke lies where the stroke does",
        [bar(nil, stroke: Stroke(.hatch(Hatch(spacing: 1, lineWidth: 2, color: red)), width: 10))],
        is: [bar(nil, stroke: edge)]),
      Rule(
        "hatched letters are letters",
        [try word("Word", x: 20, fill: .hatch(Hatch(spacing: 1, lineWidth: 2, color: red)))],
        is: [try word("Word", x: 20)]),
      Rule(
        "text ends at its point", [try word("Word", x: 100, anchor: .end)],
        is: [try word("Word", x: 100 - shift)]),
      Rule(
        "text stands about its point", [try word("Word", x: 60, anchor: .middle)],
        is: [try word("Word", x: 60 - shift / 2)]),
      Rule(
        "text turns about its point", [try word("Word", x: 60, anchor: .middle, angle: 30)],
        is: [
          group(
            [try word("Word", x: -shift / 2, y: 0)],
            Transform.translation(x: 60, y: 45).concatenating(.rotation(degrees: 30)))
        ]),
      Rule(
        "groups move, turn and scale",
        [
          group(
            [group([bar(in: Rect(x: -20, y: -40, width: 20, height: 40))], .rotation(degrees: 90))],
            Transform.translation(x: 20, y: 15).concatenating(.scale(2)))
        ],
        is: [bar(in: Rect(x: 20, y: -25, width: 80, height: 40))]),
      Rule(
        "colours keep their own opacities",
        [
          try word(
            "Word", x: 20, fill: .solid(Color(rgb: 0xCC0000, alpha: 0.2)),
            stroke: Stroke(.solid(blue), width: 2))
        ],
        is: [
          try word(
            "Word", x: 20, fill: .solid(Color(rgb: 0xF5CCCC)),
            stroke: Stroke(.solid(blue), width: 2))
        ]),
    ]
  }

  /// About the middle of the box, with half of its larger side's half as radius.
  private static let circle: Path = {
    let (x, y, r, k) = (60.0, 35.0, 20.0, 20 * 0.5523)
    return Path([
      .move(Point(x: x + r, y: y)),
      .curve(Point(x: x + r, y: y + k), Point(x: x + k, y: y + r), Point(x: x, y: y + r)),
      .curve(Point(x: x - k, y: y + r), Point(x: x - r, y: y + k), Point(x: x - r, y: y)),
      .curve(Point(x: x - r, y: y - k), Point(x: x - k, y: y - r), Point(x: x, y: y - r)),
      .curve(Point(x: x + k, y: y - r), Point(x: x + r, y: y - k), Point(x: x + r, y: y)), .close,
    ])
  }()

  /// Of another paint, opacity, dash and mode than what stands before.
  private static func after() throws -> [FrameItem] {
    [
      bar(.solid(blue), in: Rect(x: 0, y: 0, width: 12, height: 12)),
      .shape(
        Shape(
          .line(Point(x: 0, y: 66), Point(x: 120, y: 66)), stroke: Stroke(.solid(blue), width: 2))),
      group(
        [
          try word("a", x: 104, y: 12, fill: .solid(blue)),
          bar(.solid(red), in: Rect(x: 106, y: 20, width: 10, height: 6)),
        ], opacity: 0.5),
    ]
  }

  @Test func eachRuleHoldsOnBothCanvases() throws {
    for rule in try Self.rules() {
      let (drawn, meant) = (rule.drawn + (try Self.after()), rule.meant + (try Self.after()))
      for canvas in DrawnCanvas.allCases {
        let difference = try canvas.look(of: drawn, size: Self.size).difference(
          from: canvas.look(of: meant, size: Self.size))
        #expect(
          difference.mean < 0.8 && difference.worst < 24,
          "\(rule): \(difference), \(canvas)")
      }
    }
  }
}
