import Scene

/// Hatches are drawn as lines, within a clip or as a picture, and not as a repeated tile, because viewers and
/// printers show the seams of tiles.
extension FrameWalk {
  /// Draws lines over what of `area` is within the clip.
  mutating func draw(_ hatch: Hatch, over area: Rect, opacity: Double) {
    guard let area = area.intersection(canvas.visibleArea) else { return }
    if opacity < 1, hatch.background != nil {
      // The lines must not show the background through.
      composited(opacity: opacity, showing: area) {
        $0.drawLines(of: hatch, over: area, opacity: 1)
      }
    } else {
      drawLines(of: hatch, over: area, opacity: opacity)
    }
  }

  /// Draws the background and the lines of a hatch over `area`.
  private mutating func drawLines(of hatch: Hatch, over area: Rect, opacity: Double) {
    if let background = hatch.background,
      let ink = ink(.solid(background), in: nil, over: nil, opacity: opacity)
    {
      canvas.fill(.rect(area), with: ink)
    }
    guard hatch.lineWidth > 0,
      let ink = ink(.solid(hatch.color), in: nil, over: nil, opacity: opacity)
    else { return }
    // In coordinates turned with the lines, these are level.
    let level = box(of: area, under: .rotation(degrees: -hatch.angle))
    // The middle of each line lies half a space below a multiple of the spacing, as in an SVG pattern
    // whose tile must not cut the line.
    let first = (level.minY / hatch.spacing - 1).rounded(.down)
    let last = (level.maxY / hatch.spacing + 1).rounded(.up)
    var lines = Path()
    for index in stride(from: first, to: last, by: 1) {
      let y = (index + 0.5) * hatch.spacing
      lines.move(to: Point(x: level.minX, y: y))
      lines.line(to: Point(x: level.maxX, y: y))
    }
    let pen = Pen(Stroke(.solid(hatch.color), width: hatch.lineWidth), ink: ink)
    saved { walk in
      walk.canvas.concatenate(.rotation(degrees: hatch.angle))
      walk.canvas.stroke(.path(lines), with: pen)
    }
  }
}

extension Rect {
  /// What both hold; nil where they do not meet.
  fileprivate func intersection(_ other: Rect) -> Rect? {
    let (left, top) = (max(minX, other.minX), max(minY, other.minY))
    let (right, bottom) = (min(maxX, other.maxX), min(maxY, other.maxY))
    guard right > left, bottom > top else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
