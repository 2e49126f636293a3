import Glibc
import Scene

/// The boxes of items (vega-scenegraph's `bound` functions).
struct ItemBounds {
  let measurer: TextMeasurer

  /// Recomputes the bounds of a mark and its items, groups from the inside out.
  func update(_ mark: SceneMark) {
    for item in mark.items { update(item, kind: mark.kind) }
    mark.updateBounds()
    if let clip = mark.clip { mark.bounds = mark.bounds.intersected(with: Self.pathBounds(clip)) }
  }

  func update(_ item: SceneItem, kind: SceneMark.Kind) {
    switch kind {
    case .group:
      for mark in item.marks { update(mark) }
      item.bounds = groupBounds(item)
    case .text:
      item.bounds = textBounds(item)
    case .rule:
      let box = Bounds(item.x, item.y, item.x2 ?? item.x, item.y2 ?? item.y)
      item.bounds = Self.stroked(box, item)
    case .rect:
      item.bounds = Self.stroked(
        Bounds(item.x, item.y, item.x + item.width, item.y + item.height), item)
    case .image:
      item.bounds = Bounds(item.x, item.y, item.x + item.width, item.y + item.height)
    case .line, .area, .trail:
      item.bounds = Self.stroked(Self.pathBounds(item.path), item, hasMiters: kind == .line)
    case .symbol, .arc, .path:
      let path = item.angle == 0 ? item.path : item.path.map { Self.rotated($0, item.angle) }
      item.bounds = Self.stroked(Self.pathBounds(path), item, hasMiters: true)
        .translated(item.x, item.y)
    }
  }

  func groupBounds(_ item: SceneItem) -> Bounds {
    var box = Bounds()
    if !item.isClipped { for mark in item.marks { box.union(mark.bounds) } }
    if (item.isClipped || item.width > 0 || item.height > 0) && !item.ignoresOwnSize {
      box.add(0, 0)
      box.add(item.width, item.height)
    }
    return Self.stroked(box, item).translated(item.x, item.y)
  }

  func textBounds(_ item: SceneItem) -> Bounds {
    guard let text = item.text else { return Bounds() }
    let anchor = Self.anchor(item)
    let box = measurer.box(text).translated(anchor.x, anchor.y)
    return item.angle == 0 ? box : box.rotated(item.angle, aboutX: anchor.x, y: anchor.y)
  }

  /// Where a text is anchored: its place, or a place on a circle about it.
  static func anchor(_ item: SceneItem) -> Point {
    guard let text = item.text, text.radius != 0 else { return Point(x: item.x, y: item.y) }
    let angle = text.theta - .pi / 2
    return Point(x: item.x + text.radius * cos(angle), y: item.y + text.radius * sin(angle))
  }

  /// A box with room for the stroke, and for its miters.
  static func stroked(_ box: Bounds, _ item: SceneItem, hasMiters: Bool = false) -> Bounds {
    guard item.stroke != nil, item.opacity != 0, item.strokeOpacity != 0 else { return box }
    let half = item.strokeWidth / 2
    let hasTips = hasMiters && (item.strokeJoin ?? "miter") == "miter"
    return box.expanded(by: hasTips ? half * (item.strokeMiterLimit ?? 4) : half)
  }

  private static func rotated(_ path: Path, _ degrees: Double) -> Path {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    func turn(_ point: Point) -> Point {
      Point(x: point.x * cosine - point.y * sine, y: point.x * sine + point.y * cosine)
    }
    return Path(
      path.elements.map { element in
        switch element {
        case .move(let point): .move(turn(point))
        case .line(let point): .line(turn(point))
        case .curve(let first, let second, let end):
          .curve(turn(first), turn(second), turn(end))
        case .close: .close
        }
      })
  }

  /// The box of the curve itself, not of its control points.
  static func pathBounds(_ path: Path?) -> Bounds {
    var box = Bounds()
    var current = Point.zero
    for element in path?.elements ?? [] {
      switch element {
      case .move(let point), .line(let point):
        box.add(point.x, point.y)
        current = point
      case .curve(let a, let b, let end):
        box.add(end.x, end.y)
        for (p0, p1, p2, p3, isX) in [
          (current.x, a.x, b.x, end.x, true), (current.y, a.y, b.y, end.y, false),
        ] {
          for t in extrema(p0, p1, p2, p3) {
            let u = 1 - t
            let value =
              u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3
            if isX { box.add(value, end.y) } else { box.add(end.x, value) }
          }
        }
        current = end
      case .close: break
      }
    }
    return box
  }

  private static func extrema(_ p0: Double, _ p1: Double, _ p2: Double, _ p3: Double) -> [Double] {
    let a = -p0 + 3 * p1 - 3 * p2 + p3
    let b = 2 * (p0 - 2 * p1 + p2)
    let c = p1 - p0
    if abs(3 * a) < 1e-12 { return abs(b) < 1e-12 ? [] : [-c / b].filter { $0 > 0 && $0 < 1 } }
    let root = b * b - 4 * a * c
    guard root >= 0 else { return [] }
    let square = root.squareRoot()
    return [(-b + square) / (2 * a), (-b - square) / (2 * a)].filter { $0 > 0 && $0 < 1 }
  }
}
