import Scene

extension Shape {
  /// A box that holds the shape and its stroke, miters included; nil for a path without points.
  var area: Rect? {
    let box = geometry.box
    guard let stroke else { return box }
    return box?.expanded(by: stroke.width * max(1, stroke.miterLimit))
  }
}

extension [FrameItem] {
  /// A box about what the items and their strokes show, in their own coordinates; nil where there is nothing.
  var drawnArea: Rect? {
    reduce(nil as Rect?) { known, item in
      let area: Rect? =
        switch item {
        case .shape(let shape): shape.area
        // Letters may reach beyond their boxes, though not as far as another line.
        case .text(let text):
          textArea(of: text, under: .identity).map { area in
            area.expanded(
              by: (text.lines.joined().map(\.size).max() ?? 0) + (text.stroke?.width ?? 0))
          }
        case .image(let image): image.rect
        case .group(let group): group.items.drawnArea.map { box(of: $0, under: group.transform) }
        case .destination: nil
        }
      guard let known else { return area }
      return area.map(known.union) ?? known
    }
  }
}

/// The box on the page that leads where a link of `items` leads: their em boxes and outlines together; nil
/// where there is nothing to click on.
func linkArea(of items: [FrameItem], under transform: Transform) -> Rect? {
  items.reduce(nil as Rect?) { known, item in
    let area: Rect? =
      switch item {
      case .shape(let shape): shape.geometry.box.map { box(of: $0, under: transform) }
      case .text(let text): textArea(of: text, under: transform)
      case .image(let image): box(of: image.rect, under: transform)
      case .group(let group):
        linkArea(of: group.items, under: transform.concatenating(group.transform))
      case .destination: nil
      }
    guard let known else { return area }
    return area.map(known.union) ?? known
  }
}

private func textArea(of item: TextItem, under transform: Transform) -> Rect? {
  let turned = transform.concatenating(.translation(x: item.origin.x, y: item.origin.y))
    .concatenating(.rotation(degrees: item.angle))
  return item.emBox.map { box(of: $0, under: turned) }
}

extension TextItem {
  /// The box of the lines, from the origin and before the rotation. Each goes from four fifths of its size
  /// above the baseline to one fifth below: near enough for a pointer and for the run of a gradient.
  var emBox: Rect? {
    var area: Rect?
    for (index, line) in lines.enumerated() {
      guard let size = line.map(\.size).max() else { continue }
      let width = line.reduce(0) { $0 + $1.width }
      let lineArea = Rect(
        x: -width * anchor.share, y: Double(index) * lineHeight - 0.8 * size, width: width,
        height: size)
      area = area?.union(lineArea) ?? lineArea
    }
    return area
  }
}

/// The upright box about `rect` after `transform`.
func box(of rect: Rect, under transform: Transform) -> Rect {
  let corners = [
    Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY),
    Point(x: rect.maxX, y: rect.maxY), Point(x: rect.minX, y: rect.maxY),
  ].map(transform.apply)
  let outline = Path(corners.map { .line($0) })
  return outline.controlBox ?? rect
}

extension Rect {
  /// Whether the two have a part in common.
  func meets(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}
