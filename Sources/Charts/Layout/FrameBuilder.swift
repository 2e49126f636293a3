import Glibc
import Scene
import Syntax
import Tables
import Wording

/// Turns a laid-out scene into a frame: shapes, texts and groups with Vega's class names.
struct FrameBuilder {
  let measurer: TextMeasurer
  /// Whether a mark of data has been drawn.
  private(set) var drawsData = false
  /// Whether an item was left out because its place is no number.
  private(set) var hasInfinities = false
  /// The first address of a link that may not be followed.
  private(set) var refusedAddress: String?

  private let images: ImageStore
  private let wording: Wording

  init(measurer: TextMeasurer, images: ImageStore, wording: Wording) {
    self.wording = wording
    self.measurer = measurer
    self.images = images
  }

  /// The root mark of the chart as frame items.
  mutating func items(root: SceneItem) -> FrameItem {
    let mark = SceneMark(.group, role: "frame", items: [root], name: "root")
    return .group(group(mark))
  }

  private mutating func group(_ mark: SceneMark) -> Group {
    var classes = [
      "mark-\(mark.kind.vegaName)", "role-\(mark.role)",
    ]
    if let name = mark.name, !name.isEmpty { classes.append(FieldNames.variable(name)) }
    let hasNames = mark.items.contains { $0.description != nil }
    var semantics = Semantics(classes: classes)
    if mark.isHidden {
      semantics.isHidden = true
    } else if let description = mark.roleDescription {
      semantics.role = "graphics-symbol"
      semantics.roleDescription = roleWords(description)
      semantics.label = mark.caption
    } else if !Self.silentRoles.contains(mark.role) {
      semantics.role =
        mark.kind == .group || mark.kind == .text || hasNames
        ? "graphics-object" : "graphics-symbol"
      semantics.roleDescription = Label.markGroupRole.text(in: wording, mark.kind.vegaName)
    }
    if mark.role == "mark", !mark.items.isEmpty { drawsData = true }
    var items: [FrameItem] = []
    for item in ordered(mark) { items += frameItems(item, mark) }
    return Group(clip: mark.clip, semantics: semantics, items: items)
  }

  /// What a guide or title is, in the language of the chart.
  private func roleWords(_ role: String) -> String {
    switch role {
    case "axis": Label.axisRole.text(in: wording)
    case "legend": Label.legendRole.text(in: wording)
    case "title": Label.titleRole.text(in: wording)
    case "subtitle": Label.subtitleRole.text(in: wording)
    default: role
    }
  }

  private func ordered(_ mark: SceneMark) -> [SceneItem] {
    guard mark.items.contains(where: { $0.zindex != 0 }) else { return mark.items }
    return mark.items.enumerated().sorted {
      ($0.element.zindex, $0.offset) < ($1.element.zindex, $1.offset)
    }.map(\.element)
  }

  /// Roles of which a related role says everything.
  private static let silentRoles: Set<String> = [
    "axis-domain", "axis-grid", "axis-label", "axis-tick", "axis-title", "legend-band",
    "legend-entry", "legend-gradient", "legend-label", "legend-title", "legend-symbol", "title",
  ]

  private func semantics(_ item: SceneItem, _ mark: SceneMark) -> Semantics? {
    guard item.description != nil || item.tooltip != nil else { return nil }
    guard let description = item.description, !mark.isHidden else {
      return Semantics(tooltip: item.tooltip)
    }
    return Semantics(
      role: mark.kind == .group ? "graphics-object" : "graphics-symbol",
      roleDescription: item.roleDescription ?? Label.markRole.text(in: wording, mark.kind.rawValue),
      label: description,
      tooltip: item.tooltip)
  }

