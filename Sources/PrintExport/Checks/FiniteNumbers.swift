import Scene

extension Frame {
  /// Whether every coordinate and measure on the frame is a number.
  var isFinite: Bool {
    size.isFinite && items.allAreFinite
  }
}

extension Size {
  var isFinite: Bool { width.isFinite && height.isFinite }
}

extension [FrameItem] {
  /// Whether every coordinate and measure in them, at any depth, is a number.
  fileprivate var allAreFinite: Bool {
    allSatisfy { item in
      guard case .group(let group) = item else { return item.isFinite }
      return item.isFinite && group.items.allAreFinite
    }
  }
}

extension FrameItem {
  /// Whether its own coordinates and measures are numbers; of a group without those of its items.
  var isFinite: Bool {
    switch self {
    case .shape(let shape):
      shape.geometry.isFinite && shape.opacity.isFinite && (shape.fill?.isFinite ?? true)
        && (shape.stroke?.isFinite ?? true)
    case .text(let text):
      text.origin.isFinite && text.angle.isFinite && text.lineHeight.isFinite
        && text.opacity.isFinite && (text.fill?.isFinite ?? true)
        && (text.stroke?.isFinite ?? true)
        && text.lines.allSatisfy { $0.allSatisfy(\.isFinite) }
    case .image(let image): image.rect.isFinite && image.opacity.isFinite
    case .group(let group):
      group.transform.isFinite && (group.clip?.isFinite ?? true) && group.opacity.isFinite
    case .destination(let destination): destination.point.isFinite
    }
  }
}

extension Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Transform {
  fileprivate var isFinite: Bool { [a, b, c, d, tx, ty].allSatisfy(\.isFinite) }
}

extension Path {
  fileprivate var isFinite: Bool {
    elements.allSatisfy { element in
      switch element {
      case .move(let point), .line(let point): point.isFinite
      case .curve(let control1, let control2, let point):
        control1.isFinite && control2.isFinite && point.isFinite
      case .close: true
      }
    }
  }
}

extension Shape.Geometry {
  fileprivate var isFinite: Bool {
    switch self {
    case .line(let start, let end): start.isFinite && end.isFinite
    case .rect(let rect): rect.isFinite
    case .path(let path): path.isFinite
    }
  }
}

extension Rect {
  fileprivate var isFinite: Bool { origin.isFinite && width.isFinite && height.isFinite }
}

extension Stroke {
  fileprivate var isFinite: Bool {
    paint.isFinite && width.isFinite && dash.allSatisfy(\.isFinite) && dashOffset.isFinite
      && miterLimit.isFinite
  }
}

extension Paint {
  fileprivate var isFinite: Bool {
    switch self {
    case .solid(let color): color.alpha.isFinite
    case .linearGradient(let gradient):
      gradient.start.isFinite && gradient.end.isFinite && gradient.stops.allSatisfy(\.isFinite)
    case .radialGradient(let gradient):
      [gradient.inner, gradient.outer].allSatisfy { $0.center.isFinite && $0.radius.isFinite }
        && gradient.stops.allSatisfy(\.isFinite)
    case .hatch(let hatch):
      hatch.angle.isFinite && hatch.spacing.isFinite && hatch.lineWidth.isFinite
        && hatch.color.alpha.isFinite && (hatch.background?.alpha.isFinite ?? true)
    }
  }
}

extension GradientStop {
  fileprivate var isFinite: Bool { offset.isFinite && color.alpha.isFinite }
}

extension GlyphRun {
  fileprivate var isFinite: Bool {
    size.isFinite && glyphs.allSatisfy { $0.advance.isFinite && $0.offset.isFinite }
  }
}
