import Scene

/// The links of a frame where clicks find them, in drawing order.
struct PlacedLinks: Sendable {
  struct Link: Sendable {
    let target: LinkTarget
    /// On the frame, y down.
    var area: Rect
  }

  private(set) var all: [Link] = []

  /// Adds a link, unless there is nothing to click on: one without area is reached by the Tab key alone. The
  /// words of a phrase, which are set one by one, are one link (ISO 32000-1, 12.5.6.5, has one annotation a link).
  mutating func add(_ target: LinkTarget, area: Rect?) {
    guard let area, area.width > 0, area.height > 0 else { return }
    if let last = all.last, last.target == target, last.area.isFollowed(by: area) {
      all[all.count - 1].area = last.area.union(area)
    } else {
      all.append(Link(target: target, area: area))
    }
  }
}

extension Rect {
  /// Whether `next` is on the same line of text, no further away than a wide space.
  fileprivate func isFollowed(by next: Rect) -> Bool {
    let height = min(height, next.height)
    let overlap = min(maxY, next.maxY) - max(minY, next.minY)
    let gap = max(next.minX - maxX, minX - next.maxX)
    return overlap > height / 2 && gap < height
  }
}