  private mutating func frameItems(_ item: SceneItem, _ mark: SceneMark) -> [FrameItem] {
    guard item.isFinite else {
      hasInfinities = true
      return []
    }
    var result: [FrameItem]
    switch mark.kind {
    case .group: result = [.group(groupItem(item))]
    case .text: result = text(item, mark)
    case .rule:
      let geometry = Shape.Geometry.line(
        Point(x: item.x, y: item.y), Point(x: item.x2 ?? item.x, y: item.y2 ?? item.y))
      result = shape(geometry, item, mark, isFilled: false)
    case .rect:
      let box = Rect(x: item.x, y: item.y, width: item.width, height: item.height)
      if item.cornerRadii.contains(where: { $0 > 0 }) {
        result = shape(.path(RoundedRect.path(box, item.cornerRadii)), item, mark)
      } else {
        result = shape(.rect(box), item, mark)
      }
    case .symbol, .arc, .path:
      guard let path = item.path else { return [] }
      result = shape(.path(placed(path, item)), item, mark)
    case .line:
      guard let path = item.path, !path.isEmpty else { return [] }
      result = shape(.path(path), item, mark)
    case .area, .trail:
      guard let path = item.path, !path.isEmpty else { return [] }
      result = shape(.path(path), item, mark)
    case .image:
      guard let url = item.url, let image = images.image(at: url) else { return [] }
      let box = Rect(x: item.x, y: item.y, width: item.width, height: item.height)
      result = [
        .image(
          ImageItem(
            .embedded(image), name: url, rect: box, keepsAspect: item.keepsAspect,
            opacity: item.opacity, semantics: semantics(item, mark)))
      ]
    }
    if item.blend != .normal { result = [.group(Group(blend: item.blend, items: result))] }
    if let href = item.href, LinkAddress.problem(href, at: nil) != nil {
      refusedAddress = refusedAddress ?? href
    }
    if let href = item.href {
      return [.group(Group(link: .uri(href), items: result))]
    }
    return result
  }

  private func placed(_ path: Path, _ item: SceneItem) -> Path {
    let radians = item.angle * .pi / 180
    let transform = Transform.translation(x: item.x, y: item.y).concatenating(
      Transform(
        a: cos(radians), b: sin(radians), c: -sin(radians), d: cos(radians), tx: 0, ty: 0))
    let isPlain = item.angle == 0
    func map(_ point: Point) -> Point {
      isPlain ? Point(x: point.x + item.x, y: point.y + item.y) : transform.apply(point)
    }
    return Path(
      path.elements.map { element in
        switch element {
        case .move(let point): .move(map(point))
        case .line(let point): .line(map(point))
        case .curve(let a, let b, let end): .curve(map(a), map(b), map(end))
        case .close: .close
        }
      })
  }

  private func shape(
    _ geometry: Shape.Geometry, _ item: SceneItem, _ mark: SceneMark, isFilled: Bool = true
  ) -> [FrameItem] {
    let fill = isFilled ? FramePaint.paint(item.fill, opacity: item.fillOpacity) : nil
    let stroke = FramePaint.stroke(item)
    return [
      .shape(
        Shape(
          geometry, fill: fill, stroke: stroke, opacity: max(0, min(1, item.opacity)),
          semantics: semantics(item, mark)))
    ]
  }

  private func text(_ item: SceneItem, _ mark: SceneMark) -> [FrameItem] {
    guard let text = item.text, text.size > 0 else { return [] }
    let lines = measurer.drawnLines(text)
    guard lines.contains(where: { !$0.isEmpty }) else { return [] }
    let anchor = ItemBounds.anchor(item)
    let (dx, dy) = (text.dx, text.dy + text.baselineOffset)
    var origin = Point(x: anchor.x + dx, y: anchor.y + dy)
    if item.angle != 0 {
      let radians = item.angle * .pi / 180
      origin = Point(
        x: anchor.x + dx * cos(radians) - dy * sin(radians),
        y: anchor.y + dx * sin(radians) + dy * cos(radians))
    }
    let fill = FramePaint.paint(item.fill, opacity: item.fillOpacity)
    let stroke = FramePaint.stroke(item)
    // A text that takes up room and is not seen is not to be heard either.
    let isSeen = item.opacity > 0 && (fill?.isVisible == true || stroke?.paint.isVisible == true)
    let align: TextAnchor =
      text.align == "center" ? .middle : text.align == "right" ? .end : .start
    return [
      .text(
        TextItem(
          origin: origin, anchor: align, angle: item.angle,
          lines: lines.map { measurer.runs($0, text) }, lineHeight: text.lineStep,
          fill: fill, stroke: stroke, families: measurer.families(of: text.font),
          opacity: max(0, min(1, item.opacity)),
          semantics: isSeen ? semantics(item, mark) : Semantics(isHidden: true)))
    ]
  }

