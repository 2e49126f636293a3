import Foundation
import Scene

extension Frame {
  /// What the frame paints, in order, as the references say it.
  var painted: [PaintedItem] {
    var painter = Painter()
    for item in items {
      // The outermost group moves everything to the origin of the plot.
      guard case .group(let group) = item else { continue }
      for item in group.items { painter.add(item, Painter.Surroundings()) }
    }
    return painter.items
  }
}

/// Gathers what a frame paints.
private struct Painter {
  /// What the groups about an item say of it.
  struct Surroundings {
    var transform = Transform.identity
    var role = ""
    var opacity = 1.0
    var clip: Rect?
    var words: [String: String] = [:]
  }

  private(set) var items: [PaintedItem] = []

  mutating func add(_ item: FrameItem, _ around: Surroundings) {
    switch item {
    case .group(let group): add(group, around)
    case .shape(let shape): add(shape, around)
    case .text(let text): add(text, around)
    case .image(let image): add(image, around)
    case .destination: break
    }
  }

  private mutating func add(_ group: Group, _ around: Surroundings) {
    var inner = around
    inner.transform = around.transform.concatenating(group.transform)
    inner.opacity *= group.opacity
    if let name = group.semantics?.classes.first(where: { $0.hasPrefix("role-") }) {
      inner.role = String(name.dropFirst(5))
    }
    if group.blend != .normal { inner.words["blend"] = group.blend.rawValue }
    if case .uri(let address)? = group.link { inner.words["href"] = address }
    if let clip = group.clip, let box = Self.box(Self.points(clip), inner.transform) {
      inner.clip = around.clip.map { Self.meet($0, box) } ?? box
    }
    for item in group.items { add(item, inner) }
  }

  private mutating func add(_ shape: Shape, _ around: Surroundings) {
    let opacity = around.opacity * shape.opacity
    var words = around.words
    let isLine = if case .line = shape.geometry { true } else { false }
    words["fill"] = isLine ? nil : shape.fill.flatMap { Self.words(of: $0, opacity) }
    words.merge(Self.words(of: shape.stroke, opacity)) { $1 }
    guard words["fill"] != nil || words["stroke"] != nil else { return }
    place(Self.points(shape.geometry), words, around)
  }

  private mutating func add(_ image: ImageItem, _ around: Surroundings) {
    var words = around.words
    let opacity = around.opacity * image.opacity
    words["fill"] = "image" + (opacity > 0.995 ? "" : String(format: "/%.2f", opacity))
    place(Self.points(.rect(image.rect)), words, around)
  }

  private mutating func place(
    _ points: [[Point]], _ words: [String: String], _ around: Surroundings
  ) {
    guard let box = Self.box(points, around.transform) else { return }
    let paths = points.map { $0.map(around.transform.apply) }
    let length = paths.reduce(0) { sum, path in
      zip(path, path.dropFirst()).reduce(sum) { $0 + hypot($1.0.x - $1.1.x, $1.0.y - $1.1.y) }
    }
    guard length >= 1e-6, words["stroke"] != nil || min(box.width, box.height) >= 1e-6 else {
      return
    }
    var words = words
    var shown = box
    if let clip = around.clip {
      guard clip.maxX >= box.minX - 1e-6, box.maxX >= clip.minX - 1e-6,
        clip.maxY >= box.minY - 1e-6, box.maxY >= clip.minY - 1e-6
      else { return }
      shown = Self.meet(box, clip)
    }
    let cut = [
      shown.minX - box.minX, shown.minY - box.minY, shown.maxX - box.maxX, shown.maxY - box.maxY,
    ]
    if cut.contains(where: { abs($0) > 0.05 }) {
      words["cut"] = ""
    } else {
      words["length"] = PaintedItem.number(length)
    }
    items.append(
      PaintedItem(
        role: around.role, text: nil, place: [shown.minX, shown.minY, shown.maxX, shown.maxY],
        words: words))
  }

