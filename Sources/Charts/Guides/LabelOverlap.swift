import Scene

/// Hides labels that cover each other (vega-view-transforms' `Overlap`).
enum LabelOverlap {
  struct Request {
    enum Method: String { case parity, greedy }

    /// nil where only the bounds of the range are held.
    var method: Method?
    var separation = 0.0
    /// The range beyond which labels may not reach, and by how much they may.
    var range: (low: Double, high: Double, tolerance: Double)?
    var isHorizontal = true
  }

  static func resolve(_ mark: SceneMark, _ request: Request) {
    guard let method = request.method else { return }
    let source = mark.items.filter { $0.bounds.width > 1 && $0.bounds.height > 1 }
    guard !source.isEmpty else { return }
    var items = source
    if items.count >= 3, hasOverlap(items, request.separation) {
      repeat {
        items = reduced(items, method, request.separation)
      } while items.count >= 3 && hasOverlap(items, request.separation)
      if items.count < 3, let last = source.last, last.opacity == 0 {
        if items.count > 1 { items.last?.opacity = 0 }
        last.opacity = 1
      }
    }
    if let range = request.range {
      var box = Bounds()
      if request.isHorizontal {
        box.add(range.low, -.infinity)
        box.add(range.high, .infinity)
      } else {
        box.add(-.infinity, range.low)
        box.add(.infinity, range.high)
      }
      box = box.expanded(by: range.tolerance == 0 ? 1 : range.tolerance)
      for item in source where !box.encloses(item.bounds) { item.opacity = 0 }
    }
    mark.bounds = Bounds()
    for item in source where item.opacity != 0 { mark.bounds.union(item.bounds) }
  }

  private static func reduced(
    _ items: [SceneItem], _ method: Request.Method, _ separation: Double
  ) -> [SceneItem] {
    var kept: [SceneItem] = []
    for (index, item) in items.enumerated() {
      let stays: Bool =
        switch method {
        case .parity: index % 2 == 0
        case .greedy:
          kept.last.map { !intersects($0.bounds, item.bounds, separation) } ?? true
        }
      if stays { kept.append(item) } else { item.opacity = 0 }
    }
    return kept
  }

  private static func hasOverlap(_ items: [SceneItem], _ separation: Double) -> Bool {
    zip(items, items.dropFirst()).contains { intersects($0.bounds, $1.bounds, separation) }
  }

  private static func intersects(_ a: Bounds, _ b: Bounds, _ separation: Double) -> Bool {
    separation > max(b.x1 - a.x2, a.x1 - b.x2, b.y1 - a.y2, a.y1 - b.y2)
  }
}