  private mutating func groupItem(_ item: SceneItem) -> Group {
    var items: [FrameItem] = []
    if item.fill != nil || item.stroke != nil, item.width > 0 || item.height > 0 {
      // A frame line of one pixel lies on the pixels, not between them.
      let width = item.strokeWidth
      let shift = item.stroke != nil && width > 0.5 && width < 1.5 ? 0.5 - abs(width - 1) : 0
      let box = Rect(x: shift, y: shift, width: item.width, height: item.height)
      let geometry: Shape.Geometry =
        item.cornerRadii.contains { $0 > 0 }
        ? .path(RoundedRect.path(box, item.cornerRadii)) : .rect(box)
      items.append(
        .shape(
          Shape(
            geometry, fill: FramePaint.paint(item.fill, opacity: item.fillOpacity),
            stroke: FramePaint.stroke(item), opacity: item.opacity,
            semantics: Semantics(classes: ["background"], isHidden: true))))
    }
    for mark in item.marks where !mark.items.isEmpty { items.append(.group(group(mark))) }
    var clip: Path?
    if item.isClipped {
      clip = RoundedRect.path(
        Rect(x: 0, y: 0, width: item.width, height: item.height), item.cornerRadii)
    }
    return Group(
      transform: .translation(x: item.x, y: item.y), clip: clip, items: items)
  }
}

/// Paints of the scene as those of a frame.
enum FramePaint {
  static func paint(_ paint: ScenePaint?, opacity: Double) -> Paint? {
    switch paint {
    case .color(var color)?:
      if color.alpha == 0 { return nil }
      color.alpha *= max(0, min(1, opacity))
      return .solid(color)
    case .gradient(let gradient)?:
      let stops = gradient.stops.map { stop in
        var color = stop.color
        color.alpha *= max(0, min(1, opacity))
        return GradientStop(offset: stop.offset, color: color)
      }
      switch gradient.course {
      case .line(let start, let end):
        return .linearGradient(LinearGradient(stops: stops, from: start, to: end))
      case .circles(let inner, let outer):
        return .radialGradient(RadialGradient(stops: stops, from: inner, to: outer))
      }
    case .hatch(var hatch)?:
      let share = max(0, min(1, opacity))
      hatch.color.alpha *= share
      hatch.background?.alpha *= share
      return .hatch(hatch)
    case nil: return nil
    }
  }

  static func stroke(_ item: SceneItem) -> Stroke? {
    guard item.strokeWidth > 0,
      let paint = paint(item.stroke, opacity: item.strokeOpacity)
    else { return nil }
    return Stroke(
      paint, width: item.strokeWidth,
      dash: item.strokeDash.contains { $0 > 0 } ? item.strokeDash : [],
      dashOffset: item.strokeDashOffset,
      cap: item.strokeCap.flatMap { Stroke.Cap(rawValue: $0) } ?? .butt,
      join: item.strokeJoin.flatMap { Stroke.Join(rawValue: $0) } ?? .miter,
      miterLimit: item.strokeMiterLimit ?? 4)
  }
}

/// Rectangles with rounded corners (vega-scenegraph's `rectangle`).
enum RoundedRect {
  /// Radii of the top left, top right, bottom right and bottom left corner; empty for square ones.
  static func path(_ box: Rect, _ radii: [Double]) -> Path {
    func radius(_ index: Int) -> Double {
      guard radii.indices.contains(index) else { return 0 }
      return max(0, min(radii[index], min(abs(box.width), abs(box.height)) / 2))
    }
    let (a, b, c, d) = (radius(0), radius(1), radius(2), radius(3))
    // Control points at this share make a circle's quarter to within 0.03 %.
    let k = 0.448084975506
    let (x, y, right, bottom) = (box.minX, box.minY, box.maxX, box.maxY)
    var path = Path()
    path.move(to: Point(x: x + a, y: y))
    path.line(to: Point(x: right - b, y: y))
    if b > 0 {
      path.curve(
        Point(x: right - k * b, y: y), Point(x: right, y: y + k * b),
        to: Point(x: right, y: y + b))
    }
    path.line(to: Point(x: right, y: bottom - c))
    if c > 0 {
      path.curve(
        Point(x: right, y: bottom - k * c), Point(x: right - k * c, y: bottom),
        to: Point(x: right - c, y: bottom))
    }
    path.line(to: Point(x: x + d, y: bottom))
    if d > 0 {
      path.curve(
        Point(x: x + k * d, y: bottom), Point(x: x, y: bottom - k * d),
        to: Point(x: x, y: bottom - d))
    }
    path.line(to: Point(x: x, y: y + a))
    if a > 0 {
      path.curve(
        Point(x: x, y: y + k * a), Point(x: x + k * a, y: y), to: Point(x: x + a, y: y))
    }
    path.close()
    return path
  }
}

extension Paint {
  /// Whether anything of it can be seen.
  fileprivate var isVisible: Bool {
    switch self {
    case .solid(let color): color.alpha > 0
    case .linearGradient, .radialGradient, .hatch: true
    }
  }
}