  private mutating func add(_ text: TextItem, _ around: Surroundings) {
    let opacity = around.opacity * text.opacity
    var words = around.words
    words["fill"] = text.fill.flatMap { Self.words(of: $0, opacity) }
    words.merge(Self.words(of: text.stroke, opacity)) { $1 }
    let lines = text.lines.map { $0.map(\.text).joined() }
    let whole = lines.joined(separator: "\n")
    guard words["fill"] != nil || words["stroke"] != nil, opacity > 0,
      whole.contains(where: { !$0.isWhitespace }), let run = text.lines.joined().first
    else { return }
    let turn = (text.angle.truncatingRemainder(dividingBy: 360) + 360)
      .truncatingRemainder(dividingBy: 360)
    if turn != 0 { words["turn"] = PaintedItem.number(turn) }
    if text.anchor != .start { words["anchor"] = text.anchor.rawValue }
    words["font"] = PaintedItem.number(run.size)
    if run.face.weight >= 600 { words["bold"] = "" }
    if run.face.isItalic { words["italic"] = "" }
    if run.face.family != "DejaVu Sans" {
      words["family"] = run.face.family.replacing(" ", with: "_")
    }
    if lines.count > 1 { words["step"] = PaintedItem.number(text.lineHeight) }
    let origin = around.transform.apply(text.origin)
    items.append(
      PaintedItem(role: around.role, text: whole, place: [origin.x, origin.y], words: words))
  }

  // MARK: Geometry

  private static func points(_ geometry: Shape.Geometry) -> [[Point]] {
    switch geometry {
    case .line(let start, let end): [[start, end]]
    case .rect(let rect):
      points(
        Path([
          .move(rect.origin), .line(Point(x: rect.maxX, y: rect.minY)),
          .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.minX, y: rect.maxY)),
          .close,
        ]))
    case .path(let path): points(path)
    }
  }

  /// The outline as points; curves in 32 steps.
  private static func points(_ path: Path) -> [[Point]] {
    var all: [[Point]] = []
    var current: [Point] = []
    for element in path.elements {
      switch element {
      case .move(let point):
        if !current.isEmpty { all.append(current) }
        current = [point]
      case .line(let point): current.append(point)
      case .curve(let a, let b, let end):
        let start = current.last ?? a
        for step in 1...32 {
          let t = Double(step) / 32
          let s = 1 - t
          let (p, q, r, o) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
          current.append(
            Point(
              x: p * start.x + q * a.x + r * b.x + o * end.x,
              y: p * start.y + q * a.y + r * b.y + o * end.y))
        }
      case .close: if let first = current.first { current.append(first) }
      }
    }
    if !current.isEmpty { all.append(current) }
    return all
  }

  private static func box(_ paths: [[Point]], _ transform: Transform) -> Rect? {
    let points = paths.joined().map(transform.apply)
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  private static func meet(_ a: Rect, _ b: Rect) -> Rect {
    let (x, y) = (max(a.minX, b.minX), max(a.minY, b.minY))
    return Rect(
      x: x, y: y, width: max(0, min(a.maxX, b.maxX) - x),
      height: max(0, min(a.maxY, b.maxY) - y))
  }

  // MARK: Paint

  private static func words(of stroke: Stroke?, _ opacity: Double) -> [String: String] {
    guard let stroke, let paint = words(of: stroke.paint, opacity) else { return [:] }
    var words = ["stroke": paint]
    if stroke.width != 1 { words["width"] = PaintedItem.number(stroke.width) }
    if !stroke.dash.isEmpty {
      words["dash"] = stroke.dash.map(PaintedItem.number).joined(separator: ",")
    }
    if stroke.dashOffset != 0 { words["dashoffset"] = PaintedItem.number(stroke.dashOffset) }
    if stroke.cap != .butt { words["cap"] = stroke.cap.rawValue }
    if stroke.join != .miter { words["join"] = stroke.join.rawValue }
    return words
  }

  private static func words(of paint: Paint, _ opacity: Double) -> String? {
    func stops(_ stops: [GradientStop], _ kind: String, _ place: [Double]) -> String {
      let share = stops.map(\.color.alpha).max() ?? 1
      let list = stops.map { stop in
        var color = stop.color
        color.alpha /= max(share, 1e-9)
        return "\(PaintedItem.number(100 * stop.offset)):\(words(of: color, 1) ?? "None")"
      }
      let numbers = place.map { String(format: "%.2f", $0) }.joined(separator: ",")
      let tail = share * opacity > 0.995 ? "" : String(format: "/%.2f", share * opacity)
      return "\(kind)(\(numbers);\(list.joined(separator: ";")))\(tail)"
    }
    return switch paint {
    case .solid(let color): words(of: color, opacity)
    case .linearGradient(let gradient):
      stops(
        gradient.stops, "linear",
        [gradient.start.x, gradient.start.y, gradient.end.x, gradient.end.y])
    case .radialGradient(let gradient):
      stops(gradient.stops, "radial", [gradient.inner.radius, gradient.outer.radius])
    case .hatch: "hatch"
    }
  }

  private static func words(of color: Color, _ opacity: Double) -> String? {
    let alpha = color.alpha * opacity
    if alpha <= 0 { return nil }
    return color.hex + (alpha > 0.995 ? "" : String(format: "/%.2f", alpha))
  }
}
